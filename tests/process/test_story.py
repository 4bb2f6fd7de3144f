"""A community's first day on Telegram: from the first code to the last seat."""

import asyncio

import pytest

from tests.process.books import quiet
from tests.process.bot import Bot
from tests.process.people import Person, calls, community, person, plain, soon
from tests.process.transcript import transcript
from tests.servers.telegram import Action, Rule

pytestmark = [pytest.mark.process, pytest.mark.timeout(180)]
NEWCOMERS = (
    ("Perrine", "Perrine Quatrefages", "J'ai lu", "Infirmière", "Garance", "Passer"),
    ("Youssef", "Youssef Ben Amar", "oui", "kiné", "villeneuve", "passer"),
    ("Maëlle", "Maëlle Kerjean", "J'ai lu", "sage-femme", "Saint-Aubin", "Passer"),
    ("Honoré", "Honoré Malassis", "J'ai lu", "Médecin", "saint aubin", "Passer"),
    ("Lucette", "Lucette Vauquelin", "ok", "pharmacienne", "Garance", "Passer"),
)


async def first_administrator(bot: Bot) -> Person:
    """Comes in by the link that the terminal prints, opened on a phone."""
    link = (await bot.invites())["links"]["telegram"]
    claire = person(bot.server, "Claire")
    await claire.says(f"/start {link.partition('start=')[2]}")
    await claire.sees("Bienvenue à la CPTS du Pays de Garance")
    await claire.taps("J'ai lu")
    await claire.sees("Étape 1 sur 4")
    await claire.says("Claire Delaroche")
    await claire.sees("Étape 2 sur 4")
    await claire.taps("Médecin")
    await claire.sees("Étape 3 sur 4")
    await claire.taps("Saint-Aubin")
    await claire.sees("Étape 4 sur 4")
    await claire.taps("Passer")
    await claire.sees("Votre rôle : administration")
    return claire


async def does(who: Person, answer: str) -> None:
    """Taps the button if there is one of that name, else types."""
    if any(answer in label for label in who.user.buttons()):
        await who.taps(answer)
    else:
        await who.says(answer)


async def joins(who: Person, code: str, name: str, *answers: str) -> None:
    await who.says(f"/start {code}")
    await who.sees("Deux minutes suffisent")
    await does(who, answers[0])
    await who.sees("Votre nom et prénom ?")
    await who.says(name)
    for step, answer in enumerate(answers[1:], start=2):
        await who.sees(f"Étape {step} sur 4")
        await does(who, answer)
    await who.sees("Un coordinateur valide votre inscription")


async def test_five_people_join_by_a_link_and_a_coordinator_approves_them(bot: Bot) -> None:
    await bot.start()
    claire = await first_administrator(bot)
    await claire.says("/inviter")
    invited = await claire.sees("INVITATION · membre", "https://t.me/tocsin_test_bot?start=")
    assert invited.body["photo"], "the same as a QR picture"
    code = invited.text.partition("start=")[2].split()[0]
    bot.secrets.add(code)
    people = [person(bot.server, account) for account, *_ in NEWCOMERS]
    joining = zip(people, NEWCOMERS, strict=True)
    await asyncio.gather(*(joins(who, code, *more[1:]) for who, more in joining))
    for who, (_, name, *_) in zip(people, NEWCOMERS, strict=True):
        card = await claire.has("INSCRIPTION", name)
        await claire.user.taps("Valider", on=card)
        await who.sees("Vous êtes membre")
        await claire.sees("Validé par Claire Delaroche", name)
    await claire.says("/membres")
    await claire.sees("6 actifs", "À valider : 0")
    await people[0].taps("Mon numéro professionnel")
    await people[0].sees("Votre numéro professionnel ?")
    await people[0].says("06 39 98 47 11")
    await people[0].sees("votre numéro est à jour")


