"""The grammar of hours and of what is counted from now or from the anchor."""

from bot.core.when.cursor import Cursor
from bot.core.when.days import beside_a_day, in_days
from bot.core.when.every import PARTS
from bot.core.when.model import Convention, Reason, Wrong
from bot.core.when.row import HOUR_LIKE
from bot.core.when.tokens import T
from bot.core.when.tree import Clock, Day, Length, Mark, Per, Relative, Soon, Time, What

SHIFTS = frozenset(
    {"garde", "gardes", "poste", "postes", "astreinte", "vacation", "vacations", "mission"}
    | {"permanence", "shift", "service", "journee", "nuit", "jour"}
)
ENDS_FOLLOW = frozenset({T.A, T.AU, T.DASH, T.ARROW, T.SLASH, T.UNTIL})
SAME_DAY = (("matin", PARTS[0]), ("soir", PARTS[2]))
Found = What | tuple[What, ...] | None


def soon(c: Cursor) -> Found:
    """«dans 3h», «dans 2 jours», «maintenant», «sous 48 h», «d'ici 2 jours»."""
    if c.accept(T.NOW):
        return Soon(Length(0, Per.MINUTE))
    kind = c.kind()
    if kind not in (T.IN, T.WITHIN, T.BY, T.AGO) or c.kind(1) not in (T.LENGTH, T.CLOCK):
        return None
    clock = c.token(1).clock
    if kind is T.BY and clock and clock.hour <= 23:
        return None
    c.i += 1
    length = c.length()
    if kind is T.AGO:
        raise Wrong(Reason.PAST)
    if length is None:
        return None
    later = in_days(length)
    if kind is T.IN:
        return later or Soon(length)
    return (Mark.BY, later or Soon(length))


def relative(c: Cursor) -> Found:
    """«la veille», «J-2», «2h avant», «une semaine avant»; beside a day they move it."""
    if found := beside_a_day(c):
        return found
    token = c.token()
    if token.kind is T.EVE:
        c.i += 1
        part = next((p for name, p in SAME_DAY if name in token.text), None)
        return (Relative(token.value), Time(part=part)) if part else Relative(token.value)
    if token.kind is T.JDAY and (c.anchored or token.value < 0):
        c.i += 1
        return Relative(token.value)
    if token.kind is T.HOUR_J:
        c.i += 1
        return Relative(length=Length(token.value * 60, Per.MINUTE))
    length = c.length()
    if length is None:
        return None
    if c.kind() is T.AGO:
        raise Wrong(Reason.PAST)
    later = c.kind() is T.AFTER or c.token().text in ("plus tard", "later")
    if not (later or c.kind() is T.BEFORE) or c.starts_day(1):
        return None
    c.i += 1
    sign = 1 if later else -1
    if length.per in (Per.DAY, Per.WEEK):
        return Relative(sign * length.amount * (7 if length.per is Per.WEEK else 1))
    return Relative(length=Length(sign * length.amount, length.per))


def this_part(c: Cursor) -> Found:
    if c.kind() is not T.THIS_PART:
        return None
    return Day(offset=0), Time(part=PARTS[c.take().value])


def time(c: Cursor) -> Found:
    token = c.token()
    if token.kind is T.PART:
        c.i += 1
        return Time(part=PARTS[token.value])
    if token.kind is T.LUNCH:
        c.i += 1
        return Time(Clock(12), Clock(14))
    if token.kind not in HOUR_LIKE:
        return None
    c.i += 1
    if token.kind is T.CLOCK and token.clock:
        if is_duration(c, token.clock):
            return Length(token.clock.minutes, Per.MINUTE)
        clock = checked(plus_quarter(c, token.clock))
    else:
        hour = 12 if token.kind is T.NOON else 24
        clock = plus_quarter(c, Clock(hour, midnight=hour == 24))
    return Time(clock, part=part_of(c))


def is_duration(c: Cursor, clock: Clock) -> bool:
    """«garde de 24h», «poste de 12h»; not «garde de 8h à 20h»."""
    of_a_shift = c.row.at(c.i - 3).text in SHIFTS and c.kind() not in ENDS_FOLLOW
    return c.row.kind(c.i - 2) is T.DE and (clock.hour >= 24 or of_a_shift)


def plus_quarter(c: Cursor, clock: Clock) -> Clock:
    bare = clock.hour in (12, 24) and c.kind() is T.NUM and c.token().value in (15, 30, 45)
    said = clock.minute == 0 and c.kind() is T.QUARTER
    more = c.take().value if said or bare else 0
    if not more:
        return clock
    hour, minute = divmod(clock.minutes + more, 60)
    return Clock(hour, minute, clock.midnight, clock.loose, clock.offset)


def checked(clock: Clock) -> Clock:
    if clock.hour > 24 or clock.minute > 59 or (clock.hour == 24 and clock.minute):
        raise Wrong(Reason.NO_SUCH_HOUR)
    return clock


def part_of(c: Cursor) -> Convention | None:
    """«9h du matin»."""
    at = c.row.beyond(c.i) - c.i
    if at and c.kind() in (T.DU, T.DE) and c.kind(at) is T.PART:
        c.i += at
        return PARTS[c.take().value]
    return None


def lasting(c: Cursor) -> Found:
    """«pendant 2h», «durée 1h30»; a length that nothing explains is kept as such."""
    explained = c.accept(T.FOR)
    c.skip(T.DE, T.FILLER)
    if not explained and c.kind() is T.CLOCK:
        return None
    length = c.length()
    if length is None:
        return None
    return Time(lasting=length) if explained else length
