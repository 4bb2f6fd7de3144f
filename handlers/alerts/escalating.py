"""Those who have not acknowledged: told again on another app of theirs, then phoned."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.core import Lang, Right
from bot.core.errors import Refusal
from bot.engine import Ctx, button, job
from bot.engine.awake import awake_at
from handlers.alerts import files, handing, keys, phoning
from handlers.alerts.ending import claim
from handlers.alerts.rules import timing
from storage import alerts, copies, people
from storage.alerts import Alert, Told
from storage.people import Account, Member

LEAST = timedelta(minutes=2)
"""Nobody is told again by hand sooner than this after the last time."""


def begin(ctx: Ctx, row: Alert) -> None:
    """The first look at who is silent, where this severity asks for one."""
    rules = ctx.parts.settings.alerts
    if timing.chases(row.severity, rules.chase_from, drill=row.drill, release=row.release):
        _look(ctx, row, 1)


def _look(ctx: Ctx, row: Alert, number: int) -> None:
    minutes = ctx.parts.settings.alerts.again_minutes
    ctx.at(ctx.now + timedelta(minutes=minutes), step.call(row.id, number), name=keys.steps(row.id))


@job("alerts.step")
async def step(ctx: Ctx, alert: int, number: int) -> None:
    """Time is up: the silent are told again, `number` counting the times; those for whom there
    is no other way left are given to the coordinators to phone. An alert that is over, or that
    enough have acknowledged, is not raised again."""
    row = await alerts.find(ctx.tx, alert, hold=True)
    if row is None or not row.open or row.ends_at <= ctx.now or await _enough(ctx, row):
        return
    rules = ctx.parts.settings.alerts
    silent = await chased(ctx, alert)
    if not silent:
        return
    row.steps = number
    told = Again()
    if number <= rules.repeats:
        told = await _again(ctx, row, silent)
    ctx.audit("alert.step", keys.alert(alert), None,
              {"number": number, "silent": len(silent), "other": told.other,
               "same": told.same})  # fmt: skip
    await phoning.give(ctx, row, silent if number > rules.repeats or not told.other else
                       [t for t in silent if not t.elsewhere])  # fmt: skip
    if told.other or number < rules.repeats:
        _look(ctx, row, number + 1)
    ctx.renew(keys.alert(alert), children=True)


async def chased(ctx: Ctx, alert: int) -> list[Told]:
    """Who has not answered; those in a pause were told, and are left in peace."""
    silent = [t for t in await alerts.told_all(ctx.tx, alert) if t.silent]
    members = {m.id: m for m in await people.hold(ctx.tx, [t.member_id for t in silent])}
    return [
        t for t in silent
        if t.member_id in members and not members[t.member_id].resting(ctx.now)
    ]  # fmt: skip


async def _enough(ctx: Ctx, row: Alert) -> bool:
    found = await alerts.counts(ctx.tx, row.id)
    percent = ctx.parts.settings.alerts.enough_percent
    return timing.enough(found.acked, found.told, wanted=row.enough, percent=percent)


@dataclass
class Again:
    """How many were told on another app, where they were told before, and of all of them hear of
    it when they wake."""

    other: int = 0
    same: int = 0
    asleep: int = 0


async def _again(ctx: Ctx, row: Alert, silent: Sequence[Told]) -> Again:
    """Whole sets: nobody is looked up alone."""
    by_app: dict[str, list[Told]] = {}
    for told in silent:
        by_app.setdefault(told.platform, []).append(told)
    there_is = await copies.stands(ctx.tx, keys.alert(row.id))
    counted = Again()
    for platform, there in by_app.items():
        ids = [t.member_id for t in there]
        elsewhere = await ctx.reach([t.member_id for t in there if not t.elsewhere],
                                    besides=platform)  # fmt: skip
        here = await ctx.reach([one for one in ids if one not in elsewhere])
        for told in there:
            told.again += 1
            found = elsewhere.get(told.member_id)
            if found is not None and not _has_it(row, *found, there_is):
                counted.other += 1
                _elsewhere(ctx, row, told, *found)
            elif found := found or here.get(told.member_id):
                counted.same += 1
                _remind(ctx, row, told, *found)
            counted.asleep += found is not None and _when(ctx, row, found[0]) > ctx.now
    return counted


def _has_it(
    row: Alert, member: Member, account: Account, there_is: Collection[tuple[str, str, str]]
) -> bool:
    """They have opened it there by themselves, or it was sent there as the other app was lost."""
    card = keys.MEMBER.format(alert=row.id, member=member.id)
    return (card, account.platform, account.chat) in there_is


def _elsewhere(ctx: Ctx, row: Alert, told: Told, member: Member, account: Account) -> None:
    """The whole alert, as it stands now, where they have not seen it yet; with its file."""
    told.elsewhere, at = account.platform, _when(ctx, row, member)
    ctx.deal(
        account.where, keys.MEMBER.format(alert=row.id, member=member.id), lane=handing.lane(row),
        lang=Lang(member.lang), simple=member.simple, about=keys.again(row.id), at=at,
    )  # fmt: skip
    file = files.of(row)
    if file is not None and not (member.simple and file.is_picture):
        ctx.deal(
            account.where, keys.FILE.format(alert=row.id), lane=handing.lane(row),
            lang=Lang(member.lang), simple=member.simple, about=keys.again(row.id), at=at,
        )  # fmt: skip


def _remind(ctx: Ctx, row: Alert, told: Told, member: Member, account: Account) -> None:
    card = keys.AGAIN.format(alert=row.id, member=member.id, number=told.again)
    ctx.deal(
        account.where, card, lane=handing.lane(row), lang=Lang(member.lang), simple=member.simple,
        about=keys.again(row.id), at=_when(ctx, row, member),
    )  # fmt: skip


def _when(ctx: Ctx, row: Alert, member: Member) -> datetime:
    return ctx.now if row.severity.presses and not row.drill else awake_at(ctx, member)


@button("alerts.remind", right=Right.ALERT)
async def remind(ctx: Ctx, alert: int) -> None:
    """«🔁 Relancer»: only those who have not answered, and not twice in a moment."""
    row = await claim(ctx, alert)
    if row.reminded_at is not None and ctx.now - row.reminded_at < LEAST:
        raise Refusal("alert-reminded-just-now")
    if row.drill:
        raise Refusal("alert-drill-no-remind")
    if not timing.wants_answer(row.severity, release=row.release):
        raise Refusal("alert-asks-nothing")
    silent = await chased(ctx, alert)
    if not silent:
        raise Refusal("alert-nobody-silent")
    row.reminded_at = ctx.now
    told = await _again(ctx, row, silent)
    ctx.audit("alert.reminded", keys.alert(alert), None, {"other": told.other, "same": told.same})
    ctx.renew(keys.alert(alert), children=True)
    ctx.say("alert-reminded", count=told.other + told.same, other=told.other, asleep=told.asleep)
