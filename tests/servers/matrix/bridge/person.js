// One person's client: what is asked of it, and what it tells of its rooms and messages.

import { download, upload } from "./files.js";
import { cryptoApi, sdk, silence } from "./sdk.js";
import { changes, isShown, seen } from "./seen.js";
import { Verifications } from "./verifying.js";

const { ClientEvent, MatrixEventEvent, RoomEvent, RoomMemberEvent, RoomStateEvent } = sdk;
const AGAIN = 200; // ms until a client that lost its server tries again; its own patience is 5 to 10 s

export class Person {
    #dirty = new Map(); // event id -> [room, event, older]
    #again; // the timer of a client that lost its server
    #told = new Map(); // room id -> what was last told of it
    #telling = Promise.resolve(); // one after another, so that what is told last is newest

    constructor(tell) {
        this.tell = tell;
    }

    asked(what, args) {
        const acts = {
            open: () => this.open(args),
            close: () => this.close(),
            call: () => this.call(args),
            send: () => this.client.sendEvent(args.room, args.type, args.content),
            upload: () => upload(this.client, this.client.getRoom(args.room), args),
            download: () => download(this.client, args.content),
            knows: () => this.knows(args),
            older: () => this.client.scrollback(this.client.getRoom(args.room), args.count),
            members: () => this.members(args),
            device: () => this.device(args),
            devices: () => this.devices(args),
            look: () => this.look(args),
            verify: () => this.verifications[args.step](args),
        };
        return acts[what]();
    }

    async open({ url, user, token, device, encryption, signed, excludes, back }) {
        const client = (this.client = sdk.createClient({
            baseUrl: url,
            userId: user,
            accessToken: token,
            deviceId: device,
            logger: silence,
            verificationMethods: ["m.sas.v1"],
        }));
        if (encryption) {
            await client.initRustCrypto({ useIndexedDB: false });
            if (excludes) client.getCrypto().setDeviceIsolationMode(onlySigned());
        }
        this.#watch(client);
        await this.#starts(back);
        if (encryption) await this.#publishes(signed);
    }

