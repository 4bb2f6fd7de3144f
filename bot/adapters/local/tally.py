"""What is going on, counted from what the phones show and from nothing else."""

import re
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.adapters.local.chats import Change, Happening, Shown, Tap
from bot.adapters.local.community import Persona
from bot.adapters.local.temper import Asked, asked_by
from bot.core import Role
from bot.core.guard import Outcome, judge

_SEATS = re.compile(r"(\d+)\s(?:sur|of)\s(\d+)")
_COUNTS = re.compile(r"^\D*(\d+)\s·\s\D*(\d+)\s·", re.M)
"""«Sollicités : 49 · réponses : 8 · …»"""

SURVEY = "🗓"
"""What begins a question about free time: nobody comes yet who says yes to it."""

MEETING = "📅"
"""Begins what puts one into a calendar."""

MOST = 12


@dataclass(frozen=True)
class Answer:
    """One line of the feed: who touched or typed what."""

    at: datetime
    account: str
    label: str


@dataclass(frozen=True)
class Board:
    """One call, as its coordinator sees it. `asked` is 0 where the board does not say."""

    asked: int
    answered: int
    taken: int
    needed: int


class Tally:
    """Counts since the last `clear`. `seats` is (taken, needed), None until a board shows it."""

    def __init__(self, people: Mapping[str, Persona]) -> None:
        self._people = people
        self._seen: set[str] = set()
        self.clear()

    def clear(self) -> None:
        """Begin anew; boards of before count no more."""
        self._past = self._seen.copy()
        self._asked: set[str] = set()
        self._answered: set[str] = set()
        self._calls: dict[tuple[str, str], tuple[str, bool]] = {}
        self._boards: dict[str, Board] = {}
        self.feed: deque[Answer] = deque(maxlen=MOST)

    @property
    def asked(self) -> int:
        counted = self._counted()
        return sum(b.asked for b in counted) if counted else len(self._asked)

    @property
    def answered(self) -> int:
        counted = self._counted()
        return sum(b.answered for b in counted) if counted else len(self._answered)

    @property
    def yes(self) -> int:
        return len({chat for (chat, _), (_, comes) in self._calls.items() if comes})

    @property
    def seats(self) -> tuple[int, int] | None:
        if not self._boards:
            return None
        boards = self._boards.values()
        return sum(b.taken for b in boards), sum(b.needed for b in boards)

    def _counted(self) -> list[Board]:
        return [board for board in self._boards.values() if board.asked]

    def sees(self, happening: Happening) -> bool:
        """True if a count has changed."""
        if isinstance(happening, Tap):
            return self._tapped(happening.account, happening.label, happening.at)
        if not isinstance(happening, Change) or happening.chat not in self._people:
            return False
        if happening.shown.by:
            return self._typed(happening.shown)
        if self._people[happening.chat].role >= Role.COORDINATOR:
            return self._board(happening.shown)
        return self._call(happening)

    def _call(self, change: Change) -> bool:
        """A member's call says itself whether they come; a newer copy of it knows better."""
        shown, title = change.shown, _title(change.shown)
        labels = [key.label for key in shown.wording.keys]
        asked = not change.edited and asked_by(labels)
        full = asked is Asked.FULL and not any(label.startswith(MEETING) for label in labels)
        if full or asked in (Asked.CALL, Asked.ALERT):
            self._asked.add(change.chat)
        elif (change.chat, title) not in self._calls:
            return False
        copy, _ = self._calls.get((change.chat, title), ("", False))
        if change.edited and copy != shown.id:
            return False
        self._calls[change.chat, title] = shown.id, comes(shown)
        return True

    def _tapped(self, account: str, label: str, at: datetime) -> bool:
        if account not in self._asked:
            return False
        self._answered.add(account)
        self.feed.append(Answer(at, account, label))
        return True

    def _typed(self, shown: Shown) -> bool:
        """What the bot refuses to keep is not repeated here either."""
        words = shown.wording.plain
        if shown.by not in self._asked or words.startswith("/"):
            return False
        if judge(words).outcome is Outcome.BLOCK:
            return False
        self._answered.add(shown.by)
        self.feed.append(Answer(shown.at, shown.by, f"« {words[:60]} »"))
        return True

    def _board(self, shown: Shown) -> bool:
        """Only a board offers to add or to widen; «Étape 2 sur 5» counts no seat."""
        if not any(key.label.startswith(("➕", "🔒")) for key in shown.wording.keys):
            return False
        words, title = shown.wording.plain, _title(shown)
        found = [(int(a), int(b)) for a, b in _SEATS.findall(words)]
        self._seen.add(shown.id)
        if not found or shown.id in self._past:
            return False
        counts = _COUNTS.search(words)
        asked, answered = (int(counts[1]), int(counts[2])) if counts else (0, 0)
        board = Board(asked, answered, sum(a for a, _ in found), sum(b for _, b in found))
        changed = self._boards.get(title) != board
        self._boards[title] = board
        return changed


def comes(shown: Shown) -> bool:
    """«✅ C'est noté, vous venez : …» stands in the call."""
    lines = shown.wording.plain.split("\n")
    return not lines[0].startswith(SURVEY) and any(line.startswith("✅") for line in lines[1:])


def _title(shown: Shown) -> str:
    return shown.wording.plain.split("\n", 1)[0]
