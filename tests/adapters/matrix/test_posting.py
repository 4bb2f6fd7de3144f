"""What the bot shows: messages, edits, emoji to be tapped, files, its own name and face."""

from dataclasses import replace

import pytest

from bot.core import Attachment, ChatRef, Span, Wording
from bot.core.errors import SendFailed
from bot.core.events import Joined
from tests.adapters.matrix.device import QUICK, Device
from tests.servers.matrix.api import V3
from tests.servers.matrix.faults import SEND, Rule
from tests.servers.matrix.fixtures import Matrix
from tests.servers.matrix.proxy import Proxy
from tests.servers.matrix.seen import Message

PNG = b"\x89PNG\r\n\x1a\n" + bytes(200)


def chat(room: str) -> ChatRef:
    return ChatRef("matrix", room)


@pytest.mark.parametrize("encrypted", [True, False])
@pytest.mark.parametrize("fault", ["drop_after", "half_json", "cut"])
async def test_a_send_whose_answer_is_lost_is_one_message(
    device: Device, matrix: Matrix, proxy: Proxy, fault: str, encrypted: bool
) -> None:
    """A key is a transaction, over restarts too."""
    ana = await matrix.person("Ana", encryption=encrypted)
    room = await device.meets(ana, encrypted=encrypted)
    proxy.rules = [Rule(fault, SEND, times=2)]
    with pytest.raises(SendFailed) as failed:
        await device.says(room, "Bonjour", key="k1")
    assert not failed.value.unknown
    proxy.rules = []
    await device.restart()
    message = await device.says(room, "Bonjour", key="k1")
    await device.says(room, "Fini")
    await ana.sees("Fini")
    assert ana.screen() == ["Bonjour", "Fini"]
    assert (await ana.find("Bonjour")).id == message


async def test_an_edit_back_to_the_words_of_before_is_an_edit(
    device: Device, matrix: Matrix
) -> None:
    ana = await matrix.person("Ana")
    room = await device.meets(ana)
    message = await device.says(room, "Il manque 2")
    for words in ("Il manque 1", "Il manque 2", "Il manque 1"):
        await device.edits(room, message, words)
    await device.says(room, "Fini")
    await ana.sees("Fini")
    assert ana.screen() == ["Il manque 1", "Fini"]


@pytest.mark.parametrize("encrypted", [True, False])
async def test_emoji_are_placed_exchanged_and_found_again_after_a_restart(
    device: Device, matrix: Matrix, encrypted: bool
) -> None:
    ana = await matrix.person("Ana", encryption=encrypted)
    room = await device.meets(ana, encrypted=encrypted)
    message = await device.says(room, "Vous venez ?")
    bot = device.account.user

    async def marks(*signs: str) -> None:
        await device.adapter.mark(chat(room), message, signs, key=str(signs))

    await marks("✅", "❌")
    for sign in ("✅", "❌"):
        await ana.sees_reaction(sign, of=bot, on=message)
    await device.restart()
    await marks("✅", "🚫")
    await ana.sees_reaction("🚫", of=bot, on=message)
    await ana.sees_reaction("❌", of=bot, on=message, gone=True)
    shown = await ana.find(message)
    assert {s for s in shown.reactions if bot in shown.reacted(s)} == {"✅", "🚫"}


async def test_an_emoji_that_is_there_already_is_no_failure(
    device: Device, matrix: Matrix, proxy: Proxy
) -> None:
    """Placed, and the answer lost: the homeserver says that it is a second one."""
    ana = await matrix.person("Ana", encryption=False)
    room = await device.meets(ana, encrypted=False)
    message = await device.says(room, "Vous venez ?")
    await device.adapter.mark(chat(room), message, ["✅"], key="k1")
    await device.restart()
    proxy.rules = [
        Rule("changed", "rooms/*/relations/*", change=lambda told: {"chunk": []}, times=1)
    ]
    await device.adapter.mark(chat(room), message, ["✅", "❌"], key="k2")
    await ana.sees_reaction("❌", of=device.account.user, on=message)


async def test_where_reactions_are_not_allowed_the_room_is_not_lost(
    device: Device, matrix: Matrix
) -> None:
    ana = await matrix.person("Ana", encryption=False)
    levels = {"events": {"m.reaction": 50}}
    room = await ana.creates_room("Garde", device.account.user, power_level_content_override=levels)
    await device.hears(Joined)
    message = await device.says(room, "Vous venez ?")
    with pytest.raises(SendFailed) as failed:
        await device.adapter.mark(chat(room), message, ["✅"], key="k1")
    assert (failed.value.permanent, failed.value.gone) == (True, False)


@pytest.mark.parametrize("encrypted", [True, False])
async def test_a_picture_and_a_file_come_after_the_words(
    device: Device, matrix: Matrix, encrypted: bool
) -> None:
    ana = await matrix.person("Ana", encryption=encrypted)
    room = await device.meets(ana, encrypted=encrypted)
    for name, mime in (("tableau.png", "image/png"), ("planning.ics", "text/calendar")):
        attached = Attachment(name, mime, PNG, alt="" if mime == "text/calendar" else "Le tableau")
        wording = Wording(((Span(f"Voici {name}"),),), attachment=attached)
        await device.adapter.send(chat(room), wording, key=name)

    def files() -> list[Message] | None:
        found = [m for m in reversed(ana.said()) if m.kind in ("m.image", "m.file")]
        return found if len(found) == 2 else None

    picture, file = await ana.client.waits(files, 10, "sees no files")
    assert (picture.kind, picture.text) == ("m.image", "Le tableau")
    assert (file.kind, file.text) == ("m.file", "planning.ics")
    assert ("file" in picture.content) is encrypted
    assert await ana.opens(picture) == PNG
    assert next(m.text for m in reversed(ana.said())) == "Voici tableau.png"


async def test_the_bot_has_the_community_s_name_and_a_face(
    device: Device, matrix: Matrix, proxy: Proxy
) -> None:
    """A face that somebody has chosen for it stays."""
    await device.restart(name="CPTS du Pays de Garance")
    ana = await matrix.person("Ana", encryption=False)
    await device.meets(ana, encrypted=False)
    path = f"{V3}/profile/{device.account.user}"
    await device.waits(lambda: proxy.requests.to("profile/*/avatar_url") or None)
    found = await matrix.synapse.api("GET", path, token=device.account.token)
    assert found["displayname"] == "CPTS du Pays de Garance"
    first = found["avatar_url"]
    assert first.startswith("mxc://")
    await device.restart()
    await device.waits(lambda: proxy.requests[-1].path == "sync" or None)
    found = await matrix.synapse.api("GET", path, token=device.account.token)
    assert found["avatar_url"] == first
    assert len(proxy.requests.to("upload")) == 1


async def test_nothing_is_sent_into_a_line_that_is_dead(
    device: Device, matrix: Matrix, proxy: Proxy
) -> None:
    """It goes out as soon as the line is back, without having been asked for in between."""
    await device.restart(times=replace(QUICK, broken=(0.1, 0.3)))
    ana = await matrix.person("Ana", encryption=False)
    room = await device.meets(ana, encrypted=False)
    proxy.rules = [Rule("drop_before", "*")]
    await device.is_troubled("cannot be reached")
    with pytest.raises(SendFailed) as failed:
        await device.says(room, "Un", key="k1")
    assert (failed.value.everyone, failed.value.permanent) == (True, False)
    assert not list(proxy.requests.to(SEND))
    proxy.rules = []
    await device.is_well()
    await device.says(room, "Un", key="k1")
    await ana.sees("Un")
