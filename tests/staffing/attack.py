"""What the tests of bad input share: short calls, and a look at the rows."""

from sqlalchemy import select

from storage.callouts import Callout
from storage.seats import Seat, State
from tests.playground import Person, Playground

ONE = "/mobiliser Centre | sam 12/12 9h-13h | 1 IDE | Lieu | payé"
TWO = "/mobiliser Centre | sam 12/12 9h-13h, 14h-18h | 1 IDE | Lieu | payé"
TOMORROW = "/mobiliser Centre | demain 14h-18h | 1 IDE | Lieu | payé"
SOON = "/mobiliser Centre | demain 8h-10h | 1 IDE | Lieu | payé"
BUG = "erreur de ma part"


async def calls(play: Playground) -> list[Callout]:
    async with play.db.reading() as tx:
        return list((await tx.scalars(select(Callout))).all())


async def state(play: Playground, person: Person) -> list[State]:
    async with play.db.reading() as tx:
        rows = await tx.scalars(
            select(Seat).where(Seat.member_id == person.id).order_by(Seat.shift_id)
        )
        return [seat.state for seat in rows]


async def forged(
    play: Playground, who: str, chat: str, keyboard: str, index: int, message: str = "m1"
) -> None:
    await play.local.press_raw(who, chat, message, keyboard, index)
    await play.settle()
