"""What the tests on Matrix need besides ours: `python -m tests.servers.matrix.install`.

Synapse goes into an environment of its own and the people's client into a folder of modules, both
in the user's cache ($XDG_CACHE_HOME), named by what they were made from: made once, found by every
tree, made anew when a pin moves. Needs nothing but Python itself. Tests only look whether they
are there: they have no network.
"""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

HERE = Path(__file__).parent
REQUIREMENTS = HERE / "requirements.txt"
BRIDGE = HERE / "bridge"
PACKAGES = (BRIDGE / "package.json", BRIDGE / "package-lock.json")
OLDEST_NODE = 20
HOW = "python -m tests.servers.matrix.install"
DONE = "complete"


def cache() -> Path:
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "tocsin-tests"


def synapse() -> Path:
    """The environment that holds Synapse, whether it is there or not."""
    return _named("synapse", [REQUIREMENTS], f"{sys.version_info.major}.{sys.version_info.minor}")


def people() -> Path:
    """The folder that holds the node_modules of the people's client."""
    return _named("people", PACKAGES)


def is_there(home: Path) -> bool:
    return (home / DONE).exists()


def has_node() -> bool:
    """A node that is new enough, and npm."""
    if not (shutil.which("node") and shutil.which("npm")):
        return False
    said = subprocess.run(["node", "--version"], capture_output=True, text=True, check=True)
    return int(said.stdout.strip().removeprefix("v").split(".")[0]) >= OLDEST_NODE


def install_synapse(home: Path) -> None:
    python = str(home / "bin" / "python")
    locked = ("--require-hashes", "--only-binary", ":all:", "-r", str(REQUIREMENTS))
    if uv := shutil.which("uv"):
        _run([uv, "venv", "-q", "--python", sys.executable, str(home)])
        _run([uv, "pip", "install", "-q", "--python", python, *locked])
        return
    base = getattr(sys, "_base_executable", sys.executable)  # ours may be without pip
    _run([base, "-m", "venv", "--without-pip", str(home)])
    _run([base, "-m", "pip", "--python", python, "install", "-q", *locked])


def install_people(home: Path) -> None:
    home.mkdir(parents=True)
    for file in PACKAGES:
        shutil.copy(file, home)
    quiet = ("--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
    _run(["npm", "ci", *quiet], cwd=home)


def _named(name: str, made_from: Sequence[Path], more: str = "") -> Path:
    text = b"".join(path.read_bytes() for path in made_from) + more.encode()
    return cache() / f"{name}-{hashlib.sha256(text).hexdigest()[:16]}"


def _run(words: Sequence[str], cwd: Path | None = None) -> None:
    subprocess.run(words, check=True, cwd=cwd, stdin=subprocess.DEVNULL)


@contextmanager
def _alone() -> Iterator[None]:
    """Two builds may install at once: the second waits, and finds it done."""
    cache().mkdir(parents=True, exist_ok=True)
    with (cache() / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def main() -> None:
    with _alone():
        if not is_there(home := synapse()):
            print(f"Installing Synapse into {home} ...", flush=True)
            shutil.rmtree(home, ignore_errors=True)
            install_synapse(home)
            (home / DONE).touch()
        if not has_node():
            sys.exit(f"The people's client needs node {OLDEST_NODE} or newer, and npm.")
        if not is_there(home := people()):
            print(f"Installing the people's client into {home} ...", flush=True)
            shutil.rmtree(home, ignore_errors=True)
            install_people(home)
            (home / DONE).touch()


if __name__ == "__main__":
    main()
