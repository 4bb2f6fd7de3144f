"""Asked once, later, in one tap; stopped in one tap; a no outlives everything."""

import json
from datetime import timedelta

from sqlalchemy import select

from bot.core import Lang
from bot.core.facts import TimeToForget
from bot.engine.context import Ctx
from bot.engine.owed import Owed
from handlers.people.importing import import_members, read_roster
from storage.newsreaders import Choice, Consent, Means, Objection
from tests.newsletters.editors import editor, issue, reader, sent
from tests.people.conftest import Code, joins
from tests.playground import Person, Playground


async def newcomer(play: Playground, code: Code, name: str = "Ana") -> Person:
    ana = play.stranger(name)
    await joins(ana, await code(), "Ana Roux")
    return ana


async def proofs(play: Playground) -> list[Consent]:
    async with play.db.reading() as tx:
        return list(await tx.scalars(select(Consent).order_by(Consent.id)))


async def wants(play: Playground) -> list[bool | None]:
    async with play.db.reading() as tx:
        return list(await tx.scalars(select(Choice.wants).order_by(Choice.member_id)))


async def test_it_is_asked_three_days_after_joining_once_and_no_earlier(
    play: Playground, code: Code
) -> None:
    """NEWS-1."""
    ana = await newcomer(play, code)
    await play.wait(days=2, hours=23)
    assert not ana.has_seen("La recevoir ?")
    await play.wait(hours=2)
    assert ana.sees("NEWSLETTER · La recevoir ?", "Sans réponse, vous ne recevez rien")
    assert ana.buttons() == ["✅ Oui, volontiers", "❌ Non merci"]
    await play.wait(days=30)
    assert ana.everything.count("La recevoir ?") == 1


async def test_a_yes_is_answered_by_what_it_means_and_how_to_stop_and_is_proven(
    play: Playground, code: Code
) -> None:
    """NEWS-1: when, where, by which means and to which words."""
    ana = await newcomer(play, code)
    await play.wait(days=3, hours=1)
    await ana.taps("Oui, volontiers")
    assert ana.sees("C'est noté, vous la recevrez", "Pour arrêter", "Les appels ne changent pas")
    assert ana.has_seen("Votre réponse, mardi 24 novembre, 11 h : oui"), ana.screen()
    [proof] = await proofs(play)
    assert (proof.wants, proof.platform, proof.means) == (True, "local", Means.QUESTION)
    assert "Environ une par mois" in proof.wording
    assert proof.at >= play.now - timedelta(hours=2)


async def test_it_can_be_typed(play: Playground, code: Code) -> None:
    ana = await newcomer(play, code)
    await play.wait(days=3, hours=1)
    await ana.says("non merci")
    assert ana.sees("plus de newsletter", "Les appels continuent")
    await ana.says("/newsletter oui")
    assert ana.sees("vous la recevrez")
    assert [p.wants for p in await proofs(play)] == [False, True]


async def test_a_bare_word_long_after_the_question_opts_nobody_in(
    play: Playground, code: Code
) -> None:
    ana = await newcomer(play, code)
    await play.wait(days=6)
    asked = ana.messages[-1].id
    await ana.says("ok")
    assert await wants(play) == [None]
    await ana.says("ok", reply_to=asked)
    assert await wants(play) == [True]


async def test_whoever_has_said_it_already_is_not_asked(play: Playground, code: Code) -> None:
    ana = await newcomer(play, code)
    await ana.says("/newsletter oui")
    await play.wait(days=4)
    assert not ana.has_seen("La recevoir ?")


async def test_it_is_not_asked_of_somebody_who_pauses_but_after(
    play: Playground, code: Code
) -> None:
    ana = await newcomer(play, code)
    await ana.says("/pause une semaine")
    await play.wait(days=6)
    assert not ana.has_seen("La recevoir ?")
    await play.wait(days=3)
    assert ana.has_seen("La recevoir ?")


async def test_the_settings_show_it_and_turn_it(play: Playground) -> None:
    ana = await play.person("Ana")
    await ana.says("/reglages")
    assert ana.sees("Newsletter : Non")
    await ana.taps("Recevoir la newsletter")
    assert ana.sees("vous la recevrez")
    assert ana.has_seen("Newsletter : Oui")
    [proof] = await proofs(play)
    assert (proof.means, proof.wording) == (Means.SETTINGS, "Recevoir la newsletter")
    await ana.taps("☑ Recevoir la newsletter")
    assert await wants(play) == [False]


async def test_one_tap_below_a_letter_stops_it_and_calls_go_on(play: Playground) -> None:
    """NEWS-2."""
    claire, ana = await editor(play), await reader(play, "Ana")
    await sent(play, claire)
    await ana.taps("Ne plus recevoir")
    assert ana.sees("plus de newsletter", "Les appels continuent")
    assert ana.buttons() == ["🔔 Recevoir la newsletter"]
    await sent(play, claire, "/newsletter Second | Un autre numéro, un mois après | tous")
    assert not ana.has_seen("Second")


