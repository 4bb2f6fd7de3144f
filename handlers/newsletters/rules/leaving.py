"""When somebody may get their copy: never in their quiet hours, nor so shortly before them that it
would come in them."""

from datetime import datetime, time, timedelta, tzinfo

from bot.core.quiet import in_quiet_hours, quiet_until

MARGIN = timedelta(minutes=15)
"""How long a copy may take to leave: newsletters wait for everything else."""


def may_have_it(now: datetime, zone: tzinfo, quiet: tuple[time, time] | None) -> datetime:
    """Now, or the end of the quiet hours that have begun or are about to."""
    if quiet is None:
        return now
    for moment in (now, now + MARGIN):
        if in_quiet_hours(moment, zone, *quiet):
            return quiet_until(moment, zone, quiet[1])
    return now


def end_of_day(moment: datetime, zone: tzinfo) -> datetime:
    """Until when a newsletter that is late may still leave: the same local day."""
    day = moment.astimezone(zone).date() + timedelta(days=1)
    return datetime.combine(day, time(), tzinfo=zone) - timedelta(seconds=1)
