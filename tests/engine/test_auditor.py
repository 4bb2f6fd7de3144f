"""What should have been done by now and was not is seen, said once, and said to be over."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from sqlalchemy import delete, select, update

from bot.core import Role
from bot.engine.auditor import Auditor
from storage import audit, auditing
from storage.audit import AuditRow
from storage.callouts import Callout, Post
from storage.callouts import State as CallState
from storage.db import Tx
from storage.inbox import Heard
from storage.timers import State as TimerState
from storage.timers import Timer
from tests.engine.test_outage import Breaking, breaks
from tests.people.two_apps import Other, on_both
from tests.playground import START, Person, Playground, playing

CALL = "/mobiliser Centre | 28/11/2026 9h-13h | 2 IDE | Mairie | payé | tout le monde"


@pytest.fixture
async def play(sqlite_url: str) -> AsyncIterator[Playground]:
    async with playing(sqlite_url, Breaking, [Other]) as play:
        yield play


def auditor(play: Playground) -> Auditor:
    """The bot has been up for a day."""
    return Auditor(play.db, play.app.parts, play.app.owing, START - timedelta(days=1))


async def look(play: Playground) -> None:
    await auditor(play).round()
    await play.settle()


def told(person: Person, words: str) -> int:
    return sum(words in one.wording.plain for one in person.messages)


async def test_where_all_is_well_nothing_is_said(play_everywhere: Playground) -> None:
    play = play_everywhere
    root = await play.person("Rémi", Role.ADMINISTRATOR)
    claire, ana = await play.person("Claire", Role.COORDINATOR), await play.person("Ana")
    await claire.says(CALL)
    await claire.taps("📣")
    await ana.taps("✅")
    await play.wait(minutes=40)
    await look(play)
    assert not root.has_seen("CONTRÔLE")


async def test_a_message_that_is_late_is_told_once_on_the_other_platform_then_that_it_left(
    play: Playground,
) -> None:
    """OPS-3: every expected message has a final state by its deadline."""
    root, there = await on_both(play, "Rémi", Role.ADMINISTRATOR)
    ana = await play.person("Ana")
    await play.local.say("ana", "/aide")
    await play.app.dispatcher.handle_some()
    breaks(play, down=True)
    play.now += timedelta(minutes=11)
    for _ in range(2):
        await auditor(play).round()
    breaks(play, down=False)
    await play.app.postmen[1].round()
    await play.app.postmen[1].idle()
    assert "Local : 1 message attend encore, dû depuis 11 min." in there.everything
    await play.settle()
    assert ana.sees("AIDE")
    await look(play)
    assert there.sees("✅ CONTRÔLE")
    assert told(there, "⚠️ CONTRÔLE") == 1
    assert told(root, "CONTRÔLE") == 0


async def test_it_is_not_told_again_after_a_restart(play: Playground) -> None:
    root = await play.person("Rémi", Role.ADMINISTRATOR)
    async with play.db.transaction() as tx:
        tx.add(Timer(job="basics.nothing", args={}, due_at=play.now, state=TimerState.PARKED))
    await look(play)
    assert root.sees("⚠️ CONTRÔLE", "1 chose prévue a échoué à chaque essai")
    await play.restart()
    await look(play)
    assert told(root, "CONTRÔLE") == 1


async def test_planned_things_and_words_that_nobody_sees_to_are_told(play: Playground) -> None:
    root = await play.person("Rémi", Role.ADMINISTRATOR)
    await play.person("Ana")
    async with play.db.transaction() as tx:
        tx.add(Timer(job="engine.platform-back", args={"platform": "local"}, due_at=play.now))
    await play.local.say("ana", "/aide")
    play.now += timedelta(minutes=6)
    await auditor(play).round()
    await play.settle()
    assert root.has_seen("1 parole n'est pas traitée, depuis 6 min.")
    assert root.has_seen("1 chose prévue n'est pas faite, en retard de 6 min.")


async def test_what_was_late_because_the_machine_was_off_gets_its_time_after_the_start(
    play: Playground,
) -> None:
    root = await play.person("Rémi", Role.ADMINISTRATOR)
    await play.person("Ana")
    await play.local.say("ana", "/aide")
    play.now += timedelta(hours=9)
    started = Auditor(play.db, play.app.parts, play.app.owing)
    await started.round()
    assert root.messages == []
    play.now += timedelta(minutes=6)
    await started.round()
    await play.settle()
    assert root.has_seen("1 parole n'est pas traitée, depuis 546 min.")


async def test_a_call_that_is_over_is_closed_and_counts_what_its_answers_say(
    play: Playground,
) -> None:
    root = await play.person("Rémi", Role.ADMINISTRATOR)
    claire, ana = await play.person("Claire", Role.COORDINATOR), await play.person("Ana")
    await claire.says(CALL)
    await claire.taps("📣")
    await ana.taps("✅")
    async with play.db.transaction() as tx:
        await tx.execute(update(Post).values(taken=2))
    await look(play)
    assert root.sees("1 appel compte d'autres places que ses réponses")
    async with play.db.transaction() as tx:
        await tx.execute(update(Post).values(taken=1))
        await tx.execute(delete(Timer))
    await look(play)
    assert root.sees("✅ CONTRÔLE")
    await play.wait(days=8)
    await look(play)
    assert root.sees("1 appel ou alerte est fini sans être clos")
    async with play.db.reading() as tx:
        assert (await tx.scalars(select(Callout.state))).one() is CallState.OPEN


async def test_the_counts_of_a_call_agree_through_its_whole_life(play: Playground) -> None:
    claire = await play.person("Claire", Role.COORDINATOR)
    people = [await play.person(name) for name in ("Ana", "Bob", "Chloé", "Dan")]
    await claire.says(CALL)
    await claire.taps("📣")
    for label in ("✅", "🤔", "❌", "✅"):
        for person in people:
            if any(label in one for one in person.buttons()):
                await person.taps(label)
        people = [*people[1:], people[0]]
        async with play.db.reading() as tx:
            assert await auditing.miscounted(tx, play.now) == []


async def test_each_page_of_the_audit_is_sealed_in_a_transaction_of_its_own(
    play: Playground, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All were sealed in one, and a crowd's taps came after it."""
    monkeypatch.setattr(audit, "SEALED", 2)
    async with play.db.transaction() as tx:
        tx.add_all(AuditRow(at=START, account="", what="x", on=f"y:{n}") for n in range(6))
    seal, pages = audit.seal, list[tuple[Tx, int]]()

    async def noted(tx: Tx) -> tuple[int, str]:
        count, newest = await seal(tx)
        pages.append((tx, count))
        return count, newest

    monkeypatch.setattr(audit, "seal", noted)
    await auditor(play).seal()
    assert [count for _, count in pages] == [2, 2, 2, 0]
    assert len({id(tx) for tx, _ in pages}) == len(pages)
    async with play.db.reading() as tx:
        chain = await audit.verify(tx)
    assert (chain.sealed, chain.tail, chain.broken) == (6, 0, None)


async def test_a_parked_event_is_taken_up_again_with_one_tap(play: Playground) -> None:
    root, ana = await play.person("Rémi", Role.ADMINISTRATOR), await play.person("Ana")
    await ana.says("/aide")
    async with play.db.transaction() as tx:
        row = (await tx.scalars(select(Heard))).one()
        number, row.state, row.tries = row.id, "parked", 3  # type: ignore[assignment]
    await root.says("/aide")
    from bot.core.facts import EventParked
    from bot.engine.context import Ctx
    from bot.engine.owed import Owed

    owed = Owed()
    async with play.db.transaction() as tx:
        await Ctx(tx, play.app.parts, play.now, owed).happened(EventParked(number, "KeyError"))
        await owed.write(tx, play.now)
    await play.settle()
    assert root.sees(f"tocsin replay {number}")
    await root.taps("🔁 Reprendre ce message")
    assert root.has_seen("est repris")
    assert told(ana, "AIDE") == 2
    await root.taps("🔁 Reprendre ce message")
    assert root.has_seen("n'attend plus")
