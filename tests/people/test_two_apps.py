"""Who has two apps gets each message once: where they want it, else where they can be reached."""

from collections.abc import AsyncIterator

import pytest
from sqlalchemy import select

from bot.core import Lane, Role
from storage.dialogs import DialogRow
from storage.outbox import Delivery, State
from storage.people import Account
from storage.seats import Seat
from tests.people.two_apps import on_both, on_two_platforms, other
from tests.playground import Person, Playground

CALL = "/mobiliser Centre | sam 12/12 9h-13h, 14h-18h | 1 IDE | Lieu | payé | tout le monde"


@pytest.fixture
async def play(sqlite_url: str) -> AsyncIterator[Playground]:
    async with on_two_platforms(sqlite_url) as play:
        yield play


async def calls(coordinator: Person, line: str = CALL) -> None:
    await coordinator.says(line)
    await coordinator.taps("Envoyer")


def cards(person: Person, words: str = "APPEL À VOLONTAIRES") -> int:
    return sum(words in m.wording.plain for m in person.messages)


async def test_one_message_each_and_in_the_app_that_was_chosen(play: Playground) -> None:
    """ONB-13, ONB-17."""
    claire = await play.person("Claire", Role.COORDINATOR, profession="autre")
    ana, there = await on_both(play, "Ana")
    await calls(claire)
    assert (cards(ana), cards(there)) == (0, 1)
    await there.says("/reglages")
    assert there.sees("Messages reçus sur : Other")
    await there.taps("Recevoir sur Local")
    assert there.sees("Messages reçus sur : Local")
    await calls(claire, CALL.replace("Centre", "Gare"))
    assert (cards(ana), cards(there)) == (1, 1)


async def test_who_has_one_app_is_not_asked_which(play: Playground) -> None:
    ana = await play.person("Ana")
    await ana.says("/reglages")
    assert not ana.has_seen("Messages reçus sur")
    assert not any("Recevoir sur" in label for label in ana.buttons())


async def test_an_answer_in_one_app_is_up_to_date_in_the_other(play: Playground) -> None:
    """PART-6: one ledger; the card stands in both."""
    claire = await play.person("Claire", Role.COORDINATOR, profession="autre")
    ana, there = await on_both(play, "Ana")
    await calls(claire)
    await ana.says("/appels")
    assert (cards(ana), cards(there)) == (1, 1)
    await there.taps("Sam. 9 h")
    assert "C'est noté, vous venez : samedi 12 décembre, de 9 h à 13 h" in ana.everything
    await ana.taps("Je ne peux plus venir")
    assert "vous venez" not in there.everything
    assert claire.sees("de 9 h à 13 h : infirmier 0 sur 1", "réponses : 1")


async def test_taps_in_both_apps_at_once_take_one_seat(play: Playground) -> None:
    claire = await play.person("Claire", Role.COORDINATOR, profession="autre")
    ana, there = await on_both(play, "Ana")
    await calls(claire)
    await ana.says("/appels")
    await ana.taps("Sam. 9 h", settle=False)
    await there.taps("Sam. 9 h")
    async with play.db.reading() as tx:
        rows = (await tx.scalars(select(Seat).where(Seat.member_id == ana.id))).all()
    assert len(rows) == 1


async def test_an_app_that_is_blocked_gives_way_to_the_other_at_once(play: Playground) -> None:
    claire = await play.person("Claire", Role.COORDINATOR, profession="autre")
    ana, there = await on_both(play, "Ana")
    await other(play).block(there.account)
    await play.settle()
    await calls(claire)
    assert (cards(ana), cards(there)) == (1, 0)
    await ana.says("/reglages")
    assert ana.sees("Messages reçus sur : Local")
    assert not any("Recevoir sur" in label for label in ana.buttons())
    await claire.says("/membres")
    assert claire.sees("Injoignables : 0")
    await other(play).unblock(there.account)
    await calls(claire, CALL.replace("Centre", "Gare"))
    assert (cards(ana), cards(there)) == (1, 1)


async def test_what_could_not_be_sent_comes_to_the_other_app_with_its_buttons(
    either_url: str,
) -> None:
    """The send itself finds out that the chat is closed; on both databases."""
    async with on_two_platforms(either_url) as play:
        claire = await play.person("Claire", Role.COORDINATOR, profession="autre")
        ana, there = await on_both(play, "Ana")
        other(play).chat(there.account).blocked = "blocked"
        await calls(claire)
        assert (cards(ana), cards(there)) == (1, 0)
        await ana.taps("Sam. 9 h")
        assert ana.sees("C'est noté, vous venez")
        async with play.db.reading() as tx:
            rows = (await tx.scalars(select(Delivery))).all()
        assert {row.state for row in rows if row.lane != Lane.SIGNS} == {State.SENT}


async def test_all_that_waits_for_the_morning_comes_over_too(play: Playground) -> None:
    """A letter with a button, from an app with emoji to one with buttons, and in order."""
    claire = await play.person("Claire", Role.COORDINATOR, profession="autre")
    ana, there = await on_both(play, "Ana")
    there_chat = other(play).chat(there.account)
    there_chat.blocked = "blocked"
    await claire.says("/membres ana")
    await claire.taps("Écrire")
    await claire.says("Un mot pour vous")
    assert ana.sees("La coordination vous écrit", "Un mot pour vous")
    await ana.taps("Répondre")
    await ana.says("Merci")
    assert claire.sees("On vous répond", "Merci")


