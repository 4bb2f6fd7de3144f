"""/membres: search, roles, suspension, who cannot be reached (ONB-7, ADM-2)."""

from bot.core import Role
from bot.core.errors import SendFailed
from storage.people import Account, Member
from tests.people.conftest import Code, joins
from tests.playground import Playground


async def test_members_are_found_by_name_town_or_profession(play: Playground) -> None:
    paul = await play.person("Paul", Role.COORDINATOR)
    await play.person("Élodie", town="Garance")
    await play.person("Luc", profession="kine", town="Garance")
    await play.person("Éva", profession="kine")
    await paul.says("/membres elodie")
    assert paul.sees("Élodie · Infirmière, infirmier · Garance")
    await paul.says("/membres garance")
    assert [b for b in paul.buttons() if "Garance" in b] == [
        "Élodie, Infirmière, infirmier, Garance", "Luc, Kinésithérapeute, Garance",
    ]  # fmt: skip
    await paul.says("/members kinés")
    assert len([b for b in paul.buttons() if "Kinésithérapeute" in b]) == 2
    await paul.says("/membres 100%_")
    assert paul.sees("Personne pour « 100%_ »")
    await paul.says("/membres")
    await paul.taps("Chercher")
    await paul.says("luc")
    assert paul.sees("Luc · Kinésithérapeute")


async def test_a_long_list_is_shown_six_at_a_time(play: Playground) -> None:
    paul = await play.person("Paul", Role.COORDINATOR)
    for n in range(8):
        await play.person(f"Ana{n}")
    await paul.says("/membres")
    assert paul.sees("9 actifs")
    count = len(paul.messages)
    await paul.taps("Tous")
    assert len(paul.buttons()) == 8
    await paul.taps("Suite")
    assert [b.split(",")[0] for b in paul.buttons()[:3]] == ["Ana6", "Ana7", "Paul"]
    assert len(paul.messages) == count
    await paul.taps("Ana7")
    await paul.taps("‹ Membres")
    assert paul.sees("9 actifs")


async def test_nobody_gives_a_role_above_their_own(play: Playground) -> None:
    """ADM-2."""
    paul = await play.person("Paul", Role.COORDINATOR)
    mia = await play.person("Mia")
    await play.person("Ada", Role.ADMINISTRATOR)
    await paul.says("/membres ada")
    assert "🎖 Changer le rôle" not in paul.buttons()
    await paul.says("/membres mia")
    await paul.taps("Changer le rôle")
    assert paul.buttons() == ["élu (lecture)", "‹ Retour"]
    await paul.taps("élu")
    assert paul.sees("rôle : élu")
    assert mia.sees("Votre rôle est maintenant : élu")


async def test_a_role_taken_away_works_no_more_on_old_buttons(play: Playground) -> None:
    """Rights are checked at each press."""
    ada = await play.person("Ada", Role.ADMINISTRATOR)
    paul = await play.person("Paul", Role.COORDINATOR)
    await play.person("Mia")
    await paul.says("/membres mia")
    await ada.says("/membres paul")
    await ada.taps("Changer le rôle")
    await ada.taps("membre")
    await paul.taps("Suspendre")
    assert paul.sees("réservée à la coordination")


async def test_a_suspended_member_is_told_and_comes_back(play: Playground) -> None:
    paul = await play.person("Paul", Role.COORDINATOR)
    mia = await play.person("Mia")
    await paul.says("/membres mia")
    await paul.taps("Suspendre")
    assert paul.sees("Suspendu")
    await mia.says("/dispos")
    assert mia.sees("suspendue", "/quitter")
    await paul.taps("Rétablir")
    assert mia.sees("reprend")
    await mia.says("/dispos")
    assert mia.sees("DISPONIBILITÉS")


async def test_whoever_blocked_the_bot_is_listed_with_the_reason(
    play: Playground, code: Code
) -> None:
    """ONB-7: at once, and off the list as soon as they are back."""
    paul = await play.person("Paul", Role.COORDINATOR)
    mia = await play.person("Mia")
    await play.local.block("mia")
    await play.settle()
    await paul.says("/membres")
    assert paul.sees("Injoignables : 1")
    await paul.taps("Injoignables")
    assert paul.sees("Mia : a bloqué le robot, depuis le samedi 21 novembre")
    await play.local.unblock("mia")
    await play.settle()
    await paul.says("/membres")
    assert paul.sees("Injoignables : 0")
    assert mia.id


async def test_a_block_found_by_sending_counts_too(play: Playground) -> None:
    paul = await play.person("Paul", Role.COORDINATOR)
    await play.person("Mia")
    play.local.chat("mia").blocked = "deactivated"
    await paul.says("/membres mia")
    await paul.taps("Écrire")
    await paul.says("Bonjour")
    await paul.says("/membres")
    await paul.taps("Injoignables")
    assert paul.sees("Mia : compte supprimé")
    async with play.db.reading() as tx:
        account = await tx.get_one(Account, ("local", "mia"))
        assert account.unreachable_at == play.now
    assert issubclass(SendFailed, Exception)


async def test_a_page_of_someone_who_left_says_so(play: Playground, code: Code) -> None:
    paul = await play.person("Paul", Role.COORDINATOR)
    mia = await play.person("Mia")
    await paul.says("/membres mia")
    await mia.says("/quitter", "oui", "passer")
    await paul.taps("Changer le rôle")
    assert paul.sees("n'est plus dans la communauté")
    async with play.db.reading() as tx:
        assert (await tx.get_one(Member, mia.id)).name == ""
    await joins(play.stranger("zoe"), await code())
