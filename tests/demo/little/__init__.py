"""A feature as small as can be: people join, a call is sent, answered, and followed along.

The demo is tested with it, so that its tests do not depend on how the real features word things.
"""

from pathlib import Path

from bot.engine import Feature
from tests.demo.little import calls, joining

feature = Feature("little", (joining, calls), Path(__file__).parent / "texts")