async def test_a_call_is_staffed_from_one_line_to_the_last_seat(bot_everywhere: Bot) -> None:
    """Answers by taps and by words, the board, the waiting list, a withdrawal, /planning."""
    bot = bot_everywhere
    claire, (ana, ben, eva, kim, lea) = await community(bot, "Ana", "Ben", "Eva", "Kim", "Léa")
    await bot.start()
    await claire.says(f"/mobiliser Vaccination | {soon()} 9h-13h | 2 infirmiers | Gymnase | payé")
    await claire.sees("VRAI APPEL · Aperçu", "Vaccination", "Gymnase", "5 personnes peuvent")
    await claire.taps("Envoyer")
    await claire.sees("infirmiers 0 sur 2 (il manque 2)", "Sollicités : 5")
    for nurse in (ana, ben, eva, kim, lea):
        await nurse.sees("APPEL À VOLONTAIRES · Vaccination", "il manque 2 infirmiers sur 2")
    await ana.taps("9 h – 13 h")
    await ana.sees("C'est noté, vous venez :")
    await ben.says("je viens")
    await ben.sees("C'est noté, vous venez :")
    await claire.has("tous les postes sont pourvus")
    await eva.sees("complet, merci !")
    await eva.taps("Liste d'attente")
    await eva.sees("🕐 Liste d'attente :")
    await kim.says("non désolée")
    await kim.sees("pas cette fois")
    await lea.taps("Si besoin")
    await lea.sees("C'est noté, si besoin")
    await claire.sees("infirmiers 2 sur 2 ✔", "réponses : 5", "en attente : 1")
    await ana.says("/planning")
    await ana.sees("Vos créneaux", "Vaccination", "Gymnase")
    await ana.taps("🚫")
    await ana.sees("on ne vous attend plus")
    await eva.sees("Une place s'est libérée, elle est à vous")
    await eva.sees("C'est noté, vous venez :")
    await claire.sees("infirmiers 2 sur 2 ✔", "en attente : 0")
    print(transcript(bot.server.history))


async def test_a_cancelled_call_is_told_to_everyone_who_may_come(bot: Bot) -> None:
    claire, (ana, ben) = await community(bot, "Ana", "Ben")
    await bot.start()
    await calls(claire, f"Vaccination | {soon()} 9h-13h | 2 infirmiers | Gymnase | payé")
    await ana.taps("9 h – 13 h")
    await ana.sees("vous venez")
    await ben.taps("Pas cette fois")
    await ben.sees("pas cette fois")
    await claire.sees("infirmiers 1 sur 2")
    await claire.taps("Annuler l'appel")
    await claire.sees("La personne inscrite sera prévenue")
    await claire.taps("Oui, annuler")
    await ana.sees("CHANGEMENT", "ne venez pas")
    await ben.sees("Appel annulé")
    assert ben.count("CHANGEMENT") == 0, "who said no is left in peace"


async def test_a_call_shown_again_is_looked_after_where_it_was_shown_last(bot: Bot) -> None:
    """The older copy points down, once; what happens to the call edits the newest only."""
    claire, (ana, ben) = await community(bot, "Ana", "Ben")
    await bot.start()
    await calls(claire, f"Vaccination | {soon()} 9h-13h | 1 infirmier | Gymnase | payé")
    old = await ana.sees("APPEL À VOLONTAIRES")
    await ana.says("/appels")
    new = await ana.sees("APPEL À VOLONTAIRES", "il manque 1 infirmier")
    await quiet(bot)
    assert (new.id > old.id, plain(old).endswith("la suite est plus bas.")) == (True, True)
    edited = len(old.versions)
    await ben.taps("9 h – 13 h")
    await ana.has("complet, merci !")
    await ana.user.taps("Liste d'attente", on=new)
    await ana.sees("🕐 Liste d'attente :")
    await quiet(bot)
    asked = [c for c in bot.server.history.of("editMessageText") if c.chat == ana.id]
    assert (len(old.versions), [c for c in asked if not c.ok]) == (edited, [])


async def test_who_blocked_the_bot_between_preview_and_send_is_on_the_list(bot: Bot) -> None:
    """Telegram tells of a block at once; of a deleted account only when it is written to."""
    claire, (ana, ben, eva) = await community(bot, "Ana", "Ben", "Eva")
    await bot.start()
    await claire.says(f"/mobiliser Vaccination | {soon()} 9h-13h | 2 infirmiers | Gymnase | payé")
    await claire.sees("Aperçu", "3 personnes peuvent convenir")
    await ana.user.blocks()
    await ben.user.deactivates()
    await quiet(bot)
    nothing_to_ana = Rule(Action.SERVER_ERROR, chat=ana.id)
    bot.server.fails(nothing_to_ana)
    await claire.taps("Envoyer")
    await claire.sees("Sollicités : 2")
    await eva.sees("APPEL À VOLONTAIRES")
    await quiet(bot)
    await claire.says("/membres")
    await claire.sees("Injoignables : 2")
    await claire.taps("Injoignables")
    await claire.sees("Ana : a bloqué le robot", "Ben : compte supprimé")
    assert nothing_to_ana.seen == 0, "nothing is sent to somebody who does not want it"


async def test_a_stranger_is_told_how_to_get_in_and_gets_nothing_else(bot: Bot) -> None:
    await community(bot, "Ana")
    await bot.start()
    zed = person(bot.server, "Zed")
    for said in ("/mobiliser X | demain 9h-13h | 1 IDE | Y", "/membres", "/planning", "bonjour"):
        await zed.says(said)
        await zed.sees("demandez un lien d'invitation à votre coordination")
    assert len(zed.screen()) == 4
    await zed.says("/start q8VJ3n_x0Rk2LpWbYt5s-A")
    await zed.sees("Je ne connais pas ce code")
