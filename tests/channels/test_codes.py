"""A code proves whose a channel is, or who speaks for a partner (PART-1, PART-2)."""

import re

from bot.core import ChatRef, Role
from bot.core.events import Said
from bot.core.partners import Level
from storage import partners
from tests.channels.scene import TOWN, a_partner, room
from tests.playground import Person, Playground

NAME = "Mairie de Saint-Aubin"


async def a_code(play: Playground, claire: Person, name: str = NAME) -> str:
    await claire.says("/canaux partenaires")
    await claire.taps(name)
    await claire.taps("Code")
    found = re.search(r"(?:[0-9A-Z]{4}-){6}[0-9A-Z]{2}", claire.last)
    assert found, claire.screen()
    return found[0]


async def posted(play: Playground, words: str, key: str = "p1", chat: str = TOWN) -> None:
    """In a channel nobody signs."""
    await play.tell(
        Said(
            key=key, chat=ChatRef("local", chat), sender=None, at=play.now, private=False,
            text=words,
        )
    )  # fmt: skip


async def begun(play: Playground, level: Level = Level.COOPERATION) -> tuple[Person, str]:
    claire = await play.person("Claire", Role.COORDINATOR)
    await a_partner(play, NAME, level)
    return claire, await a_code(play, claire)


async def test_a_code_typed_in_a_channel_says_whose_it_is(play: Playground) -> None:
    """PART-1: while the bot is still mute there."""
    claire, code = await begun(play)
    await play.add_bot(TOWN, "channel", "Veille")
    await posted(play, "/aide", "p0")
    assert room(play).messages == []
    await posted(play, f"/start {code}")
    assert room(play).sees("ce que la CPTS adresse à ses partenaires"), room(play).screen()
    assert claire.sees("Veille est rattaché à Mairie de Saint-Aubin, par votre code")
    assert claire.has_seen("partenaire, Mairie de Saint-Aubin")
    assert claire.has_seen("Rattaché par un code, samedi 21 novembre, 10 h")


async def test_a_code_counts_once(play: Playground) -> None:
    _, code = await begun(play)
    await play.add_bot(TOWN, "channel", "Veille")
    await posted(play, f"/start {code}")
    await play.add_bot("other", "channel", "Autre")
    await posted(play, f"/start {code}", "p2", chat="other")
    assert Person(play, "x", 0, chat="other").messages == []
    ana = play.stranger("Ana")
    await ana.says(code)
    assert ana.sees("Ce code ne sert plus"), ana.screen()


async def test_a_code_ends_with_its_days(play: Playground) -> None:
    _, code = await begun(play)
    await play.wait(days=31)
    ana = play.stranger("Ana")
    await ana.says(f"/start {code}")
    assert ana.sees("Ce code ne sert plus")


async def test_a_code_of_a_partner_makes_nobody_a_member(play: Playground) -> None:
    """PART-2: a partner reads without an account."""
    claire, code = await begun(play)
    ana = play.stranger("Ana")
    await ana.says(code)
    assert ana.sees("Mairie de Saint-Aubin · partenaire de la CPTS"), ana.screen()
    assert claire.sees("Quelqu'un écrit maintenant au nom de Mairie de Saint-Aubin")
    await ana.says("/planning")
    assert ana.sees("demandez un lien d'invitation")
    await claire.says("/membres")
    assert claire.sees("1 actif") or claire.sees("Un actif"), claire.screen()


async def test_a_channel_of_somebody_else_does_not_change_hands_by_a_code(
    play: Playground,
) -> None:
    claire, code = await begun(play)
    await play.add_bot(TOWN, "channel", "Équipe de nuit")
    await claire.taps("Équipe")
    await posted(play, f"/start {code}")
    assert room(play).sees("Ce salon est déjà à quelqu'un d'autre")
    ana = play.stranger("Ana")
    await ana.says(code)
    assert ana.sees("partenaire de la CPTS"), "the code was not used up"


async def test_wrong_codes_are_counted_and_never_answered_in_a_mute_channel(
    play: Playground,
) -> None:
    _, code = await begun(play)
    await play.add_bot(TOWN, "channel", "Veille")
    wrong = code[:-1] + ("0" if code[-1] != "0" else "1")
    for n in range(5):
        await posted(play, f"/start {wrong}", f"w{n}")
    await posted(play, f"/start {code}", "right")
    assert room(play).messages == []
    await play.wait(minutes=2)
    await posted(play, f"/start {code}", "again")
    assert room(play).sees("Bonjour")


async def test_codes_and_access_are_withdrawn_in_one_tap(play: Playground) -> None:
    claire, code = await begun(play)
    ana = play.stranger("Ana")
    await ana.says(code)
    await a_code(play, claire)
    await claire.taps("Voir le partenaire")
    assert claire.sees("Une personne écrit en son nom en privé. Un code n'a pas encore servi.")
    await claire.taps("Retirer codes et accès")
    assert claire.sees("Personne n'écrit en son nom en privé."), claire.screen()
    await ana.says("/aide")
    assert ana.sees("demandez un lien d'invitation")


async def test_whoever_speaks_for_a_partner_can_stop(play: Playground) -> None:
    _, code = await begun(play)
    ana = play.stranger("Ana")
    await ana.says(code)
    await ana.taps("Ne plus écrire en son nom")
    assert ana.sees("je n'ai rien gardé de vous")
    await ana.says("/aide")
    assert ana.sees("demandez un lien d'invitation")


async def test_a_member_who_leaves_speaks_for_no_partner_any_more(play: Playground) -> None:
    """ONB-14, PRIV-1."""
    _, code = await begun(play)
    bo = await play.person("Bo")
    await bo.says(f"/start {code}")
    assert bo.sees("Mairie de Saint-Aubin · partenaire de la CPTS"), bo.screen()
    await bo.says("/mesdonnees")
    await bo.taps("Recevoir")
    files = [m.wording.attachment for m in bo.messages if m.wording.attachment]
    assert any(NAME.encode() in file.data for file in files if file is not None)
    await bo.says("/quitter", "oui", "passer")
    async with play.db.reading() as tx:
        assert await partners.voice_of(tx, bo.who) is None
