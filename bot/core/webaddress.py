"""Addresses of the web that somebody gave us: which of them we may look at."""

from enum import StrEnum
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import urlsplit

LONGEST = 500
PORTS = (80, 443)
NAT64 = ip_network("64:ff9b::/96")
"""IPv6 that stands for an IPv4 address in its last four bytes (RFC 6052)."""


class Unfit(StrEnum):
    """Why not. PRIVATE: of this machine or of its network."""

    NO_ADDRESS = "no-address"
    PRIVATE = "private"
    PORT = "port"
    SECRET = "secret"


def unfit(url: str) -> Unfit | None:
    """Why an address may not be looked at, before its name is resolved; None if it may."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        return Unfit.NO_ADDRESS
    spaced = any(c.isspace() or not c.isprintable() for c in url)
    if parts.scheme not in ("http", "https") or not host or spaced or len(url) > LONGEST:
        return Unfit.NO_ADDRESS
    if parts.username is not None or parts.password is not None:
        return Unfit.SECRET
    if _is_name_of_here(host) or not _literal_is_public(host):
        return Unfit.PRIVATE
    if port is not None and port not in PORTS:
        return Unfit.PORT
    return None if "." in host or ":" in host else Unfit.NO_ADDRESS


def _is_name_of_here(host: str) -> bool:
    bare = host.rstrip(".").lower()
    return bare == "localhost" or bare.endswith((".localhost", ".local", ".internal"))


def _literal_is_public(host: str) -> bool:
    """Names are judged when they are resolved."""
    try:
        ip_address(host)
    except ValueError:
        return True
    return is_public(host)


def is_public(address: str) -> bool:
    """Does this IP address belong to the internet, and to no private or special network?"""
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    return all(_is_public(one) for one in (found, *_inside(found)))


def _is_public(one: IPv4Address | IPv6Address) -> bool:
    return one.is_global and not one.is_multicast and not one.is_reserved


def _inside(found: IPv4Address | IPv6Address) -> list[IPv4Address]:
    """IPv4 addresses that an IPv6 address stands for."""
    if isinstance(found, IPv4Address):
        return []
    stands = [found.ipv4_mapped, found.sixtofour, *(found.teredo or ())]
    if found in NAT64:
        stands.append(IPv4Address(int(found) & 0xFFFFFFFF))
    return [one for one in stands if one is not None]


def is_downgrade(before: str, after: str) -> bool:
    """From an encrypted address to one that everyone on the way could read and change."""
    return urlsplit(before).scheme == "https" and urlsplit(after).scheme != "https"


def shown(url: str) -> str:
    """The machine, as people read it: «www.cpts-garance.example»."""
    return urlsplit(url).hostname or ""
