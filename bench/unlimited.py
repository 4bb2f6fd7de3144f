"""`tocsin` that knows of no limits at Telegram: what its engine can do by itself.

python -m bench.unlimited run --config config.toml
"""

from dataclasses import replace

from bot.adapters.telegram import Telegram
from bot.cli import main

NONE = (0.0, 0.0)
Telegram.pace = replace(Telegram.pace, everyone=NONE, private=NONE, group=NONE)

if __name__ == "__main__":
    main()
