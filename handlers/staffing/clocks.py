"""«Chez vous : …» below the slots of a call, for whoever lives in another time zone."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from bot.core import Lang, Span, Text, text, zones
from storage.callouts import Shift


def below(shifts: Sequence[Shift], home: str, zone: ZoneInfo, lang: Lang) -> list[Text]:
    """One line for all of them; none where the clocks show the same. `home` is where they live."""
    known = [(s.number, zones.there(s.starts_at, s.ends_at, zone, home, lang))
             for s in shifts]  # fmt: skip
    found = [(number, one) for number, one in known if one is not None]
    if not found:
        return []
    times = tuple(Span(f"{number}. {one.brief}") for number, one in found)
    return [text("zone-slots", when=times, clock=Span(found[0][1].clock))]
