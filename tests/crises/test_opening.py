"""/crise: activating a plan, its phases, who leads (CRIS-2, CRIS-3, CRIS-15)."""

from bot.core import Role
from bot.core.partners import Level
from tests.channels.scene import a_channel
from tests.playground import Person, Playground

LINE = "/crise Canicule | type 2 | préfecture | réf. 2026-114 | réaction"


async def two(play: Playground) -> tuple[Person, Person]:
    """Who are no nurses: calls are not for them."""
    claire = await play.person("Claire", Role.COORDINATOR, profession="autre")
    return claire, await play.person("Denis", Role.COORDINATOR, profession="autre")


async def opened(play: Playground, line: str = LINE) -> tuple[Person, Person]:
    claire, denis = await two(play)
    await claire.says(line)
    await claire.taps("Activer")
    return claire, denis


async def test_a_line_goes_straight_to_the_preview_and_nothing_leaves_before(
    play: Playground,
) -> None:
    """CRIS-15: the origin and the type are kept."""
    claire, denis = await two(play)
    await claire.says(LINE)
    assert claire.sees(
        "Aperçu · 1 destinataire", "PLAN ACTIVÉ · Canicule", "Type 2 : patients nombreux",
        "Phase : réaction", "À la demande de l'ARS ou de la préfecture (réf. 2026-114)",
    ), claire.screen()  # fmt: skip
    assert denis.messages == []
    await claire.taps("Activer")
    assert denis.sees("PLAN ACTIVÉ · Canicule", "Rien à faire pour l'instant"), denis.screen()
    assert claire.sees(
        "Aucun appel depuis l'activation", "Aucune alerte en cours", "Main courante : une ligne.",
        "Pilote : Claire",
    ), claire.screen()  # fmt: skip
    await denis.taps("La situation")
    assert denis.sees("Pilote : Claire")


async def test_the_wizard_asks_what_the_line_did_not_say(play: Playground) -> None:
    claire, _ = await two(play)
    await claire.says("/crise")
    assert claire.sees("Étape 1 sur 5 · Que se passe-t-il ?")
    await claire.says("Tempête")
    await claire.says("5")
    assert claire.sees("Étape 3 sur 5 · À la demande de qui ?"), claire.screen()
    await claire.says("les pompiers")
    assert claire.sees("Touchez un des boutons")
    await claire.taps("Décision de la CPTS")
    await claire.taps("Passer")
    await claire.says("anticipation")
    assert claire.sees("Type 5", "Phase : anticipation", "Décision de la CPTS."), claire.screen()
    await claire.taps("Modifier")
    await claire.taps("Titre")
    await claire.says("Tempête Ciara")
    assert claire.sees("PLAN ACTIVÉ · Tempête Ciara")
    await claire.taps("Voir qui")
    assert claire.has_seen("Recevront : Denis")
    await claire.taps("Abandonner")
    await claire.says("/crise passées")
    assert claire.sees("Aucun plan n'a encore été activé")


async def test_what_a_line_says_badly_is_said_and_the_rest_is_kept(play: Playground) -> None:
    claire, _ = await two(play)
    await claire.says("/crise Canicule | type 9 | préfecture | réaction")
    assert claire.sees("Je n'ai pas compris « type 9 »", "Quel type de crise ?"), claire.screen()
    await claire.taps("2. Patients nombreux")
    await claire.taps("Passer")
    assert claire.sees("Type 2", "À la demande de l'ARS ou de la préfecture.")


async def test_the_cell_and_partners_with_a_seat_in_it_are_told_without_a_name(
    play: Playground,
) -> None:
    """PART-9, PRIV-8."""
    claire, town = await a_channel(play, Level.COORDINATION)
    await play.add_bot("cellule", "group", "Cellule de crise")
    await claire.taps("Cellule de crise")
    cell = Person(play, "x", 0, chat="cellule")
    await claire.says(LINE)
    assert claire.sees("Aperçu · 2 canaux"), claire.screen()
    await claire.taps("Activer")
    for room in (town, cell):
        assert room.sees("PLAN ACTIVÉ · Canicule"), room.screen()
        assert "Claire" not in room.everything
    assert claire.sees("siègent à la cellule : Mairie de Saint-Aubin")


