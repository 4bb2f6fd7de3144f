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

_SEATS = re.compile(r"(\d+)\s(?:sur|of)\s(\d+)")
MOST = 12


@dataclass(frozen=True)
class Answer:
    """One line of the feed: who touched or typed what."""

    at: datetime
    account: str
    label: str


class Tally:
    """Counts since the last `clear`. `seats` is (taken, needed), None until a board shows it."""

    def __init__(self, people: Mapping[str, Persona]) -> None:
        self._people = people
        self.clear()

    def clear(self) -> None:
        self._asked: set[str] = set()
        self._answered: set[str] = set()
        self._yes: set[str] = set()
        self.seats: tuple[int, int] | None = None
        self.feed: deque[Answer] = deque(maxlen=MOST)

    @property
    def asked(self) -> int:
        return len(self._asked)

    @property
    def answered(self) -> int:
        return len(self._answered)

    @property
    def yes(self) -> int:
        return len(self._yes)

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
        return self._question(happening)

    def _question(self, change: Change) -> bool:
        asked = asked_by([key.label for key in change.shown.wording.keys])
        if change.edited or asked not in (Asked.CALL, Asked.ALERT):
            return False
        self._asked.add(change.chat)
        return True

    def _tapped(self, account: str, label: str, at: datetime) -> bool:
        if account not in self._asked:
            return False
        self._answered.add(account)
        if label.startswith("✅"):
            self._yes.add(account)
        elif label.startswith(("🚫", "❌")):
            self._yes.discard(account)
        self.feed.append(Answer(at, account, label))
        return True

    def _typed(self, shown: Shown) -> bool:
        if shown.by not in self._asked or shown.wording.plain.startswith("/"):
            return False
        self._answered.add(shown.by)
        self.feed.append(Answer(shown.at, shown.by, f"« {shown.wording.plain[:60]} »"))
        return True

    def _board(self, shown: Shown) -> bool:
        """Only a board offers to add or to widen; «Étape 2 sur 5» counts no seat."""
        if not any(key.label.startswith(("➕", "🔒")) for key in shown.wording.keys):
            return False
        found = [(int(a), int(b)) for a, b in _SEATS.findall(shown.wording.plain)]
        if not found:
            return False
        seats = (sum(a for a, _ in found), sum(b for _, b in found))
        changed, self.seats = seats != self.seats, seats
        return changed
