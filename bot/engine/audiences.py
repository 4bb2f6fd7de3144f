"""From whom a message is for to the chats it goes to, and who cannot be reached and why."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from bot.core import Message, Span, Text
from bot.core.audience import Audience, Channel, Known
from bot.core.audience import read as understood
from bot.core.messages import Arg
from bot.engine.speech import Speech
from bot.engine.unclear import Unclear
from storage import chats, everyone, lists, partners
from storage.chats import Chat, Use
from storage.everyone import AccountRow, AnyMember, MemberRow

SHOWN = 15
"""Names in one message: more are counted."""

REASONS = ("blocked", "removed", "muted", "deactivated", "never")


@dataclass(frozen=True)
class Reached:
    """`people` with the account each is written to; `beyond` are members without any, with the
    reason («never», «blocked», …); `lost` are channels that cannot be written to."""

    people: tuple[tuple[AnyMember, AccountRow], ...]
    beyond: tuple[tuple[AnyMember, str], ...]
    chats: tuple[Chat, ...]
    lost: tuple[Chat, ...]

    @property
    def nobody(self) -> bool:
        return not self.people and not self.chats

    @property
    def by_app(self) -> list[tuple[str, int]]:
        """[("telegram", 96), ("matrix", 28)], the most first."""
        return Counter(account.platform for _, account in self.people).most_common()


async def known(ctx: Speech) -> Known:
    """What can be named in an audience here; channels that are lost too: that they are out of reach
    is to be seen."""
    rows = [c for c in await chats.all_of(ctx.tx) if c.use is not Use.UNKNOWN]
    whose = await partners.load(ctx.tx, {c.partner_id for c in rows if c.partner_id})
    channels = [
        Channel(
            c.id, c.title, c.use.value,
            whose[c.partner_id].category if c.partner_id in whose else None,
        )
        for c in rows
    ]  # fmt: skip
    named = {one.name: one.id for one in await lists.all_of(ctx.tx)}
    return Known(ctx.parts.settings.community.towns, named, channels)


async def reader(ctx: Speech) -> Callable[[str], dict[str, Any]]:
    """For a wizard's question: what was typed as an audience that can be kept (see `unpack`)."""
    here = await known(ctx)

    def read(said: str) -> dict[str, Any]:
        found = understood(said, here)
        if found.unclear:
            raise Unclear("reach-unclear", piece=Span(found.unclear[0][:80]))
        return found.audience.pack()

    return read


async def reached(ctx: Speech, audience: Audience, *, besides: Sequence[int] = ()) -> Reached:
    """Where each of them is reached best now. `besides` are members who are left out."""
    wanted = await _members(ctx, audience, set(besides))
    rows = await chats.all_of(ctx.tx) if audience.channels else ()
    return await among(ctx, wanted, [row for row in rows if row.id in audience.channels])


async def among(ctx: Speech, wanted: Sequence[AnyMember], rooms: Sequence[Chat]) -> Reached:
    """Of these people and chats, who can be reached and where."""
    where = await ctx.reach_these(wanted)
    theirs = await everyone.accounts_of(ctx.tx, [m.id for m in wanted if m.id not in where])
    beyond = [(m, _why(theirs.get(m.id, ()))) for m in wanted if m.id not in where]
    return Reached(
        tuple(where[m.id] for m in wanted if m.id in where),
        tuple(beyond),
        tuple(row for row in rooms if not row.lost),
        tuple(row for row in rooms if row.lost),
    )


async def _members(ctx: Speech, audience: Audience, besides: set[int]) -> list[MemberRow]:
    if not audience.members:
        return []
    on_lists = await lists.of_members(ctx.tx) if audience.lists else {}
    return [
        m
        for m in await everyone.active(ctx.tx)
        if m.id not in besides
        and audience.takes(m.profession, m.town, on_lists.get(m.id, ()), m.role.name.lower())
    ]


def _why(accounts: Sequence[AccountRow]) -> str:
    return next((a.unreachable for a in accounts if a.unreachable), "never")


def counted(found: Reached, more: Sequence[Text] = ()) -> list[Text]:
    """«Aperçu · 124 destinataires (96 Telegram et 28 Matrix) et 3 canaux», «3 injoignables». `more`
    are others that a feature reaches in its own way."""
    apps: Arg = tuple(Span(f"{count} {name.capitalize()}") for name, count in found.by_app)
    to: list[Text] = []
    if found.people or not (found.chats or more):
        of = len(found.by_app)
        to.append(Text("reach-people", {"people": len(found.people), "apps": apps, "of": of}))
    if found.chats:
        to.append(Text("reach-chats", {"channels": len(found.chats)}))
    beyond = len(found.beyond) + len(found.lost)
    missed = [Text("reach-beyond", {"count": beyond})] if beyond else []
    return [Text("reach-count", {"to": (*to, *more)}), *missed]


def named(found: Reached) -> Message:
    """«👁 Voir qui»: for coordinators only."""
    shown = tuple(Span(member.name) for member, _ in found.people[:SHOWN])
    more = len(found.people) - len(shown)
    lines = [Text("reach-who", {"names": shown, "more": more})] if shown else []
    titles = tuple(Span(chat.title) for chat in found.chats[:SHOWN])
    lines += [Text("reach-channels", {"titles": titles})] if titles else []
    for member, why in found.beyond[:SHOWN]:
        lines.append(Text("reach-not", {"name": Span(member.name), "why": reason(why)}))
    for chat in found.lost[:SHOWN]:
        lost = chat_reason(chat.lost)
        lines.append(Text("reach-not", {"name": Span(chat.title), "why": lost}))
    return Message(tuple(lines) or (Text("reach-nobody"),))


def reason(why: str) -> Text:
    """Why somebody cannot be written to, in words."""
    return Text(f"why-{why}") if why in REASONS else Text("why-other", {"why": Span(why)})


def chat_reason(why: str) -> Text:
    """The same of a channel or room."""
    return Text("why-chat-removed") if why in ("removed", "kicked") else reason(why)
