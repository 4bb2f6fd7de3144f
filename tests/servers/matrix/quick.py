"""Starts Synapse so that it never waits for the disk, and ends with the tests that started it.

Run by Synapse's own Python, which has nothing of ours. The machine may lose power during a test:
then the test is run again.
"""

import os
import sqlite3
import sys
import threading
from importlib import import_module
from typing import Any

connect = sqlite3.connect


def quick(*args: Any, **more: Any) -> sqlite3.Connection:
    found: sqlite3.Connection = connect(*args, **more)
    found.execute("PRAGMA synchronous = OFF")
    return found


def end_with_parent() -> None:
    sys.stdin.buffer.read()
    os._exit(0)


threading.Thread(target=end_with_parent, daemon=True).start()
sqlite3.connect = quick  # type: ignore[assignment]
import_module("synapse.app.homeserver").main()
