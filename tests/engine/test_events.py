"""One event, one transaction; told twice, handled once; a bug is undone and parked."""

from bot.core import ChatRef, Identity, Role, Said
from storage import inbox
from tests.engine.kit import parts
from tests.engine.kit.parts import Tally
from tests.playground import Playground


def said(play: Playground, text: str, key: str) -> Said:
    return Said(
        key=key, chat=ChatRef("local", "ana"), sender=Identity("local", "ana"), at=play.now,
        text=text,
    )  # fmt: skip


async def test_an_event_told_twice_is_heard_once(play: Playground) -> None:
    ana = play.stranger("Ana")
    await play.tell(said(play, "/plus_tard 0", "e1"), said(play, "/plus_tard 0", "e1"))
    await play.tell(said(play, "/plus_tard 0", "e1"))
    assert ana.everything.count("Ding") == 1


async def test_a_refusal_undoes_what_came_before_it_and_is_said(play: Playground) -> None:
    ana = play.stranger("Ana")
    await ana.says("/compte")
    await ana.taps("Refuser")
    assert ana.sees("Refusé, rien n'a changé.")
    assert not ana.has_seen("ne doit jamais")
    assert not ana.has_seen("Ding")
    async with play.db.reading() as tx:
        row = await tx.get_one(Tally, 1)
        assert row.count == 0
        assert await tx.get(Tally, 1001) is None


async def test_a_refusal_in_a_crowd_leaves_the_others_alone(play: Playground) -> None:
    people = [play.stranger(f"P{n}") for n in range(9)]
    for person in people:
        await person.says("/compte")
    for n, person in enumerate(people):
        await person.taps("Refuser" if n % 3 == 0 else "Un de plus", settle=False)
    await play.settle()
    async with play.db.reading() as tx:
        assert (await tx.get_one(Tally, 1)).count == 6
        assert await tx.get(Tally, 1001) is None
    assert sum(p.has_seen("Refusé") for p in people) == 3
    assert all(p.has_seen("COMPTE · 6") for p in people)


async def test_a_bug_is_tried_again_and_then_works(play: Playground) -> None:
    ana = play.stranger("Ana")
    parts.bugs["x"] = 2
    await ana.says("/bug x")
    assert ana.sees("Cela a marché")
    assert ana.everything.count("Ceci ne doit") == 1


async def test_a_poisonous_event_is_parked_after_three_tries_with_one_apology(
    play: Playground,
) -> None:
    """An administrator gets to know, too."""
    root = await play.person("Root", Role.ADMINISTRATOR)
    ana, bo = play.stranger("Ana"), play.stranger("Bo")
    parts.bugs["x"] = 99
    await ana.says("/bug x")
    assert ana.everything.count("erreur de ma part") == 1
    assert root.sees("ZeroDivisionError"), root.screen()
    assert not ana.has_seen("ne doit jamais")
    assert parts.bugs["x"] == 96
    async with play.db.reading() as tx:
        [row] = await inbox.parked(tx)
        assert row.error == "ZeroDivisionError"
    await bo.says("/compte")
    assert bo.sees("COMPTE · 0")


async def test_a_bug_in_a_crowd_does_not_touch_the_others(play: Playground) -> None:
    people = [play.stranger(f"P{n}") for n in range(5)]
    parts.bugs["x"] = 99
    for n, person in enumerate(people):
        line = "/bug x" if n == 2 else "/compte"
        await play.local.say(person.account, line, chat=person.chat)
    await play.settle()
    assert [p.has_seen("COMPTE") for p in people] == [True, True, False, True, True]


async def test_facts_are_heard_in_the_same_transaction(play: Playground) -> None:
    ana = play.stranger("Ana")
    await ana.says("/compte")
    await ana.taps("Un de plus")
    assert [f.to for f in parts.heard] == [1]


async def test_a_patients_number_is_refused_before_anything_is_stored(play: Playground) -> None:
    ana = play.stranger("Ana")
    await ana.says("voir 2 55 08 14 168 025 38 demain")
    assert ana.sees("donnée de patient", "MSSanté")
    async with play.db.reading() as tx:
        from sqlalchemy import select

        rows = (await tx.scalars(select(inbox.Heard))).all()
        assert not any("2 55 08" in str(row.event) for row in rows)
        assert len(rows) == 1


async def test_nothing_is_lost_when_the_process_dies_between_intake_and_handling(
    play: Playground,
) -> None:
    ana = play.stranger("Ana")
    await play.local.say("ana", "/compte")
    await play.restart()
    assert not ana.messages
    await play.settle()
    assert ana.sees("COMPTE · 0")
