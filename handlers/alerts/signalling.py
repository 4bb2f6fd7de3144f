"""/signaler: members and partners tell what they see; coordinators make something of it."""

from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import timedelta
from typing import Any

from bot.core import Lane, Lang, Message, Right, Role, Span, Text, text
from bot.core.errors import Refusal
from bot.core.facts import Logged
from bot.core.field import Kind
from bot.core.plain import clean_lines
from bot.engine import Ask, Ctx, Option, Unclear, command, dialog
from bot.engine.unclear import within
from handlers.alerts.rules import signal as rules
from handlers.alerts.rules.signal import Signal as Said
from handlers.alerts.signals import signal_card
from storage import chats, partners, people, signals
from storage.chats import Use
from storage.partners import Partner
from storage.signals import Signal

MOST = 6
"""Signals of one account in an hour: more are a slip or a game."""

HOUR = timedelta(hours=1)
TOWN = "ask-signal-town"


@command("signaler", en="flag", right=Right.ANYONE)
async def signaler(ctx: Ctx, rest: str) -> None:
    """A whole line is sent at once, also from a partner's group; else it is asked, in private."""
    partner = await _speaker(ctx)
    found = rules.read(rest, ctx.parts.settings.community.towns)
    if found.whole and len(found.words) <= rules.MOST:
        return await _send(ctx, found, partner)
    return ctx.start(signalling, line=rest)


async def _speaker(ctx: Ctx) -> Partner | None:
    """The partner for whom this is said; None for a member. Raises Refusal for a stranger."""
    if ctx.member is not None and ctx.member.active:
        return None
    if ctx.member is not None:
        raise ctx.denied
    partner = await _partner(ctx)
    if partner is None:
        raise Refusal("not-a-member")
    return partner


async def _partner(ctx: Ctx) -> Partner | None:
    if ctx.event.private:
        voice = await partners.voice_of(ctx.tx, ctx.who)
        return await partners.active(ctx.tx, voice.partner_id) if voice is not None else None
    row = await chats.find(ctx.tx, ctx.event.chat)
    if row is None or row.use is not Use.PARTNER or row.partner_id is None:
        return None
    return await partners.active(ctx.tx, row.partner_id)


@dialog("alerts.signal", right=Right.ANYONE)
async def signalling(ctx: Ctx, ask: Ask, line: str = "") -> None:
    """What, how much, where. Of unusual cases only how many."""
    partner = await _speaker(ctx)
    towns = ctx.parts.settings.community.towns
    kept = await ask.keep("line", lambda: _read(line, towns))
    found = Said(**{**kept, "kind": Kind(kept["kind"]) if kept["kind"] else None})
    missing = rules.missing(found)
    ask.steps(*missing)
    if found.kind is None:
        options = [Option(k.value, Text(f"signal-{k.value}"), (k.value,)) for k in Kind]
        found = replace(found, kind=Kind(await ask.choice("ask-signal-kind", options)))
        if found.kind is Kind.UNUSUAL:
            ask.steps("ask-signal-kind", "ask-signal-number", *(() if found.town else (TOWN,)))
    assert found.kind is not None
    if found.kind is Kind.UNUSUAL:
        if not found.number:
            found = replace(found, number=await ask.read("ask-signal-number", _cases))
    elif not found.words or len(found.words) > rules.MOST:
        long = text("unclear-long", length=len(found.words), most=rules.MOST)
        words = await ask.read(
            "ask-signal-words", _words, extra=(long,) if found.words else (),
            kind=found.kind.value,
        )  # fmt: skip
        found = replace(found, words=words)
    if not found.town:
        found = replace(found, town=await ask.read(TOWN, _town(towns), options=_towns(towns)))
    await _send(ctx, found, partner)


async def _read(line: str, towns: tuple[str, ...]) -> dict[str, Any]:
    return asdict(rules.read(line, towns))


def _words(said: str) -> str:
    return within(clean_lines(said), rules.MOST)


def _cases(said: str) -> int:
    number = rules.cases(said)
    if not number:
        raise Unclear("signal-number-only")
    return number


def _towns(towns: tuple[str, ...]) -> list[Option]:
    return [Option(town, Text("as-is", {"words": Span(town)})) for town in towns[:9]]


def _town(towns: tuple[str, ...]) -> Callable[[str], str]:
    def read(said: str) -> str:
        found = rules.read(said, towns).town
        if not found and towns:
            raise Unclear("signal-town", piece=Span(said[:60]), example=Span(towns[0]))
        return found or said.strip()[:60]

    return read


async def _send(ctx: Ctx, found: Said, partner: Partner | None) -> None:
    if await signals.count_since(ctx.tx, ctx.who, ctx.now - HOUR) >= MOST:
        raise Refusal("signal-enough", most=MOST)
    assert found.kind is not None
    row = Signal(
        kind=found.kind, words=found.words, number=found.number, town=found.town,
        member_id=ctx.member.id if ctx.member is not None else None,
        partner_id=partner.id if partner is not None else None, platform=ctx.who.platform,
        account=ctx.who.account, chat=ctx.event.chat.chat, lang=ctx.lang.value, at=ctx.now,
        state=signals.State.OPEN,
    )  # fmt: skip
    ctx.tx.add(row)
    await ctx.tx.flush()
    await _tell(ctx, row)
    line = Text("log-signal", {"kind": row.kind.value, "town": Span(row.town)})
    await ctx.happened(Logged(line, signal_card.key(row.id)))
    at = ctx.now.astimezone(ctx.zone).time().replace(second=0, microsecond=0)
    ctx.show(Message((Text("signal-sent", {"at": at, "kind": row.kind.value}),)))


async def _tell(ctx: Ctx, row: Signal) -> None:
    ids = [m.id for m in await people.ranked(ctx.tx, Role.COORDINATOR)]
    lane = Lane.URGENT if row.kind is Kind.AGGRESSION else Lane.ANSWERS
    for member, account in (await ctx.reach(ids)).values():
        ctx.deal(
            account.where, signal_card.key(row.id), lane=lane, lang=Lang(member.lang),
            simple=member.simple, about=signal_card.key(row.id),
        )  # fmt: skip
