"""A run as people lived it, line by line: for whoever wants to read what was said."""

from collections.abc import Iterator
from typing import Any

from tests.process.people import SPACES
from tests.servers.telegram.history import CallEntry, History

Json = dict[str, Any]


def transcript(history: History) -> str:
    """«Ana › …» is what Ana did, «→ Ana …» what the bot wrote to her, «↻ Ana …» what it edited."""
    names: dict[int, str] = {}
    found: list[tuple[float, str]] = []
    for entry in history.updates.values():
        found += [(entry.at, line) for line in _did(entry.update, names)]
    for call in history.of("sendMessage", "sendPhoto", "editMessageText"):
        if call.ok:
            found.append((call.at, _said(call, names)))
    return "\n".join(line for _, line in sorted(found, key=lambda pair: pair[0]))


def _did(update: Json, names: dict[int, str]) -> Iterator[str]:
    for what in update.values():
        if not isinstance(what, dict) or "from" not in what:
            continue
        who = names.setdefault(what["from"]["id"], what["from"]["first_name"])
        if "data" in what:
            yield f"{who} › [{_label(what)}]"
        elif "text" in what:
            yield f"{who} › {what['text']}"


def _label(press: Json) -> str:
    rows = press["message"].get("reply_markup", {}).get("inline_keyboard", [])
    keys = {key.get("callback_data"): key["text"] for row in rows for key in row}
    return str(keys.get(press["data"], "?"))


def _said(call: CallEntry, names: dict[int, str]) -> str:
    text = str(call.params.get("text") or call.params.get("caption") or "").translate(SPACES)
    sign = "↻" if call.method.startswith("edit") else "→"
    who = names.get(call.chat or 0, str(call.chat))
    return f"    {sign} {who}: " + text.replace("\n", "\n        ")
