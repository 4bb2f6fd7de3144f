"""When somebody may be written to: now, or when their quiet hours end."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

from bot.core.quiet import in_quiet_hours, quiet_until
from bot.core.zones import zone_of
from bot.engine.here import Here
from storage.everyone import AnyMember


def awake_at(ctx: Here, member: AnyMember) -> datetime:
    """Now, or when this person's quiet hours end; those who chose the night are always awake."""
    quiet, zone = quiet_of(ctx, member), own_zone(ctx, member)
    if quiet is None or not in_quiet_hours(ctx.now, zone, *quiet):
        return ctx.now
    return quiet_until(ctx.now, zone, quiet[1])


def own_zone(ctx: Here, member: AnyMember) -> ZoneInfo:
    """Where this person's nights are."""
    return zone_of(member.zone, ctx.zone)


def quiet_of(ctx: Here, member: AnyMember) -> tuple[time, time] | None:
    """A person's quiet hours, of their own day (`own_zone`): their own, else the community's; none
    for «la nuit aussi»."""
    if member.at_night:
        return None
    if member.quiet_from is not None and member.quiet_to is not None:
        return _clock(member.quiet_from), _clock(member.quiet_to)
    hours = ctx.parts.settings.community.quiet_hours
    return hours.start, hours.end


def _clock(minutes: int) -> time:
    return time(minutes // 60 % 24, minutes % 60)
