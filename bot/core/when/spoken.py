"""A span said again: in full words for sentences, short for buttons, as ISO for the terminal."""

from datetime import date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel import dates

from bot.core.when.asking import Asking
from bot.core.when.calendar import next_anniversary
from bot.core.when.model import Kind, Reading, Span, Unsure, Wrong
from bot.core.when.tree import Date, Day

ONE_DAY = timedelta(days=1)
MIDNIGHT = (0, 0)


def as_json(reading: Reading) -> dict[str, str]:
    """{"class", "start", "end", "reason"}: ISO to the minute, "-" for none, several by " | ".

    The reason of a RECUR is its rule.
    """
    starts = [s.start.isoformat(timespec="minutes") for s in reading.spans]
    ends = [s.end.isoformat(timespec="minutes") if s.end else "-" for s in reading.spans]
    return {
        "class": str(reading.kind),
        "start": " | ".join(starts) or "-",
        "end": " | ".join(ends) or "-",
        "reason": (reading.rule if reading.kind is Kind.RECUR else str(reading.reason)) or "-",
    }


def spoken(span: Span, lang: str, zone: ZoneInfo, now: datetime | None = None) -> str:
    """«samedi 12 décembre, de 9 h à 13 h», "Saturday 12 December, 9 am to 1 pm".

    With `now` the year is said where the day and month alone would be read otherwise.
    """
    start = span.start.astimezone(zone)
    end = span.end.astimezone(zone) if span.end else None
    if end is None:
        return f"{full(start.date(), lang, zone, now)}, {at(lang)} {clock(start, lang)}"
    last = end.date() - ONE_DAY if is_midnight(end) else end.date()
    first = full(start.date(), lang, zone, now)
    if is_midnight(start) and is_midnight(end):
        if last == start.date():
            return first
        return between(first, full(last, lang, zone, now), lang)
    if last == start.date():
        return f"{first}, {hours(start, end, lang)}"
    opens, closes = clock(start, lang), clock(end, lang)
    until = full(end.date(), lang, zone, now)
    comma = "," if lang == "en" else ""
    return between(f"{first}{comma} {opens}", f"{until}{comma} {closes}", lang)


def short(span: Span, lang: str, zone: ZoneInfo, *, dated: bool = False) -> str:
    """For buttons: «Sam. 9 h – 13 h», with the date «Sam. 12/12 9 h – 13 h»."""
    start = span.start.astimezone(zone)
    end = span.end.astimezone(zone) if span.end else None
    day = brief(start.date(), lang, dated=dated)
    if end is None:
        return f"{day} {clock(start, lang)}"
    last = end.date() - ONE_DAY if is_midnight(end) else end.date()
    if is_midnight(start) and is_midnight(end):
        if last == start.date():
            return day if dated else f"{day} {'all day' if lang == 'en' else 'journée'}"
        return f"{day} – {lower(brief(last, lang, dated=dated), lang)}"
    overnight = end - start < ONE_DAY
    if last == start.date() or (overnight and not dated):
        return f"{day} {clock(start, lang)} – {clock(end, lang, closing=True)}"
    until = lower(brief(end.date(), lang, dated=dated), lang)
    return f"{day} {clock(start, lang)} – {until} {clock(end, lang)}"


@lru_cache(1024)
def format_date(day: date, pattern: str, locale: str) -> str:
    """A slot's day is said to everyone who is asked; a tenth of the time of a card goes into it."""
    return str(dates.format_date(day, pattern, locale=locale))


def full(day: date, lang: str, zone: ZoneInfo, now: datetime | None) -> str:
    pattern = "EEEE d MMMM" if now is None or is_next(day, zone, now) else "EEEE d MMMM y"
    words = format_date(day, pattern, locale=lang)
    return words.replace(" 1 ", " 1er ", 1) if lang == "fr" else words


def is_next(day: date, zone: ZoneInfo, now: datetime) -> bool:
    """Whether the day and the month alone would be read as this day."""
    written = Day(date=Date(day.day, day.month))
    try:
        ask = Asking(now.astimezone(zone), zone)
        return next_anniversary(ask, written, Date(day.day, day.month), None) == day
    except (Unsure, Wrong):
        return False


def brief(day: date, lang: str, *, dated: bool) -> str:
    name = format_date(day, "EEE", locale=lang)
    name = name[0].upper() + name[1:]
    return f"{name} {day.day:02}/{day.month:02}" if dated else name


def lower(words: str, lang: str) -> str:
    return words[0].lower() + words[1:] if lang == "fr" else words


def hours(start: datetime, end: datetime, lang: str) -> str:
    opens, closes = clock(start, lang), clock(end, lang, closing=True)
    return f"{opens} to {closes}" if lang == "en" else f"de {opens} à {closes}"


def clock(moment: datetime, lang: str, *, closing: bool = False) -> str:
    if closing and is_midnight(moment):
        return "midnight" if lang == "en" else "minuit"
    return (english if lang == "en" else french)(moment) + season(moment, lang)


def french(moment: datetime) -> str:
    return f"{moment.hour} h {moment.minute:02}" if moment.minute else f"{moment.hour} h"


def english(moment: datetime) -> str:
    if (moment.hour, moment.minute) == (12, 0):
        return "noon"
    hour = (moment.hour - 1) % 12 + 1
    minutes = f":{moment.minute:02}" if moment.minute else ""
    return f"{hour}{minutes} {'am' if moment.hour < 12 else 'pm'}"


def season(moment: datetime, lang: str) -> str:
    """The hour that comes twice in the autumn night says which of the two it is."""
    early, late = moment.replace(fold=0), moment.replace(fold=1)
    if early.utcoffset() == late.utcoffset():
        return ""
    summer = moment.utcoffset() == early.utcoffset()
    if lang == "en":
        return " (summer time)" if summer else " (winter time)"
    return " (heure d'été)" if summer else " (heure d'hiver)"


def between(first: str, last: str, lang: str) -> str:
    return f"from {first} to {last}" if lang == "en" else f"du {first} au {last}"


def at(lang: str) -> str:
    return "at" if lang == "en" else "à"


def is_midnight(moment: datetime) -> bool:
    return (moment.hour, moment.minute) == MIDNIGHT
