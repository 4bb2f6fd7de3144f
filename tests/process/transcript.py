"""A run as people lived it, line by line: for whoever wants to read what was said."""

import json
from collections.abc import Iterator
from typing import Any

from tests.process.people import SPACES
from tests.servers.telegram.history import CallEntry, History

Json = dict[str, Any]
SIGNS = {
    "sendmessage": "→",
    "sendphoto": "→ 🖼",
    "senddocument": "→ 📎",
    "editmessagetext": "↻",
    "editmessagecaption": "↻ 🖼",
    "answercallbackquery": "!",
}


def transcript(history: History) -> str:
    """«Ana › …» is what Ana did, «→ Ana …» what the bot wrote to her, «↻ Ana …» what it edited,
    «! Ana …» what popped up at a press. Buttons stand below in brackets, a row a line.
    """
    names: dict[str, str] = {}
    found: list[tuple[float, str]] = []
    for entry in history.updates.values():
        found += [(entry.at, line) for line in _did(entry.update, names)]
    for call in history.of(*SIGNS):
        if call.ok and (said := _said(call, names)):
            found.append((call.at, said))
    return "\n".join(line for _, line in sorted(found, key=lambda pair: pair[0]))


def _did(update: Json, names: dict[str, str]) -> Iterator[str]:
    for what in update.values():
        if not isinstance(what, dict) or "from" not in what:
            continue
        who = names.setdefault(str(what["from"]["id"]), what["from"]["first_name"])
        chat = what.get("chat") or what.get("message", {}).get("chat") or {}
        if "title" in chat:
            names[str(chat["id"])] = f"«{chat['title']}»"
        if "data" in what:
            names[what["id"]] = who
            yield f"{who} › [{_label(what)}]"
        elif "text" in what:
            yield f"{who} › {what['text'].translate(SPACES)}"


def _label(press: Json) -> str:
    rows = press["message"].get("reply_markup", {}).get("inline_keyboard", [])
    keys = {key.get("callback_data"): key["text"] for row in rows for key in row}
    return str(keys.get(press["data"], "?")).translate(SPACES)


def _said(call: CallEntry, names: dict[str, str]) -> str:
    """Nothing for a press that was acknowledged in silence."""
    text = str(call.params.get("text") or call.params.get("caption") or "")
    lines = [*text.splitlines(), *_rows(call.params.get("reply_markup"))]
    method = call.method.lower()
    if method == "answercallbackquery" and not lines:
        return ""
    chat = str(call.chat or call.params.get("callback_query_id"))
    told = "\n        ".join(lines).translate(SPACES)
    return f"    {SIGNS[method]} {names.get(chat, chat)}: {told}"


def _rows(markup: Any) -> list[str]:
    keyboard = json.loads(markup) if isinstance(markup, str) else markup or {}
    rows = keyboard.get("inline_keyboard", [])
    return [" ".join(f"[{key['text']}]" for key in row) for row in rows]
