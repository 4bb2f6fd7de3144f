"""Numbers that are more than a number: dates, hours, ranks, lengths, days from D-day."""

import re
from collections.abc import Callable

from bot.core.when.tokens import T, Token
from bot.core.when.tree import Clock, Date, Length, Per
from bot.core.when.words import UNIT_OF, VOCABULARY, mistyped

NO_SUCH_MINUTE = 99


def longest_first(words: list[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


MONTHS = {word: value for word, (kind, value) in VOCABULARY.items() if kind is T.MONTH}
UNITS = longest_first([unit for unit, per in UNIT_OF.items() if per is not Per.HOUR])
# «lun 23 mar 24» are two Tuesdays' neighbours, «12 mar» is English for March
MONTH = longest_first(list(MONTHS)) + r"|mar(?!\.?\s?\d{1,2}(?![\dh:]))"
HEURES = r"heures?(?![a-z]|\s(?:a\s|d'|de\s)(?:prec|def|conf|fix|conv|det|hiver|ete))"
GLUED_HOUR_NEXT = rf"\s?h(?![a-z])|\s?h\d|\s?{HEURES}|[ap]m\b|:\d|\s?o'?clock"
HOUR_NEXT = rf"\s?h(?![a-z])|\s?h\d|\s?{HEURES}|\s?[ap]m\b|:\d|\s?o'?clock"
# minutes set apart («9 h 30») must not be the day of a date that follows («9 h 12 décembre»)
DATE_NEXT = rf"\d|\s?/|{HOUR_NEXT}|\.\d|\s?-\d{{1,2}}/|(?:er|e|th|st|nd|rd)?[\s.-]?(?:{MONTH})"
DATE_NEXT += r"|\s?(?:et|,|au|and)\s\d{1,2}(?:/|\s(?!h))"
TENS_OF_HOURS = r"-\d{1,2}(?!\d|/|\.\d|h|:|\s?h)"
PATTERNS = (
    r"(?P<half>[1-3]/[24]\s?(?:journees?|j)(?![a-z]))",
    r"(?P<part>(?P<over>[1-3])/(?P<under>[24])\s?(?:h|heures?|d'heure)(?![a-z]))",
    r"(?P<iso>(?P<iso_y>\d{4})(?P<iso_s>[-/.])(?P<iso_m>\d{1,2})(?P=iso_s)(?P<iso_d>\d{1,2})"
    r"(?!\d)(?:t(?=\d))?)",
    r"(?P<jday>j\s?(?P<j_sign>[+-])\s?(?P<j_days>\d{1,3})(?!\d|\s?h|/))",
    r"(?P<jhour>h\s?(?P<h_sign>[+-])\s?(?P<h_hours>\d{1,3})(?!\d|\s?h|/))",
    r"(?P<isoweek>(?:(?:semaine|sem\.?|week)\s?(?:n[°o]\s?)?|s(?=\d\d))(?P<week>\d{1,2})"
    r"(?![\d/h:.-]|\s?h)(?:(?<=\d\d)|(?!\s?[a-z]{3})))",
    r"(?P<dmy>(?P<d>\d{1,2})(?:\s?(?P<slash>/)\s?|(?P<sep>[.-]))(?P<m>\d{1,2})"
    r"(?(slash)\s?/\s?|(?P=sep))(?P<y>\d{4}|\d{2})(?![\d:]|\s?h(?![a-z])))",
    r"(?P<apart>(?P<a_d>\d{1,2})\s(?P<a_m>\d{1,2})\s(?P<a_y>20\d\d)(?!\d|\s?h))",
    rf"(?P<dm>(?P<dm_d>\d{{1,2}})\s?/\s?(?P<dm_m>\d{{1,2}})(?!\d|{GLUED_HOUR_NEXT})(?!{TENS_OF_HOURS})"
    rf"(?!\s(?:{MONTH})(?![a-z])))",
    r"(?P<named>(?P<n_d>\d{1,3})\s?(?:er|e|st|nd|rd|th)?[\s.-]*(?:(?:de|of)\s)?"
    rf"(?P<n_m>{MONTH})(?![a-z])\.?(?:[\s,.-]*(?P<n_y>(?:19|20)\d\d)(?![\dh])|\s?'(?P<n_yy>\d\d))?)",
    r"(?P<ampm>(?P<ap_h>\d{1,2})(?:[:.h](?P<ap_m>\d{2}))?\s?(?P<ap>[ap])\.?m\b\.?)",
    rf"(?P<hours>(?P<hh>\d{{1,3}})(?:\s?{HEURES}|\s?hrs?(?![a-z])|\s?hours?(?![a-z])"
    r"|\s?o'?clock(?![a-z])|h|\sh(?![a-z]))\.?"
    rf"(?:(?P<mm>\d{{2}})(?!\d)|\s(?P<mm_apart>(?:(?<=\sh\s)|(?<=s\s)|(?=\d[05]))\d{{2}})"
    rf"(?!{DATE_NEXT}))?"
    r"(?:\s?(?:min|mn)(?![a-z]))?(?P<bad>\d)?)",
    r"(?P<isoclock>(?<=\dt)(?P<ih>\d\d):(?P<im>\d\d)(?::\d\d)?(?P<tz>z|[+-]\d\d:\d\d)?(?!\d))",
    r"(?P<colon>(?P<ch>\d{1,3}):(?P<cm>\d{2})(?::\d{2})?(?!\d))",
    r"(?P<dot>(?P<dot_a>\d{1,2})\.(?P<dot_b>\d{2})(?!\d|\.\d)(?:\.(?=\s|$))?)",
    rf"(?P<length>(?P<amount>\d{{1,4}})\s?(?P<unit>{UNITS})(?![a-z]))",
    r"(?P<rank>(?P<r>\d{1,2})\s?(?:ers?|re|eres?|e|emes?|iemes?|nde?|st|rd|th)(?![a-z]))",
    r"(?P<plain>\d+)",
)
NUMBERS = re.compile("|".join(PATTERNS))
TYPO = re.compile(r"(?P<d>\d{1,2})\s?(?:er)?\s(?P<word>[a-z]{5,})")


def number(match: re.Match[str]) -> Token:
    """The token of what matched; its place is still unknown: `end` is its length."""
    kind = match.lastgroup or "plain"
    if kind in ("plain", "rank") and (typo := TYPO.match(match.string, match.start())):
        meant = mistyped(typo["word"]) or ""
        if meant in MONTHS:
            return dated(Date(int(typo["d"]), MONTHS[meant]), typo)
    return READERS[kind](match)


def token(kind: T, match: re.Match[str], value: int = 0) -> Token:
    return Token(kind, "", 0, match.end() - match.start(), value)


def dated(date: Date, match: re.Match[str]) -> Token:
    return Token(T.DATE, "", 0, match.end() - match.start(), date=date)


def clocked(clock: Clock, match: re.Match[str]) -> Token:
    return Token(T.CLOCK, "", 0, match.end() - match.start(), clock=clock)


def lasting(length: Length, match: re.Match[str]) -> Token:
    return Token(T.LENGTH, "", 0, match.end() - match.start(), length=length)


def signed(sign: str, amount: str) -> int:
    return int(amount) if sign == "+" else -int(amount)


def iso(m: re.Match[str]) -> Token:
    return dated(Date(int(m["iso_d"]), int(m["iso_m"]), int(m["iso_y"])), m)


def dmy(m: re.Match[str]) -> Token:
    year = int(m["y"])
    return dated(Date(int(m["d"]), int(m["m"]), year if year > 99 else 2000 + year), m)


def named(m: re.Match[str]) -> Token:
    year = int(m["n_y"]) if m["n_y"] else 2000 + int(m["n_yy"]) if m["n_yy"] else None
    return dated(Date(int(m["n_d"]), MONTHS.get(m["n_m"], 3), year), m)


def ampm(m: re.Match[str]) -> Token:
    hour, minute = int(m["ap_h"]), int(m["ap_m"] or 0)
    if m["ap"] == "a":
        hour = hour % 12 if hour <= 12 else NO_SUCH_MINUTE
    elif hour < 12:
        hour += 12
    return clocked(Clock(hour, minute), m)


def hours(m: re.Match[str]) -> Token:
    minute = NO_SUCH_MINUTE if m["bad"] else int(m["mm"] or m["mm_apart"] or 0)
    return clocked(Clock(int(m["hh"]), minute, loose="clock" in m["hours"]), m)


def iso_clock(m: re.Match[str]) -> Token:
    offset = None
    if m["tz"]:
        hour, minute = (0, 0) if m["tz"] == "z" else map(int, m["tz"][1:].split(":"))
        offset = (hour * 60 + minute) * (-1 if m["tz"][0] == "-" else 1)
    return clocked(Clock(int(m["ih"]), int(m["im"]), offset=offset), m)


def dotted(m: re.Match[str]) -> Token:
    """12.12 is a day, 14.30 an hour: no number between dots can be both."""
    left, right = int(m["dot_a"]), int(m["dot_b"])
    is_hour = (right > 12 or right == 0) and left <= 24
    return clocked(Clock(left, right), m) if is_hour else dated(Date(left, right), m)


READERS: dict[str, Callable[[re.Match[str]], Token]] = {
    "half": lambda m: token(T.VAGUE, m),
    "part": lambda m: lasting(Length(60 * int(m["over"]) // int(m["under"]), Per.MINUTE), m),
    "iso": iso,
    "jday": lambda m: token(T.JDAY, m, signed(m["j_sign"], m["j_days"])),
    "jhour": lambda m: token(T.HOUR_J, m, signed(m["h_sign"], m["h_hours"])),
    "isoweek": lambda m: token(T.ISO_WEEK, m, int(m["week"])),
    "dmy": dmy,
    "apart": lambda m: dated(Date(int(m["a_d"]), int(m["a_m"]), int(m["a_y"])), m),
    "dm": lambda m: dated(Date(int(m["dm_d"]), int(m["dm_m"])), m),
    "named": named,
    "ampm": ampm,
    "hours": hours,
    "isoclock": iso_clock,
    "colon": lambda m: clocked(Clock(int(m["ch"]), int(m["cm"])), m),
    "dot": dotted,
    "length": lambda m: lasting(Length(int(m["amount"]), UNIT_OF[m["unit"]]), m),
    "rank": lambda m: token(T.ORD, m, int(m["r"])),
    "plain": lambda m: token(T.NUM, m, int(m["plain"])),
}
