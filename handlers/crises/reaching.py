"""Whom a word about a crisis reaches: people, chats, and in private whoever writes in the name of a
partner that has no channel; partners that nothing reaches are named, to be phoned."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from bot.core import Message, Span, Text
from bot.engine import Ctx, audiences
from bot.engine.audiences import Reached
from storage import partners
from storage.chats import Chat
from storage.partners import Partner, Voice
from storage.people import Member

SHOWN = 8
"""Partners named in one message; more are counted before."""


@dataclass(frozen=True)
class Whom:
    """`voices` are of partners without a channel; `beyond` are partners whom nothing reaches."""

    found: Reached
    voices: tuple[tuple[Partner, Voice], ...]
    beyond: tuple[Partner, ...]

    @property
    def count(self) -> int:
        return len(self.found.people) + len(self.found.chats) + len(self.voices)

    @property
    def organisations(self) -> list[Partner]:
        return list({partner.id: partner for partner, _ in self.voices}.values())


async def whom(
    ctx: Ctx, members: Sequence[Member], rooms: Sequence[Chat], wanted: Collection[int]
) -> Whom:
    """`wanted` are partners; those who have a chat among `rooms` that can be written to are told
    there, and nobody of theirs in private."""
    found = await audiences.among(ctx, members, rooms)
    there = {room.partner_id for room in found.chats}
    rows = {
        row.id: row
        for row in await partners.all_of(ctx.tx)
        if row.id in wanted and row.id not in there
    }
    voices = [
        (rows[voice.partner_id], voice)
        for voice in await partners.voices_of(ctx.tx, rows)
        if voice.platform in ctx.parts.adapters and not _told_already(ctx, found, voice)
    ]
    heard = {partner.id for partner, _ in voices}
    return Whom(found, tuple(voices), tuple(r for r in rows.values() if r.id not in heard))


def _told_already(ctx: Ctx, found: Reached, voice: Voice) -> bool:
    """Who speaks for a partner may be of the coordination, or be the one who sends."""
    mine = {account.where for _, account in found.people}
    return voice.where in mine or voice.where == ctx.event.chat


def counted(found: Whom, *, drill: bool) -> list[Text]:
    """«VRAIE CRISE», «Aperçu · 3 destinataires, 2 canaux et 1 partenaire en privé»."""
    first = Text("crisis-real", {"drill": "yes" if drill else "no"})
    private = len(found.organisations)
    more = [Text("crisis-private", {"count": private})] if private else []
    beyond = len(found.beyond)
    missed = [Text("crisis-beyond", {"count": beyond})] if beyond else []
    return [first, *audiences.counted(found.found, more), *missed]


def told(found: Whom) -> tuple[Text, ...]:
    """«3 personnes, 2 canaux et un partenaire en privé»: what has been sent, for a sentence."""
    counts = {
        "people": len(found.found.people), "channels": len(found.found.chats),
        "private": len(found.organisations),
    }  # fmt: skip
    return tuple(Text(f"crisis-to-{what}", {"count": n}) for what, n in counts.items() if n)


def named(found: Whom) -> Message:
    """«👁 Voir qui»: for coordinators only."""
    lines = list(audiences.named(found.found).lines) if not _partners_only(found) else []
    if found.voices:
        names = tuple(Span(one.name) for one in found.organisations[:SHOWN])
        lines.append(Text("crisis-private-who", {"names": names}))
    lines += [
        Text("crisis-beyond-who", {
            "name": Span(one.name),
            "contact": Span(one.contact) if one.contact else Text("crisis-no-contact"),
        })
        for one in found.beyond[:SHOWN]
    ]  # fmt: skip
    return Message(tuple(lines))


def _partners_only(found: Whom) -> bool:
    """Nobody else is meant: then «nobody would get it» would be false."""
    others = found.found
    return bool(found.voices) and not (
        others.people or others.beyond or others.chats or others.lost
    )
