"""Who the bot is on its homeserver: logged in once, the same device ever after."""

import fcntl
import json
import logging
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO

from bot.adapters.matrix.client import Client
from bot.adapters.matrix.errors import Broken
from bot.adapters.matrix.line import Line
from bot.adapters.matrix.odd import Odd, strange

log = logging.getLogger(__name__)

DEVICE = "Tocsin"
FILE = "session.json"
LOCK = "lock"


@dataclass(frozen=True, slots=True)
class Wanted:
    """From the settings. Either `password` or `token`; `secret` locks the keys on disk. `name` is
    what people see beside the bot's words."""

    homeserver: str
    user: str
    secret: str
    store: Path
    password: str = ""
    token: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Session:
    user: str
    device: str
    token: str


class NoStore(Exception):
    """The keys on disk are of no use as they are; the text says what helps."""


def lock(wanted: Wanted) -> IO[bytes]:
    """One process a device: two would use up each other's keys. Raises NoStore."""
    wanted.store.mkdir(parents=True, exist_ok=True, mode=0o700)
    file = (wanted.store / LOCK).open("wb")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as taken:
        file.close()
        raise NoStore("another process uses the store of keys") from taken
    return file


def kept(wanted: Wanted) -> Session | None:
    """As it was kept, if it is still this user's; a token in the settings goes before ours."""
    try:
        found = Session(**json.loads((wanted.store / FILE).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None
    if found.user.lower() != wanted.user.lower() or (wanted.token and wanted.token != found.token):
        return None
    return found


def was_here(wanted: Wanted) -> bool:
    """Has there been a device before?"""
    return (wanted.store / FILE).exists()


def keep(wanted: Wanted, session: Session) -> None:
    file = wanted.store / FILE
    fresh = file.with_suffix(".new")
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as out:
        json.dump(asdict(session), out)
        out.flush()
        os.fsync(out.fileno())
    fresh.replace(file)


def has_keys(wanted: Wanted, session: Session) -> bool:
    """Are the keys of this device on disk? (The name is nio's.)"""
    return (wanted.store / f"{session.user}_{session.device}.db").exists()


def opened(wanted: Wanted, session: Session) -> Client:
    """The client of this device, its keys loaded, or new ones made. Raises NoStore."""
    client = Client(session.user, str(wanted.store), wanted.secret)
    try:
        with strange():  # each layer of it has errors of its own
            client.restore_login(session.user, session.device, session.token)
    except Odd as odd:
        client.forget()
        raise NoStore("the keys on disk do not open with store_secret") from odd
    return client


async def by_token(line: Line, token: str) -> Session:
    """Whose a token from the settings is. Raises Refused or Broken."""
    line.token = token
    who = await line.ask("GET", "/account/whoami")
    return _session(who, token)


async def log_in(line: Line, wanted: Wanted, device: str = "") -> Session:
    """On this device, or on a new one. Raises Refused or Broken."""
    line.token = ""
    asked = {
        "type": "m.login.password",
        "identifier": {"type": "m.id.user", "user": wanted.user},
        "password": wanted.password,
        "initial_device_display_name": DEVICE,
        **({"device_id": device} if device else {}),
    }
    found = await line.ask("POST", "/login", asked)
    token = found.get("access_token")
    if not isinstance(token, str):
        raise Broken("login without a token")
    line.token = token
    return _session(found, token)


def _session(told: Mapping[str, object], token: str) -> Session:
    user, device = told.get("user_id"), told.get("device_id")
    if not isinstance(user, str) or not isinstance(device, str):
        raise Broken("the homeserver does not say who we are")
    return Session(user, device, token)
