"""A newer version starts on what an older one left under way: wizards, buttons, cards, timers."""

from collections.abc import AsyncIterator, Sequence
from pathlib import Path

import pytest

from bot.core import Role
from bot.engine.feature import Feature
from handlers import FEATURES, basics
from storage import schema
from storage.db import Base, Database
from tests.conftest import BOTH
from tests.engine import versions
from tests.playground import Playground
from tests.staffing.test_callout import crew
from tests.storage.rows import on
from tests.storage.test_migrations import empty, empty_postgres_url, empty_sqlite_url
from tests.storage.test_schema import running
from tests.storage.test_upgrades import version

__all__ = ["empty", "empty_postgres_url", "empty_sqlite_url"]
TOUCHED = ("dialogs", "keyboards", "places", "timers", "outbox", "inbox", "posts", "callouts")


def changes(what: str) -> str:
    """Of every table in which something is under way; SQLite's are made anew."""
    how = "    how = 'always' if op.get_bind().dialect.name == 'sqlite' else 'never'"
    each = [f"    with op.batch_alter_table('{t}', recreate=how) as b:\n        {what}"
            for t in TOUCHED]  # fmt: skip
    return "\n".join([how, *each])


UP, DOWN = (
    changes("b.add_column(sa.Column('later', sa.String()))"),
    changes("b.drop_column('later')"),
)


@pytest.fixture(params=BOTH)
async def play(request: pytest.FixtureRequest) -> AsyncIterator[Playground]:
    """On tables that migrations have made. Not started yet."""
    url = str(request.getfixturevalue(f"empty_{request.param}_url"))
    db = Database(url)
    await schema.make_ready(db)
    await on(db, Base.metadata.create_all)
    await db.close()
    play = Playground(url)
    yield play
    await play.shut()


async def updated(play: Playground, folder: Path, features: Sequence[Feature]) -> None:
    """The older version ends; the newer one changes the tables and starts."""
    await play.db.close()
    with running(version(folder, UP, DOWN)):
        db = Database(play.url)
        await schema.make_ready(db)
        assert await schema.current(db) == "9999"
        await db.close()
    play.features = features
    await play.boot()
    await play.settle()


async def test_what_the_code_has_changed_meets_what_is_under_way(
    play: Playground, tmp_path: Path
) -> None:
    """A question more in the middle and one less at the end; a button and a job that have another
    name, an argument less and one more; a card with other words."""
    play.features = (basics.feature, versions.first)
    await play.boot()
    ana, ben = play.stranger("Ana"), play.stranger("Ben")
    await ana.says("/voyage", "Alpes")
    await ben.says("/compte")
    assert ana.buttons()[:2] == ["🚌 Bus", "🚲 Vélo"]
    assert ben.buttons() == ["➕ Un de plus"]
    await updated(play, tmp_path, (basics.feature, versions.second))
    assert [m.wording.plain for m in ben.messages] == ["🔢 COMPTE · 0"]

    await ben.taps("Un de plus")
    assert ben.sees("COMPTE · 5", "Rien que pour vous."), ben.screen()
    assert (len(ben.messages), ben.buttons()) == (1, ["❌ Refuser"])

    await ana.taps("Vélo")
    assert ana.sees("Étape 1 ?"), ana.screen()
    await ana.says("Annecy")
    assert ana.sees("Voyage Alpes, bike, par Annecy"), ana.screen()

    await play.wait(hours=1)
    assert ben.sees("🔔 Ding"), ben.screen()


async def test_a_call_and_a_wizard_go_on_over_a_change_of_the_tables(
    play: Playground, tmp_path: Path
) -> None:
    await play.boot()
    ana, ben = await crew(play, 2)
    claire = await play.person("Claire", Role.COORDINATOR, profession="autre")
    await claire.says("/mobiliser X | demain 9h-12h | 1 IDE | Lieu | payé")
    await claire.taps("Envoyer")
    await claire.says("/reunion")
    before = [len(person.messages) for person in (ana, ben)], claire.last
    await updated(play, tmp_path, FEATURES)
    assert ([len(person.messages) for person in (ana, ben)], claire.last) == before
    await ana.taps("9 h")
    await ben.taps("9 h")
    assert ana.has_seen("vous venez : dimanche 22 novembre, de 9 h à 12 h"), ana.screen()
    assert ben.has_seen("Liste d'attente"), ben.screen()
    assert claire.has_seen("infirmier 1 sur 1 ✔"), claire.screen()
    asked = claire.last
    await claire.says("Groupe diabète")
    assert claire.last != asked
    assert not claire.has_seen("n'est plus à jour"), claire.screen()
