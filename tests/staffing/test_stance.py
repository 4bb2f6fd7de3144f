"""Whoever stands alike in a call reads the same card; it is worded once for all of them."""

from sqlalchemy import select, update

from bot.core import Lang, Wording
from bot.engine.render import render
from storage.people import Member
from storage.places import Place
from storage.seats import Seat, State
from tests.playground import Playground
from tests.staffing.test_callout import sent

CALL = (
    "/mobiliser Centre | sam 28/11 9h-13h, 14h-18h | 2 IDE 1 médecin | Gymnase | payé"
    " | tout le monde"
)


async def worded(play: Playground, *, together: bool) -> dict[str, Wording]:
    """What each member's card says, by card, if it were sent now."""
    found = {}
    async with play.db.transaction() as tx:
        mine = select(Place).where(Place.card.like("callout:1:member:%"))
        copies = (await tx.scalars(mine.order_by(Place.card))).all()
        for place in copies:
            place.shown, place.digest = 0, ""
        for some in [copies] if together else [[one] for one in copies]:
            for copy in (await render(tx, play.app.parts, some, play.now)).values():
                assert copy.wording is not None
                found[copy.place.card] = copy.wording
    return found


async def everyone_answers(play: Playground) -> None:
    """As differently as one can."""
    who = ("Ana", "Bea", "Cora", "Dora", "Eva", "Fay", "Gil", "Hana", "Ida", "Jade", "Kim", "Lou")
    ana, bea, cora, dora, eva, fay, gil, hana, ida, jade, _, _ = [
        await play.person(name) for name in who
    ]
    nell = await play.person("Nell", lang=Lang.EN)
    omar = await play.person("Omar", profession="medecin")
    async with play.db.transaction() as tx:
        at_home = update(Member).where(Member.name == "Hana").values(zone="Indian/Reunion")
        await tx.execute(at_home)
        await tx.execute(update(Member).where(Member.name == "Ida").values(employed=True))
    await sent(play, CALL)
    await nell.taps("9 am")
    for nurse in (ana, bea, cora, ida):
        await nurse.taps("9 h")
    for nurse in (dora, eva):
        await nurse.taps("14 h")
    await eva.taps("Je ne peux plus")
    await fay.taps("Si besoin")
    await gil.taps("Pas cette fois")
    await jade.says("peut-être samedi matin, je regarde")
    await hana.taps("14 h")
    await omar.taps("9 h")


async def test_what_is_worded_for_many_is_what_each_would_read_alone(play: Playground) -> None:
    await everyone_answers(play)
    alone, together = await worded(play, together=False), await worded(play, together=True)
    assert len(alone) == 14
    assert {card: (w.lines, w.keys) for card, w in together.items()} == {
        card: (w.lines, w.keys) for card, w in alone.items()
    }
    assert len({w.plain for w in alone.values()}) >= 10, "they stand differently"


async def test_two_who_stand_alike_are_worded_once(play: Playground) -> None:
    await everyone_answers(play)
    found = await worded(play, together=True)
    async with play.db.reading() as tx:
        names = {row.name: row.id for row in await tx.execute(select(Member.name, Member.id))}
    kim, lou, ana = (found[f"callout:1:member:{names[name]}"] for name in ("Kim", "Lou", "Ana"))
    assert kim.lines is lou.lines
    assert kim.keyboard != lou.keyboard, "each has buttons of their own"
    assert ana.lines is not kim.lines


async def test_a_seat_that_changes_between_two_rounds_changes_the_card(play: Playground) -> None:
    ana = await play.person("Ana")
    await sent(play, CALL)
    await ana.taps("9 h")
    [before] = (await worded(play, together=True)).values()
    async with play.db.transaction() as tx:
        await tx.execute(update(Seat).values(state=State.OUT))
    [after] = (await worded(play, together=True)).values()
    assert before.lines != after.lines
