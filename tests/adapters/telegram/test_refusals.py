"""What Telegram refuses, and what the engine is told of it."""

import asyncio
import contextlib
from datetime import timedelta

import pytest

from bot.adapters.telegram import Telegram
from bot.core.errors import SendFailed
from tests.adapters.telegram.conftest import place, words
from tests.servers.telegram import Action, Rule, TelegramServer, User

HELLO = words("Bonjour")


async def refused(server: TelegramServer, adapter: Telegram, ana: User, rule: Rule) -> SendFailed:
    server.fails(rule)
    with pytest.raises(SendFailed) as caught:
        await adapter.send(place(ana.id), HELLO, key="k1")
    return caught.value


def said(code: int, description: str) -> Rule:
    return Rule(Action.ERROR, "sendMessage", code=code, description=description)


@pytest.mark.parametrize(
    ("code", "description", "why"),
    [
        (403, "Forbidden: bot was blocked by the user", "blocked"),
        (403, "Forbidden: user is deactivated", "deactivated"),
        (403, "Forbidden: bot can't initiate conversation with a user", "not started"),
        (403, "Forbidden: bot was kicked from the supergroup chat", "removed"),
        (403, "Forbidden: bot is not a member of the channel chat", "removed"),
        (403, "Forbidden: the group chat was deleted", "deleted"),
        (403, "Forbidden: something nobody has seen yet", "forbidden"),
        (400, "Bad Request: chat not found", "not found"),
        (400, "Bad Request: PEER_ID_INVALID", "not found"),
        (400, "Bad Request: need administrator rights in the channel chat", "muted"),
        (400, "Bad Request: not enough rights to send text messages to the chat", "muted"),
        (400, "Bad Request: CHAT_WRITE_FORBIDDEN", "muted"),
        (400, "Bad Request: message thread not found", "thread not found"),
        (400, "Bad Request: TOPIC_CLOSED", "thread closed"),
        (400, "Bad Request: group chat was upgraded to a supergroup chat", "moved"),
    ],
)
async def test_a_chat_that_cannot_be_written_to_is_gone_and_the_reason_is_known(
    server: TelegramServer,
    adapter: Telegram,
    ana: User,
    code: int,
    description: str,
    why: str,
) -> None:
    no = await refused(server, adapter, ana, said(code, description))
    assert (no.gone, no.permanent, no.unknown, no.wait, str(no)) == (True, True, False, None, why)


@pytest.mark.parametrize(
    ("description", "why"),
    [
        ("Bad Request: message is too long", "too long"),
        ("Bad Request: message text is empty", "empty"),
        ("Bad Request: BUTTON_DATA_INVALID", "buttons refused"),
        ("Bad Request: can't parse entities: unexpected end", "not understood"),
        ("Bad Request: something nobody has seen yet", "refused"),
        ("Bad Request", "refused"),
    ],
)
async def test_a_message_that_is_wrong_is_never_tried_again_and_its_chat_stays(
    server: TelegramServer, adapter: Telegram, ana: User, description: str, why: str
) -> None:
    no = await refused(server, adapter, ana, said(400, description))
    assert (no.gone, no.permanent, no.unknown, no.wait, str(no)) == (False, True, False, None, why)


@pytest.mark.parametrize("seconds", [1, 7, 10_072])
async def test_too_many_requests_says_how_long_this_chat_waits(
    server: TelegramServer, adapter: Telegram, ana: User, seconds: int
) -> None:
    rule = Rule(Action.TOO_MANY, "sendMessage", retry_after=seconds)
    no = await refused(server, adapter, ana, rule)
    assert no.wait == timedelta(seconds=seconds)
    assert (no.permanent, no.everyone, no.unknown) == (False, False, False)


