"""A stock python-telegram-bot that answers each press and edits its message, and keeps nothing:
URL TOKEN one|many (handlers one after the other, or with concurrent_updates)."""

import logging
import sys

from telegram import Update
from telegram.ext import ApplicationBuilder, CallbackQueryHandler, ContextTypes


async def pressed(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    press = update.callback_query
    assert press
    await press.answer()
    await press.edit_message_text("C'est noté, vous venez : samedi, 9 h – 13 h")


if __name__ == "__main__":
    _, url, token, how = sys.argv
    logging.disable(logging.CRITICAL)
    builder = ApplicationBuilder().token(token).base_url(f"{url}/bot")
    if how == "many":
        builder = builder.concurrent_updates(True).pool_timeout(600)
    app = builder.build()
    app.add_handler(CallbackQueryHandler(pressed))
    app.run_polling(allowed_updates=Update.ALL_TYPES)
