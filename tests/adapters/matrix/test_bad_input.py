"""What people, servers and programs send that they should not: clear, logged once, nothing lost."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.adapters.matrix.reading import moment
from bot.core import ChatRef, Pressed, Role
from bot.core.events import Joined, Unreadable
from tests.adapters.matrix.bot import Bot
from tests.adapters.matrix.device import Device
from tests.adapters.matrix.test_conversations import member
from tests.servers.matrix.faults import Rule
from tests.servers.matrix.fixtures import Matrix
from tests.servers.matrix.proxy import Proxy


async def test_a_name_that_turns_letters_around_is_shown_without_that(
    device: Device, matrix: Matrix
) -> None:
    ana = await matrix.person("Ana", encryption=False)
    await ana.creates_room("Mairie \u202elaitnedifnoC\u200f\x07  de Garance", device.account.user)
    assert (await device.hears(Joined)).title == "Mairie laitnedifnoC de Garance"


async def test_a_person_whose_name_turns_letters_around_gives_it_to_no_room(
    device: Device, matrix: Matrix
) -> None:
    """A room without a name is called after who is in it."""
    ana, ben = await matrix.people("Ana", "Ben", encryption=False)
    await ana.client.do("setDisplayName", "Ana \u202eenitraM\u200f")
    room = await ana.creates_room("", ben, device.account.user)
    await ben.joins(room)
    title = (await device.hears(Joined)).title
    assert "Ana enitraM" in title
    assert not {"\u202e", "\u200f"} & set(title)


async def test_a_room_where_it_may_not_speak_is_told_to_coordinators_and_nothing_is_sent_there(
    bot: Bot, matrix: Matrix
) -> None:
    claire, ana = await matrix.people("Claire", "Ana", encryption=False)
    await member(bot, claire, Role.COORDINATOR, encrypted=False)
    silent = {"events_default": 50, "users_default": 0}
    room = await ana.creates_room("Muet", bot.account.user, power_level_content_override=silent)
    await claire.sees("Muet", "Je peux y lire, pas y écrire")
    assert claire.count("Muet") == 1
    assert not ana.said(room)


async def test_the_largest_message_is_read_and_the_longest_answer_fits(
    device: Device, matrix: Matrix
) -> None:
    """An event of 64 KiB; ours are cut where they would be larger, accents and all."""
    ana = await matrix.person("Ana")
    room = await device.meets(ana)
    await ana.says("é" * 7_000)
    assert len((await device.hears_words("ééé")).text) == 7_000
    await ana.says("a" * 47_000)
    await device.waits(lambda: any(len(words) == 10_000 for words in device.words) or None)
    long = "\n".join(f"{n} " + "é" * 500 for n in range(60))
    message = await device.says(room, long)
    shown = await ana.sees("0 é")
    assert shown.text.endswith("[…]")
    await device.edits(room, message, f"Changé {long}")
    assert (await ana.sees("Changé")).text.endswith("[…]")


async def test_what_is_no_message_of_words_is_answered_in_words(bot: Bot, matrix: Matrix) -> None:
    ana = await matrix.person("Ana", encryption=False)
    await ana.creates_direct_room_with(bot.account.user, encrypted=False)
    await ana.sees("envoyez-moi votre code")
    sent: dict[str, dict[str, Any]] = {
        "m.sticker": {"body": "🐱", "url": "mxc://tocsin.test/a", "info": {}},
        "m.poll.start": {"m.poll": {"question": {"m.text": [{"body": "Qui ?"}]}, "answers": []}},
        "m.room.message": {"msgtype": "m.location", "body": "Ici", "geo_uri": "geo:1,1"},
    }
    for kind, content in sent.items():
        await ana.sends(kind, content)
        await ana.sees("Je ne lis que les textes")
    await ana.says("Voix", msgtype="m.audio", url="mxc://tocsin.test/b")
    await ana.sees("n'écoute pas les messages vocaux")


async def test_kinds_that_nobody_knows_are_noted_once(
    device: Device, matrix: Matrix, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", "bot")
    ana = await matrix.person("Ana", encryption=False)
    await device.meets(ana, encrypted=False)
    for _ in range(3):
        await ana.sends("fr.example.jeu", {"coup": "e4"})
        await ana.sends("m.room.message", {"msgtype": "m.key.verification.request", "body": "?"})
        await ana.sends("m.reaction", {"m.relates_to": {"rel_type": "m.annotation"}})
    await ana.says("Fini")
    await device.hears_words("Fini")
    assert [r.__dict__["kind"] for r in caplog.records if hasattr(r, "kind")] == ["fr.example.jeu"]
    assert not device.heard(Unreadable)
    assert device.words == ["Fini"]


async def test_an_edit_runs_nothing_whoever_made_it(bot: Bot, matrix: Matrix) -> None:
    """Servers let anybody edit anybody's message."""
    ana = await matrix.person("Ana")
    await ana.creates_direct_room_with(bot.account.user)
    shown = await ana.sees("envoyez-moi votre code")
    said = await ana.says("!aide")
    await ana.sees("envoyez-moi votre code")
    before = len(ana.screen())
    await ana.edits(said, "!aide encore")
    await ana.edits(shown.id, "!aide par vous")
    await ana.sees_nothing("aide encore")
    assert len(ana.screen()) == before


