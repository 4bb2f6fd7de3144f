"""«Chez vous : …» below the slots of a call, for whoever lives in another time zone."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from bot.core import Lang, Span, Text, text, zones
from storage.callouts import Shift
from storage.people import Member


def below(shifts: Sequence[Shift], person: Member, zone: ZoneInfo, lang: Lang) -> list[Text]:
    """One line for all of them; none where the clocks show the same."""
    known = [(s.number, zones.there(s.starts_at, s.ends_at, zone, person.zone, lang))
             for s in shifts]  # fmt: skip
    found = [(number, one) for number, one in known if one is not None]
    if not found:
        return []
    times = tuple(Span(f"{number}. {one.brief}") for number, one in found)
    return [text("zone-slots", when=times, clock=Span(found[0][1].clock))]
