"""`tocsin` that knows of no limits at Telegram: what its engine can do by itself.

python -m bench.unlimited run --config config.toml
"""

from dataclasses import replace

from bot.cli import main, memory

NONE = (0.0, 0.0)


def run() -> None:
    memory.load()
    from bot.adapters.telegram import Telegram

    Telegram.pace = replace(Telegram.pace, everyone=NONE, private=NONE, group=NONE, window=(0, 0.0))
    main()


if __name__ == "__main__":
    run()
