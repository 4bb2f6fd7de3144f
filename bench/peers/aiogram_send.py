"""aiogram sends the same text to many: URL TOKEN FIRST COUNT limits|free.

limits: the broadcaster of its examples, one after the other with a pause of 50 ms, sleeping where
it is told to (https://github.com/aiogram/aiogram/blob/dev-2.x/examples/broadcast_example.py, with
today's names). free: no pause, 50 in flight.
"""

import asyncio
import sys

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramAPIError, TelegramRetryAfter
from say import Account

TEXT = "ALERTE · Rupture d'eau potable à Saint-Aubin\nNe buvez pas l'eau du robinet."
IN_FLIGHT, PAUSE = 50, 0.05


async def send(bot: Bot, chat: int, account: Account) -> None:
    try:
        await bot.send_message(chat, TEXT)
    except TelegramRetryAfter as no:
        await asyncio.sleep(no.retry_after)
        await send(bot, chat, account)
    except TelegramAPIError:
        account.lost += 1


async def main(url: str, token: str, first: int, count: int, limits: bool) -> None:
    session = AiohttpSession(api=TelegramAPIServer.from_base(url))
    account, gate = Account(), asyncio.Semaphore(IN_FLIGHT)

    async def gated(bot: Bot, chat: int) -> None:
        async with gate:
            await send(bot, chat, account)

    async with Bot(token, session=session) as bot:
        if limits:
            for chat in range(first, first + count):
                await send(bot, chat, account)
                await asyncio.sleep(PAUSE)
        else:
            await asyncio.gather(*(gated(bot, chat) for chat in range(first, first + count)))
    account.tell()


if __name__ == "__main__":
    _, where, secret, begin, many, how = sys.argv
    asyncio.run(main(where, secret, int(begin), int(many), how == "limits"))
