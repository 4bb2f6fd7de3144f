"""What a start loads: each library that is seldom wanted costs every start, and memory for good."""

import subprocess
import sys

from alembic.script import ScriptDirectory

from storage import schema

SELDOM = ("alembic", "feedparser", "fpdf", "icalendar", "nio", "pygments", "segno", "xlsxwriter")
LOADED = """
import sys
from bot.cli import memory
memory.load()
import bot.app, bot.cli.community, bot.adapters.telegram, bot.logs, storage.schema
"""


def test_a_start_loads_nothing_that_is_seldom_wanted() -> None:
    asked = f"{LOADED}print(*(one for one in {SELDOM!r} if sys.modules.get(one)))"
    found = subprocess.run(
        [sys.executable, "-c", asked], capture_output=True, text=True, check=True
    )
    assert found.stdout.split() == []


def test_the_revision_that_a_start_reads_from_a_name_is_the_one_that_alembic_walks_to() -> None:
    assert schema.head() == ScriptDirectory.from_config(schema.config()).get_current_head()
