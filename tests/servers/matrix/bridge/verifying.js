// Verification by emoji, as far as the client and the other side take it.

import { cryptoApi } from "./sdk.js";

const { VerificationPhase, VerificationRequestEvent, VerifierEvent } = cryptoApi;

export class Verifications {
    #found = new Map();

    constructor(crypto, tell) {
        this.crypto = crypto;
        this.tell = tell;
    }

    /** In a room if one is given, else to one device. */
    async request({ user, room, device }) {
        return this.watch(
            await (room
                ? this.crypto.requestVerificationDM(user, room)
                : this.crypto.requestDeviceVerification(user, device)),
        );
    }

    watch(request) {
        const id = request.transactionId;
        const one = { id, request, sas: null, verifier: null };
        this.#found.set(id, one);
        request.on(VerificationRequestEvent.Change, () => this.#changed(one));
        this.#changed(one);
        return id;
    }

    accept = ({ id }) => this.#found.get(id).request.accept();
    start = ({ id }) => this.#found.get(id).request.startVerification("m.sas.v1").then(() => {});
    confirm = ({ id }) => this.#found.get(id).sas.confirm();
    mismatch = ({ id }) => this.#found.get(id).sas.mismatch();
    cancel = ({ id }) => this.#found.get(id).request.cancel();

    #changed(one) {
        const { verifier } = one.request;
        if (verifier && verifier !== one.verifier) this.#verify(one, verifier);
        this.#say(one);
    }

    #verify(one, verifier) {
        one.verifier = verifier;
        verifier.on(VerifierEvent.ShowSas, (sas) => {
            one.sas = sas;
            this.#say(one);
        });
        verifier.verify().catch(() => {}); // the phase and the code of the request say it
    }

    #say({ id, request, sas }) {
        this.tell({
            verification: {
                id,
                other: request.otherUserId,
                device: request.otherDeviceId ?? null,
                room: request.roomId ?? null,
                mine: request.initiatedByMe,
                phase: VerificationPhase[request.phase].toLowerCase(),
                emojis: (sas?.sas.emoji ?? []).map(([emoji]) => emoji),
                cancelled: request.cancellationCode,
            },
        });
    }
}