async def test_what_is_moved_to_an_app_with_emoji_can_be_tapped_there(play: Playground) -> None:
    claire = await play.person("Claire", Role.COORDINATOR, profession="autre")
    ana, there = await on_both(play, "Ana")
    await ana.says("/reglages")
    await ana.taps("Recevoir sur Local")
    play.local.chat("ana").blocked = "deactivated"
    await claire.says("/membres ana")
    await claire.taps("Écrire")
    await claire.says("Un mot pour vous")
    await calls(claire)
    assert there.has_seen("Un mot pour vous")
    await there.taps("Sam. 9 h")
    assert there.sees("C'est noté, vous venez")
    await there.taps("Répondre")
    await there.says("Merci")
    assert claire.sees("On vous répond", "Merci")


async def test_a_card_that_stands_in_the_other_app_already_steps_back(play: Playground) -> None:
    """The one that comes over tells something new: it stands below."""
    claire = await play.person("Claire", Role.COORDINATOR, profession="autre")
    ana, there = await on_both(play, "Ana")
    await claire.says(CALL)
    await claire.taps("Envoyer", settle=False)
    await play.app.dispatcher.handle_some()  # owed to the other app, not sent yet
    other(play).chat(there.account).blocked = "blocked"
    await ana.says("/appels")
    assert cards(ana, "Sans obligation") == 1
    assert ana.has_seen("Centre : la suite est plus bas")
    await ana.taps("Sam. 9 h")
    assert ana.sees("C'est noté, vous venez")


async def test_a_question_asked_in_a_lost_app_is_not_asked_in_the_other(play: Playground) -> None:
    ana, there = await on_both(play, "Ana")
    await other(play).say(there.account, "/quitter", chat=there.chat)
    await play.app.dispatcher.handle_some()
    other(play).chat(there.account).blocked = "blocked"
    await play.settle()
    assert not ana.has_seen("Quitter la")
    async with play.db.reading() as tx:
        row = await tx.get_one(Account, ("other", there.account))
    assert row.unreachable == "blocked"


async def test_who_has_no_other_app_is_on_the_list_of_the_unreachable(play: Playground) -> None:
    claire = await play.person("Claire", Role.COORDINATOR, profession="autre")
    await play.person("Bob")
    play.local.chat("bob").blocked = "blocked"
    await calls(claire)
    await claire.says("/membres")
    assert claire.sees("Injoignables : 1")
    async with play.db.reading() as tx:
        rows = (await tx.scalars(select(Delivery).where(Delivery.chat == "bob"))).all()
    assert [row.state for row in rows] == [State.FAILED]


async def test_leaving_in_one_app_leaves_everything(play: Playground) -> None:
    """ONB-14: both accounts, both menus, and a wizard that was open in the other one."""
    await play.person("Ada", Role.ADMINISTRATOR)
    ana, there = await on_both(play, "Ana")
    await ana.says("/profil")
    await ana.taps("✏️ Nom")
    await there.says("/quitter", "oui", "passer")
    assert there.sees("vos données sont effacées")
    assert ana.sees("Vous avez quitté la communauté depuis Other", "effacées ici aussi")
    async with play.db.reading() as tx:
        left = await tx.scalars(select(Account).where(Account.member_id == ana.id))
        assert left.all() == []
        assert (await tx.scalars(select(DialogRow))).all() == []
    for person, app in ((ana, play.local), (there, other(play))):
        await person.says("/profil")
        assert person.sees("demandez un lien d'invitation")
        assert "profil" not in [entry.name for entry in app.menus[person.account, "fr"]]


async def test_language_and_display_follow_in_both_apps(play: Playground) -> None:
    claire = await play.person("Claire", Role.COORDINATOR, profession="autre")
    ana, there = await on_both(play, "Ana")
    await calls(claire)
    await ana.says("/langue en")
    assert there.has_seen("CALL FOR VOLUNTEERS")


async def test_who_begins_a_new_chat_is_written_to_there(play: Playground) -> None:
    """On some platforms a private chat can be left, and another one begun."""
    claire = await play.person("Claire", Role.COORDINATOR, profession="autre")
    ana = await play.person("Ana")
    play.local.chat("ana").blocked = "left"
    await calls(claire)
    new = Person(play, "ana", ana.id, chat="ana-again")
    play.local.chat("ana-again")
    await new.says("/start")
    await calls(claire, CALL.replace("Centre", "Gare"))
    assert cards(new) == 1
    await new.taps("Sam. 9 h")
    assert new.sees("C'est noté, vous venez")


async def test_who_has_lost_both_apps_stands_once_among_the_unreachable(play: Playground) -> None:
    claire = await play.person("Claire", Role.COORDINATOR, profession="autre")
    _, there = await on_both(play, "Ana")
    await other(play).block(there.account)
    await play.local.block("ana")
    await play.settle()
    await claire.says("/membres")
    await claire.taps("Injoignables")
    assert claire.last.count("a bloqué le robot") == 1
