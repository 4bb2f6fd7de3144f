"""`make names`: adds the names that rows may now hold to the list of those never to be lost."""

from pathlib import Path

from bot.engine.registry import Registry
from handlers import FEATURES

FILE = Path(__file__).parent / "durable_names.txt"
HEAD = """\
# Names that stand in rows of databases out there: actions, jobs, dialogs, cards. None may be
# lost; renaming one keeps the old name as an alias. Add new ones with: make names
"""


def promised() -> set[str]:
    lines = FILE.read_text(encoding="utf-8").splitlines() if FILE.exists() else []
    return {line for line in lines if line and not line.startswith("#")}


def kept() -> set[str]:
    return set(Registry(FEATURES).durable_names)


if __name__ == "__main__":
    FILE.write_text(HEAD + "\n".join(sorted(promised() | kept())) + "\n", encoding="utf-8")
