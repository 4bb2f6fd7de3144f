// An event as a person sees it in the client: edits folded, reactions gathered, shield and sound.

import { cryptoApi, sdk } from "./sdk.js";

const { EventType, RelationType } = sdk;
const HIDDEN = [EventType.Reaction, EventType.RoomRedaction];

/** Is it something of its own on the screen, rather than a change of something else? */
export function isShown(event) {
    const type = event.getType();
    return !event.isState() && !HIDDEN.includes(type) && !event.isRelation(RelationType.Replace);
}

/** The id of the message that this event changes. */
export const changes = (event) => event.getRelation()?.event_id ?? null;

export async function seen(client, room, event) {
    const content = event.getContent();
    const sound = client.getPushActionsForEvent(event, true);
    return {
        id: event.getId(),
        room: room.roomId,
        sender: event.getSender(),
        type: event.getType(),
        at: event.getTs(),
        kind: content.msgtype ?? null,
        body: content.body ?? "",
        html: content.formatted_body ?? null,
        mentions: content["m.mentions"]?.user_ids ?? [],
        mentions_room: content["m.mentions"]?.room === true,
        replies_to: event.replyEventId ?? null,
        edited: !!event.replacingEvent(),
        redacted: event.isRedacted(),
        encrypted: event.isEncrypted(),
        unreadable: event.isDecryptionFailure() ? event.decryptionFailureReason : null,
        shield: await shield(client, event),
        notifies: !!sound?.notify,
        highlights: !!sound?.tweaks?.highlight,
        reactions: reactions(room, event),
        content,
    };
}

/** What the client puts beside an encrypted message; nothing for a plain one. */
export async function shield(client, event) {
    const info = await client.getCrypto()?.getEncryptionInfoForEvent(event);
    if (!info) return null;
    const { EventShieldColour: Colour, EventShieldReason: Reason } = cryptoApi;
    return { colour: Colour[info.shieldColour], reason: Reason[info.shieldReason] ?? null };
}

function reactions(room, event) {
    const [type, kind] = [RelationType.Annotation, EventType.Reaction];
    const found = room.relations.getChildEventsForEvent(event.getId(), type, kind);
    const byKey = {};
    for (const one of found?.getRelations() ?? []) {
        if (one.isRedacted() || !one.getId().startsWith("$")) continue;
        const { key } = one.getRelation();
        (byKey[key] ??= {})[one.getSender()] = one.getId();
    }
    return byKey;
}
