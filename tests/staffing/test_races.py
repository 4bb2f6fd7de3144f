"""Whatever people do, in whatever order and at once: the rows agree, and so does what is seen."""

import asyncio
import shutil
import tempfile
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.core import Role
from bot.engine import Ctx
from handlers.staffing import answering
from storage.callouts import Plan
from storage.undo import Flushed, Journal
from tests.playground import Person, Playground
from tests.staffing import truth

CALLS = (
    "/mobiliser Centre | dim 22/11 8h-12h, 11h-15h | 1 IDE, 1 IDE ou SF | Lieu | payé"
    " | tout le monde",
    "/mobiliser Renfort | dim 22/11 10h-13h | 1 IDE ou SF | Lieu | payé | tout le monde",
)
WORDS = ("oui", "non", "1", "2", "les deux", "si besoin", "je ne peux plus venir", "tous")

Act = tuple[str, int, int, int]
who = st.integers(0, 5)
any_number = st.integers(0, 40)
tap = st.tuples(st.just("tap"), who, any_number, st.just(0))
old_tap = st.tuples(st.just("old"), who, any_number, any_number)
word = st.tuples(st.just("say"), who, st.integers(0, len(WORDS) - 1), st.just(0))
batch = st.lists(st.one_of(tap, tap, tap, old_tap, word), min_size=1, max_size=8)
step = st.one_of(
    batch, batch, batch, st.sampled_from([11, 31, 50]).map(lambda n: [("wait", 0, n, 0)]),
    st.just([("restart", 0, 0, 0)]), st.just([("search", 0, 0, 0)]),
)  # fmt: skip
STEPS = st.lists(step, min_size=6, max_size=10)
MANY = settings(
    max_examples=3, deadline=None, database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture,
                           HealthCheck.data_too_large],
)  # fmt: skip


async def _act(play: Playground, people: Sequence[Person], act: Act) -> None:
    """One thing that one person does; nothing is handled yet."""
    what, who, one, two = act
    person = people[who]
    if what == "say":
        await play.local.say(person.account, WORDS[one], chat=person.chat)
        return
    with_keys = [m for m in person.messages if m.wording.keyboard]
    if not with_keys:
        return
    message = (
        with_keys[-1 - two % len(with_keys)] if what == "old" else with_keys[-1 - one % 2 :][0]
    )
    index = one % len(message.wording.keys)
    await play.local.press(person.account, person.chat, message.id, index)


async def _end_or_go_on(boss: Person) -> None:
    """The search for one call is ended, or taken up again."""
    labels = [key.label for shown in boss.messages for key in shown.wording.keys]
    last = [label for label in labels if "Ne plus chercher" in label or "nouveau" in label]
    if last:
        await boss.taps("Ne plus chercher" if "Ne plus" in last[-1] else "Chercher à nouveau")


async def _play(file: Path, steps: Sequence[Sequence[Act]], *, bugs: bool = False) -> None:
    play = Playground(f"sqlite+aiosqlite:///{file}")
    await play.boot()
    people = [await play.person(f"P{n}", profession=["infirmier", "sage-femme"][n // 4])
              for n in range(6)]  # fmt: skip
    boss = await play.person("Claire", Role.COORDINATOR, profession="autre")
    for line in CALLS:
        await boss.says(line)
        await boss.taps("Envoyer")
    for acts in steps:
        match acts[0][0]:
            case "wait":
                await play.wait(minutes=acts[0][2])
            case "restart":
                await play.restart()
            case "search":
                await _end_or_go_on(boss)
            case _:
                for act in acts:
                    await _act(play, people, act)
        await play.settle()
        await truth.check(play, people, boss)
        if not bugs:
            assert not any(p.has_seen("erreur de ma part") for p in people)
    await play.shut()


def _run(template: Path, steps: Sequence[Sequence[Act]], *, bugs: bool = False) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "bot.db"
        shutil.copy(template, file)
        asyncio.run(_play(file, steps, bugs=bugs))


@MANY
@given(steps=STEPS)
def test_whatever_is_tapped_in_whatever_order_the_rows_and_the_cards_agree(
    sqlite_template: Path, steps: list[list[Act]]
) -> None:
    _run(sqlite_template, steps)


@settings(MANY, max_examples=2)
@given(steps=STEPS)
def test_a_crowd_that_cannot_be_undone_in_memory_comes_to_the_same(
    sqlite_template: Path, steps: list[list[Act]]
) -> None:
    def too_late(self: Journal) -> None:
        raise Flushed

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Journal, "undo", too_late)
        _run(sqlite_template, steps)


Note = Callable[[Ctx, Plan], Awaitable[None]]


def _failing(note: Note, at: int, lasting: bool) -> Note:
    """Fails at the n-th answer: once, or each time that person answers from then on."""
    seen: dict[str, Any] = {"count": 0, "who": None}

    async def failing(ctx: Ctx, plan: Plan) -> None:
        seen["count"] += 1
        if seen["count"] == at:
            seen["who"] = ctx.me.id
            raise ZeroDivisionError
        if lasting and seen["who"] == ctx.me.id:
            raise ZeroDivisionError
        await note(ctx, plan)

    return failing


@settings(MANY, max_examples=2)
@given(steps=STEPS, at=st.integers(1, 6), lasting=st.booleans())
def test_a_bug_in_one_answer_leaves_the_others_true(
    sqlite_template: Path, steps: list[list[Act]], at: int, lasting: bool
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(answering, "note", _failing(answering.note, at, lasting))
        _run(sqlite_template, steps, bugs=True)
