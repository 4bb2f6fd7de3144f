"""What must be true of the evening, on whatever platform it was played. The tapes that are judged
are without whoever sends: the board that they look after begins with the same words."""

import re
from collections import Counter
from collections.abc import Collection, Sequence

from tests.evening.tape import Line

ALERT, OVER, END = "🚨 ALERTE · ", "TERMINÉE", "FIN D'ALERTE"
NEWS = "📰 NEWSLETTER"


def copies(tape: Sequence[Line], title: str) -> list[tuple[int, Line]]:
    """Where each copy of the alert stands on the tape."""
    return [
        (at, line)
        for at, line in enumerate(tape)
        if line.how == "sent" and line.text.startswith(f"{ALERT}{title}")
    ]


def everyone_got_it_once(
    tape: Sequence[Line], title: str, members: Collection[str], channels: Collection[str]
) -> None:
    counted = Counter(line.who for _, line in copies(tape, title))
    assert counted == Counter([*members, *channels])


def nothing_slower_came_between(
    tape: Sequence[Line], title: str, besides: Collection[str] = ()
) -> tuple[int, int]:
    """No copy of the newsletter left between the first and the last copy of the alert; how many
    did before and after: it was on its way, and went on. `besides`: who got theirs later, on
    purpose."""
    found = [at for at, line in copies(tape, title) if line.who not in besides]
    news = [at for at, line in enumerate(tape) if line.how == "sent" and line.text.startswith(NEWS)]
    between = [at for at in news if found[0] < at < found[-1]]
    assert between == []
    return sum(at < found[0] for at in news), sum(at > found[-1] for at in news)


def nobody_is_named(
    tape: Sequence[Line], channels: Collection[str], names: Collection[str]
) -> None:
    """PRIV-8."""
    wanted = re.compile("|".join(rf"\b{re.escape(name)}\b" for name in names))
    said = [line.text for line in tape if line.by_bot and line.who in channels]
    assert said
    assert [text for text in said if wanted.search(text)] == []


def the_all_clear_reaches_every_copy(tape: Sequence[Line], title: str) -> None:
    """Each is edited and answered."""
    edited = {(x.who, x.message) for x in tape if x.how == "edited" and OVER in x.text}
    answered = {(x.who, x.reply_to) for x in tape if x.how == "sent" and END in x.text}
    for _, line in copies(tape, title):
        assert (line.who, line.message) in edited, line
        assert (line.who, line.message) in answered, line


def number(board: str, what: str) -> int:
    """«Bien reçu : 120»."""
    found = re.search(rf"{what} : (\d+)", board)
    assert found, board
    return int(found[1])
