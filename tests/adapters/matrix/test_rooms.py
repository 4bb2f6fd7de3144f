"""Coming into rooms, being alone with somebody, being shown the door, and what one may do."""

import asyncio
from typing import Any

import pytest

from bot.core import ChatRef, Said
from bot.core.errors import SendFailed
from bot.core.events import Blocked, Joined, Left, Moved, Rights, Unblocked
from tests.adapters.matrix.device import Device
from tests.servers.matrix.api import V3
from tests.servers.matrix.faults import Rule
from tests.servers.matrix.fixtures import Matrix
from tests.servers.matrix.people import Person
from tests.servers.matrix.proxy import Proxy

SILENT = {"events_default": 50, "users_default": 0}


def chat(room: str) -> ChatRef:
    return ChatRef("matrix", room)


async def powers(ana: Person, room: str, **content: object) -> None:
    await ana.client.api("PUT", f"{V3}/rooms/{room}/state/m.room.power_levels", **content)


@pytest.mark.parametrize("encrypted", [True, False])
async def test_in_a_room_it_says_where_it_is_and_hears_what_is_said_to_it(
    device: Device, matrix: Matrix, encrypted: bool
) -> None:
    """What people say to each other is not for it, and what was said before it came neither."""
    ana, ben = await matrix.people("Ana", "Ben", encryption=encrypted)
    room = await ana.creates_room("Mairie de Saint-Aubin", ben, encrypted=encrypted)
    await ben.joins()
    await ana.says("!aide avant")
    await ana.invites(device.account.user)
    joined = await device.hears(Joined)
    assert (joined.title, joined.kind, joined.private) == ("Mairie de Saint-Aubin", "room", False)
    assert (joined.chat, joined.people) == (chat(room), 3)
    await ben.says("Tu viens samedi ?", "!tableau", "/aide")
    await ben.mentions(device.account.user, "planning")
    await device.hears_words("!planning")
    assert device.words == ["!tableau", "/aide", "!planning"]
    assert not device.heard(Said)[0].private
    await device.says(room, "Pour information")
    assert (await ana.sees("Pour information")).kind == "m.notice"
    assert not (await ben.sees("Pour information")).notifies
    await device.says(room, "Alerte", urgent=True)
    assert (await ana.sees("Alerte")).mentions == (ana.id, ben.id)
    assert (await ben.sees("Alerte")).notifies


async def test_a_direct_room_is_private_until_somebody_else_comes_in(
    device: Device, matrix: Matrix
) -> None:
    """From the invitation on. Nothing of the one person's is then written anew there."""
    ana, ben = await matrix.people("Ana", "Ben", encryption=False)
    room = await device.meets(ana, encrypted=False)
    card = await device.says(room, "Vous venez samedi ?", "✅")
    assert device.adapter.is_private(chat(room))
    await ana.invites(ben)
    gone = await device.hears(Blocked)
    assert (gone.chat, gone.reason) == (chat(room), "crowded")
    assert not device.adapter.is_private(chat(room))
    await ana.says("!planning")
    assert not (await device.hears_words("!planning")).private
    with pytest.raises(SendFailed) as failed:
        await device.edits(room, card, "C'est noté, vous venez")
    assert failed.value.permanent
    back = len(device.heard(Unblocked))
    await ana.kicks(ben)
    await device.waits(lambda: len(device.heard(Unblocked)) > back or None)
    assert device.adapter.is_private(chat(room))


async def test_it_stays_a_direct_room_over_a_restart_and_for_other_apps(
    device: Device, matrix: Matrix
) -> None:
    ana, ben = await matrix.people("Ana", "Ben")
    rooms = {ana.id: [await device.meets(ana)], ben.id: [await device.meets(ben)]}
    path = f"{V3}/user/{device.account.user}/account_data/m.direct"
    found = await matrix.synapse.api("GET", path, token=device.account.token)
    assert found == rooms
    await device.restart()
    await ana.says("Toujours là ?")
    assert (await device.hears_words("Toujours")).private


async def test_who_leaves_is_not_written_to_and_a_new_direct_room_takes_over(
    device: Device, matrix: Matrix
) -> None:
    ana = await matrix.person("Ana")
    old = await device.meets(ana)
    await ana.leaves()
    assert (await device.hears(Blocked)).reason == "left"
    new = await device.meets(ana)
    moved = await device.hears(Moved)
    assert (moved.chat, moved.new) == (chat(old), chat(new))
    assert (await device.hears(Unblocked, chat=chat(new))).private
    await device.says(new, "Rebonjour")
    await ana.sees("Rebonjour")
    path = f"{V3}/user/{device.account.user}/account_data/m.direct"

    await device.waits(lambda: device.direct == {new: ana.id} or None)
    found = await matrix.synapse.api("GET", path, token=device.account.token)
    assert found == {ana.id: [new]}


async def test_kicked_while_it_was_away_is_said_when_it_is_back(
    device: Device, matrix: Matrix
) -> None:
    ana = await matrix.person("Ana", encryption=False)
    room = await ana.creates_room("Garde", device.account.user)
    await device.hears(Joined)
    await device.stop()
    await ana.kicks(device.account.user)
    await device.start()
    assert (await device.hears(Left)).chat == chat(room)