    async #starts(initialSyncLimit) {
        const { client } = this;
        const ready = new Promise((resolve) => {
            client.on(ClientEvent.Sync, (state) => state === "PREPARED" && resolve());
        });
        await client.startClient({ initialSyncLimit });
        await ready;
    }

    /** Ready means that others can write to this device, and see whose it is. */
    async #publishes(signed) {
        const crypto = this.client.getCrypto();
        const authUploadDeviceSigningKeys = (upload) => upload(null);
        if (signed) await crypto.bootstrapCrossSigning({ authUploadDeviceSigningKeys });
        const me = this.client.getUserId();
        for (;;) {
            const found = await crypto.getUserDeviceInfo([me], true);
            if (found.get(me)?.has(this.client.getDeviceId())) return;
            await new Promise((resolve) => setTimeout(resolve, 20));
        }
    }

    close() {
        this.closed = true;
        clearInterval(this.#again);
        this.client?.stopClient();
    }

    /** Any method of the client or of its encryption, by name. Objects of the sdk stay here. */
    async call({ on, name, args }) {
        const target = on === "crypto" ? this.client.getCrypto() : this.client;
        const found = await target[name](...args);
        return isData(found) ? found : null;
    }

    /** Until this room is here with that membership (and encrypted, if it is to be). */
    knows({ room: id, membership, encrypted }) {
        const { client } = this;
        const there = () => {
            const room = client.getRoom(id);
            if (room?.getMyMembership() !== membership) return false;
            return !encrypted || room.hasEncryptionStateEvent();
        };
        return new Promise((resolve) => {
            const look = () => {
                if (!there()) return;
                for (const event of [ClientEvent.Sync, RoomEvent.MyMembership]) client.off(event, look);
                resolve();
            };
            for (const event of [ClientEvent.Sync, RoomEvent.MyMembership]) client.on(event, look);
            look();
        });
    }

    members({ room }) {
        return this.client.getRoom(room).getMembers().map((member) => ({
            id: member.userId,
            name: member.name,
            membership: member.membership,
            avatar: member.getMxcAvatarUrl() ?? null,
            power: Number.isFinite(member.powerLevel) ? member.powerLevel : null,
        }));
    }

    async devices({ user }) {
        const found = await this.client.getCrypto().getUserDeviceInfo([user], true);
        return [...(found.get(user)?.keys() ?? [])];
    }

    async device({ user, device }) {
        const found = await this.client.getCrypto().getDeviceVerificationStatus(user, device);
        if (!found) return null;
        const { signedByOwner, crossSigningVerified, localVerified } = found;
        return { signed: signedByOwner, verified: crossSigningVerified || localVerified };
    }

    /** One message, looked at anew: a shield may have changed with nothing else. */
    look({ room: id, event }) {
        const room = this.client.getRoom(id);
        return seen(this.client, room, room.findEventById(event));
    }

    #watch(client) {
        client.on(RoomEvent.Timeline, (event, room, older) => this.#changed(event, room, older));
        client.on(RoomEvent.LocalEchoUpdated, (event, room) => this.#changed(event, room));
        client.on(RoomEvent.Redaction, (event, room) => this.#redacted(event, room));
        for (const name of [MatrixEventEvent.Decrypted, MatrixEventEvent.Replaced])
            client.on(name, (event) => this.#changed(event, client.getRoom(event.getRoomId())));
        for (const name of [RoomEvent.MyMembership, RoomEvent.Name])
            client.on(name, (room) => this.#room(room));
        client.on(RoomStateEvent.Events, (event) => this.#room(client.getRoom(event.getRoomId())));
        client.on(ClientEvent.Sync, (state) => this.#sync(state));
        const crypto = client.getCrypto();
        if (!crypto) return;
        this.verifications = new Verifications(crypto, this.tell);
        const asked = cryptoApi.CryptoEvent.VerificationRequestReceived;
        client.on(asked, (request) => this.verifications.watch(request));
    }

    #sync(state) {
        clearInterval(this.#again);
        if (state === "RECONNECTING" || state === "ERROR")
            this.#again = setInterval(() => this.client.retryImmediately(), AGAIN);
    }

    #redacted(redaction, room) {
        const event = room.findEventById(redaction.event.redacts ?? redaction.getContent().redacts);
        if (event) this.#changed(event, room);
    }

    #changed(event, room, older = false) {
        if (!room) return;
        const shown = isShown(event) ? event : room.findEventById(this.#target(event));
        if (!shown?.getId()?.startsWith("$") || !isShown(shown)) return;
        if (!this.#dirty.size) setImmediate(() => this.#tellAll());
        if (!this.#dirty.has(shown.getId())) this.#dirty.set(shown.getId(), [room, shown, older]);
    }

    /** A redacted reaction no longer says to what it belonged. */
    #target(event) {
        this.targets ??= new Map();
        const found = changes(event);
        if (found) this.targets.set(event.getId(), found);
        return found ?? this.targets.get(event.getId());
    }

    #tellAll() {
        const found = [...this.#dirty.values()];
        this.#dirty.clear();
        const tell = async ([room, event, older]) =>
            this.tell({ message: { ...(await seen(this.client, room, event)), older } });
        this.#telling = this.#telling
            .then(async () => {
                for (const one of this.closed ? [] : found) await tell(one);
            })
            .catch(console.error);
    }

    /** Once the whole sync is taken in: before, a room may not have its name. */
    #room(room) {
        if (room) setImmediate(() => this.#tellRoom(room));
    }

    #tellRoom(room) {
        const me = room.getMember(this.client.getUserId());
        const inviter = room.getMyMembership() === "invite" ? me?.events.member?.getSender() : null;
        const told = {
            id: room.roomId,
            name: room.name,
            membership: room.getMyMembership(),
            encrypted: room.hasEncryptionStateEvent(),
            inviter: inviter ?? null,
            direct: me?.getDMInviter() !== undefined,
        };
        const line = JSON.stringify(told);
        if (this.#told.get(room.roomId) === line) return;
        this.#told.set(room.roomId, line);
        this.tell({ room: told });
    }
}

function isData(found) {
    const kind = found && typeof found === "object" && Object.getPrototypeOf(found).constructor;
    return !kind || kind === Object || kind === Array;
}

const onlySigned = () => new cryptoApi.OnlySignedDevicesIsolationMode();
