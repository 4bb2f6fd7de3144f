"""What the sink saw: when each thing came, told as plain lists of seconds since the epoch."""

from dataclasses import dataclass, field
from typing import Any


@dataclass
class Seen:
    """`sends` and `edits` are (chat, when). A tap is known by the number of its update and by its
    token: when it was made, told to the bot, answered; and when the chat was edited after it."""

    sends: list[tuple[int, float]] = field(default_factory=list)
    edits: list[tuple[int, float]] = field(default_factory=list)
    said: dict[str, int] = field(default_factory=dict)
    taps: dict[str, list[float]] = field(default_factory=dict)
    first_told: float = 0.0
    last_told: float = 0.0
    polls: int = 0
    _tokens: dict[int, str] = field(default_factory=dict)
    _chats: dict[int, str] = field(default_factory=dict)

    def sent(self, chat: int, at: float, text: str) -> None:
        self.sends.append((chat, at))
        title = text.partition("\n")[0][:60]
        self.said[title] = self.said.get(title, 0) + 1

    def edited(self, chat: int, at: float) -> None:
        self.edits.append((chat, at))
        token = self._chats.get(chat)
        if token is not None:
            self.taps[token][3] = at

    def pressed(self, number: int, token: str, chat: int, at: float) -> None:
        self.taps[token] = [at, 0.0, 0.0, 0.0]
        self._tokens[number], self._chats[chat] = token, token

    def told(self, numbers: list[int], at: float) -> None:
        if not numbers:
            return
        self.first_told, self.last_told = self.first_told or at, at
        for number in numbers:
            token = self._tokens.get(number)
            if token is not None and not self.taps[token][1]:
                self.taps[token][1] = at

    def answered(self, token: str, at: float) -> None:
        if token in self.taps:
            self.taps[token][2] = at

    def told_all(self) -> dict[str, Any]:
        return {
            "sends": self.sends, "edits": self.edits, "said": self.said,
            "taps": list(self.taps.values()),
            "first_told": self.first_told, "last_told": self.last_told,
            "polls": self.polls,
        }  # fmt: skip
