"""Addresses and secrets: checked for shape only, and never repeated in what is said of them."""

import re
from ipaddress import ip_address
from typing import Annotated
from urllib.parse import SplitResult, urlsplit

from pydantic import AfterValidator, BeforeValidator, SecretStr

from bot.settings.kinds import wrong

__all__ = [
    "ApiUrl", "DatabaseUrl", "Homeserver", "MatrixUser", "Servers", "StoreSecret", "Token",
    "WebUrl", "WebhookSecret", "WebhookUrl", "is_near",
]  # fmt: skip

LOOPBACK = ("localhost", "127.0.0.1", "::1")
TELEGRAM = "api.telegram.org"
WEBHOOK_PORTS = (443, 80, 88, 8443)
"""The ports Telegram's own servers call: https://core.telegram.org/bots/webhooks."""


def _split(url: str) -> SplitResult:
    """The parts of a web address; a `ValueError` of urlsplit may quote it, ours does not."""
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        raise wrong("is no web address") from None
    if parts.scheme not in ("http", "https"):
        raise wrong("is no web address: it begins with https://")
    if not host or re.search(r"[\s\"'<>]", url):
        raise wrong("is no web address: the name of the machine is missing or has a space in it")
    if parts.query or parts.fragment:
        raise wrong("has a «?» or a «#» in it: only the machine and the path are wanted")
    if parts.username or parts.password:
        raise wrong("holds a user name or a password: leave them out")
    return parts


def _web(url: str) -> str:
    parts = _split(url)
    if parts.scheme == "http" and parts.hostname not in LOOPBACK:
        raise wrong("would let everyone on the way read along: it begins with https://")
    return url.rstrip("/")


def _api(url: str) -> str:
    """A Bot API server of one's own often speaks plain http inside a private network."""
    parts = _split(url)
    if parts.hostname == TELEGRAM and parts.scheme != "https":
        raise wrong("would send the token in clear: it begins with https://")
    return url.rstrip("/")


def _webhook(url: str) -> str:
    _split(url)
    return url


def _token(token: SecretStr) -> SecretStr:
    number, colon, rest = token.get_secret_value().partition(":")
    if number.startswith("bot"):
        raise wrong("is no bot token: leave out the word «bot» before the number")
    if not colon or not re.fullmatch(r"\d{6,}", number, re.ASCII):
        raise wrong("is no bot token: digits, a colon, then 35 characters, as @BotFather shows it")
    if len(rest) != 35:
        raise wrong(f"has {len(rest)} characters after the colon and not 35: copy it again whole")
    if not re.fullmatch(r"[\w-]+", rest, re.ASCII):
        raise wrong("holds a character that bot tokens do not have: copy it again")
    return token


def _webhook_secret(secret: SecretStr) -> SecretStr:
    """What Telegram allows: https://core.telegram.org/bots/api#setwebhook."""
    if not re.fullmatch(r"[\w-]{16,256}", secret.get_secret_value(), re.ASCII):
        raise wrong("has 16 to 256 letters, digits, «_» and «-»; openssl rand -hex 32 makes one")
    return secret


def _homeserver(url: str) -> str:
    """Plain http is for the machine itself and for a network of one's own."""
    parts = _split(url)
    if parts.scheme == "http" and not is_near(parts.hostname or ""):
        raise wrong("would send the password in clear: it begins with https://")
    if parts.path.strip("/"):
        raise wrong("has a path: only the machine is wanted, as in https://matrix.example.org")
    return url.rstrip("/")


def is_near(host: str) -> bool:
    """On this machine or in a private network, as far as its name tells."""
    try:
        return ip_address(host).is_private
    except ValueError:
        return "." not in host


_SERVER = (
    r"(?:[A-Za-z0-9](?:[A-Za-z0-9.-]{0,228}[A-Za-z0-9])?|\[[0-9A-Fa-f:.]{2,45}\])(?::\d{1,5})?"
)
"""https://spec.matrix.org/v1.13/appendices/#server-name"""


def _matrix_user(user: str) -> str:
    """https://spec.matrix.org/v1.13/appendices/#user-identifiers"""
    if not user.startswith("@") or ":" not in user:
        raise wrong("is no Matrix user: it begins with @ and names its server")
    if not re.fullmatch(rf"@[!-9;-~]{{1,200}}:{_SERVER}", user):
        raise wrong("is no Matrix user: letters, figures and . _ = - / + before the colon")
    return user


def _servers(value: object) -> object:
    """Names as they stand after the colon of a user, not web addresses."""
    if not isinstance(value, list):
        return value
    for name in value:
        if not isinstance(name, str) or not re.fullmatch(_SERVER, name.strip()):
            raise wrong("is a list of server names, each as it stands after the colon of a user")
    return tuple(name.strip() for name in value)


def _store_secret(secret: SecretStr) -> SecretStr:
    if len(secret.get_secret_value()) < 16:
        raise wrong("has 16 characters at least; openssl rand -hex 32 makes one")
    return secret


_DRIVERS = {
    "sqlite": "sqlite+aiosqlite",
    "sqlite+aiosqlite": "sqlite+aiosqlite",
    "postgres": "postgresql+psycopg",
    "postgresql": "postgresql+psycopg",
    "postgresql+psycopg": "postgresql+psycopg",
}


def _database(url: SecretStr) -> SecretStr:
    scheme, found, rest = url.get_secret_value().partition("://")
    driver = _DRIVERS.get(scheme.lower())
    if not found or driver is None:
        raise wrong("is no database that Tocsin knows: SQLite and PostgreSQL are")
    if driver == "sqlite+aiosqlite" and not re.fullmatch(r"/.+", rest):
        raise wrong("names no file: three slashes, then its path (four when the path is absolute)")
    if driver == "postgresql+psycopg":
        _postgres(f"{driver}://{rest}")
    return SecretStr(f"{driver}://{rest}")


def _postgres(url: str) -> None:
    try:
        parts = urlsplit(url)
        name, _ = parts.path.strip("/"), parts.port
    except ValueError:
        name = ""
    if not name or "/" in name:
        raise wrong(
            "names no database; in a password @ is written %40, : %3A, / %2F, # %23 and ? %3F",
            "postgresql://user:password@localhost/tocsin",
        )


WebUrl = Annotated[str, AfterValidator(_web)]
ApiUrl = Annotated[str, AfterValidator(_api)]
WebhookUrl = Annotated[str, AfterValidator(_webhook)]
Token = Annotated[SecretStr, AfterValidator(_token)]
WebhookSecret = Annotated[SecretStr, AfterValidator(_webhook_secret)]
Homeserver = Annotated[str, AfterValidator(_homeserver)]
MatrixUser = Annotated[str, AfterValidator(_matrix_user)]
Servers = Annotated[tuple[str, ...], BeforeValidator(_servers)]
StoreSecret = Annotated[SecretStr, AfterValidator(_store_secret)]
DatabaseUrl = Annotated[SecretStr, AfterValidator(_database)]
