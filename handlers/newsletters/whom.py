"""Whom an issue is for: said in words, and found among those who want it."""

from dataclasses import dataclass, replace

from bot.core import Lang, Span, Text
from bot.core.audience import Audience, unpack
from bot.core.messages import Arg
from bot.core.partners import PUBLIC
from bot.engine import audiences, labels
from bot.engine.audiences import Reached
from bot.engine.speech import Speech
from storage import chats, lists, newsreaders, partners
from storage.chats import Chat
from storage.db import Tx
from storage.newsletters import Issue
from storage.people import Standing


@dataclass(frozen=True)
class Recipients:
    """`others` are members it would be for who do not want it, `paused` those who want peace for
    now; `deaf` are channels that get no newsletters, media among them."""

    reached: Reached
    others: int
    paused: int
    deaf: int


async def recipients(ctx: Speech, issue: Issue) -> Recipients:
    wanting, open_to = await newsreaders.wanting(ctx.tx), await open_chats(ctx.tx)
    meant = await audiences.reached(ctx, unpack(issue.audience))
    everyone = [m for m, *_ in (*meant.people, *meant.beyond) if m.standing is Standing.ACTIVE]
    want = {m.id for m in everyone} & wanting
    paused = {m.id for m in everyone if m.id in want and m.resting(ctx.now)}
    get = want - paused
    found = replace(
        meant,
        people=tuple(p for p in meant.people if p[0].id in get),
        beyond=tuple(p for p in meant.beyond if p[0].id in get),
        chats=tuple(c for c in meant.chats if c.id in open_to),
    )
    others, deaf = len(everyone) - len(want), len(meant.chats) - len(found.chats)
    return Recipients(found, others, len(paused), deaf)


async def open_chats(tx: Tx) -> dict[int, Chat]:
    """Those that a newsletter may go to: whose they are is known, they want it, and they publish
    nothing by themselves: what media get is approved by a second person."""
    rows = [row for row in await chats.open_ones(tx) if row.wants_news]
    whose = await partners.load(tx, {row.partner_id for row in rows if row.partner_id})
    return {row.id: row for row in rows if not _public(row, whose)}


def _public(row: Chat, whose: dict[int, partners.Partner]) -> bool:
    partner = whose.get(row.partner_id or 0)
    return partner is not None and partner.category in PUBLIC


async def in_words(tx: Tx, lang: Lang, audience: Audience) -> Text:
    """«les abonnés parmi : infirmiers, Saint-Aubin ; et 2 canaux»."""
    named = {one.id: one.name for one in await lists.all_of(tx)}
    kinds: tuple[Arg, ...] = (
        *(Span(labels.professions(key, lang, 2)) for key in audience.professions),
        *(Span(town) for town in audience.towns),
        *(Span(named.get(one, "–")) for one in audience.lists),
        *(Text(f"news-role-{role}") for role in audience.roles),
    )
    return Text(
        "news-whom",
        {
            "members": "no" if not audience.members else "some" if kinds else "all",
            "kinds": kinds,
            "channels": len(audience.channels),
        },
    )
