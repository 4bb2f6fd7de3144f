"""Invitation codes: wrong, old, used, guessed, and made by /inviter (ONB-1, ONB-2)."""

import re
from datetime import timedelta
from io import BytesIO

import zxingcpp
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from sqlalchemy import select

from bot.core import Role, codes
from storage.invitations import Invitation, WrongTry
from tests.people.conftest import Code, joins
from tests.playground import START, Playground


@given(st.integers(0, 2**128 - 1))
def test_a_code_survives_being_read_aloud(number: int) -> None:
    code = "".join(codes.LETTERS[number >> 5 * n & 31] for n in reversed(range(codes.LENGTH)))
    heard = codes.spaced(code).lower().replace("0", "o").replace("1", "l").replace("-", " ")
    assert codes.read_code(heard) == code
    assert re.fullmatch(r"[A-Za-z0-9_-]{1,64}", code)


def test_codes_are_new_and_long() -> None:
    made = {codes.new_code() for _ in range(200)}
    assert len(made) == 200
    assert all(len(code) * 5 >= codes.BITS for code in made)


def test_five_wrong_tries_a_minute_and_not_one_more() -> None:
    tries = [START + timedelta(seconds=n) for n in range(5)]
    assert codes.locked_until(tries[:4], tries[3]) is None
    assert codes.locked_until(tries, tries[-1]) == START + codes.MINUTE
    assert codes.locked_until(tries, START + codes.MINUTE) is None


async def test_wrong_codes_say_what_to_do_and_are_slowed_down(play: Playground, code: Code) -> None:
    eva = play.stranger("eva")
    for n in range(5):
        await eva.says(f"/start {codes.new_code()}" if n else "/start nimportequoi")
        assert eva.sees("Je ne connais pas ce code", "coordination")
    right = await code()
    await eva.says(f"/start {right}")
    assert eva.sees("Trop de codes erronés. Réessayez après 10 h 01")
    await play.wait(seconds=61)
    await eva.says(right)
    assert eva.sees("Bienvenue")
    async with play.db.reading() as tx:
        assert len((await tx.scalars(select(WrongTry))).all()) == 5


async def test_an_old_a_used_and_a_revoked_code_each_say_so(play: Playground, code: Code) -> None:
    old, used = await code(days=1), await code(uses=1)
    await joins(play.stranger("first"), used)
    eva = play.stranger("eva")
    await eva.says(f"/start {used}")
    assert eva.sees("a déjà servi", "nouveau lien")
    await play.wait(days=1)
    await eva.says(f"/start {old}")
    assert eva.sees("a expiré", "nouveau lien")


async def test_a_coordinator_gets_a_link_a_code_and_a_picture_of_it(play: Playground) -> None:
    paul = await play.person("Paul", Role.COORDINATOR)
    await paul.says("/inviter")
    assert paul.sees("INVITATION", "membre", "30 personnes au plus, jusqu'au lundi 21 décembre")
    shown = paul.messages[-1].wording
    [link] = re.findall(r"#start=(\w+)", paul.last)
    [code] = re.findall(r"Code : (\S+)", paul.last)
    assert codes.read_code(code) == link
    assert shown.attachment is not None
    [read] = zxingcpp.read_barcodes(Image.open(BytesIO(shown.attachment.data)))
    assert read.text == f"#start={link}"
    assert "QR" in shown.attachment.alt
    await joins(play.stranger("claire"), code)
    assert paul.has_seen("Claire Martin")
    async with play.db.reading() as tx:
        [row] = (await tx.scalars(select(Invitation))).all()
    assert (row.used, row.by) == (1, paul.id)
    assert link not in (row.digest, row.name)


async def test_one_line_sets_role_people_and_days(play: Playground) -> None:
    ada = await play.person("Ada", Role.ADMINISTRATOR)
    await ada.says("/invite coordinatrice 2 personnes 7 jours")
    assert ada.sees("coordination", "2 personnes au plus, jusqu'au samedi 28 novembre")
    await ada.says("/inviter 3 licornes")
    assert ada.sees("Je n'ai pas compris « licornes »", "Exemple : /inviter")
    await ada.says("/inviter 9000 personnes")
    assert ada.sees("500 personnes")


async def test_nobody_invites_above_their_own_rank(play: Playground) -> None:
    paul = await play.person("Paul", Role.COORDINATOR)
    await paul.says("/inviter administrateur")
    assert paul.sees("ne se donne que par un administrateur")
    await paul.says("/inviter")
    await paul.taps("Autre invitation")
    assert paul.buttons() == ["membre", "élu (lecture)", "✖️ Abandonner"]
    await paul.taps("élu")
    await paul.says("2")
    await paul.says("10 jours")
    assert paul.sees("INVITATION · élu (lecture)", "2 personnes", "mardi 1er décembre")
    mia = await play.person("Mia")
    await mia.says("/inviter")
    assert mia.sees("réservée à la coordination")


async def test_an_invitation_is_listed_and_revoked(play: Playground) -> None:
    paul = await play.person("Paul", Role.COORDINATOR)
    await paul.says("/inviter")
    [code] = re.findall(r"Code : (\S+)", paul.last)
    await paul.taps("Les invitations")
    assert paul.sees("1 en cours", "membre, 0 sur 30", "par Paul")
    await paul.taps("🚫 n° ")
    assert paul.sees("ne fait plus entrer personne")
    eva = play.stranger("eva")
    await eva.says(f"/start {code}")
    assert eva.sees("a été annulée")