async def test_partners_of_the_lower_levels_are_left_in_peace(play: Playground) -> None:
    claire, town = await a_channel(play, Level.COOPERATION)
    await claire.says(LINE)
    await claire.taps("Activer")
    assert not town.has_seen("PLAN ACTIVÉ")


async def test_a_phase_is_shown_before_it_is_told(play: Playground) -> None:
    """CRIS-3."""
    claire, denis = await opened(play)
    await claire.taps("Phase")
    assert claire.buttons()[0] == "Résolution"
    await claire.taps("Résolution")
    assert claire.sees("Aperçu · 1 destinataire", "CHANGEMENT DE PHASE · Canicule")
    assert not denis.has_seen("CHANGEMENT")
    await claire.taps("Envoyer")
    assert denis.sees("Phase : résolution (réaction jusqu'ici)"), denis.screen()
    assert claire.sees("Phase : résolution", "Phase résolution, après réaction")


async def test_the_lead_is_handed_over_and_both_are_told(play: Playground) -> None:
    """CRIS-2."""
    claire, denis = await opened(play)
    await claire.taps("Pilote")
    await claire.taps("Denis")
    assert denis.sees("Vous pilotez maintenant Canicule")
    assert claire.sees("Pilote : Denis")
    await denis.says("/crise")
    await denis.taps("Pilote")
    await denis.taps("Claire")
    assert claire.sees("Vous pilotez maintenant")


async def test_a_lead_who_leaves_is_missed(play: Playground) -> None:
    """CRIS-2."""
    claire, denis = await opened(play)
    await play.person("Ada", Role.ADMINISTRATOR)
    await claire.says("/quitter", "oui", "passer")
    assert denis.sees("Plus personne ne pilote Canicule"), denis.screen()
    await denis.taps("Pilote")
    await denis.taps("Moi")
    assert denis.sees("Pilote : Denis")


async def test_a_drill_says_so_everywhere_and_stands_beside_the_real_one(
    play: Playground,
) -> None:
    """DRILL-4, DRILL-5."""
    claire, denis = await opened(play)
    await claire.says("/exercice crise Inondation | type 5 | réaction | réf. X")
    assert claire.sees("EXERCICE · 🏥 PLAN ACTIVÉ · Inondation", "aucune réaction n'est attendue")
    await claire.taps("Activer")
    assert denis.sees("🧪 EXERCICE · 🏥 PLAN ACTIVÉ · Inondation", "C'est un exercice")
    await claire.says("/crise")
    assert claire.sees("Quelle crise ?")
    assert claire.buttons() == ["🏥 Canicule", "🧪 Inondation (exercice)"]


async def test_a_second_plan_of_the_same_kind_is_warned_of(play: Playground) -> None:
    claire, _ = await opened(play)
    await claire.says("/crise nouvelle Tempête | 5 | CPTS | réf 1 | réaction")
    assert claire.sees("Un plan est déjà activé : « Canicule »"), claire.screen()


async def test_a_member_may_do_none_of_it(play: Playground) -> None:
    await opened(play)
    bo = await play.person("Bo")
    for line in (LINE, "/note x", "/crise clore"):
        await bo.says(line)
        assert bo.sees("réservée à la coordination")


async def test_a_title_or_a_reference_that_is_too_long_is_said_to_be_and_nothing_is_cut(
    play: Playground,
) -> None:
    claire, _ = await two(play)
    await claire.says(f"/crise {'Canicule ' * 10}| type 2 | ARS | réf. {'9' * 70} | réaction")
    assert claire.sees("Étape 1 sur 2", "89 caractères, 80 au plus"), claire.screen()
    assert not claire.sees("Je n'ai pas compris")
    await claire.says("Canicule")
    assert claire.sees("Étape 2 sur 2 · Une référence ?"), claire.screen()
    assert claire.sees("70 caractères, 60 au plus"), claire.screen()
    await claire.says("2026-114")
    assert claire.sees("VRAIE CRISE", "PLAN ACTIVÉ · Canicule", "(réf. 2026-114)")
