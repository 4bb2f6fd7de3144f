"""python-telegram-bot sends the same text to many: URL TOKEN FIRST COUNT limits|free.

limits: its own AIORateLimiter as documented, which paces by itself, so that all are asked for at
once (https://docs.python-telegram-bot.org/en/stable/telegram.ext.aioratelimiter.html); with
retries, for without them each 429 loses a message. free: no limiter, 50 in flight.
"""

import asyncio
import sys

from say import Account
from telegram.error import TelegramError
from telegram.ext import AIORateLimiter, ApplicationBuilder

TEXT = "ALERTE · Rupture d'eau potable à Saint-Aubin\nNe buvez pas l'eau du robinet."
IN_FLIGHT, RETRIES = 50, 10


async def main(url: str, token: str, first: int, count: int, limits: bool) -> None:
    builder = ApplicationBuilder().token(token).base_url(f"{url}/bot")
    builder = builder.connection_pool_size(IN_FLIGHT).pool_timeout(600)
    if limits:
        builder = builder.rate_limiter(AIORateLimiter(max_retries=RETRIES))
    app = builder.build()
    gate = asyncio.Semaphore(count if limits else IN_FLIGHT)

    async def send(chat: int, account: Account) -> None:
        async with gate:
            try:
                await app.bot.send_message(chat, TEXT)
            except TelegramError:
                account.lost += 1

    async with app:
        account = Account()
        await asyncio.gather(*(send(chat, account) for chat in range(first, first + count)))
        account.tell()


if __name__ == "__main__":
    _, where, secret, begin, many, how = sys.argv
    asyncio.run(main(where, secret, int(begin), int(many), how == "limits"))
