"""The platforms that are configured. A new one is a function and a line in `configured`."""

from typing import TYPE_CHECKING

from bot.cli.ends import End, Stop

if TYPE_CHECKING:
    from bot.adapters.telegram import Telegram
    from bot.settings import Settings

NONE_YET = """No chat platform is configured, so nobody could talk to the bot. For Telegram, write
/newbot to @BotFather there and put the token it answers into config.toml:

    [telegram]
    token = "123456789:the-35-characters-from-BotFather---"

To look around without any account: tocsin demo"""


def must_have_one(settings: "Settings") -> None:
    """Raises Stop where nobody could talk to the bot."""
    if settings.telegram.token is None:
        raise Stop(End.CONFIGURATION, NONE_YET)


def configured(settings: "Settings") -> "list[Telegram]":
    """Every platform with its account."""
    return [adapter for adapter in (telegram(settings),) if adapter is not None]


def telegram(settings: "Settings") -> "Telegram | None":
    given = settings.telegram
    if given.token is None:
        return None
    from bot.adapters.telegram import Telegram

    secret = given.webhook_secret.get_secret_value() if given.webhook_secret else ""
    return Telegram(
        given.token.get_secret_value(),
        given.api_url,
        webhook_url=given.webhook_url or "",
        webhook_secret=secret,
    )
