"""Kinds of values an operator writes, each refused in words that say what to write instead."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import time
from difflib import get_close_matches
from typing import Annotated
from zoneinfo import ZoneInfo, available_timezones

from pydantic import AfterValidator, BeforeValidator
from pydantic_core import PydanticCustomError

__all__ = ["Dialing", "Listen", "ListenAt", "Phone", "Quiet", "QuietHours", "Towns", "Zone"]


def wrong(what: str, write: str | None = None) -> PydanticCustomError:
    """A refusal. `write` is a value to write instead; without it the field's example is shown."""
    return PydanticCustomError("setting", "{what}", {"what": what, "write": write})


def closest(word: str, known: Iterable[str]) -> str | None:
    """The known word that `word` is probably a slip for."""
    by_lower = {k.lower(): k for k in known}
    found = get_close_matches(word.lower(), by_lower, n=1, cutoff=0.6)
    return by_lower[found[0]] if found else None


@dataclass(frozen=True, slots=True)
class QuietHours:
    """Local wall time, `start` included and `end` not; it may run over midnight."""

    start: time
    end: time

    def __contains__(self, at: time) -> bool:
        if self.start < self.end:
            return self.start <= at < self.end
        return at >= self.start or at < self.end

    def __str__(self) -> str:
        return f"{self.start:%H:%M}-{self.end:%H:%M}"


_HOUR = r"(\d{1,2})\s*[:hH]\s*(\d{2})?"
_SPAN = re.compile(rf"\s*{_HOUR}\s*(?:-|–|à|to)\s*{_HOUR}\s*")  # «21:00-07:30», «21h à 7h30»


def _quiet(value: object) -> object:
    if not isinstance(value, str):
        return value
    match = _SPAN.fullmatch(value)
    if match is None:
        raise wrong("is not a span of hours")
    try:
        h1, m1, h2, m2 = (int(part or 0) for part in match.groups())
        quiet = QuietHours(time(h1, m1), time(h2, m2))
    except ValueError:
        raise wrong("holds an hour that does not exist") from None
    if quiet.start == quiet.end:
        raise wrong("begins and ends at the same hour")
    return quiet


def _zone(value: object) -> object:
    if not isinstance(value, str):
        return value
    known = available_timezones()
    if value in known:
        return ZoneInfo(value)
    near = closest(value, known) or closest(value, [k.rpartition("/")[2] for k in known])
    full = next((k for k in sorted(known) if near in (k, k.rpartition("/")[2])), None)
    raise wrong(f"«{value[:40]}» is no time zone", full)


def _towns(value: object) -> object:
    if not isinstance(value, list):
        return value
    if not all(isinstance(town, str) and town.strip() for town in value):
        raise wrong("is a list of names, each between quotes")
    towns = tuple(town.strip() for town in value)
    twice = sorted({t for t in towns if towns.count(t) > 1})
    if twice:
        raise wrong(f"names {', '.join(twice)} twice")
    return towns


def _phone(value: str) -> str:
    digits = re.sub(r"[\s .()-]", "", value)
    if not re.fullmatch(r"\+?\d{2,15}", digits):
        raise wrong("is no telephone number")
    return value.strip()


def _dialing(value: str) -> str:
    if not re.fullmatch(r"\+[1-9]\d{0,3}", value):
        raise wrong("is no dialling code: a plus sign and one to four digits")
    return value


@dataclass(frozen=True, slots=True)
class Listen:
    host: str
    port: int

    @property
    def url_host(self) -> str:
        return f"[{self.host}]" if ":" in self.host else self.host

    def __str__(self) -> str:
        return f"{self.url_host}:{self.port}"


def _listen(value: object) -> object:
    if not isinstance(value, str):
        return value
    match = re.fullmatch(r"\[([0-9a-fA-F:.]+)\]:(\d+)|([\w.-]+):(\d+)", value.strip(), re.ASCII)
    if match is None:
        raise wrong("is not an address and a port")
    host, port = match[1] or match[3], int(match[2] or match[4])
    if not 0 < port < 65536:
        raise wrong(f"has the port {port}; ports go from 1 to 65535")
    return Listen(host, port)


Zone = Annotated[ZoneInfo, BeforeValidator(_zone)]
Quiet = Annotated[QuietHours, BeforeValidator(_quiet)]
Towns = Annotated[tuple[str, ...], BeforeValidator(_towns)]
Phone = Annotated[str, AfterValidator(_phone)]
Dialing = Annotated[str, AfterValidator(_dialing)]
ListenAt = Annotated[Listen, BeforeValidator(_listen)]
