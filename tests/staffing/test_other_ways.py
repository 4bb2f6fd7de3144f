"""A survey, a person added by hand, drills, rooms, English."""

from bot.core import Lang, Role
from tests.playground import Person, Playground
from tests.staffing.test_callout import coordinator, crew, sent

TWO = "/mobiliser Centre | sam 12/12 9h-13h, 14h-18h | 3 IDE | Lieu | payé"


async def test_a_person_is_added_by_hand_and_may_refuse(play: Playground) -> None:
    """CALL-29."""
    ana = await play.person("Ana Durand")
    claire = await sent(play, "/mobiliser X | sam 12/12 9h-13h | 1 IDE | Lieu | payé")
    await claire.taps("Ajouter une personne")
    await claire.says("durand")
    assert claire.has_seen("C'est noté : Ana Durand"), claire.screen()
    assert ana.sees("La coordination a noté votre venue"), ana.screen()
    assert claire.has_seen("infirmier 1 sur 1")
    await ana.taps("Je ne peux plus venir")
    assert claire.has_seen("infirmier 0 sur 1")


async def test_a_survey_collects_first_and_everyone_is_told_once(play: Playground) -> None:
    """ROTA-3."""
    nurses = await crew(play, 3)
    claire = await coordinator(play)
    await claire.says("/mobiliser dispos Centre | sam 12/12 9h-13h, 14h-18h | 1 IDE | Lieu | payé")
    await claire.taps("Envoyer")
    assert nurses[0].sees("VOS DISPONIBILITÉS", "Quand pourriez-vous venir ?"), nurses[0].screen()
    for nurse in nurses[:2]:
        await nurse.taps("✅ Sam. 9 h")
    await nurses[0].taps("✅ Sam. 14 h")
    assert nurses[0].sees("vous seriez libre"), nurses[0].screen()
    assert claire.sees("libres sur au moins un créneau : 2"), claire.screen()
    await claire.taps("Choisir dans la grille")
    await claire.taps("inf1")
    await claire.taps("C'est tout")
    await claire.taps("inf0")
    await claire.taps("C'est tout")
    await claire.taps("Oui")
    assert nurses[1].has_seen("On compte sur vous"), nurses[1].screen()
    assert nurses[1].everything.count("On compte sur vous") == 1
    assert not nurses[2].has_seen("On compte sur vous")
    assert claire.has_seen("2 personnes sont confirmées")


async def test_a_drill_says_so_everywhere_and_counts_nowhere(play: Playground) -> None:
    """DRILL-4, DRILL-5."""
    nurses = await crew(play, 1)
    claire = await coordinator(play)
    await claire.says("/exercice mobiliser X | sam 12/12 9h-13h | 1 IDE | Lieu | payé")
    assert claire.sees("🧪 EXERCICE · Aperçu"), claire.screen()
    await claire.taps("Envoyer")
    assert nurses[0].last.startswith("🧪 EXERCICE"), nurses[0].screen()
    assert nurses[0].sees("aucune réaction n'est attendue")
    for number in range(4):
        await claire.says(f"/mobiliser V{number} | sam 12/12 {9 + number}h-20h | 1 IDE | L | payé")
        await claire.taps("Envoyer")
    assert nurses[0].everything.count("Sans obligation") == 3


async def test_in_a_room_a_card_shows_counts_and_answers_are_private(play: Playground) -> None:
    """CALL-22, PRIV-8: the last circle is a partner channel."""
    claire = await coordinator(play)
    nurse = (await crew(play, 1))[0]
    await play.add_bot("mairie", "channel", "Mairie de Saint-Aubin")
    assert claire.sees("Nouveau salon : Mairie de Saint-Aubin", "À qui est-il ?"), claire.screen()
    await claire.taps("Partenaire")
    await claire.taps("Recevoir les appels")
    await claire.says("/mobiliser X | demain 14h-18h | 1 IDE | Lieu | payé")
    await claire.taps("Envoyer")
    await play.wait(minutes=40)
    room = Person(play, "someone", 0, chat="mairie")
    assert room.has_seen("il manque 1 infirmier sur 1"), room.screen()
    assert room.buttons() == ["💬 Répondre en privé"]
    assert "inf0" not in room.everything
    await nurse.taps("14 h")
    assert room.has_seen("Complet, merci")


async def test_every_person_reads_their_own_language(play: Playground) -> None:
    """A11Y-1."""
    nurse = await play.person("Kate", lang=Lang.EN)
    claire = await sent(play, "/mobiliser X | sam 12/12 9h-13h | 1 IDE | Lieu | payé")
    assert nurse.sees("CALL FOR VOLUNTEERS", "Saturday 12 December", "No obligation"), (
        nurse.screen()
    )
    await nurse.says("yes")
    assert nurse.has_seen("you are coming"), nurse.screen()
    assert claire.has_seen("infirmier 1 sur 1")


async def test_a_short_night_is_a_warning_and_an_overlap_is_refused(play: Playground) -> None:
    """ROTA-1."""
    nurse = (await crew(play, 1))[0]
    claire = await sent(play, "/mobiliser A | sam 12/12 18h-23h | 1 IDE | L | payé")
    await nurse.taps("18 h")
    await claire.says("/mobiliser B | dim 13/12 8h-12h | 1 IDE | L | payé")
    await claire.taps("Envoyer")
    await nurse.taps("8 h")
    assert nurse.has_seen("moins de 11 heures de repos"), nurse.screen()
    assert nurse.has_seen("vous venez : dimanche 13 décembre")


