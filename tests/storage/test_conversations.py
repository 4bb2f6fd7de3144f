"""Keyboards, dialogs, timers, people, audit and blobs mean the same on both databases."""

from datetime import date, timedelta
from typing import Any

from bot.core import Attachment, ChatRef, Identity, Role
from storage import absences, accounts, audit, blobs, dialogs, keyboards, people, timers
from storage.absences import Absence
from storage.audit import AuditRow
from storage.db import Database
from storage.dialogs import DialogRow
from storage.keyboards import Keyboard
from storage.people import Account, Member, Standing
from storage.timers import Timer
from tests.storage import START

ANA, ROOM = Identity("local", "ana"), ChatRef("local", "ana")


async def write(db: Database, *rows: Any) -> None:
    async with db.transaction() as tx:
        tx.add_all(rows)


async def test_a_keyboard_is_found_by_its_random_name_and_forgotten_in_time(db: Database) -> None:
    names = [keyboards.new_key(), keyboards.new_key()]
    keys = [["Oui", "staffing.answer", {"call": 4, "yes": True}]]
    for name, days in zip(names, (0, 5), strict=True):
        at = START + timedelta(days=days)
        await write(db, Keyboard(id=name, platform="local", chat="ana", keys=keys, at=at))
    async with db.transaction() as tx:
        found = await keyboards.load(tx, [*names, "forged"])
        assert {name: row.keys for name, row in found.items()} == dict.fromkeys(names, keys)
        await keyboards.forget(tx, START + timedelta(days=1))
    async with db.reading() as tx:
        assert list(await keyboards.load(tx, names)) == [names[1]]


async def test_a_dialog_is_one_row_of_an_account_in_a_chat(db: Database) -> None:
    answers = [["profession", "infirmier"], ["keep:towns", ["Garance"]]]
    row = DialogRow(
        platform="local", chat="ana", account="ana", dialog="people.join", args={"code": "x"},
        answers=answers, asking="town", options=[["1", "Garance", []]], turn=2, id="d1", place="",
        started_at=START, expires_at=START,
    )  # fmt: skip
    await write(db, row)
    async with db.transaction() as tx:
        [loaded] = await dialogs.load(tx, [(ROOM, ANA), (ROOM, Identity("local", "bob"))])
        found = await dialogs.under_way(tx, ROOM, ANA)
        assert found is loaded
        assert (found.answers, found.turn) == (answers, 2)
        assert await dialogs.under_way(tx, ChatRef("local", "room"), ANA) is None
        await tx.delete(found)
    async with db.reading() as tx:
        assert await dialogs.under_way(tx, ROOM, ANA) is None


async def test_timers_ring_in_order_and_can_be_cancelled_by_name(db: Database) -> None:
    for minutes, name in ((20, "call:4"), (10, ""), (30, "call:4")):
        due = START + timedelta(minutes=minutes)
        await write(db, Timer(job="x", args={"n": minutes}, name=name, due_at=due))
    async with db.transaction() as tx:
        assert await timers.next_at(tx) == START + timedelta(minutes=10)
        due_now = await timers.due(tx, START + timedelta(minutes=25), 50)
        assert [t.args["n"] for t in due_now] == [10, 20]
        await timers.cancel(tx, "call:4")
        assert await timers.next_at(tx) == START + timedelta(minutes=10)
        await timers.remove(tx, [due_now[0].id])
        assert await timers.next_at(tx) is None


async def test_a_timer_that_fails_is_tried_later_and_then_parked(db: Database) -> None:
    await write(db, Timer(job="x", args={}, due_at=START))
    for park in (False, True):
        async with db.transaction() as tx:
            [timer] = await timers.due(tx, START + timedelta(hours=1), 1)
            later = START + timedelta(minutes=5)
            await timers.postpone(tx, timer.id, later, "KeyError", park=park)
    async with db.transaction() as tx:
        assert await timers.due(tx, START + timedelta(hours=1), 1) == []


async def test_a_missed_timer_is_kept_to_be_shown(db: Database) -> None:
    await write(db, Timer(job="x", args={}, due_at=START))
    async with db.transaction() as tx:
        [timer] = await timers.due(tx, START, 1)
        await timers.miss(tx, [timer.id])
    async with db.reading() as tx:
        assert [t.job for t in await timers.missed(tx)] == ["x"]


async def test_people_are_found_by_their_accounts_in_one_go(db: Database) -> None:
    await write(
        db,
        Member(id=1, name="Ana", joined_at=START, standing=Standing.ACTIVE, rank=Role.COORDINATOR),
        Account(platform="local", account="ana", member_id=1, chat="ana", since=START),
        Account(
            platform="telegram", account="7", member_id=1, chat="7", unreachable="blocked",
            since=START + timedelta(days=1),
        ),
    )  # fmt: skip
    async with db.reading() as tx:
        found = await people.load(tx, [ANA, Identity("local", "bob")])
        assert {who: member.name for who, (member, _) in found.items()} == {ANA: "Ana"}
        reached = await accounts.of(tx, 1)
        assert [a.platform for a in reached] == ["local", "telegram"], "the reachable first"
        assert [m.name for m in await people.ranked(tx, Role.OFFICER)] == ["Ana"]
        assert await people.ranked(tx, Role.ADMINISTRATOR) == []


async def test_members_are_found_by_a_piece_of_their_name_and_never_by_a_pattern(
    db: Database,
) -> None:
    for name in ("helene durand", "paul_petit", "rose 100%"):
        await write(db, Member(name=name, folded=name, joined_at=START))
    async with db.reading() as tx:
        for words, expected in (("dura", 1), ("_", 1), ("%", 1), ("zz", 0), ("", 3)):
            assert len(await people.search(tx, words, limit=10)) == expected, words


async def test_an_absence_counts_on_its_first_and_last_day(db: Database) -> None:
    week = (date(2026, 11, 23), date(2026, 11, 27))
    await write(db, Absence(member_id=1, first=week[0], last=week[1]))
    async with db.reading() as tx:
        for day in week:
            assert list(await absences.between(tx, day, day)) == [1]
        for day in (week[0] - timedelta(days=1), week[1] + timedelta(days=1)):
            assert await absences.between(tx, day, day) == {}


async def test_the_audit_keeps_what_was_before_and_after(db: Database) -> None:
    row = AuditRow(at=START, account="local:ana", what="seat", on="call:4", after={"seat": "yes"})
    await write(db, row)
    async with db.reading() as tx:
        [found] = await audit.about(tx, "call:4")
        assert (found.before, found.after, found.at) == (None, {"seat": "yes"}, START)


async def test_bytes_come_back_as_they_were(db: Database) -> None:
    picture = Attachment("grille.png", "image/png", bytes(range(256)), "La grille")
    async with db.transaction() as tx:
        key = blobs.keep(tx, picture, START)
    async with db.reading() as tx:
        assert await blobs.load(tx, [key, "forged"]) == {key: picture}
