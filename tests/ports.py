"""A port that nobody takes meanwhile.

One that the system chooses is given back before the process under test listens on it, and by then
may be the near end of somebody's connection. Those below are never given to connections.
"""

import itertools
import os
import socket

FIRST, LAST = 20_000, 32_000
_next = itertools.count(os.getpid() * 211)


def free_port() -> int:
    while True:
        port = FIRST + next(_next) % (LAST - FIRST)
        with socket.socket() as found:
            try:
                found.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
