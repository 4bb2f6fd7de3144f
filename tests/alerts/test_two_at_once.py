"""Two coordinators, late taps, channels that go, restarts: nothing twice, nothing is lost."""

from collections.abc import Awaitable, Callable

import pytest

from bot.core import ChatRef, Right, Role
from bot.core.events import Left
from tests.alerts.people import BOTH, LINE, channel, coordinator, crew, ended, sent
from tests.playground import Playground


async def test_of_two_who_end_one_alert_the_second_hears_who_was_first(play: Playground) -> None:
    ana, *_ = await crew(play, 1)
    denis = await coordinator(play, "Denis")
    claire = await sent(play)
    await denis.says("/alertes")
    await denis.taps("Fin d'alerte")
    await claire.taps("Fin d'alerte")
    await claire.says("L'eau est revenue.")
    await denis.taps("Terminer sans")
    await claire.taps("Envoyer")
    assert claire.sees("terminée depuis 10 h : Denis s'en est chargé. Rien de plus"), (
        claire.screen()
    )
    assert ana.everything.count("FIN D'ALERTE") == 1
    assert not ana.has_seen("L'eau est revenue.")
    await claire.says("merci")
    assert claire.sees("Rien n'attend de réponse"), "the wizard is over too"


async def test_an_alert_whose_time_is_over_says_so_to_whoever_wants_to_add_to_it(
    play: Playground,
) -> None:
    await crew(play, 1)
    claire = await sent(play, f"{LINE} | valable 2 h")
    await claire.taps("Mise à jour")
    await play.wait(hours=2, minutes=1)
    await claire.says("Encore deux heures.")
    assert claire.sees("terminée depuis 12 h : son temps était écoulé"), claire.screen()


async def test_the_progress_of_what_is_over_can_still_be_looked_at(play: Playground) -> None:
    """From the list to phone, which says «Voir le suivi»."""
    await crew(play, 1)
    claire = await sent(play)
    await claire.taps("Qui appeler")
    await ended(claire)
    await claire.taps("Voir le suivi")
    assert claire.sees("🏁 ALERTE TERMINÉE", "Sans réponse : 1"), claire.screen()


async def test_what_is_said_after_the_end_is_answered_kindly(play: Playground) -> None:
    """A tap, a bare «ok», an answer to the last message."""
    ana, *_ = await crew(play, 1)
    claire = await sent(play)
    shown, keyboard = ana.messages[-1], ana.messages[-1].wording.keyboard
    await ended(claire)
    note = ana.messages[-1].id
    await play.local.press_raw("ana0", "ana0", shown.id, keyboard, 0)
    await play.settle()
    assert ana.sees("Cette alerte est terminée. Merci."), ana.screen()
    for said in ("ok", "Merci !", "👍🏽"):
        await ana.says(said)
        assert ana.sees("Rien n'attend de réponse ici"), ana.screen()
    await ana.says("bien reçu", reply_to=note)
    assert ana.sees("Cette alerte est terminée. Merci."), ana.screen()
    await claire.taps("Voir qui")
    assert claire.sees("Sans réponse (1) : Ana0")


async def test_an_answer_to_an_update_acknowledges_the_alert(play: Playground) -> None:
    ana, *_ = await crew(play, 1)
    claire = await sent(play)
    await claire.taps("Mise à jour")
    await claire.says("L'eau revient à 18 h.")
    await claire.taps("Envoyer")
    await ana.says("ok", reply_to=ana.messages[-1].id)
    assert ana.has_seen("✅ Bien reçu à 10 h. Merci."), ana.screen()


async def removed(play: Playground, chat: str) -> None:
    where = ChatRef("local", chat)
    await play.tell(Left(key=f"out-{chat}", chat=where, sender=None, at=play.now, private=False))


async def test_the_only_channel_goes_between_the_preview_and_the_send(play: Playground) -> None:
    """ESC-8: nothing is sent, nothing is lost, and it can be mended from there."""
    ana, *_ = await crew(play, 1)
    await channel(play, "mairie", "Mairie de Saint-Aubin")
    claire = await coordinator(play)
    await claire.says(LINE.replace("membres:Saint-Aubin", "canaux:mairies"))
    await removed(play, "mairie")
    await claire.taps("Envoyer")
    assert claire.sees("n'atteindrait personne : rien n'a été envoyé"), claire.screen()
    await claire.taps("Voir qui")
    assert claire.has_seen("📵 Mairie de Saint-Aubin : le robot en a été retiré"), claire.screen()
    await claire.taps("Modifier")
    await claire.taps("Destinataires")
    await claire.taps("Tous les membres")
    await claire.taps("Envoyer")
    assert ana.sees("🚨 ALERTE · Rupture d'eau")


