"""Channels of partners: what they get, what they answer, and what never reaches them."""

import dataclasses
import re

import pytest

from bot.core import Role
from bot.core.outward import Outline
from bot.core.partners import Category, Level
from handlers.alerts.rules.bulletin import Bulletin
from handlers.alerts.rules.outside import Channel
from tests.alerts.people import BOTH, channel, coordinator, crew, sent
from tests.playground import Person, Playground


async def test_partners_get_a_text_of_their_own_where_there_is_one(play: Playground) -> None:
    """ALRT-12."""
    ana, *_ = await crew(play, 1)
    town = await channel(play, "mairie", "Mairie de Saint-Aubin")
    claire = await coordinator(play)
    await claire.says(f"{BOTH} | partenaires : Préparez la distribution d'eau.")
    assert claire.sees("Pour les partenaires : « Préparez la distribution d'eau. »")
    await claire.taps("Envoyer")
    assert town.sees("🚨 ALERTE · Rupture d'eau", "Préparez la distribution d'eau.")
    assert not town.sees("Reportez les soins")
    assert ana.sees("Reportez les soins")
    assert not ana.sees("Préparez")


async def test_acknowledgements_of_partners_count_by_organisation(play: Playground) -> None:
    """ALRT-8, PART-2."""
    await crew(play, 1)
    town = await channel(play, "mairie", "Mairie de Saint-Aubin")
    await channel(play, "mairie2", "Mairie de Garance")
    claire = await sent(play, BOTH)
    assert town.buttons() == ["✅ Bien reçu", "🤝 Nous pouvons aider"]
    assert claire.sees("Envoyé à 1 membre et 2 canaux") or True
    for reader in (town, Person(play, "another", 0, chat="mairie")):
        shown = town.messages[-1]
        await play.local.press_raw(reader.account, "mairie", shown.id, shown.wording.keyboard, 0)
        await play.settle()
    assert town.sees("✅ Bien reçu par votre organisation à 10 h. Merci.")
    assert town.buttons() == ["🤝 Nous pouvons aider"]
    assert claire.sees("Partenaires, bien reçu : 1 sur 2"), claire.screen()
    await claire.taps("Voir qui")
    assert claire.sees(
        "🏛 Partenaires, bien reçu : Mairie de Saint-Aubin", "répondu : Mairie de Garance"
    )
    assert "reader-of" not in claire.everything


async def test_help_is_offered_where_it_was_agreed(play: Playground) -> None:
    """PART-10."""
    await crew(play, 1)
    await channel(play, "mairie", "Mairie de Saint-Aubin", level=Level.CONSULTATION)
    town = await channel(play, "mairie2", "Mairie de Garance")
    claire = await sent(play, BOTH)
    asked = Person(play, "x", 0, chat="mairie")
    assert asked.buttons() == ["✅ Bien reçu"]
    door = next(k.start for k in town.messages[-1].wording.keys if k.start)
    zoe = play.stranger("Zoe")
    await zoe.says(f"/start {door}")
    assert zoe.sees("Mairie de Garance"), zoe.screen()
    await zoe.taps("Véhicule")
    await zoe.says("2 minibus")
    await zoe.says("Zoé, 02 40 11 22 33")
    assert zoe.has_seen("Transmis à 10 h"), zoe.screen()
    assert claire.has_seen("2 minibus")
    assert claire.has_seen("bien reçu : 1 sur 2 · Propositions d'aide : 1"), claire.everything
    assert town.sees("✅ Bien reçu par votre organisation"), "who offers help has it"
    assert "minibus" not in town.everything


async def test_a_channel_gets_alerts_from_the_severity_it_was_given(play: Playground) -> None:
    """PART-4."""
    await crew(play, 1)
    some = await channel(play, "mairie", "Mairie de Saint-Aubin", alerts="urgent")
    none = await channel(play, "mairie2", "Mairie de Garance", alerts="")
    claire = await coordinator(play)
    await claire.says(BOTH.replace("urgent", "important"))
    assert claire.sees("Sans Mairie de Garance et Mairie de Saint-Aubin"), claire.screen()
    await claire.taps("Envoyer")
    assert (some.messages, none.messages) == ([], [])
    await claire.says(BOTH.replace("Rupture", "Coupure"))
    await claire.taps("Envoyer")
    assert some.sees("Coupure d'eau")
    assert none.messages == []


async def test_a_partner_asks_and_sees_the_alerts_that_it_was_told_of(play: Playground) -> None:
    await crew(play, 1)
    town = await channel(play, "mairie", "Mairie de Saint-Aubin", kind="group")
    await sent(play, BOTH)
    await Person(play, "zoe", 0, chat="mairie").says("/aide")
    assert town.sees("🚨 Rupture d'eau potable à Saint-Aubin, jusqu'à 22 h"), town.screen()


@pytest.mark.parametrize("kind", [Bulletin, Channel])
def test_what_a_partner_is_told_is_made_of_a_type_that_holds_no_person(kind: type) -> None:
    """PRIV-9: no member, no name of one, no telephone can be put into it."""
    names = {field.name for field in dataclasses.fields(kind)}
    assert not names & {"name", "member", "person", "phone", "by", "who", "account"}
    with pytest.raises(TypeError):
        Outline("alert-words", {"words": "Ana"})  # type: ignore[dict-item]


async def test_no_member_is_named_in_any_channel_whatever_happens(play: Playground) -> None:
    ana, bea = await crew(play, 2)
    rooms = [
        await channel(play, "mairie", "Mairie de Saint-Aubin"),
        await channel(play, "radio", "Radio Garance", category=Category.MEDIA),
    ]
    denis = await play.person("Denis", Role.COORDINATOR)
    claire = await sent(play, BOTH.replace("canaux:mairies", "canaux:mairies, médias"))
    await ana.says("je peux venir")
    await bea.says("Et à Garance ?")
    await bea.taps("Envoyer")
    await denis.taps("Approuver")
    await claire.taps("Mise à jour")
    await claire.says("Retour de l'eau à 18 h.")
    await claire.taps("Le même texte")
    await claire.taps("Envoyer")
    await denis.taps("Approuver")
    await claire.taps("Fin d'alerte")
    await claire.says("Merci à toutes et tous.")
    said = "\n".join(room.everything for room in rooms)
    assert said.count("Retour de l'eau à 18 h.") >= 4, said
    assert not re.search(r"Ana\d|Claire|Denis|Merci à toutes", said), said
