"""An elected officer reads the board of each call in numbers, and nobody's name (ADM-2, PRIV-8)."""

from io import BytesIO

from PIL import Image
from sqlalchemy import select

from bot.core import Lang, Role
from storage.keyboards import Keyboard
from storage.people import Member
from tests.playground import Person, Playground
from tests.staffing.test_callout import coordinator, crew

CALL = "/mobiliser Centre | sam 12/12 9h-13h | 2 IDE | Gymnase | payé"


async def officer(play: Playground, *, lang: Lang = Lang.FR) -> Person:
    return await play.person("Olga", Role.OFFICER, profession="autre", lang=lang)


async def under_way(play: Playground, line: str = CALL) -> tuple[Person, list[Person]]:
    """One comes, one waits for an answer, one wrote something, one has a number."""
    nurses = await crew(play, 3)
    async with play.db.transaction() as tx:
        (await tx.get_one(Member, nurses[0].id)).phone = "+33612345678"
    claire = await coordinator(play)
    await claire.says(line)
    await claire.taps("Envoyer")
    await nurses[0].taps("9 h")
    await nurses[1].says("c'est payé combien ?")
    return claire, nurses


async def test_an_officer_reads_the_board_in_numbers(play: Playground) -> None:
    """They had no command of their own."""
    _, nurses = await under_way(play)
    olga = await officer(play)
    await olga.says("/tableau")
    assert olga.sees("Centre", "infirmiers 1 sur 2 (il manque 1)", "Sollicités : 3")
    assert olga.buttons() == ["🖼 Image"]
    await nurses[2].taps("9 h")
    await play.wait(seconds=5)
    assert olga.sees("infirmiers 2 sur 2 ✔"), olga.screen()


async def test_no_name_no_initials_and_no_number_reach_an_officer(play: Playground) -> None:
    claire, nurses = await under_way(play)
    olga = await officer(play)
    await olga.says("/tableau")
    await olga.taps("Image")
    shown = olga.messages[-1].wording.attachment
    assert shown is not None
    assert Image.open(BytesIO(shown.data)).width > 400
    assert "infirmiers : 1 sur 2, il manque 1" in shown.alt.replace("\u00a0", " "), shown.alt
    seen = f"{olga.everything}\n{shown.alt}\n{shown.name}"
    for secret in ("inf0", "inf1", "inf2", "Claire", "612345678", "c'est payé combien"):
        assert secret not in seen, secret
    await claire.says("/tableau")
    assert claire.sees("inf1", "c'est payé combien")
    assert nurses


async def test_what_coordinators_press_is_refused_to_an_officer(play: Playground) -> None:
    """Rights are looked at again at each press, whatever button a client says it saw."""
    claire, nurses = await under_way(play)
    olga = await officer(play)
    board = next(m for m in reversed(claire.messages) if len(m.wording.keys) > 5)
    for index in range(len(board.wording.keys)):
        async with play.db.transaction() as tx:
            row = await tx.get_one(Keyboard, board.wording.keyboard)
            row.chat, row.place_id = olga.chat, None
        await play.local.press_raw("olga", olga.chat, board.id, board.wording.keyboard, index)
        await play.settle()
        assert olga.sees("réservée à la coordination"), board.wording.keys[index].label
    for typed in ("/mobiliser", "/membres", "/inviter", "/liste_appel", "/canaux", "/exercice"):
        await olga.says(typed)
        assert olga.sees("réservée à la coordination"), typed
    assert not any(nurse.account in olga.everything for nurse in nurses)


async def test_a_role_that_was_taken_away_closes_the_board_it_had_opened(
    play: Playground,
) -> None:
    """The live message of somebody who is no coordinator any more went on showing names."""
    claire, nurses = await under_way(play)
    ada = await play.person("Ada", Role.ADMINISTRATOR, profession="autre")
    olga = await officer(play)
    await olga.says("/tableau")
    for name, to in (("olga", "membre"), ("claire", "élu")):
        await ada.says(f"/membres {name}")
        await ada.taps("Changer le rôle")
        await ada.taps(to)
    await nurses[2].taps("9 h")
    await play.wait(seconds=10)
    assert olga.has_seen("Ce tableau n'est plus pour vous"), olga.screen()
    assert claire.has_seen("Ce tableau n'est plus pour vous"), claire.screen()
    assert "inf1" not in claire.messages[-2].wording.plain
    await olga.says("/tableau")
    assert olga.sees("réservée à la coordination")
    await claire.says("/tableau")
    assert claire.sees("infirmiers 2 sur 2")
    assert claire.buttons() == ["🖼 Image"]


async def test_the_right_is_looked_at_when_the_picture_is_pressed(play: Playground) -> None:
    await under_way(play)
    olga = await officer(play)
    await olga.says("/tableau")
    async with play.db.transaction() as tx:
        (await tx.get_one(Member, olga.id)).rank = int(Role.MEMBER)
    await olga.taps("Image")
    assert olga.sees("réservée à la coordination"), olga.screen()


async def test_the_board_is_in_an_officers_menu_help_and_commands(play: Playground) -> None:
    olga = await officer(play)
    await olga.says("/start")
    assert olga.buttons()[0] == "📋 Tableau"
    assert "👥 Membres" not in olga.buttons()
    await olga.taps("Tableau")
    assert olga.sees("Aucun appel en cours.")
    assert not olga.sees("/mobiliser")
    await olga.says("/aide")
    await olga.taps("Suivi des appels")
    assert olga.sees("SUIVI · Je veux…", "/tableau"), olga.screen()
    assert not olga.sees("/mobiliser")
    mia = await play.person("Mia")
    await mia.says("/aide")
    assert not mia.has_seen("/tableau")
    assert "🧭 Suivi des appels" not in mia.buttons()


async def test_among_several_calls_an_officer_picks_one_and_reads_it_in_english(
    play: Playground,
) -> None:
    """A11Y-1."""
    claire, _ = await under_way(play)
    await claire.says("/mobiliser Autre | dim 13/12 9h-13h | 1 IDE | L | payé | tout le monde")
    await claire.taps("Envoyer")
    olga = await officer(play, lang=Lang.EN)
    await olga.says("/board")
    assert olga.buttons() == ["Centre", "Autre"]
    await olga.taps("Autre")
    assert olga.sees("Autre", "Sunday 13 December"), olga.screen()
    assert olga.buttons() == ["🖼 Picture"]


async def test_no_row_that_an_officer_was_shown_holds_anothers_action(play: Playground) -> None:
    """What stands in the database for their buttons is what they may press."""
    await under_way(play)
    olga = await officer(play)
    await olga.says("/tableau")
    await olga.taps("Image")
    async with play.db.reading() as tx:
        rows = (await tx.scalars(select(Keyboard.keys).where(Keyboard.chat == olga.chat))).all()
    assert {key[1] for keys in rows for key in keys} == {"staffing.figures-picture"}
