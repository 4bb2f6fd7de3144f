"""From what a homeserver tells to what the bot understands."""

import logging
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from bot.adapters.matrix.client import Raw
from bot.adapters.matrix.errors import NAME
from bot.adapters.matrix.fetching import file_id
from bot.adapters.matrix.rooms import Rooms
from bot.core import ChatRef, Event, Identity, Pressed, Said
from bot.core.events import FileRef, Rights, Unpressed, Unreadable

log = logging.getLogger(__name__)

TEXTS = ("m.text", "m.emote")
FILES = ("m.image", "m.file", "m.video")
ASKED = "m.key.verification.request"
LONGEST = 10_000
SIGN = 40
_QUOTED = re.compile(r"\A(?:> [^\n]*(?:\n|\Z))+\n?")
_POLL = re.compile(r"(?:org\.matrix\.msc\d+|m)\.poll\.start")
_SPEECH = re.compile(r"(?:org\.matrix\.msc\d+|m)\.(?:poll|call|beacon|location)\b")
"""What people do in a chat that is no message of words."""


class Reader:
    """`name` is how people may call the bot besides its id."""

    def __init__(self, rooms: Rooms, name: str = "") -> None:
        self._rooms, self._name, self._odd = rooms, name, set[str]()

    def understood(self, room: str, raw: Raw) -> Iterator[Event]:
        """What it means to us, if anything. What is no event of a person is passed over."""
        kind, sender, key = raw.get("type"), raw.get("sender"), raw.get("event_id")
        content = raw.get("content")
        if not (isinstance(key, str) and isinstance(sender, str) and isinstance(kind, str)):
            return
        if sender == self._rooms.me or not isinstance(content, Mapping):
            return
        common = self.common(room, key, sender, raw)
        match kind:
            case "m.room.message":
                yield from self._message(common, content)
            case "m.reaction":
                yield from _reaction(common, content)
            case "m.room.redaction":
                gone = content.get("redacts", raw.get("redacts"))
                if isinstance(gone, str):
                    yield Unpressed(**common, press=gone)
            case "m.room.power_levels":
                may = self._rooms.may_speak(room)
                yield Rights(**{**common, "sender": None}, can_write=may)
            case "m.room.encrypted" if content:  # without a content it was taken back
                yield Unreadable(**common, what="encrypted")
            case "m.sticker":
                yield Unreadable(**common, what="sticker")
            case _ if "state_key" not in raw:
                yield from self._other(common, kind)

    def common(self, room: str, key: str, sender: str, raw: Raw) -> dict[str, Any]:
        return {
            "key": key,
            "chat": ChatRef(NAME, room),
            "sender": Identity(NAME, sender),
            "at": moment(raw.get("origin_server_ts")),
            "private": self._rooms.is_private(room),
        }

    def _message(self, common: dict[str, Any], content: Raw) -> Iterator[Event]:
        about = content.get("m.relates_to")
        about = about if isinstance(about, Mapping) else {}
        if about.get("rel_type") == "m.replace":
            return  # an edit: what was said first was heard, and a command never runs twice
        kind, body = content.get("msgtype"), content.get("body")
        if not isinstance(body, str) or kind == ASKED:
            return
        if kind == "m.notice":  # what a program says: two of them would talk for ever
            if not common["private"] and not about:
                yield from _posted(common, content)
            return
        reply_to = _answered(about)
        if kind in TEXTS:
            words = _QUOTED.sub("", body) if reply_to else body
            words = self._addressed(words, private=common["private"])
            if common["private"] or words.startswith(("!", "/")):
                yield Said(**common, text=words[:LONGEST], reply_to=reply_to)
            elif not about:
                yield from _posted(common, content)
        elif not common["private"]:
            if not about and kind in FILES:
                yield from _posted(common, content)
        elif kind in FILES:
            yield Said(**common, text=_caption(content), files=(_file(content),), reply_to=reply_to)
        else:
            yield Unreadable(**common, what="voice" if kind == "m.audio" else "message")

    def _addressed(self, words: str, *, private: bool) -> str:
        """«Tocsin: tableau» in a room is `!tableau`: a mention is a command's sign too."""
        me = self._rooms.me
        for name in (me, self._name, me.partition(":")[0].removeprefix("@")):
            for start in (name, f"@{name}") if name else ():
                rest = words.removeprefix(start)
                if rest != words and rest[:1] in (" ", ":", ",") and rest.strip(" :,"):
                    rest = rest.lstrip(" :,")
                    return rest if private or rest[0] in "!/" else f"!{rest}"
        return words

    def _other(self, common: dict[str, Any], kind: str) -> Iterator[Event]:
        """Polls, calls, places are said not to be understood; what programs tell each other is
        noted once."""
        if _POLL.fullmatch(kind) or kind == "m.call.invite":
            yield Unreadable(**common, what="poll" if "poll" in kind else "call")
        elif not _SPEECH.match(kind) and kind not in self._odd and len(self._odd) < 100:
            self._odd.add(kind)
            log.info("an event of a kind that we do not know", extra={"kind": kind[:80]})


def _posted(common: dict[str, Any], content: Raw) -> Iterator[Said]:
    """What stands in a room of several, by nobody: the door keeps it where the room is a source.
    An answer or a thread is people talking to each other."""
    file = file_of(content)
    words = _caption(content) if file else str(content["body"])[:LONGEST]
    if not words.startswith(("!", "/")):
        yield Said(**{**common, "sender": None}, text=words, files=(file,) if file else ())


def _answered(about: Raw) -> str:
    """The message that this one replies to, by the will of its writer."""
    answered = about.get("m.in_reply_to")
    found = answered.get("event_id", "") if isinstance(answered, Mapping) else ""
    if about.get("rel_type") == "m.thread" and about.get("is_falling_back") is True:
        return ""  # the last of its thread, for apps that know no threads
    return found if isinstance(found, str) else ""


def _reaction(common: dict[str, Any], content: Raw) -> Iterator[Event]:
    about = content.get("m.relates_to")
    if not isinstance(about, Mapping) or about.get("rel_type") != "m.annotation":
        return
    message, sign = about.get("event_id"), about.get("key")
    if isinstance(message, str) and isinstance(sign, str) and sign:
        yield Pressed(**common, message=message, sign=sign[:SIGN])


def _caption(content: Raw) -> str:
    """The body is the caption only where the file's own name stands beside it."""
    body, name = content.get("body", ""), content.get("filename")
    return str(body)[:LONGEST] if isinstance(name, str) and name != body else ""


def file_of(content: Raw) -> FileRef | None:
    """The file that a message carries, if it does."""
    return _file(content) if content.get("msgtype") in FILES else None


def _file(content: Raw) -> FileRef:
    info = content.get("info")
    info = info if isinstance(info, Mapping) else {}
    size = info.get("size")
    return FileRef(
        id=file_id(content), name=str(content.get("filename") or content.get("body") or "")[:200],
        mime=str(info.get("mimetype") or "")[:100], size=size if isinstance(size, int) else 0,
    )  # fmt: skip


def moment(stamp: object) -> datetime:
    """A server's time in milliseconds; now, where it is nonsense: it is anybody's to forge."""
    now = datetime.now(UTC)
    if not isinstance(stamp, int) or isinstance(stamp, bool):
        return now
    try:
        told = datetime.fromtimestamp(stamp / 1000, UTC)
    except (ValueError, OverflowError, OSError):
        return now
    return told if EARLIEST <= told <= now else now


EARLIEST = datetime(2020, 1, 1, tzinfo=UTC)
