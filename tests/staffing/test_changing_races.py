"""Calls are changed while people answer them, in whatever order: what is seen agrees with the
rows."""

import asyncio
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from bot.core import ChatRef, Lang, Role
from bot.engine.view import View
from bot.engine.wording import put_into_words
from storage.places import Place, State
from tests.playground import Person, Playground
from tests.staffing import truth
from tests.staffing.test_races import CALLS, WORDS, Act, _act, any_number, who

CHANGES = (
    ("Horaire", "=+"), ("Lieu", "=Salle des fêtes"), ("Contact", "=Zoé"), ("Nombre", "=1"),
    ("Nombre", "=2"), ("Nombre", "=3"), ("Créneau en plus", "=+"),
)  # fmt: skip
"""A slot is only ever moved to hours when nobody is expected: «+» is the next such hour."""

tap = st.tuples(st.just("tap"), who, any_number, st.just(0))
word = st.tuples(st.just("say"), who, st.integers(0, len(WORDS) - 1), st.just(0))
acts = st.lists(st.one_of(tap, tap, word), min_size=1, max_size=6)
changed = st.lists(
    st.tuples(st.just("change"), st.integers(0, len(CHANGES) - 1), any_number, st.just(0)),
    min_size=1, max_size=1,
)  # fmt: skip
wait = st.sampled_from([11, 31, 50]).map(lambda n: [("wait", 0, n, 0)])
STEPS = st.lists(st.one_of(acts, changed, changed, wait), min_size=5, max_size=9)


async def _change(boss: Person, kind: int, which: int, hour: int) -> bool:
    """True if an hour was used up. What is refused is left."""
    what, said = CHANGES[kind]
    await boss.says("/tableau")
    boards = [label for label in boss.buttons() if label in ("Centre", "Renfort")]
    if boards:
        await boss.taps(boards[which % len(boards)])
    await boss.taps("✏️ Modifier")
    await boss.taps(what)
    while _picks(boss):
        await boss.taps(boss.buttons()[which % (len(boss.buttons()) - 2)])
    await boss.says(f"lun 23/11 {hour}h-{hour + 1}h" if said == "=+" else said[1:])
    sends = "📣 Envoyer" in boss.buttons()
    await boss.taps("📣 Envoyer" if sends else "Abandonner")
    return said == "=+"


def _picks(boss: Person) -> bool:
    return "Quel créneau ?" in boss.last or "Quel poste ?" in boss.last


async def _change_cards(play: Playground, people: Sequence[Person]) -> None:
    """Every message of a change says what it would say now."""
    async with play.db.reading() as tx:
        found = (await tx.scalars(select(Place).where(Place.card.like("%:change:%")))).all()
        for place in found:
            person = next(p for p in people if p.chat == place.chat)
            if place.state is not State.LIVE or place.message is None:
                continue
            known = play.app.parts.registry.card(place.card)
            assert known is not None
            view = View(tx, play.app.parts, play.now, ChatRef("local", person.chat), Lang.FR)
            message = await known[0].render(view, **known[1])
            assert message is not None
            worded = put_into_words(message, play.app.parts.catalog, Lang.FR, play.app.parts.zone)
            there = play.local.chat(person.chat).messages[place.message].wording
            assert there.plain == worded.wording.plain, place.card
            assert [k.label for k in there.keys] == [k.label for k in worded.wording.keys]


async def _play(file: Path, steps: Sequence[Sequence[Act]]) -> None:
    play = Playground(f"sqlite+aiosqlite:///{file}")
    await play.boot()
    people = [await play.person(f"P{n}", profession=["infirmier", "sage-femme"][n // 4])
              for n in range(6)]  # fmt: skip
    boss = await play.person("Claire", Role.COORDINATOR, profession="autre")
    for line in CALLS:
        await boss.says(line)
        await boss.taps("Envoyer")
    hour = 7
    for step in steps:
        match step[0][0]:
            case "wait":
                await play.wait(minutes=step[0][2])
            case "change":
                hour += await _change(boss, step[0][1], step[0][2], hour)
            case _:
                for act in step:
                    await _act(play, people, act)
        await play.settle()
        await truth.check(play, people, boss)
        await _change_cards(play, people)
        assert not any(p.has_seen("erreur de ma part") for p in (*people, boss)), boss.screen()
    await play.shut()


@settings(
    max_examples=4, deadline=None, database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture,
                           HealthCheck.data_too_large],
)  # fmt: skip
@given(steps=STEPS)
def test_whatever_is_changed_while_people_answer_the_rows_and_the_messages_agree(
    sqlite_template: Path, steps: list[list[Act]]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "bot.db"
        shutil.copy(sqlite_template, file)
        asyncio.run(_play(file, steps))
