"""Days and hours as short as the head of a row: «sam. 12 déc.», «9 h – 13 h»."""

import re
from datetime import date, datetime, tzinfo

from babel.dates import format_date

from bot.core import Lang
from bot.core.i18n import in_words

DASH = "\u00a0– "


def day(at: datetime, zone: tzinfo, lang: Lang) -> str:
    """«sam. 12 déc.» in the local time of `zone`."""
    return _written(at.astimezone(zone).date(), "EEE d MMM", lang)


def hours(start: datetime, end: datetime, zone: tzinfo, lang: Lang) -> str:
    """«9 h – 13 h»; breaks after the dash where there is no room."""
    return f"{hour(start, zone, lang)}{DASH}{hour(end, zone, lang)}"


def hour(at: datetime, zone: tzinfo, lang: Lang) -> str:
    """«9 h», «1:30 pm»; never broken."""
    return re.sub(r"\s", "\u00a0", in_words(at.astimezone(zone).time(), lang, zone))


def slot(start: datetime, end: datetime, zone: tzinfo, lang: Lang) -> str:
    """«sam. 12 déc. 9 h – 13 h»: in a text, where «12/12» would be read as a fraction."""
    return f"{day(start, zone, lang)} {hours(start, end, zone, lang)}"


def full_day(at: datetime, zone: tzinfo, lang: Lang) -> str:
    """«samedi 12 décembre»."""
    return in_words(at.astimezone(zone).date(), lang, zone)


def weekday(at: datetime, zone: tzinfo, lang: Lang) -> str:
    return _written(at.astimezone(zone).date(), "EEE", lang)


def _written(one: date, pattern: str, lang: Lang) -> str:
    return str(format_date(one, pattern, locale="fr" if lang is Lang.FR else "en_GB"))
