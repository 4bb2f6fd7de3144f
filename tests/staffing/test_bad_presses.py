"""Forged and late buttons, commands of others, links to what is not there."""

import pytest

from bot.core import ChatRef, Identity, Pressed, Role, Said
from storage.people import Member, Standing
from tests.playground import Playground
from tests.staffing.attack import BUG, ONE, TOMORROW, TWO, calls, forged, state
from tests.staffing.test_callout import coordinator, crew, sent


@pytest.mark.parametrize(
    "line",
    [
        ONE,
        "/exercice mobiliser Centre | sam 12/12 9h-13h | 1 IDE | Lieu | payé",
        "/tableau",
        "/liste_appel",
    ],
)
async def test_what_coordinators_type_does_nothing_for_a_member_or_a_stranger(
    play: Playground, line: str
) -> None:
    await crew(play, 1)
    nurse, zed = await play.person("Ana"), play.stranger("Zed")
    await nurse.says(line)
    assert nurse.sees("réservée à la coordination"), nurse.screen()
    await zed.says(line)
    assert zed.sees("demandez un lien d'invitation"), zed.screen()
    assert not await calls(play)


async def test_a_button_of_somebody_elses_chat_and_forged_ones_change_nothing(
    play: Playground,
) -> None:
    nurses = await crew(play, 3)
    claire = await sent(play, ONE)
    mine = nurses[0].messages[-1].wording.keyboard
    board = claire.messages[-1].wording.keyboard
    nurse = nurses[1]
    for keyboard, index in (
        (mine, 0), (board, 0), (board, 5), (mine, 99), (mine, -1), ("", 0), ("\x00\ufffe", 0),
        ("'; drop table seats; --", 3), ("x" * 5000, 0), (mine.upper(), 0),
    ):  # fmt: skip
        await forged(play, nurse.account, nurse.chat, keyboard, index)
        assert nurse.sees("n'est plus à jour"), nurse.screen()
    assert not nurse.has_seen(BUG)
    assert await state(play, nurse) == []
    assert "infirmier 0 sur 1" in claire.everything
    await forged(play, nurse.account, nurses[0].chat, mine, 0)
    assert await state(play, nurses[0]) == [], "nobody answers for somebody else"


async def test_a_button_of_a_call_that_is_over_or_cancelled_says_so(play: Playground) -> None:
    nurses = await crew(play, 2)
    claire = await sent(play, TOMORROW)
    old = nurses[0].messages[-1]
    await claire.taps("Annuler l'appel")
    await claire.taps("Oui, annuler")
    await forged(play, nurses[0].account, nurses[0].chat, old.wording.keyboard or "", 0, old.id)
    await claire.says("/mobiliser Autre | demain 14h-18h | 1 IDE | Lieu | payé")
    await claire.taps("Envoyer")
    card = nurses[0].messages[-1]
    keyboard = card.wording.keyboard
    await play.wait(hours=40)
    await forged(play, nurses[0].account, nurses[0].chat, keyboard, 0, card.id)
    assert nurses[0].sees("Cet appel est terminé. Tapez /appels"), nurses[0].screen()
    assert await state(play, nurses[0]) == []


@pytest.mark.parametrize(
    "payload",
    ["call-999", "call--1", "call-0", "call-", "call-1x", "call-" + "9" * 30, "call-" + "9" * 5000,
     "call-٣", "call-²", "call-1.5"],
)  # fmt: skip
async def test_a_link_to_a_call_that_is_not_ones_own_is_no_error_of_ours(
    play: Playground, payload: str
) -> None:
    nurse = (await crew(play, 1))[0]
    doctor = await play.person("Doc", profession="medecin")
    await sent(play, ONE)
    before = len(nurse.messages)
    await nurse.says(f"/start {payload}")
    assert not nurse.has_seen(BUG), nurse.screen()
    assert len(nurse.messages) > before
    await doctor.says("/start call-1")
    assert doctor.sees("ne cherche pas votre profession"), doctor.screen()
    zed = play.stranger("Zed")
    await zed.says("/start call-1")
    assert not zed.has_seen("Centre"), zed.screen()


async def test_a_suspended_member_presses_in_vain_and_what_was_held_is_free(
    play: Playground,
) -> None:
    nurses = await crew(play, 3)
    claire = await sent(play, TWO)
    await nurses[0].taps("9 h")
    card = nurses[0].messages[-1]
    async with play.db.transaction() as tx:
        (await tx.get_one(Member, nurses[0].id)).standing = Standing.SUSPENDED
    await forged(play, nurses[0].account, nurses[0].chat, card.wording.keyboard, 0, card.id)
    assert nurses[0].sees("Votre participation est suspendue"), nurses[0].screen()
    assert claire.has_seen("infirmier 1 sur 1")


async def test_a_coordinator_who_is_none_any_more_sends_nothing(play: Playground) -> None:
    await crew(play, 1)
    claire = await coordinator(play)
    await claire.says(ONE)
    async with play.db.transaction() as tx:
        (await tx.get_one(Member, claire.id)).rank = int(Role.MEMBER)
    await claire.taps("Envoyer")
    assert claire.sees("réservée à la coordination"), claire.screen()
    assert not await calls(play)


async def test_a_press_told_with_a_nul_in_it_is_kept_and_refused(
    play_everywhere: Playground,
) -> None:
    play = play_everywhere
    ana = await play.person("Ana")
    tap = Pressed(
        key="k\x00", chat=ChatRef("local", "ana"), sender=Identity("local", "ana"), at=play.now,
        message="m\x00", keyboard="\x00\x00", index=0, token="t",
    )  # fmt: skip
    said = Said(
        key="s", chat=ChatRef("local", "ana"), sender=Identity("local", "ana"), at=play.now,
        text="/appels \x00\ud800",
    )  # fmt: skip
    await play.tell(tap, said)
    assert ana.has_seen("n'est plus à jour"), ana.screen()
    assert ana.has_seen("Aucun appel"), ana.screen()
