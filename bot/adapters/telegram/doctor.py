"""What `doctor` looks at on Telegram, and what an administrator can do about it."""

from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from telegram import User, WebhookInfo
from telegram.error import TelegramError

from bot.adapters.telegram.adapter import Telegram
from bot.adapters.telegram.errors import Refused, failure
from bot.adapters.telegram.refusals import Meaning
from bot.core.findings import Finding, clock

SKEW = 30.0
"""Seconds that our clock may be wrong: links and codes expire by it."""
RECENT = timedelta(hours=1)


async def examine(adapter: Telegram) -> list[Finding]:
    """Asks Telegram three questions and changes nothing."""
    try:
        me = await adapter.bot.get_me()
        hook = await adapter.bot.get_webhook_info()
    except TelegramError as error:
        return [_no_token(error)]
    return [
        Finding("Telegram token", True, f"the bot is @{me.username}"),
        _privacy(me),
        _groups(me),
        _way(hook, adapter.webhook_url),
        *_hook_errors(hook),
        *clock(adapter.transport.server_date, "Telegram's", SKEW),
    ]


def _no_token(error: TelegramError) -> Finding:
    what = "Telegram token"
    if isinstance(error, Refused) and error.meaning is Meaning.REVOKED:
        mend = "Ask @BotFather for the token (/mybots, API Token) and put it in the configuration."
        return Finding(what, False, "Telegram refuses it", mend)
    mend = "Check the network and [telegram] api_url; the bot needs to reach that address."
    return Finding(what, False, f"Telegram did not answer: {failure(error)}", mend)


def _privacy(me: User) -> Finding:
    if not me.can_read_all_group_messages:
        return Finding("Telegram privacy mode", True, "on: in groups the bot reads commands only")
    mend = "Tell @BotFather /setprivacy, choose the bot, Enable; then add it to its groups again."
    return Finding("Telegram privacy mode", False, "off: it reads all that groups write", mend)


def _groups(me: User) -> Finding:
    if me.can_join_groups:
        return Finding("Telegram groups", True, "the bot can be added to groups")
    mend = "Tell @BotFather /setjoingroups, choose the bot, Enable."
    return Finding("Telegram groups", False, "the bot cannot be added to groups", mend)


def _way(hook: WebhookInfo, wanted: str) -> Finding:
    what, waiting = "Telegram updates", f"{hook.pending_update_count} waiting"
    if hook.url == wanted:
        return Finding(what, True, f"{'webhook' if wanted else 'long polling'}, {waiting}")
    if not wanted:
        mend = (
            "Another program may use this token; if not, starting the bot takes the webhook away."
        )
        host = urlsplit(hook.url).hostname or "another address"
        return Finding(what, False, f"they go to a webhook at {host}, {waiting}", mend)
    mend = "Start the bot: it sets the webhook. If it runs, its log says why Telegram refuses."
    return Finding(what, False, f"the webhook of the configuration is not set, {waiting}", mend)


def _hook_errors(hook: WebhookInfo) -> list[Finding]:
    at = hook.last_error_date
    if not hook.url or at is None or datetime.now(UTC) - at > RECENT:
        return []
    mend = "Telegram must reach [telegram] webhook_url: check certificate, proxy and port."
    return [Finding("Telegram webhook", False, f"failed at {at:%H:%M} UTC", mend)]
