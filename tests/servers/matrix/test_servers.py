"""The homeserver and its people do what the tests of a bot rely on."""

import pytest

from tests.servers.matrix.api import V3, Refused
from tests.servers.matrix.bridge import BridgeError
from tests.servers.matrix.fixtures import Matrix
from tests.servers.matrix.seen import Shield
from tests.servers.matrix.synapse import Account, Synapse

HOW = pytest.mark.parametrize("encrypted", [True, False], ids=["encrypted", "plain"])


@HOW
async def test_two_people_in_a_direct_room_read_each_other(matrix: Matrix, encrypted: bool) -> None:
    ana, ben = await matrix.pair(encrypted=encrypted)
    await ana.says("Bonjour Ben")
    found = await ben.sees("Bonjour")
    await ben.says("Bonjour Ana")
    await ana.sees("Bonjour Ana")
    assert found.encrypted is encrypted
    assert found.notifies
    assert ana.screen() == ["Bonjour Ana"]


@HOW
async def test_a_reaction_is_seen_and_seen_to_go(matrix: Matrix, encrypted: bool) -> None:
    ana, ben = await matrix.pair(encrypted=encrypted)
    line = await ana.says("Disponible samedi ?")
    await ana.reacts("✅", to=line)
    await ben.taps("✅", on="samedi")
    await ana.sees_reaction("✅", of=ben, on="samedi")
    await ben.takes_back("✅")
    await ana.sees_reaction("✅", of=ben, on="samedi", gone=True)
    await ben.sees_reaction("✅", of=ana, on="samedi")


@HOW
async def test_an_edited_message_is_one_message(matrix: Matrix, encrypted: bool) -> None:
    ana, ben = await matrix.pair(encrypted=encrypted)
    line = await ana.says("Il reste 3 places")
    await ben.sees("3 places")
    await ana.edits(line, "Il reste 2 places")
    assert (await ben.sees("2 places")).edited
    await ben.edits(line, "Il reste 9 places")
    await ben.says("Merci")
    await ana.sees("Merci")
    assert ben.screen() == ["Il reste 2 places"]


async def test_what_notifies_and_what_only_stands_there(matrix: Matrix) -> None:
    ana, ben = await matrix.pair()
    room = await ana.creates_room("Garde", ben, encrypted=True)
    await ben.joins(room)
    await ana.says("Pour information", msgtype="m.notice")
    assert not (await ben.sees("information")).notifies
    await ana.mentions(ben, "on vous attend")
    urgent = await ben.sees("attend")
    assert (urgent.notifies, urgent.highlights) == (True, True)
    assert urgent.mentions == (ben.id,)
    await ben.replies("attend", "J'arrive")
    assert (await ana.sees("arrive")).replies_to == urgent.id


@HOW
async def test_a_file_is_opened_by_the_other(matrix: Matrix, encrypted: bool) -> None:
    ana, ben = await matrix.pair(encrypted=encrypted)
    await ana.sends_file("planning.csv", b"samedi;Ana\n", "text/csv")
    found = await ben.sees("planning.csv")
    assert found.kind == "m.file"
    assert ("file" in found.content) is encrypted
    assert await ben.opens(found) == b"samedi;Ana\n"


async def test_a_device_that_nobody_signed_has_a_shield_or_is_not_read(matrix: Matrix) -> None:
    bot = await matrix.person("Bot", signed=False)
    ana = await matrix.person("Ana")
    zoe = await matrix.person("Zoe", excludes=True)
    await bot.creates_room("Garde", ana, zoe, encrypted=True)
    for one in (ana, zoe):
        await one.joins()
    await bot.says("Bonjour")
    assert (await ana.sees("Bonjour")).shield == Shield("RED", "UNSIGNED_DEVICE")
    assert (await zoe.sees()).unreadable == "UNSIGNED_SENDER_DEVICE"
    await ana.says("Bonjour à vous")
    assert (await zoe.sees("vous")).shield == Shield("NONE")
    await zoe.says("Je ne vous lis pas")
    assert (await bot.sees("decrypt")).unreadable == "MEGOLM_KEY_WITHHELD_FOR_UNVERIFIED_DEVICE"


