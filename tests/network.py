"""Tests talk to this machine only: anything else is refused as a cable pulled out would be."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

HERE = ("localhost", "127.", "::1", "0.0.0.0", "")


class NetworkIsOff(OSError):
    """A test tried to reach another machine."""


def is_here(address: Any) -> bool:
    """`address` as the socket module knows it: (host, port, …), or a path of a Unix socket."""
    if not isinstance(address, tuple):
        return True
    host = str(address[0] or "")
    return host in HERE or host.startswith("127.")


@contextmanager
def network_off() -> Iterator[None]:
    connect, find = socket.socket.connect, socket.getaddrinfo

    def connect_here(self: socket.socket, address: Any) -> None:
        if not is_here(address):
            raise NetworkIsOff(f"no network in tests: {address}")
        connect(self, address)

    def find_here(host: Any, *args: Any, **kwargs: Any) -> Any:
        name = host.decode() if isinstance(host, bytes) else host
        if not is_here((name,)):
            raise socket.gaierror(socket.EAI_AGAIN, f"no network in tests: {name}")
        return find(host, *args, **kwargs)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", connect_here)
        patch.setattr(socket, "getaddrinfo", find_here)
        yield