async def test_leaving_all_after_a_yes_is_asked_first(play: Playground) -> None:
    """CALL-13."""
    nurse = (await crew(play, 1))[0]
    await sent(play, TWO)
    await nurse.says("1")
    await nurse.says("non")
    assert "🚫 Me retirer de Sam. 9 h – 13 h" in nurse.buttons() or any(
        "Me retirer" in key.label for m in nurse.messages for key in m.wording.keys
    )
    assert nurse.has_seen("vous venez : samedi 12 décembre")
    await nurse.taps("Me retirer de")
    assert nurse.has_seen("vous ne venez plus")


async def test_an_officer_reads_but_does_not_call(play: Playground) -> None:
    officer = await play.person("Olga", Role.OFFICER)
    await officer.says("/mobiliser")
    assert officer.sees("réservée à la coordination")


async def test_answer_in_private_opens_the_call_for_whom_it_is(play: Playground) -> None:
    """PART-10's door: a link under the room's card leads to one's own card."""
    nurse = (await crew(play, 1))[0]
    doctor = (await crew(play, 1, "medecin"))[0]
    await sent(play, "/mobiliser X | sam 12/12 9h-13h | 1 IDE | Lieu | payé")
    await nurse.says("/start call-1")
    assert nurse.sees("APPEL À VOLONTAIRES · X"), nurse.screen()
    assert [bool(m.wording.keys) for m in nurse.messages][-1]
    await nurse.taps("9 h")
    assert nurse.sees("C'est noté, vous venez")
    await doctor.says("/start call-1")
    assert doctor.sees("ne cherche pas votre profession")
    await doctor.says("/start call-999")
    assert not doctor.has_seen("erreur de ma part")


async def test_an_older_copy_of_a_call_points_to_the_newer_one(play: Playground) -> None:
    nurse = (await crew(play, 1))[0]
    await sent(play, "/mobiliser X | sam 12/12 9h-13h | 1 IDE | Lieu | payé")
    await nurse.says("/appels", "/appels")
    assert nurse.messages[0].wording.plain.endswith("la suite est plus bas.")
    assert [bool(m.wording.keys) for m in nurse.messages] == [False, False, True]
    await nurse.taps("9 h")
    assert nurse.sees("vous venez")


async def test_cancel_what_lists_the_shifts_one_holds(play: Playground) -> None:
    nurse = (await crew(play, 1))[0]
    await sent(play, "/mobiliser X | sam 12/12 9h-13h | 1 IDE | Lieu | payé")
    await nurse.taps("9 h")
    await nurse.says("/annuler")
    assert nurse.sees("Annuler quoi ?"), nurse.screen()
    await nurse.taps("Sam. 12/12")
    assert nurse.sees("on ne vous attend plus"), nurse.screen()


async def test_a_person_is_replaced_and_both_are_told(play: Playground) -> None:
    """CALL-29."""
    nurses = await crew(play, 2)
    claire = await sent(play, "/mobiliser X | sam 12/12 9h-13h | 1 IDE | Lieu | payé")
    await nurses[0].taps("9 h")
    await claire.taps("Remplacer")
    await claire.taps("inf0")
    await claire.says("inf1")
    assert claire.has_seen("inf1 remplace inf0"), claire.screen()
    assert nurses[0].has_seen("on ne vous attend plus"), nurses[0].screen()
    assert nurses[1].has_seen("La coordination a noté votre venue"), nurses[1].screen()
    assert claire.has_seen("infirmier 1 sur 1")


async def test_the_days_team_sees_each_others_names_if_both_agreed(play: Playground) -> None:
    nurses = await crew(play, 3)
    async with play.db.transaction() as tx:
        from storage.people import Member

        for nurse in nurses[:2]:
            (await tx.get_one(Member, nurse.id)).shares_name = True
    await sent(play, "/mobiliser X | sam 12/12 9h-13h | 3 IDE | Lieu | payé")
    for nurse in nurses:
        await nurse.taps("9 h")
        await nurse.says("/planning")
    await nurses[0].says("/planning")
    assert nurses[0].sees("Avec vous : inf1"), nurses[0].screen()
    assert "inf2" not in nurses[0].everything
    assert "Avec vous" not in nurses[2].everything


async def test_the_board_of_a_survey_says_who_is_free_and_not_who_is_missing(
    play: Playground,
) -> None:
    nurses = await crew(play, 3)
    claire = await coordinator(play)
    await claire.says("/mobiliser dispos Centre | sam 12/12 9h-13h, 14h-18h | 2 IDE | Lieu | payé")
    await claire.taps("Envoyer")
    assert claire.sees("de 9 h à 13 h : infirmiers : personne de libre pour 2"), claire.screen()
    for nurse in nurses:
        await nurse.taps("9 h")
    assert claire.has_seen("de 9 h à 13 h : infirmiers : 3 libres pour 2"), claire.screen()
    assert not claire.has_seen("il manque")


async def test_the_wizard_says_how_many_questions_are_left(play: Playground) -> None:
    """Only what the line did not say is asked, and counted."""
    claire = await play.person("Claire", Role.COORDINATOR)
    await play.person("Ana", profession="infirmier")
    await claire.says("/mobiliser Centre | sam 12/12 9h-13h")
    assert claire.sees("Étape 1 sur 3 · De qui avez-vous besoin ?")
    await claire.says("2 licornes")
    assert claire.sees("licornes", "Étape 1 sur 3")
    await claire.says("1 IDE")
    assert claire.sees("Étape 2 sur 3 · Où ?")
    await claire.says("Gymnase")
    assert claire.sees("Étape 3 sur 3")
    await claire.says("oui")
    assert claire.sees("Aperçu", "Lieu : Gymnase")
