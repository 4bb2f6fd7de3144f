"""A text as a row keeps it: its key and what it is about, to be worded later for each reader."""

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any, assert_never

from bot.core.messages import Arg, Span, Text


def pack(text: Text) -> dict[str, Any]:
    """JSON. The key is a promise from then on: a row may hold it for years."""
    return {"key": text.key, "args": {name: _packed(arg) for name, arg in text.args.items()}}


def unpack(row: Mapping[str, Any]) -> Text:
    return Text(str(row["key"]), {name: _unpacked(arg) for name, arg in row["args"].items()})


def _packed(arg: Arg) -> Any:
    match arg:
        case str() | int():
            return arg
        case Span():
            return {"span": [arg.text, arg.bold, arg.link]}
        case Text():
            return {"text": pack(arg)}
        case datetime():
            return {"moment": arg.isoformat()}
        case date():
            return {"day": arg.isoformat()}
        case time():
            return {"time": arg.isoformat()}
        case tuple():
            return [_packed(one) for one in arg]
        case _:
            assert_never(arg)


def _unpacked(found: Any) -> Arg:
    match found:
        case {"span": [text, bold, link]}:
            return Span(text, bold, link)
        case {"text": row}:
            return unpack(row)
        case {"moment": said}:
            return datetime.fromisoformat(said)
        case {"day": said}:
            return date.fromisoformat(said)
        case {"time": said}:
            return time.fromisoformat(said)
        case list():
            return tuple(_unpacked(one) for one in found)
        case str() | int():
            return found
        case _:
            raise ValueError(f"a text cannot hold {type(found).__name__}")