@pytest.mark.parametrize("in_room", [True, False], ids=["in a room", "to a device"])
async def test_two_people_compare_emojis(matrix: Matrix, in_room: bool) -> None:
    ana, ben = await matrix.pair()
    device = "" if in_room else ben.client.account.device
    hers = await ana.verifies(ben, device=device)
    his = await ben.asked_to_verify(ana)
    await his.accepts()
    await hers.starts()
    assert await hers.emojis() == await his.emojis()
    await hers.confirms()
    await his.confirms()
    await hers.reaches("done")
    await his.reaches("done")
    found = await ana.devices(ben)
    assert found[ben.client.account.device] == {"signed": True, "verified": True}


async def test_what_cannot_be_read_and_what_nobody_hid_look_like_that(matrix: Matrix) -> None:
    ana, ben = await matrix.pair()
    hidden = {"algorithm": "m.megolm.v1.aes-sha2", "session_id": "none", "ciphertext": "AwgA"}
    await ben.sends_in_clear("m.room.encrypted", hidden)
    assert (await ana.sees("Unable to decrypt")).unreadable
    await ben.sends_in_clear("m.room.message", {"msgtype": "m.text", "body": "En clair"})
    assert not (await ana.sees("clair")).encrypted


async def test_powers_invitations_and_who_is_shown_the_door(matrix: Matrix) -> None:
    ana, ben = await matrix.pair()
    await ana.creates_room("Cellule de crise")
    await ana.invites(ben)
    assert (await ben.invited(by=ana)).name == "Cellule de crise"
    await ben.joins()
    powers = {member.id: member.power for member in (await ben.members()).values()}
    assert powers == {ana.id: float("inf"), ben.id: 0}
    with pytest.raises(BridgeError) as refused:
        await ben.kicks(ana)
    assert refused.value.code == "M_FORBIDDEN"
    await ana.kicks(ben)
    await ben.is_out()


async def test_what_was_written_while_away_is_there_on_another_device(matrix: Matrix) -> None:
    ana, ben = await matrix.pair(encrypted=False)
    await ana.says(*[f"ligne {n}" for n in range(5)])
    phone = await matrix.another_device(ben)
    phone.here = ben.here
    await phone.has("ligne 4")
    assert phone.screen()[-5:] == [f"ligne {n}" for n in range(5)]


async def test_a_restart_keeps_rooms(own_matrix: Matrix) -> None:
    ana, ben = await own_matrix.pair()
    await ana.says("Avant")
    await ben.sees("Avant")
    await own_matrix.synapse.restart()
    await ana.says("Après")
    await ben.sees("Après")
    assert ben.screen() == ["Avant", "Après"]


async def test_default_limits_refuse_and_can_be_lifted(strict_synapse: Synapse) -> None:
    bot = await strict_synapse.register("bot")
    room = await strict_synapse.api("POST", f"{V3}/createRoom", token=bot.token)
    with pytest.raises(Refused) as refused:
        await _say(strict_synapse, bot, room["room_id"], times=20)
    assert (refused.value.status, refused.value.code) == (429, "M_LIMIT_EXCEEDED")
    assert refused.value.answer["retry_after_ms"] > 0
    await strict_synapse.override_ratelimit(bot.user)
    await _say(strict_synapse, bot, room["room_id"], times=20)


async def test_an_administrator_of_the_server_is_one(synapse: Synapse) -> None:
    root = await synapse.register("root", admin=True)
    where = f"/_synapse/admin/v2/users/{root.user}"
    assert (await synapse.api("GET", where, token=root.token))["admin"]


async def _say(synapse: Synapse, bot: Account, room: str, times: int) -> None:
    path = f"{V3}/rooms/{room}/send/m.room.message"
    for _ in range(times):
        await synapse.api("POST", path, token=bot.token, msgtype="m.text", body="Bonjour")
