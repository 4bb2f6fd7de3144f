"""How updates reach the bot: long polling, or a webhook."""

import re
from typing import Any

from tests.servers.telegram.calls import Call
from tests.servers.telegram.errors import CONFLICT_WEBHOOK, ApiError, bad
from tests.servers.telegram.webhook import Hook, Webhook
from tests.servers.telegram.world import Json, World

LONGEST_POLL = 50  # seconds


async def get_updates(world: World, call: Call, webhook: Webhook) -> list[Json]:
    if webhook.hook:
        raise ApiError(409, CONFLICT_WEBHOOK)
    limit = min(max(call.whole("limit", 100), 1), 100)
    timeout = min(max(call.whole("timeout"), 0), LONGEST_POLL)
    world.updates.allow(_allowed(call))
    return await world.updates.get(call.whole("offset"), limit, timeout)


async def set_webhook(world: World, call: Call, webhook: Webhook) -> bool:
    url, secret = call.text("url"), call.text("secret_token")
    if not url:
        return await delete_webhook(world, call, webhook)
    if not re.match(r"https?://[^/\s]+", url):
        raise bad("invalid webhook URL specified")
    if len(secret) > 256:
        raise bad("secret token is too long")
    if not re.fullmatch(r"[A-Za-z0-9_-]*", secret):
        raise bad("secret token contains unallowed characters")
    if call.flag("drop_pending_updates"):
        world.updates.drop()
    world.updates.allow(_allowed(call))
    world.updates.begin_webhook()
    connections = min(max(call.whole("max_connections", 40), 1), 100)
    await webhook.set(Hook(url, secret, connections))
    return True


async def delete_webhook(world: World, call: Call, webhook: Webhook) -> bool:
    if call.flag("drop_pending_updates"):
        world.updates.drop()
    await webhook.set(None)
    return True


async def webhook_info(world: World, call: Call, webhook: Webhook) -> Json:
    shown: Json = {
        "url": webhook.hook.url if webhook.hook else "",
        "has_custom_certificate": False,
        "pending_update_count": len(world.updates.waiting),
    }
    if webhook.hook:
        shown["max_connections"] = webhook.hook.connections
    if webhook.last_error:
        shown["last_error_date"], shown["last_error_message"] = webhook.last_error
    if world.updates.allowed:
        shown["allowed_updates"] = sorted(world.updates.allowed)
    return shown


def _allowed(call: Call) -> list[str] | None:
    allowed: Any = call.json("allowed_updates", "allowed updates")
    return [str(kind) for kind in allowed] if isinstance(allowed, list) else None


METHODS = {
    "getupdates": get_updates,
    "setwebhook": set_webhook,
    "deletewebhook": delete_webhook,
    "getwebhookinfo": webhook_info,
}
