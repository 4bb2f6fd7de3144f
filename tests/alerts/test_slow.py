"""Where a platform takes few messages: how long it takes is said, and the room is proposed."""

from collections.abc import AsyncIterator

import pytest

from bot.core.ports import Pace
from storage.chats import Use
from storage.people import Account
from tests.alerts.people import channel, coordinator, crew, sent
from tests.emoji import Emoji
from tests.people.two_apps import on_two_platforms, other
from tests.playground import Playground

LINE = "/alerte urgent | Eau coupée | Faites bouillir. | tous"


@pytest.fixture
async def play(sqlite_url: str) -> AsyncIterator[Playground]:
    async with on_two_platforms(sqlite_url) as play:
        yield play


async def slowly(play: Playground, count: int) -> Emoji:
    """So many of the members are on a platform that takes one message in five seconds."""
    people, there = await crew(play, count), other(play)
    there.pace = Pace(everyone=(0.2, 1))
    async with play.db.transaction() as tx:
        for person in people:
            row = await tx.get_one(Account, ("local", person.account))
            await tx.delete(row)
            tx.add(
                Account(platform="other", account=person.account, member_id=person.id,
                        chat=person.account, since=play.now)
            )  # fmt: skip
    return there


async def test_the_time_it_takes_is_said_before_it_is_sent(play: Playground) -> None:
    await slowly(play, 24)
    claire = await coordinator(play)
    await claire.says(LINE)
    assert claire.sees("24 membres (24 Other)", "⏱ Sur Other : environ 2 min."), claire.screen()
    assert "💬 Par le salon de l'équipe" not in claire.buttons()


async def test_an_urgent_alert_goes_before_all_that_waits_in_the_same_chats_too(
    play: Playground,
) -> None:
    """ESC-10, ALRT-14: where a message in five seconds is all that a platform takes."""
    there = await slowly(play, 6)
    claire = await sent(play, "/alerte important | Fête du village | Routes fermées. | tous")
    await play.wait(seconds=7)
    await claire.says(LINE)
    await claire.taps("Envoyer")
    await play.wait(minutes=8)
    chats = [c for c in there.chats.values() if c.id.startswith("ana")]
    said = ["\n".join(m.wording.plain for m in chat.messages.values()) for chat in chats]
    late = [words for words in said if words.find("Fête du") < words.find("Eau coupée")]
    assert len(said) == 6
    assert all("Fête du" in words and "Eau coupée" in words for words in said), said
    assert len(late) <= 2, "only where the other one had left already"


async def test_one_message_to_the_room_in_place_of_many(play: Playground) -> None:
    there = await slowly(play, 24)
    bob = await play.person("Bob")
    await channel(play, "salon", "Salon des soignants", use=Use.TEAM, kind="group", app=there)
    claire = await coordinator(play)
    await claire.says(LINE)
    await claire.taps("Par le salon de l'équipe")
    assert claire.sees("1 membre (1 Local) et 1 canal", "24 personnes n'y sont pas écrites")
    assert not claire.sees("⏱")
    await claire.taps("Un par un")
    assert claire.sees("25 membres"), claire.screen()
    await claire.taps("Par le salon")
    await claire.taps("Envoyer")
    assert bob.sees("🚨 ALERTE · Eau coupée")
    room = there.chat("salon").newest
    assert room is not None
    assert "Eau coupée" in room.wording.plain
    assert [c for c in there.chats.values() if c.id.startswith("ana") and c.messages] == []
