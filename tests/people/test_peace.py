"""Pauses, quiet hours, language, display: what makes people stay (ONB-10, ONB-18, A11Y-10)."""

from bot.core import Lang, Message, Text
from bot.core.facts import MemberPaused
from bot.engine import Ctx, Feature, on
from handlers import FEATURES
from storage.people import Member
from tests.playground import Playground


async def read(play: Playground, member_id: int) -> Member:
    async with play.db.reading() as tx:
        return await tx.get_one(Member, member_id)


async def test_a_pause_ends_by_itself_with_one_message(play: Playground) -> None:
    """ONB-10, ONB-18."""
    ana = await play.person("Ana")
    await ana.says("/pause")
    await ana.taps("1 semaine")
    assert ana.sees("rien avant la fin du samedi 28 novembre")
    assert (await read(play, ana.id)).paused_until is not None
    await play.restart()
    await play.wait(days=7, hours=20)
    assert not ana.has_seen("Votre pause est finie")
    await play.wait(hours=3)
    assert ana.sees("Votre pause est finie")
    await play.wait(days=2)
    assert ana.everything.count("Votre pause est finie") == 1
    assert (await read(play, ana.id)).paused_until is None


async def test_a_pause_until_a_typed_date_and_back_by_hand(play: Playground) -> None:
    ana = await play.person("Ana")
    await ana.says("/pause jusqu'au 12 décembre")
    assert ana.sees("samedi 12 décembre")
    await ana.says("/pause")
    assert ana.sees("En pause jusqu'au samedi 12 décembre inclus")
    await ana.taps("Jusqu'au…")
    await ana.says("hier")
    assert ana.sees("Exemple")
    await ana.says("3 semaines")
    assert ana.sees("samedi 12 décembre")
    await ana.taps("Reprendre")
    assert ana.sees("je peux de nouveau vous solliciter")
    await play.wait(days=30)
    assert not ana.has_seen("Votre pause est finie")


async def test_stop_offers_a_pause_or_leaving(play: Playground) -> None:
    ana = await play.person("Ana")
    await ana.says("stop")
    assert ana.buttons() == ["1 semaine", "1 mois", "📅 Jusqu'au…", "🚪 Quitter"]
    await ana.taps("Quitter")
    assert ana.sees("Quitter la CPTS")
    await ana.taps("Plutôt une pause")
    await ana.taps("1 mois")
    assert ana.sees("C'est noté : rien avant la fin")


async def test_settings_are_one_message_that_follows_each_tap(play: Playground) -> None:
    ana = await play.person("Ana")
    await ana.says("/reglages")
    count = len(ana.messages)
    await ana.taps("La nuit en cas de crise")
    assert ana.sees("la nuit en cas de crise : Oui")
    await ana.taps("Nombre d'appels")
    await ana.taps("2 par semaine")
    assert ana.sees("Appels : 2 par semaine au plus")
    await ana.taps("Heures calmes")
    await ana.taps("de 20")
    assert ana.sees("Heures calmes : de 20 h à 8 h")
    await ana.taps("Mon nom")
    await ana.taps("J'ai un employeur")
    assert len(ana.messages) == count
    row = await read(play, ana.id)
    assert (row.at_night, row.asks_per_week) == (True, 2)
    assert (row.quiet_from, row.quiet_to) == (1200, 480)
    assert (row.shares_name, row.employed) == (True, True)
    await ana.taps("Heures calmes")
    await ana.taps("Autres heures")
    await ana.says("25 h")
    assert ana.sees("Exemple : de 20 h à 8 h")
    await ana.says("de 19h30 à 7h")
    assert (await read(play, ana.id)).quiet_from == 19 * 60 + 30


async def test_the_language_follows_at_once_menus_and_live_messages_too(
    play: Playground,
) -> None:
    ana = await play.person("Ana")
    await ana.says("/reglages")
    await ana.taps("English")
    assert ana.sees("SETTINGS", "Language: English")
    assert [e.name for e in play.local.menus["ana", "en"]][:1] == ["help"]
    await ana.says("/langue fr")
    assert ana.sees("je vous parle français")
    await ana.says("/lang")
    assert ana.sees("I speak English")
    assert (await read(play, ana.id)).lang == Lang.EN.value


async def test_the_simple_display_says_each_step_in_a_new_message(play: Playground) -> None:
    """A11Y-10: a message a step, one emoji at most, no picture."""
    ana = await play.person("Ana")
    await ana.says("/start")
    await ana.taps("Affichage simple")
    assert ana.sees("C'est noté : affichage simple")
    await ana.says("/dispos")
    count = len(ana.messages)
    await ana.taps("Lun.")
    await ana.taps("Matin")
    assert len(ana.messages) == count + 2
    assert ana.sees("Libre : lundi matin")
    assert ana.messages[-2].wording.keys == ()
    await ana.says("/reglages")
    await ana.taps("La nuit")
    assert ana.sees("la nuit en cas de crise : Oui")
    await ana.taps("Affichage simple")
    assert not (await read(play, ana.id)).simple


seen: list[int] = []


@on(MemberPaused)
async def remember(ctx: Ctx, fact: MemberPaused) -> None:
    seen.append(fact.member_id)
    ctx.post(ctx.event.chat, Message((Text("pause-none"),)))


async def test_other_features_learn_of_a_pause(sqlite_url: str) -> None:
    import sys

    listening = Feature("listening", (sys.modules[__name__],), FEATURES[0].texts)
    play = Playground(sqlite_url, (*FEATURES, listening))
    await play.boot()
    ana = await play.person("Ana")
    await ana.says("/pause 3 jours")
    assert seen == [ana.id]
    await play.shut()
