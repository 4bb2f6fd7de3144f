"""Rows by the thousand say what the objects say, of this very moment."""

from datetime import timedelta

from storage import accounts, everyone
from storage.db import Database
from storage.everyone import AccountRow, MemberRow
from storage.people import Account, Member, Standing
from tests.storage import START

NIGHT = 22 * 60


def ana() -> Member:
    return Member(
        id=1, name="Ana Roy", folded="ana roy", profession="infirmier", calling="IPA",
        town="Garance", rank=2, standing=Standing.PENDING, phone="+33600000001", lang="en",
        simple=True, at_night=True, prefers="matrix", zone="Indian/Reunion", asks_per_week=3,
        quiet_from=NIGHT, quiet_to=420, paused_until=START + timedelta(days=1), week="o" * 28,
        asked_at=START, joined_at=START,
    )  # fmt: skip


def account(platform: str, *, days: int = 0, unreachable: str = "") -> Account:
    return Account(
        platform=platform, account="1", member_id=1, chat=f"{platform}-1",
        since=START + timedelta(days=days), unreachable=unreachable,
    )  # fmt: skip


async def test_a_row_says_what_the_member_says(db: Database) -> None:
    async with db.transaction() as tx:
        tx.add(ana())
    async with db.reading() as tx:
        [row] = await everyone.active(tx)
        member = await tx.get_one(Member, 1)
        assert [getattr(row, name) for name in MemberRow._fields] == [
            getattr(member, name) for name in MemberRow._fields
        ]
        assert row.role is member.role
        for moment in (START, START + timedelta(days=2)):
            assert row.resting(moment) is member.resting(moment)


async def test_a_row_says_what_the_account_says(db: Database) -> None:
    async with db.transaction() as tx:
        tx.add_all([ana(), account("telegram", unreachable="blocked")])
    async with db.reading() as tx:
        [row] = (await everyone.accounts_of(tx, [1, 2]))[1]
        [there] = await accounts.of(tx, 1)
        assert [getattr(row, name) for name in AccountRow._fields] == [
            getattr(there, name) for name in AccountRow._fields
        ]
        assert row.where == there.where


async def test_what_the_same_transaction_has_just_changed_is_read(db: Database) -> None:
    async with db.transaction() as tx:
        member = ana()
        tx.add_all([member, account("telegram")])
        await tx.flush()
        member.town = "Villeneuve"
        tx.add(account("matrix"))
        [row] = await everyone.active(tx)
        assert row.town == "Villeneuve"
        assert len((await everyone.accounts_of(tx, [1]))[1]) == 2


async def test_who_has_left_or_is_suspended_is_not_among_everyone(db: Database) -> None:
    async with db.transaction() as tx:
        tx.add_all(
            Member(id=n, standing=standing, joined_at=START)
            for n, standing in enumerate(Standing, 1)
        )
    async with db.reading() as tx:
        found = {row.standing for row in await everyone.active(tx)}
    assert found == {Standing.ACTIVE, Standing.PENDING}


async def test_rows_and_objects_are_written_to_in_the_same_app(db: Database) -> None:
    theirs = [
        account("telegram", days=2), account("matrix"), account("local", days=3, unreachable="x")
    ]  # fmt: skip
    async with db.transaction() as tx:
        tx.add_all([ana(), *theirs])
    async with db.reading() as tx:
        [(_, rows)] = await accounts.beside(tx, await everyone.active(tx))
        [(_, objects)] = await accounts.with_members(tx, [1])
    assert [one.platform for one in rows] == [one.platform for one in objects]
    assert [one.platform for one in rows] == ["matrix", "telegram", "local"]