async def test_unsubscribing_can_be_typed_in_reply(play: Playground) -> None:
    claire, ana = await editor(play), await reader(play, "Ana", lang=Lang.EN)
    await sent(play, claire)
    await ana.says("unsubscribe", reply_to=ana.messages[-1].id)
    assert ana.sees("no more newsletter")


async def test_a_no_survives_leaving_and_joining_again_and_nobody_can_read_whose_it_is(
    play: Playground, code: Code
) -> None:
    """NEWS-2."""
    ana = await newcomer(play, code)
    await ana.says("/newsletter stop", "/quitter")
    await ana.taps("Oui, quitter")
    await ana.taps("Passer")
    async with play.db.reading() as tx:
        kept = list(await tx.scalars(select(Objection)))
        assert list(await tx.scalars(select(Choice))) == []
        assert list(await tx.scalars(select(Consent))) == []
    assert len(kept) == 1
    assert "ana" not in kept[0].digest
    await joins(ana, await code(), "Ana Roux")
    assert await wants(play) == [False]
    await play.wait(days=5)
    assert not ana.has_seen("La recevoir ?")
    await ana.says("/newsletter oui")
    assert await wants(play) == [True]


async def test_an_old_letter_still_stops_it_when_its_reader_has_left(
    play: Playground, code: Code
) -> None:
    claire, ana = await editor(play), await reader(play, "Ana")
    await sent(play, claire)
    letter = ana.messages[-1]
    await ana.says("/quitter")
    await ana.taps("Oui, quitter")
    await ana.taps("Passer")
    await play.local.press("ana", "ana", letter.id, 0)
    await play.settle()
    assert ana.sees("Vous n'êtes plus membre")
    await joins(ana, await code(), "Ana Roux")
    assert False in await wants(play)


async def test_a_suspended_member_may_still_say_no(play: Playground) -> None:
    claire, ana = await editor(play), await reader(play, "Ana")
    await sent(play, claire)
    letter = ana.messages[-1]
    await claire.says("/membres Ana")
    await claire.taps("Suspendre")
    await play.local.press("ana", "ana", letter.id, 0)
    await play.settle()
    assert ana.sees("plus de newsletter")
    assert ana.buttons() == ["🔕 Ne plus recevoir la newsletter"]


async def test_a_list_that_is_imported_opts_nobody_in_and_asks_no_no_again(
    play: Playground, code: Code
) -> None:
    """NEWS-2."""
    ana = await newcomer(play, code)
    await ana.says("/newsletter non")
    words = b"nom;profession;commune;newsletter\nAna Roux;IDE;Saint-Aubin;oui\nBo Bell;IDE;;oui\n"
    async with play.db.transaction() as tx:
        rows = read_roster(words, ("Saint-Aubin",), "+33")
        found = await import_members(tx, rows, play.now, 30)
    assert await wants(play) == [False]
    bo = play.stranger("Bo")
    [mine] = [one for one in found if one.name == "Bo Bell"]
    await bo.says(f"/start {mine.code}")
    await bo.taps("J'ai lu")
    await bo.taps("Oui")
    await play.wait(days=1)
    assert await wants(play) == [False]
    await play.wait(days=3)
    assert bo.has_seen("La recevoir ?")


async def test_an_objection_is_forgotten_after_three_years(play: Playground, code: Code) -> None:
    ana = await newcomer(play, code)
    await ana.says("/newsletter stop", "/quitter")
    await ana.taps("Oui, quitter")
    await ana.taps("Passer")
    for days, left in ((1000, 1), (1100, 0)):
        async with play.db.transaction() as tx:
            now = play.now + timedelta(days=days)
            owed = Owed()
            ctx = Ctx(tx, play.app.parts, now, owed)
            await ctx.happened(TimeToForget(now))
        async with play.db.reading() as tx:
            assert len(list(await tx.scalars(select(Objection)))) == left


async def test_what_is_known_is_handed_over(play: Playground) -> None:
    ana = await play.person("Ana")
    await ana.says("/newsletter oui", "/mesdonnees")
    await ana.taps("Recevoir")
    [file] = [
        m.wording.attachment.data
        for m in ana.messages
        if m.wording.attachment and m.wording.attachment.name.endswith(".json")
    ]
    mine = json.loads(file)["newsletters"]
    assert mine["newsletter"] is True
    assert mine["newsletter_said"][0]["means"] == "command"


async def test_an_editor_sees_how_many_said_yes_and_no(play: Playground) -> None:
    claire, ana = await editor(play), await play.person("Ana")
    await reader(play, "Bo")
    await ana.says("/newsletter non")
    await claire.says("/newsletter")
    assert claire.sees("Un abonné.", "Une personne a dit non.")
    await issue(play, claire)
    assert claire.sees("1 destinataire")
