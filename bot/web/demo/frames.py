"""What the page is told, as JSON objects: `t` names the kind of each frame."""

from collections.abc import Mapping
from typing import Any, TypeAlias
from urllib.parse import quote

from bot.core import Lang
from bot.core.messages import Key, Span, rows
from bot.web.demo.asks import SPEEDS
from bot.web.demo.stage import Answer, Bubble, Figure, Organisation, Progress, Room, Stage

Frame: TypeAlias = dict[str, Any]


def hello(stage: Stage) -> Frame:
    """Everything that does not change until the next reset."""
    return {
        "t": "hello",
        "stage": stage.id,
        "community": stage.community.name,
        "zone": str(stage.zone),
        "lang": stage.lang.value,
        "speeds": list(SPEEDS),
        "people": [figure(p) for p in stage.community.people],
        "partners": [organisation(p) for p in stage.community.partners],
        "phones": [list(pair) for pair in stage.phones()],
        "scenes": [
            {"id": s.id, "title": _words(s.title), "line": _words(s.line)} for s in stage.scenes
        ],
    }


def figure(person: Figure) -> Frame:
    return {
        "id": person.account,
        "name": person.name,
        "title": _words(person.title),
        "town": person.town,
        "role": person.role.name.lower(),
    }


def organisation(partner: Organisation) -> Frame:
    return {
        "id": partner.contact,
        "chat": partner.chat,
        "name": partner.name,
        "title": _words(partner.label),
    }


def clock(stage: Stage) -> Frame:
    """`now` in milliseconds since 1970, as browsers count."""
    return {
        "t": "clock",
        "now": round(stage.clock.now().timestamp() * 1000),
        "speed": stage.clock.speed,
    }


def counts(stage: Stage) -> Frame:
    tally = stage.tally
    return {
        "t": "counts",
        "asked": tally.asked,
        "answered": tally.answered,
        "yes": tally.yes,
        "seats": list(tally.seats) if tally.seats else None,
        "feed": [answer(a) for a in list(tally.feed)],
        "arrived": stage.arrived,
        "ready": stage.ready,
        "paused": stage.paused,
    }


def answer(one: Answer) -> Frame:
    return {"at": round(one.at.timestamp() * 1000), "who": one.account, "label": one.label}


def scene(progress: Progress | None) -> Frame:
    if progress is None:
        return {"t": "scene", "id": "", "state": "", "step": 0, "of": 0, "line": None}
    return {
        "t": "scene",
        "id": progress.scene,
        "state": progress.state,
        "step": progress.step,
        "of": progress.of,
        "line": _words(progress.line) if progress.line else None,
    }


def commands(stage: Stage, chat: str, account: str, lang: Lang) -> Frame:
    """What this person's phone completes: [[name, help], …]."""
    menu = stage.commands(account, lang)
    return {"t": "commands", "chat": chat, "commands": [[entry.name, entry.help] for entry in menu]}


def chat(room: Room, account: str) -> Frame:
    """One phone's chat as it stands."""
    return {
        "t": "chat",
        "chat": room.id,
        "as": account,
        "kind": room.kind,
        "title": room.title,
        "messages": [message(room.id, m) for m in room.messages.values()],
    }


def message(chat: str, shown: Bubble) -> Frame:
    wording = shown.wording
    return {
        "id": shown.id,
        "by": shown.by,
        "at": round(shown.at.timestamp() * 1000),
        "lines": [[span(s) for s in line] for line in wording.lines],
        "rows": [[key(n, wording.keys[n]) for n in row] for row in rows(wording.keys)],
        "keyboard": wording.keyboard,
        "edited": shown.edited,
        "quiet": not shown.notifies,
        "urgent": wording.urgent,
        "reply": wording.reply_to,
        "file": _file(chat, shown),
    }


def span(one: Span) -> list[object]:
    """[text], [text, bold] or [text, bold, link]: most are plain."""
    if one.link:
        return [one.text, one.bold, one.link]
    return [one.text, True] if one.bold else [one.text]


def key(position: int, one: Key) -> Frame:
    return {"i": position, "label": one.label, "start": one.start, "url": one.url}


def _file(chat: str, shown: Bubble) -> Frame | None:
    sent = shown.wording.attachment
    if sent is None:
        return None
    return {
        "name": sent.name,
        "size": len(sent.data),
        "picture": sent.is_picture,
        "alt": sent.alt,
        "href": f"/demo/files/{quote(chat, safe='')}/{quote(shown.id, safe='')}/"
        f"{quote(sent.name, safe='')}?v={hash(sent.data) & 0xFFFFFF:x}",
    }


def _words(words: Mapping[Lang, str]) -> Frame:
    return {lang.value: said for lang, said in words.items()}
