"""What a browser may ask for: a closed list. Nothing it sends is trusted but for its shape."""

import json
from dataclasses import dataclass
from typing import Any, TypeAlias

from bot.core import Lang

SPEEDS = (1, 10, 60, 600)
LONGEST = 4096
PHONES = 12


class Nonsense(Exception):
    """A frame that no page of ours sends."""


@dataclass(frozen=True)
class Show:
    """These phones are on the screen: [(account, chat), …]."""

    phones: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Say:
    account: str
    chat: str
    text: str
    reply_to: str


@dataclass(frozen=True)
class Open:
    """A button that leads to the bot's own chat, with what it is to be told there."""

    account: str
    payload: str


@dataclass(frozen=True)
class Press:
    account: str
    chat: str
    message: str
    keyboard: str
    index: int


@dataclass(frozen=True)
class Read:
    chat: str


@dataclass(frozen=True)
class Speed:
    times: int


@dataclass(frozen=True)
class Pause:
    crowd: bool


@dataclass(frozen=True)
class Leap:
    pass


@dataclass(frozen=True)
class Begin:
    scene: str


@dataclass(frozen=True)
class Stop:
    pass


@dataclass(frozen=True)
class Speak:
    """The page is read in this language now."""

    lang: Lang


@dataclass(frozen=True)
class Reset:
    pass


Ask: TypeAlias = (
    Show | Say | Open | Press | Read | Speed | Pause | Leap | Begin | Stop | Speak | Reset
)  # fmt: skip


def read(frame: str) -> Ask:
    """Raises Nonsense."""
    try:
        row = json.loads(frame)
        if not isinstance(row, dict):
            raise Nonsense
        return _ask(row)
    except (ValueError, KeyError, TypeError) as no:
        raise Nonsense from no


def _ask(row: dict[str, Any]) -> Ask:
    match row["t"]:
        case "show":
            pairs = [(_word(account), _word(chat)) for account, chat in row["phones"]]
            if len(pairs) > PHONES:
                raise Nonsense
            return Show(tuple(pairs))
        case "say":
            text = _word(row["text"], LONGEST)
            if not text.strip():
                raise Nonsense
            return Say(_word(row["as"]), _word(row["chat"]), text, _word(row.get("reply", "")))
        case "open":
            return Open(_word(row["as"]), _word(row["payload"]))
        case "press":
            index = row["index"]
            if type(index) is not int or not 0 <= index < 200:
                raise Nonsense
            return Press(
                _word(row["as"]), _word(row["chat"]), _word(row["message"]),
                _word(row["keyboard"]), index,
            )  # fmt: skip
        case "read":
            return Read(_word(row["chat"]))
        case "speed":
            if type(row["times"]) is not int or row["times"] not in SPEEDS:
                raise Nonsense
            return Speed(row["times"])
        case "pause":
            return Pause(row["crowd"] is True)
        case "begin":
            return Begin(_word(row["scene"]))
        case "speak":
            return Speak(Lang(row["lang"]))
        case plain:
            return PLAIN[plain]()


PLAIN: dict[str, type[Leap] | type[Stop] | type[Reset]] = {
    "leap": Leap,
    "stop": Stop,
    "reset": Reset,
}


def _word(value: object, longest: int = 120) -> str:
    if not isinstance(value, str) or len(value) > longest:
        raise Nonsense
    return value