async def test_a_reaction_of_words_is_words_and_nothing_more(bot: Bot, matrix: Matrix) -> None:
    ana = await matrix.person("Ana", encryption=False)
    await ana.creates_direct_room_with(bot.account.user, encrypted=False)
    shown = await ana.sees("envoyez-moi votre code")
    for sign in ("oui", "<b>✅</b>", "é" * 300, "\u202e✅", "1"):
        await ana.reacts(sign, to=shown)
    await ana.says("!aide")
    await ana.sees("envoyez-moi votre code")
    assert ana.count("erreur de ma part") == 0


async def test_a_forged_time_does_not_put_a_message_into_another_year(
    device: Device, matrix: Matrix, proxy: Proxy
) -> None:
    ana = await matrix.person("Ana", encryption=False)
    await device.meets(ana, encrypted=False)

    def forged(told: dict[str, Any]) -> dict[str, Any]:
        for room in told.get("rooms", {}).get("join", {}).values():
            for event in room["timeline"]["events"]:
                event["origin_server_ts"] = 4_102_444_800_000
        return told

    proxy.rules = [Rule("changed", "sync", change=forged)]
    await ana.says("Je viens")
    heard = await device.hears_words("Je viens")
    assert timedelta() <= datetime.now(UTC) - heard.at < timedelta(minutes=1)


@pytest.mark.parametrize("stamp", [10**18, -5, 0, 86_400_000, "hier", None, True, 1.5])
def test_a_forged_time_is_not_believed(stamp: object) -> None:
    before = datetime.now(UTC)
    assert before <= moment(stamp) <= datetime.now(UTC)


def test_the_time_of_a_message_that_waited_is_its_own() -> None:
    assert moment(1_700_000_000_000) == datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC)


async def test_nothing_that_somebody_sends_ends_the_hearing(
    device: Device, matrix: Matrix, proxy: Proxy
) -> None:
    """Each of these has made nio raise an error, or forget what came after it."""
    ana = await matrix.person("Ana")
    room = await device.meets(ana)
    await ana.says("Avant")
    await device.hears_words("Avant")
    own = device.identity_key
    odd = [_olm(own, {"type": 0, "body": "AAAA"}), _olm(own, {"type": 1, "body": "éé"}),
           {"type": "m.room.encrypted", "sender": 3}, {"type": "m.room_key"}, 7]  # fmt: skip
    state = [
        {"type": "m.room.member", "state_key": "@x:y", "sender": "@x:y", "event_id": "$1",
         "origin_server_ts": 1, "content": {"membership": "join", "displayname": {"a": 1}}},
        {"type": "m.room.power_levels", "state_key": "", "sender": "@x:y", "event_id": "$2",
         "origin_server_ts": 1, "content": {"users": {"@x:y": "beaucoup"}}},
    ]  # fmt: skip

    def spoilt(told: dict[str, Any]) -> dict[str, Any]:
        joined = told.get("rooms", {}).get("join", {})
        for info in joined.values():
            info["timeline"]["events"][:0] = state
            info["state"] = {"events": state}
        joined["!odd:tocsin.test"] = {"timeline": {"events": "none"}, "state": 3}
        told["to_device"] = {"events": odd + told.get("to_device", {}).get("events", [])}
        return told

    proxy.rules = [Rule("changed", "sync", change=spoilt)]
    await ana.client.crypto("forceDiscardSession", room)
    await ana.says("Après")
    await device.hears_words("Après")
    proxy.rules = []
    await device.says(room, "Toujours là")
    assert (await ana.sees("Toujours")).encrypted
    assert device.trouble == ""


async def test_a_press_under_a_message_is_told_with_its_emoji(
    device: Device, matrix: Matrix
) -> None:
    ana = await matrix.person("Ana", encryption=False)
    room = await device.meets(ana, encrypted=False)
    message = await device.says(room, "Vous venez ?", "✅", "❌")
    shown = await ana.sees("Vous venez ?")
    await asyncio.gather(*[ana.reacts(sign, to=shown) for sign in ("✅", "👍")])
    await device.waits(lambda: len(device.heard(Pressed)) == 2 or None)
    assert {p.sign for p in device.heard(Pressed)} == {"✅", "👍"}
    assert {p.message for p in device.heard(Pressed)} == {message}
    assert device.heard(Pressed)[0].chat == ChatRef("matrix", room)


def _olm(own: str, cipher: dict[str, Any]) -> dict[str, Any]:
    content = {
        "algorithm": "m.olm.v1.curve25519-aes-sha2", "sender_key": "AAAA",
        "ciphertext": {own: cipher},
    }  # fmt: skip
    return {"type": "m.room.encrypted", "sender": "@eve:tocsin.test", "content": content}