async def test_a_channel_that_was_left_is_named_as_out_of_reach_and_not_as_unknown(
    play: Playground,
) -> None:
    await crew(play, 1)
    await channel(play, "mairie", "Mairie de Saint-Aubin")
    await channel(play, "mairie2", "Mairie de Garance")
    await removed(play, "mairie2")
    claire = await coordinator(play)
    await claire.says(BOTH)
    assert claire.sees("1 membre (1 Local) et 1 canal", "En plus, 1 injoignable."), claire.screen()
    await claire.says("qui")
    assert claire.has_seen("📵 Mairie de Garance : le robot en a été retiré")


@pytest.mark.parametrize("role", [Role.MEMBER, Role.OFFICER])
async def test_nobody_else_can_press_what_coordinators_can(play: Playground, role: Role) -> None:
    """An elected officer reads; what a client can send is never trusted."""
    ana, *_ = await crew(play, 1)
    await play.person("Off", role)
    claire = await sent(play)
    board, before = claire.messages[-1], ana.everything
    for index in range(len(board.wording.keys)):
        await play.local.press_raw("off", "claire", board.id, board.wording.keyboard, index)
    await play.settle()
    assert ana.everything == before
    assert not claire.has_seen("QUI APPELER")
    assert not claire.has_seen("QUI A RÉPONDU")


FOR_ANYONE = {
    "acknowledge", "acknowledge.undo", "help", "help.undo", "no-help", "ask", "show",
    "chat-acknowledge",
}  # fmt: skip
JOBS = {"step", "expire", "follow", "ask-next"}
"""The alarm begins them; no keyboard leads there."""


async def test_whatever_else_can_be_pressed_is_for_coordinators(play: Playground) -> None:
    """A button that is added without a right shows up here."""
    ours = {
        name.removeprefix("alerts."): act
        for name, act in play.app.parts.registry.actions.items()
        if name.startswith("alerts.")
    }
    guarded = (Right.ALERT, Right.CALL, Right.KNOW_PEOPLE)
    found = {name for name, act in ours.items() if act.right not in guarded}
    assert found == FOR_ANYONE | JOBS


async def story(play: Playground, between: Callable[[], Awaitable[None]]) -> str:
    """An alert from its first word to its end, with something between any two acts."""
    ana, bea = await crew(play, 2)
    town = await channel(play, "mairie", "Mairie de Saint-Aubin")
    denis, claire = await coordinator(play, "Denis"), await coordinator(play)
    for who, act, words in (
        (claire, "says", "/alerte"), (claire, "taps", "Urgent"), (claire, "says", "Eau coupée"),
        (claire, "says", "Faites bouillir."),
        (claire, "says", "membres:Saint-Aubin, canaux:mairies"), (claire, "taps", "Envoyer"),
        (ana, "taps", "Bien reçu"), (bea, "taps", "Question"),
        (bea, "says", "Et à Garance ?"), (denis, "taps", "Répondre"), (denis, "says", "Non."),
        (town, "taps", "Bien reçu"), (ana, "taps", "Je peux aider"),
        (claire, "taps", "Mise à jour"),
        (claire, "says", "Retour à 18 h."), (claire, "taps", "Le même texte"),
        (claire, "taps", "Envoyer"), (claire, "taps", "Fin d'alerte"), (claire, "says", "Merci."),
        (claire, "taps", "Envoyer"),
    ):  # fmt: skip
        await getattr(who, act)(words)
        await between()
    return "\n\n".join(who.everything for who in (ana, bea, town, denis, claire))


async def test_a_restart_between_any_two_steps_changes_nothing(sqlite_url: str) -> None:
    """Everyone reads the same as if it had never stopped."""
    play = Playground(sqlite_url)
    await play.boot()
    told = await story(play, play.restart)
    await play.shut()
    assert told.count("🏁 ALERTE TERMINÉE · Eau coupée") == 4, told
    assert told.count("📝 MISE À JOUR · Eau coupée") == 3
    assert told.count("🏁 FIN D'ALERTE · Eau coupée") == 3
    assert "Bien reçu : 2 · Peuvent aider : 1 · Questions : 1 · Sans réponse : 0" in told
    assert "Partenaires, bien reçu : 1 sur 1" in told
