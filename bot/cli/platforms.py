"""The platforms that are configured. A new one is a function and a line in `configured`."""

from typing import TYPE_CHECKING, TypeAlias

from bot.cli.ends import End, Stop

if TYPE_CHECKING:
    from bot.adapters.matrix import Matrix
    from bot.adapters.matrix.session import Wanted
    from bot.adapters.telegram import Telegram
    from bot.settings import Settings

Platform: TypeAlias = "Telegram | Matrix"

NONE_YET = """No chat platform is configured, so nobody could talk to the bot. One is enough.

For Telegram, write /newbot to @BotFather there and put the token it answers into config.toml:

    [telegram]
    token = "123456789:the-35-characters-from-BotFather---"

For Matrix, register an account for the bot on your homeserver (docs/matrix.md) and write:

    [matrix]
    homeserver = "https://matrix.cpts-garance.example"
    user = "@tocsin:cpts-garance.example"
    password = "the-password-of-the-bots-account"
    store_secret = "what openssl rand -hex 32 prints"

To look around without any account: tocsin demo"""


def must_have_one(settings: "Settings") -> None:
    """Raises Stop where nobody could talk to the bot."""
    if not names(settings):
        raise Stop(End.CONFIGURATION, NONE_YET)


def configured(settings: "Settings") -> "list[Platform]":
    """Every platform with its account."""
    both = (telegram(settings), matrix(settings))
    return [adapter for adapter in both if adapter is not None]


def names(settings: "Settings") -> set[str]:
    """What the configured ones are called, without making them."""
    given = {"telegram": settings.telegram.token, "matrix": settings.matrix.homeserver}
    return {name for name, account in given.items() if account is not None}


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


def matrix(settings: "Settings") -> "Matrix | None":
    wanted = matrix_account(settings)
    if wanted is None:
        return None
    from bot.adapters.matrix import Matrix

    return Matrix(wanted, allowed_servers=settings.matrix.allowed_servers)


def matrix_account(settings: "Settings") -> "Wanted | None":
    """How the bot logs in to its homeserver; the settings have seen to it that nothing lacks."""
    given = settings.matrix
    if given.homeserver is None or given.user is None or given.store_secret is None:
        return None
    from bot.adapters.matrix.session import Wanted

    return Wanted(
        given.homeserver,
        given.user,
        given.store_secret.get_secret_value(),
        given.folder,
        password=given.password.get_secret_value() if given.password else "",
        token=given.access_token.get_secret_value() if given.access_token else "",
        name=settings.community.shown_name,
    )


def answered_at(platform: "Platform") -> float:
    """When it last answered anything, by `time.monotonic`."""
    return platform.answered_at if hasattr(platform, "answered_at") else platform.line.answered_at


def well(platform: "Platform") -> bool:
    """Can it be heard and spoken to now?"""
    return platform.health.ok if hasattr(platform, "health") else not platform.trouble
