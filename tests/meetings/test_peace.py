"""Pauses, two profiles that are one person, a machine that was off: nobody is bothered or lost."""

from datetime import timedelta

from storage import rsvps
from storage.people import Member
from tests.meetings.people import LINE, announced, members
from tests.playground import Person, Playground


async def paused(play: Playground, person: Person, days: int) -> None:
    async with play.db.transaction() as tx:
        row = await tx.get(Member, person.id)
        assert row is not None
        row.paused_until = play.now + timedelta(days=days)


async def test_a_pause_is_kept_and_the_meeting_comes_after_it(play: Playground) -> None:
    ana, bob = await members(play, "Ana", "Bob")
    await paused(play, ana, 5)
    await paused(play, bob, 40)
    await announced(play)
    assert not ana.messages
    await play.wait(days=6)
    assert ana.sees("CA de décembre", "Serez-vous des nôtres ?"), ana.screen()
    await play.wait(days=30)
    assert not bob.messages, bob.screen()


async def test_the_organiser_is_told_of_reminders_that_never_left(play: Playground) -> None:
    """REM-2."""
    [ana] = await members(play, "Ana")
    claire = await announced(play)
    await ana.taps("Sur place")
    await play.shut()
    play.now += timedelta(days=26)
    await play.boot()
    await play.settle()
    assert claire.everything.count("n'ont pas pu partir avant le début") == 1, claire.screen()
    assert not ana.has_seen("RAPPEL")


async def test_two_profiles_that_are_one_person_have_one_answer(play: Playground) -> None:
    """PART-6."""
    from bot.core.facts import MembersUnited
    from bot.engine import Ctx
    from bot.engine.owed import Owed

    ana, other = await members(play, "Ana", "Anna")
    await announced(play, f"{LINE} | 2 places")
    await other.taps("À distance")
    async with play.db.transaction() as tx:
        ctx = Ctx(tx, play.app.parts, play.now, Owed())
        await ctx.happened(MembersUnited(stays=ana.id, goes=other.id))
    async with play.db.reading() as tx:
        rows = {row.member_id: row.answer.value for row in await rsvps.all_of(tx, 1)}
    assert rows[ana.id] == "remote"
    assert other.id not in rows
