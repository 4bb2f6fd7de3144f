"""The main job on a platform without buttons: emoji under a message, tapped and taken back."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from bot.core import Role
from tests.emoji import Emoji, with_emoji
from tests.playground import Person, Playground

CALL = "/mobiliser Centre | sam 12/12 9h-13h, 14h-18h | 2 IDE | Lieu | payé"


@pytest.fixture
async def play(sqlite_url: str) -> AsyncIterator[Playground]:
    play = await with_emoji(sqlite_url)
    yield play
    await play.shut()


def local(play: Playground) -> Emoji:
    assert isinstance(play.local, Emoji)
    return play.local


async def taps(person: Person, sign: str, message: str = "") -> str:
    """Whatever stands under it."""
    message = message or person.messages[-1].id
    await local(person.play).react(person.account, person.chat, message, sign)
    await person.play.settle()
    return message


async def lifts(person: Person, sign: str, message: str) -> None:
    await local(person.play).take_back(person.account, person.chat, message, sign)
    await person.play.settle()


async def asked(play: Playground) -> tuple[Person, Person]:
    ana = await play.person("Ana")
    claire = await play.person("Claire", Role.COORDINATOR, profession="autre")
    await claire.says(CALL)
    await claire.taps("Envoyer")
    return claire, ana


async def test_each_slot_has_its_own_emoji_and_a_tap_takes_the_seat(play: Playground) -> None:
    """A11Y-2."""
    _, ana = await asked(play)
    card = ana.messages[-1]
    assert card.marks == ("1️⃣", "2️⃣", "🤔", "❌", "🔕")
    await taps(ana, "2️⃣")
    assert ana.has_seen("vous venez : samedi 12 décembre, de 14 h à 18 h"), ana.screen()


@pytest.mark.parametrize(
    ("sign", "said", "after"),
    [
        ("1️⃣", "vous venez : samedi 12 décembre, de 9 h", "vous ne venez plus"),
        ("❌", "pas cette fois", "votre « pas cette fois » est retiré"),
    ],
)
async def test_to_take_the_tap_away_takes_the_answer_back(
    play: Playground, sign: str, said: str, after: str
) -> None:
    claire, ana = await asked(play)
    message = await taps(ana, sign)
    assert ana.has_seen(said), ana.screen()
    await lifts(ana, sign, message)
    assert ana.sees(after), ana.screen()
    assert claire.has_seen("infirmiers 0 sur 2")
    await taps(ana, "2️⃣", message)
    assert ana.has_seen("vous venez : samedi 12 décembre, de 14 h à 18 h"), ana.screen()


async def test_an_emoji_that_meant_something_once_is_out_of_date_and_never_something_else(
    play: Playground,
) -> None:
    _, ana = await asked(play)
    message = await taps(ana, "1️⃣")
    assert "1️⃣" not in ana.messages[0].marks
    await taps(ana, "🔕", message)
    assert ana.sees("n'est plus à jour"), ana.screen()


async def one_slot(play: Playground, when: str = "sam 12/12") -> Person:
    ana = await play.person("Ana")
    claire = await play.person("Claire", Role.COORDINATOR, profession="autre")
    await claire.says(f"/mobiliser Centre | {when} 9h-13h | 2 IDE | Lieu | payé")
    await claire.taps("Envoyer")
    return ana


@pytest.mark.parametrize("thumb", ["👍", "👍🏽", "👌"])
async def test_an_emoji_nobody_put_there_is_nobodys_business_but_a_thumb_is_a_yes(
    play: Playground, thumb: str
) -> None:
    """CALL-31: of whatever colour; taken away, it takes the yes back, and it may come again."""
    ana = await one_slot(play)
    before = ana.everything
    message = await taps(ana, "🎉")
    assert ana.everything == before
    await taps(ana, thumb, message)
    assert ana.has_seen("vous venez : samedi 12 décembre"), ana.screen()
    await lifts(ana, thumb, message)
    assert ana.sees("vous ne venez plus"), ana.screen()
    assert "✅" in ana.messages[0].marks
    await taps(ana, thumb, message)
    assert ana.has_seen("vous venez : samedi 12 décembre"), ana.screen()


async def test_a_thumb_down_is_the_no_and_a_number_is_its_slot(play: Playground) -> None:
    ana = await one_slot(play)
    message = await taps(ana, "👎")
    assert ana.has_seen("pas cette fois"), ana.screen()
    await lifts(ana, "👎", message)
    await taps(ana, "1️⃣", message)
    assert ana.has_seen("vous venez : samedi 12 décembre"), ana.screen()


async def test_a_bare_yes_to_several_slots_is_asked_which(play: Playground) -> None:
    """Neither is taken for the first of them."""
    _, ana = await asked(play)
    for sign in ("✅", "👍"):
        await taps(ana, sign, ana.messages[0].id)
        assert ana.sees("Pour quel créneau ?"), ana.screen()
        assert not ana.has_seen("vous venez")


async def test_the_eve_s_question_hears_a_thumb_too(play: Playground) -> None:
    ana = await one_slot(play, "demain")
    await taps(ana, "✅")
    await play.wait(hours=3)
    assert ana.sees("Vous venez toujours demain ?"), ana.screen()
    await taps(ana, "👍")
    assert ana.sees("C'est noté, à demain"), ana.screen()


async def test_what_every_wizard_says_has_its_emoji_in_all_of_them(play: Playground) -> None:
    """«‹ Retour» and «Passer» are no numbers, and no letters after a few steps."""
    claire = await play.person("Claire", Role.COORDINATOR)
    await claire.says("/mobiliser", "Centre", "sam 12/12 9h-13h", "2 IDE")
    assert claire.sees("Où ?")
    assert claire.messages[-1].marks == ("⏭️", "◀️", "✖️")


async def test_more_choices_than_fit_are_turned_by_an_arrow_there_and_back(
    play: Playground,
) -> None:
    ana = await play.person("Ana")
    claire = await play.person("Claire", Role.COORDINATOR, profession="autre")
    slots = ", ".join(f"{hour}h-{hour + 2}h" for hour in (6, 8, 10, 12, 14, 16))
    await claire.says(f"/mobiliser Centre | sam 12/12 {slots} | 2 IDE | Lieu | payé")
    await claire.taps("Envoyer")
    card = ana.messages[-1]
    first = card.marks
    assert len(first) == 8
    assert first[-1] == "➡️"
    await taps(ana, "➡️", card.id)
    assert list(card.marks) == ["❌", "🔕", "➡️"]
    await lifts(ana, "➡️", card.id)
    assert card.marks == first
    await ana.taps("Pas cette fois")
    assert ana.has_seen("pas cette fois"), ana.screen()


async def test_a_wizard_goes_back_each_time_its_emoji_is_touched(play: Playground) -> None:
    claire = await play.person("Claire", Role.COORDINATOR)
    await claire.says("/mobiliser", "Centre", "sam 12/12 9h-13h", "2 IDE")
    step = claire.messages[-1]
    back = next(k.sign for k in step.wording.keys if "Retour" in k.label)
    await taps(claire, back, step.id)
    assert claire.sees("De qui avez-vous besoin"), claire.screen()
    await lifts(claire, back, step.id)
    assert claire.sees("Quand ?"), claire.screen()


async def test_in_a_room_a_tap_brings_the_answer_into_the_private_chat(play: Playground) -> None:
    """CALL-22."""
    bo = await play.person("Bo", profession="medecin")
    claire = await play.person("Claire", Role.COORDINATOR, profession="autre")
    await play.add_bot("place", "group", "Cellule")
    await claire.taps("Équipe")
    await claire.taps("appels")
    await claire.says("/mobiliser Centre | sam 12/12 9h-13h | 1 médecin, 1 IDE | Lieu | payé")
    await claire.taps("Envoyer")
    for _ in range(4):
        await claire.taps("Élargir")
        await play.wait(minutes=2)
    room = Person(play, bo.account, bo.id, "place")
    assert room.sees("1 médecin sur 1 et 1 infirmier sur 1"), room.screen()
    assert room.messages[-1].marks == ("💬",)
    before = len(bo.messages)
    await taps(room, "💬")
    assert len(bo.messages) > before
    assert bo.sees("Pouvez-vous venir ?"), bo.screen()
    assert not room.has_seen("Pouvez-vous venir")


async def test_after_a_restart_an_emoji_means_what_it_meant(play: Playground) -> None:
    _, ana = await asked(play)
    message = ana.messages[-1].id
    shown = play.local.chats
    await play.restart()
    play.local.chats = shown
    await taps(ana, "1️⃣", message)
    assert ana.has_seen("vous venez : samedi 12 décembre, de 9 h"), ana.screen()


async def test_where_apps_keep_strokes_to_themselves_commands_are_shown_as_one_types_them(
    play: Playground, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Commands only: a fraction and a link stay what they are."""
    monkeypatch.setattr(Emoji, "abilities", replace(Emoji.abilities, commands="!"))
    ana = await play.person("Ana")
    await ana.says("!planning")
    assert ana.sees("Les appels ouverts : !appels"), ana.screen()
    await ana.says("!licornes 1/2 https://exemple.fr/aide")
    assert ana.sees("« !licornes »", "Tapez !aide"), ana.screen()
    claire = await play.person("Claire", Role.COORDINATOR, profession="autre")
    await claire.says("!mobiliser Centre et/ou salle | sam 12/12 9h-13h | 2 IDE | Lieu /2 | payé")
    assert claire.sees("Centre et/ou salle", "Lieu /2"), claire.screen()
