"""A stock aiogram bot that answers each press and edits its message, and keeps nothing:
URL TOKEN. It handles as many at once as it reads, which is its default."""

import asyncio
import logging
import sys

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import CallbackQuery, Message

polling = Dispatcher()


@polling.callback_query()
async def pressed(press: CallbackQuery) -> None:
    await press.answer()
    assert isinstance(press.message, Message)
    await press.message.edit_text("C'est noté, vous venez : samedi, 9 h – 13 h")


async def main(url: str, token: str) -> None:
    session = AiohttpSession(api=TelegramAPIServer.from_base(url))
    await polling.start_polling(Bot(token, session=session))


if __name__ == "__main__":
    logging.disable(logging.CRITICAL)
    asyncio.run(main(sys.argv[1], sys.argv[2]))
