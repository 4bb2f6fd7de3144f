"""What people answer to a call: the slots they are asked about, and examples of their words."""

import csv
from datetime import date, time
from pathlib import Path

from handlers.staffing.reading.replies import SlotName

SATURDAY, SUNDAY = date(2026, 12, 12), date(2026, 12, 13)
EXAMPLES = Path(__file__).parents[1] / "data" / "replies" / "fr_en_replies.tsv"


def slot(number: int, day: date, start: int, end: int, part: str) -> SlotName:
    return SlotName(number, day.weekday(), day, time(start % 24), time(end % 24), part)


ONE = [slot(1, SATURDAY, 9, 13, "matin")]
TWO = [*ONE, slot(2, SATURDAY, 13, 18, "aprem")]
WEEKEND = [*ONE, slot(2, SUNDAY, 14, 18, "aprem")]
FOUR = [*TWO, slot(3, SUNDAY, 9, 13, "matin"), slot(4, SUNDAY, 13, 18, "aprem")]
NIGHT = [slot(1, SATURDAY, 20, 8, "nuit")]


def meaning(meant: str) -> list[str]:
    """The examples of one meaning; `\\n` in the file is the end of a line in the message."""
    with EXAMPLES.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        found = [row["text"].replace("\\n", "\n") for row in rows if row["meant"] == meant]
    assert found, f"no example of {meant!r}"
    return found


YES, NO, MAYBE = meaning("yes"), meaning("no"), meaning("perhaps")
