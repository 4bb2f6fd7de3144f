"""The test server as a process: python -m tests.servers.telegram --port 0 --history calls.jsonl

Prints its URL on one line, then serves until it is told to stop (SIGTERM, SIGINT).
"""

import argparse
import asyncio
import contextlib
import gc
import signal
from pathlib import Path

from tests.servers.telegram.server import TOKEN, TelegramServer


async def serve(options: argparse.Namespace) -> None:
    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stopping.set)
    async with TelegramServer(
        token=options.token, port=options.port, history=options.history, limits=options.limits
    ) as server:
        server.api.latency = options.latency
        print(server.url, flush=True)
        await stopping.wait()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="0: any free one")
    parser.add_argument("--token", default=TOKEN)
    parser.add_argument("--history", type=Path, help="JSON lines are added to this file")
    parser.add_argument("--limits", action="store_true", help="Telegram's real rate limits")
    parser.add_argument("--latency", type=float, default=0.0, help="seconds before each answer")
    gc.set_threshold(100_000, 50, 50)  # the world only grows: collecting it often costs a fifth
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(serve(parser.parse_args()))


if __name__ == "__main__":
    main()
