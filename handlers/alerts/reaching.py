"""Whom a draft reaches: members, channels that want alerts of its severity, public ones apart."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.core.audience import Audience
from bot.core.partners import PUBLIC
from bot.core.people import Role
from bot.core.plain import fold
from bot.engine import Ctx, audiences
from bot.engine.audiences import Reached
from bot.engine.awake import awake_at
from handlers.alerts.rules import timing
from handlers.alerts.rules.draft import Draft
from storage import chats, lists, partners, people
from storage.chats import Chat, Use
from storage.everyone import AccountRow, AnyMember
from storage.people import Member


@dataclass(frozen=True)
class Whom:
    """`found.people` are written to one by one. `chats` get it at once, `public` once a second
    person has approved; `unwilling` were named and do not get alerts of this severity. `rooms`
    stand for the people of `through`, `spared` of them. `slow` tells the platforms where it takes
    minutes, `asleep` how many are told when they wake."""

    found: Reached
    chats: tuple[Chat, ...]
    public: tuple[Chat, ...]
    unwilling: tuple[Chat, ...]
    spared: int
    slow: tuple[tuple[str, int], ...]
    rooms: tuple[Chat, ...]
    asleep: int

    @property
    def nobody(self) -> bool:
        return not (self.found.people or self.chats or self.public or self.spared)


async def of(ctx: Ctx, draft: Draft) -> Whom:
    audience = draft.audience or Audience()
    if draft.release:
        audience = replace(audience, members=False)
    found = await audiences.reached(ctx, audience, besides=[ctx.me.id])
    assert draft.severity is not None
    willing = [c for c in found.chats if draft.severity.reaches(c.alerts_from)]
    open_to_all = await _public(ctx, willing)
    rooms = await _rooms(ctx, draft)
    through = {p for p in draft.through if any(r.platform == p for r in rooms)}
    direct = tuple((m, a) for m, a in found.people if a.platform not in through)
    more = [r for r in rooms if r.platform in through and r not in willing]
    return Whom(
        found=replace(found, people=direct),
        chats=(*(c for c in willing if c not in open_to_all), *more),
        public=open_to_all,
        unwilling=tuple(c for c in found.chats if c not in willing),
        spared=len(found.people) - len(direct),
        slow=_slow(ctx, direct),
        rooms=tuple(r for r in rooms if r.platform not in through),
        asleep=sum(awake_at(ctx, m) > ctx.now for m, _ in direct) if _sleeps(draft) else 0,
    )


def _sleeps(draft: Draft) -> bool:
    return draft.severity is not None and (draft.drill or not draft.severity.presses)


async def _public(ctx: Ctx, willing: Sequence[Chat]) -> tuple[Chat, ...]:
    """Channels of those who publish what they are told."""
    whose = await partners.load(ctx.tx, {c.partner_id for c in willing if c.partner_id})
    return tuple(
        c for c in willing
        if c.use is Use.PARTNER and c.partner_id in whose
        and whose[c.partner_id].category in PUBLIC
    )  # fmt: skip


async def _rooms(ctx: Ctx, draft: Draft) -> list[Chat]:
    """Rooms of the community's own people, where one message is told to many."""
    if draft.audience is None or not draft.audience.members or draft.release:
        return []
    return [c for c in await chats.open_ones(ctx.tx) if c.use is Use.TEAM]


def _slow(ctx: Ctx, direct: Sequence[tuple[AnyMember, AccountRow]]) -> tuple[tuple[str, int], ...]:
    """(platform, minutes) where it takes more than one."""
    found = []
    for platform, count in Counter(a.platform for _, a in direct).most_common():
        minutes = timing.minutes_for(count, ctx.parts.adapters[platform].pace.everyone[0])
        if minutes:
            found.append((platform, minutes))
    return tuple(found)


async def approvers(ctx: Ctx, besides: int) -> list[Member]:
    """Who may approve what somebody else publishes: the duty list, else every coordinator."""
    named = ctx.parts.settings.alerts.duty_list
    ranked = [m for m in await people.ranked(ctx.tx, Role.COORDINATOR) if m.id != besides]
    on_duty: set[int] = set()
    for one in await lists.all_of(ctx.tx) if named else ():
        if fold(one.name) == fold(named):
            on_duty = set(await lists.members_of(ctx.tx, one.id))
    chosen = [m for m in ranked if m.id in on_duty] or ranked
    reached = await ctx.reach([m.id for m in chosen])
    return [m for m in chosen if m.id in reached]
