"""Each step from one version's tables to the next one's, and back, with rows in all of them."""

import shutil
from itertools import pairwise
from pathlib import Path

import pytest
from sqlalchemy import func, select

from storage import schema
from storage.db import Database
from tests.storage import rows
from tests.storage.test_migrations import empty, empty_postgres_url, empty_sqlite_url
from tests.storage.test_schema import running

__all__ = ["empty", "empty_postgres_url", "empty_sqlite_url"]
ROWS = 10_000
GIVEN_UP: dict[str, set[str]] = {}
"""What a revision drops or words anew on purpose: {"0002": {"members.folded"}}."""

NEXT = """
import sqlalchemy as sa
from alembic import op
revision, down_revision, branch_labels, depends_on = "9999", "{head}", None, None

def upgrade():
{up}

def downgrade():
{down}
"""
GOOD = (
    """
    op.create_table("later", sa.Column("id", sa.Integer(), primary_key=True))
    with op.batch_alter_table("members") as batch:
        batch.add_column(sa.Column("later", sa.String(), nullable=False, server_default=""))
        batch.alter_column("town", existing_type=sa.String(), nullable=True)
    with op.batch_alter_table("outbox") as batch:
        batch.add_column(sa.Column("later", sa.Integer()))
""",
    """
    op.drop_table("later")
    with op.batch_alter_table("members") as batch:
        batch.drop_column("later")
        batch.alter_column("town", existing_type=sa.String(), nullable=False)
    with op.batch_alter_table("outbox") as batch:
        batch.drop_column("later")
""",
)
BAD = {
    "    op.execute('DELETE FROM members WHERE id = 7')": "members: ",
    "    op.execute(\"UPDATE members SET town = 'X' WHERE id = 8\")": "members.town",
    "    op.drop_column('members', 'town')": "members.town",
    "    op.drop_table('seats')": "seats",
}


async def steps(db: Database, count: int = ROWS) -> list[str]:
    """Up, down and up again, from each revision to the next: what was lost on the way."""
    found: list[str] = []
    for before, after in pairwise(schema.revisions()):
        await schema.upgrade(db, before)
        await rows.on(db, rows.fill, count)
        first, given = await rows.on(db, rows.content), await rows.on(db, rows.numbers)
        for way, to in (
            (schema.upgrade, after),
            (schema.downgrade, before),
            (schema.upgrade, after),
        ):
            await way(db, to)
            down = way is schema.downgrade
            complaints = set(rows.lost(first, await rows.on(db, rows.content), down=down))
            now = await rows.on(db, rows.numbers)
            complaints |= {
                f"{t}: id {n} is given again" for t, n in given.items() if now.get(t, 0) < n
            }
            found += sorted(complaints - GIVEN_UP.get(after, set()))
        await schema.downgrade(db, "base")
    return found


def version(folder: Path, up: str, down: str) -> Path:
    """The migrations of a version that has one revision more than ours."""
    copy = folder / "migrations"
    shutil.copytree(schema.MIGRATIONS, copy)
    text = NEXT.replace("{head}", schema.head()).replace("{up}", up).replace("{down}", down)
    (copy / "versions/9999_later.py").write_text(text, encoding="utf-8")
    return copy


async def test_every_step_keeps_every_row(empty: Database) -> None:
    """Where this fails a migration loses something. If that is meant, write it into GIVEN_UP."""
    assert await steps(empty) == []


async def test_rows_of_every_table_are_there_after_the_first_step_and_gone_after_the_way_back(
    empty: Database,
) -> None:
    """They are what the models read: each is loaded as the class that it belongs to."""
    await schema.upgrade(empty)
    await rows.on(empty, rows.fill, ROWS)
    there = await rows.on(empty, rows.content)
    assert there.keys() == schema.metadata().tables.keys()
    assert sum(len(found) for found in there.values()) >= ROWS
    async with empty.reading() as tx:
        for mapper in rows.mappers():
            count = (await tx.execute(select(func.count()).select_from(mapper.class_))).scalar_one()
            assert len((await tx.scalars(select(mapper.class_))).all()) == count > 100
    await schema.downgrade(empty, "base")
    assert await rows.on(empty, rows.content) == {}
    await schema.upgrade(empty)
    assert {len(found) for found in (await rows.on(empty, rows.content)).values()} == {0}


async def test_a_step_that_makes_tables_anew_keeps_rows_and_gives_no_id_again(
    empty: Database, tmp_path: Path
) -> None:
    """SQLite copies a table whose columns change; its newest row had been deleted before."""
    with running(version(tmp_path, *GOOD)):
        assert len(schema.revisions()) > 1, "nothing is walked"
        assert await steps(empty) == []


@pytest.mark.parametrize(("up", "complaint"), BAD.items())
async def test_a_step_that_loses_something_is_found(
    empty_sqlite_url: str, tmp_path: Path, up: str, complaint: str
) -> None:
    db = Database(empty_sqlite_url)
    with running(version(tmp_path, up, "    pass")):
        for before, after in pairwise(schema.revisions()):
            await schema.upgrade(db, before)
            await rows.on(db, rows.fill, ROWS // 10)
            first = await rows.on(db, rows.content)
            await schema.upgrade(db, after)
            found = list(rows.lost(first, await rows.on(db, rows.content)))
    await db.close()
    assert [one.startswith(complaint) for one in found] == [True]