async def test_kicked_is_said_once_and_the_room_is_forgotten(
    device: Device, matrix: Matrix, proxy: Proxy
) -> None:
    ana = await matrix.person("Ana", encryption=False)
    room = await ana.creates_room("Garde", device.account.user)
    await device.hears(Joined)
    await ana.kicks(device.account.user)
    left = await device.hears(Left)
    assert left.chat == chat(room)
    await device.waits(lambda: proxy.requests.to("rooms/*/forget", lambda r: r.done) or None)
    with pytest.raises(SendFailed) as failed:
        await device.says(room, "Bonjour")
    assert (failed.value.permanent, failed.value.gone) == (True, True)
    await device.restart()
    await asyncio.sleep(0.3)
    assert len(device.heard(Left)) == 1


async def test_other_people_s_invitations_are_theirs(
    device: Device, matrix: Matrix, proxy: Proxy
) -> None:
    ana, ben = await matrix.people("Ana", "Ben", encryption=False)
    await ana.creates_room("Garde", device.account.user)
    await device.hears(Joined)
    joins = len(proxy.requests.to("join/*"))
    await ana.invites(ben)
    await ana.says("!aide")
    await device.hears_words("!aide")
    assert len(proxy.requests.to("join/*")) == joins
    assert len(device.heard(Joined)) == 1


async def test_powers_taken_away_and_given_back_are_noticed(device: Device, matrix: Matrix) -> None:
    """Also where a name is simply no longer in the list."""
    ana = await matrix.person("Ana", encryption=False)
    bot = device.account.user
    room = await ana.creates_room("Garde", bot, room_version="11")
    await device.hears(Joined)
    mine = {ana.id: 100}
    await powers(ana, room, users=mine, **SILENT)
    assert (await device.hears(Rights, can_write=False)).chat == chat(room)
    with pytest.raises(SendFailed) as failed:
        await device.says(room, "Bonjour")
    assert failed.value.gone
    await powers(ana, room, users={**mine, bot: 50}, **SILENT)
    await device.hears(Rights, can_write=True)
    await device.says(room, "Me revoilà")
    await ana.sees("revoilà")
    known = len(device.heard(Rights, can_write=False))
    await powers(ana, room, users=mine, **SILENT)
    await device.waits(lambda: len(device.heard(Rights, can_write=False)) > known or None)


async def test_who_made_a_room_of_version_12_may_speak_whatever_the_levels_say(
    device: Device, matrix: Matrix
) -> None:
    """Creators are in no list of powers."""
    ana = await matrix.person("Ana", encryption=False)
    room = await device.meets(ana, encrypted=False)
    await powers(ana, room, users={}, **SILENT)
    await ana.says("Vous pouvez parler ?")
    await device.hears_words("parler")
    assert not device.heard(Rights, can_write=False)
    await device.says(room, "Oui")
    await ana.sees("Oui")


async def test_a_room_where_it_may_not_speak_is_told_as_that(
    device: Device, matrix: Matrix
) -> None:
    ana = await matrix.person("Ana", encryption=False)
    await ana.creates_room("Muet", device.account.user, power_level_content_override=SILENT)
    assert (await device.hears(Joined)).title == "Muet"
    await device.hears(Rights, can_write=False)


@pytest.mark.parametrize("public", [True, False])
async def test_a_room_that_was_replaced_is_followed(
    device: Device, matrix: Matrix, public: bool
) -> None:
    """Where it is not let in by itself, when it is invited there."""
    ana = await matrix.person("Ana", encryption=False)
    preset = "public_chat" if public else "private_chat"
    old = await ana.creates_room("Garde", device.account.user, preset=preset, room_version="11")
    await device.hears(Joined)
    new = str((await ana.client.do("upgradeRoom", old, "12"))["replacement_room"])
    if not public:
        await asyncio.sleep(0.3)
        await ana.invites(device.account.user, to=new)
    moved = await device.hears(Moved)
    assert (moved.chat, moved.new) == (chat(old), chat(new))
    assert len(device.heard(Joined)) == 1
    await device.says(new, "Nous y voilà")
    await ana.client.ask("knows", room=new, membership="join", encrypted=False)
    await ana.sees("voilà", to=new, ever=True)


async def test_a_room_that_only_claims_to_replace_another_is_a_room_like_any(
    device: Device, matrix: Matrix
) -> None:
    ana, eve = await matrix.people("Ana", "Eve", encryption=False)
    old = await ana.creates_room("Cellule de crise", device.account.user)
    await device.hears(Joined)
    claim = {"predecessor": {"room_id": old, "event_id": "$none"}}
    await eve.creates_room("Cellule de crise (suite)", device.account.user, creation_content=claim)
    await device.hears(Joined, title="Cellule de crise (suite)")
    assert not device.heard(Moved)


async def test_a_new_name_of_the_bot_brings_it_nowhere_anew(
    device: Device, matrix: Matrix, proxy: Proxy
) -> None:
    """To some servers it is the same event, and they do not tell what was before it."""
    ana = await matrix.person("Ana", encryption=False)
    await device.meets(ana, encrypted=False)

    def bare(told: dict[str, Any]) -> dict[str, Any]:
        for info in told.get("rooms", {}).get("join", {}).values():
            for event in info["timeline"]["events"]:
                event.get("unsigned", {}).pop("prev_content", None)
        return told

    proxy.rules = [Rule("changed", "sync", change=bare)]
    path = f"{V3}/profile/{device.account.user}/displayname"
    await matrix.synapse.api("PUT", path, token=device.token, displayname="Tocsin")
    await ana.says("Bonjour")
    await device.hears_words("Bonjour")
    assert len(device.heard(Said, text="/start")) == 1
