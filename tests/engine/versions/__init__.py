"""One feature as two versions of it declare it: what the second changed, rows of the first meet."""

from pathlib import Path

from bot.engine import Feature
from tests.engine import kit
from tests.engine.versions import one, two

TEXTS = Path(kit.__file__).parent
first = Feature("kit", (one,), TEXTS)
second = Feature("kit", (two,), TEXTS)
