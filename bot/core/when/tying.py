"""Ties two ends into one: «9h - 13h», «du 12 au 13/12», «sam 20h - dim 8h»."""

from bot.core.when.grouping import is_clock, merge
from bot.core.when.hours import placed
from bot.core.when.model import Reason, Unsure
from bot.core.when.tree import RANGE_LINKS, Day, Days, Link, Moment, Stretch, Time, Unit, Week, What


def tie(units: list[Unit]) -> list[Unit]:
    return tie_days(merge_parts(tie_hours(within_weeks(units))))


def within_weeks(units: list[Unit]) -> list[Unit]:
    """«lundi semaine 50», «mardi de la semaine du 7/12» are days of those weeks."""
    done: list[Unit] = []
    for unit in units:
        day = day_of_week(done[-1].what, unit) if done else None
        if day:
            done[-1] = Unit(day, done[-1].link)
        else:
            done.append(unit)
    return done


def day_of_week(before: What, unit: Unit) -> Day | None:
    if unit.link not in (Link.NONE, Link.COMMA):
        return None
    for day, week in ((before, unit.what), (unit.what, before)):
        if isinstance(day, Day) and isinstance(week, Week) and day == Day(day.weekday):
            return Day(day.weekday, week=week)
    return None


def tie_hours(units: list[Unit]) -> list[Unit]:
    """«9h - 13h», «de 9h à 13h», «9h/13h» are one time."""
    done: list[Unit] = []
    for unit in units:
        before = done[-1].what if done else None
        if (
            isinstance(unit.what, Time)
            and isinstance(before, Time)
            and unit.link in RANGE_LINKS | {Link.SLASH}
            and is_clock(before)
            and is_clock(unit.what)
        ):
            done[-1] = Unit(tied(before, unit.what), done[-1].link)
        else:
            done.append(unit)
    return done


def tied(first: Time, last: Time) -> Time:
    """One time from two clocks; «8 h à 10 h du soir» could begin in the morning: the bot asks."""
    assert first.first is not None
    assert last.first is not None
    start = placed(first.first, first.part) if first.part else first.first
    end = placed(last.first, last.part) if last.part else last.first
    if last.part and not first.part and end != last.first:
        raise Unsure(Reason.MORNING_OR_AFTERNOON)
    return Time(start, end)


def merge_parts(units: list[Unit]) -> list[Unit]:
    """«matin 9h-12h», «20h-8h (nuit)»: the part of the day and its hours are one time."""
    done: list[Unit] = []
    for unit in units:
        before = done[-1].what if done else None
        merged = None
        if isinstance(unit.what, Time) and isinstance(before, Time):
            merged = merge(before, unit.what, unit.link)
        if merged:
            done[-1] = Unit(merged, done[-1].link)
        else:
            done.append(unit)
    return done


def tie_days(units: list[Unit]) -> list[Unit]:
    """«du 12 au 13/12», «sam 12/12 20h - dim 13/12 8h»."""
    done: list[Unit] = []
    rest = list(units)
    while rest:
        for length, rule in ((4, stretch_of_four), (3, stretch_of_three), (2, range_of_days)):
            whats = [u.what for u in rest[:length]]
            links = [u.link for u in rest[:length]]
            if len(whats) == length and (what := rule(whats, links, bool(done))):
                done.append(Unit(what, links[0]))
                rest = rest[length:]
                break
        else:
            done.append(rest.pop(0))
    return done


def stretch_of_four(whats: list[What], links: list[Link], later: bool) -> Stretch | None:
    first, start, last, end = whats
    if not (isinstance(first, Day) and isinstance(last, Day) and links[2] in RANGE_LINKS):
        return None
    if is_end(start) and is_end(end) and isinstance(start, Time) and isinstance(end, Time):
        return Stretch(Moment(first, start), Moment(last, end))
    return None


def is_end(time: What) -> bool:
    return isinstance(time, Time) and time.last is None and time.lasting is None


def stretch_of_three(whats: list[What], links: list[Link], later: bool) -> Stretch | None:
    start, last, end = whats
    if later or links[1] not in (Link.TO, Link.UNTIL) or not isinstance(last, Day):
        return None
    if is_clock(start) and is_end(end) and isinstance(start, Time) and isinstance(end, Time):
        return Stretch(Moment(None, start), Moment(last, end))
    return None


def range_of_days(whats: list[What], links: list[Link], later: bool) -> Days | None:
    first, last = whats
    if isinstance(first, Day) and isinstance(last, Day) and links[1] in RANGE_LINKS:
        return Days(first, last)
    return None