@pytest.mark.parametrize(
    "action",
    [
        Action.DROP_BEFORE,
        Action.DROP_AFTER,
        Action.BAD_GATEWAY,
        Action.SERVER_ERROR,
        Action.HANG,
        Action.HALF_JSON,
        Action.EMPTY,
    ],
)
async def test_a_lost_answer_may_have_been_delivered(
    server: TelegramServer, adapter: Telegram, ana: User, action: Action
) -> None:
    no = await refused(server, adapter, ana, Rule(action, "sendMessage"))
    assert (no.unknown, no.permanent, no.gone, no.wait) == (True, False, False, None)


async def test_a_redirection_is_not_followed_and_is_tried_again(
    server: TelegramServer, adapter: Telegram, ana: User
) -> None:
    no = await refused(server, adapter, ana, Rule(Action.REDIRECT, "sendMessage"))
    assert (no.unknown, no.permanent, no.gone) == (False, False, False)


async def test_a_refusal_without_a_reason_is_permanent(
    server: TelegramServer, adapter: Telegram, ana: User
) -> None:
    no = await refused(server, adapter, ana, Rule(Action.NO_DESCRIPTION, "sendMessage"))
    assert no.permanent


async def test_without_a_connection_nothing_was_sent(
    server: TelegramServer, adapter: Telegram, ana: User
) -> None:
    await adapter.send(place(ana.id), HELLO, key="k0")
    await server.down("refuse")
    with contextlib.suppress(SendFailed):  # on the connection that was open: that may be unknown
        await adapter.send(place(ana.id), HELLO, key="k1")
    with pytest.raises(SendFailed) as caught:
        await adapter.send(place(ana.id), HELLO, key="k2")
    no = caught.value
    assert (no.unknown, no.permanent, no.everyone) == (False, False, True)
    assert no.wait


async def test_a_revoked_token_stops_everyone_and_shows_in_the_health(
    server: TelegramServer, adapter: Telegram, ana: User
) -> None:
    assert adapter.health.ok
    server.fails(said(401, "Unauthorized"))
    for key in ("k1", "k2", "k3"):
        with pytest.raises(SendFailed) as caught:
            await adapter.send(place(ana.id), HELLO, key=key)
        no = caught.value
        assert (no.everyone, no.permanent, no.unknown) == (True, False, False)
        assert no.wait
    assert len(server.history.of("sendMessage")) == 1, "a token that is refused is asked for alone"
    assert adapter.health.why == "the token is refused"


async def test_a_token_that_is_good_again_is_noticed_within_seconds(
    server: TelegramServer, adapter: Telegram, ana: User
) -> None:
    """It was waited for a minute, over a restart with the new token too."""
    await refused(server, adapter, ana, said(401, "Unauthorized"))
    server.fails()
    await asyncio.wait_for(adapter.line.up(), 5)
    await adapter.send(place(ana.id), HELLO, key="k2")
    assert adapter.health.ok


async def test_a_group_that_moved_tells_its_new_id(
    server: TelegramServer, adapter: Telegram, ana: User
) -> None:
    group = server.group("Cellule")
    await group.adds_bot(by=ana)
    new = await group.becomes_supergroup(by=ana)
    with pytest.raises(SendFailed) as caught:
        await adapter.send(place(group.id), HELLO, key="k1")
    no = caught.value
    assert no.moved == place(new.id)
    assert (no.permanent, no.gone) == (False, False)
    await adapter.send(no.moved, HELLO, key="k1")
    assert new.messages[-1].text == "Bonjour"


async def test_what_the_server_itself_refuses_is_understood(
    server: TelegramServer, adapter: Telegram, ana: User
) -> None:
    """The same by the server's own checks, not by script."""
    stranger = server.user("Zoé")
    group, channel = server.supergroup("Équipe"), server.channel("Infos")
    await group.adds_bot(by=ana)
    await group.mutes()
    await channel.adds_bot(ana, "can_edit_messages")
    await ana.blocks()
    reasons = {}
    for chat in (ana.id, stranger.id, group.id, channel.id):
        with pytest.raises(SendFailed) as caught:
            await adapter.send(place(chat), HELLO, key="k")
        assert caught.value.gone
        reasons[chat] = str(caught.value)
    assert list(reasons.values()) == ["blocked", "not found", "muted", "muted"]
