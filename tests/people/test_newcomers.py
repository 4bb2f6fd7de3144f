"""The coordinators' card: approve, refuse, write (ONB-8, ADM-2, PRIV-9)."""

from sqlalchemy import select

from bot.core import Lang, Role
from handlers.people.minting import mint
from storage.audit import AuditRow
from storage.people import Account, Member, Standing
from tests.people.conftest import Code, joins
from tests.playground import Playground


async def test_whoever_is_first_decides_and_every_card_follows(
    play: Playground, code: Code
) -> None:
    paul = await play.person("Paul", Role.COORDINATOR)
    jane = await play.person("Jane", Role.COORDINATOR, lang=Lang.EN)
    claire = play.stranger("claire")
    await joins(claire, await code())
    assert paul.everything.count("Claire Martin") == 1
    assert paul.sees("🆕", "Claire Martin · Infirmière, infirmier · Saint-Aubin · RPPS : non donné")
    assert paul.buttons() == ["✅ Valider", "❌ Refuser", "💬 Écrire"]
    assert jane.sees("REGISTRATION", "Claire Martin · Nurse")
    await play.wait(hours=1, minutes=52)
    await jane.taps("Approve")
    assert paul.sees("✅ Validé par Jane à 11 h 52")
    assert jane.sees("✅ Approved by Jane at 11:52 am")
    assert "✅ Valider" not in paul.buttons()
    assert claire.sees("🎉 Vous êtes membre. Les groupes sont facultatifs")
    await claire.says("/start")
    assert claire.sees("MENU")


async def test_joining_and_approving_on_both_databases(play_everywhere: Playground) -> None:
    play = play_everywhere
    paul = await play.person("Paul", Role.COORDINATOR)
    async with play.db.transaction() as tx:
        made, _ = mint(tx, play.now, role=Role.MEMBER, uses=1, days=1, by=paul.id)
    claire = play.stranger("claire")
    await claire.says("/start 0")
    await joins(claire, made)
    await paul.taps("Valider")
    assert paul.sees("✅ Validé par Paul à 10 h")
    assert claire.sees("🎉 Vous êtes membre")
    await paul.says("/membres claire")
    assert paul.sees("Claire Martin")
    await paul.says("/membres")
    await paul.taps("Injoignables")
    assert paul.sees("tout le monde peut être joint")
    await paul.says("/inviter")
    await paul.taps("Les invitations")
    assert paul.sees("1 en cours")


async def test_a_tap_on_a_card_that_was_settled_meanwhile_is_refused(
    play: Playground, code: Code
) -> None:
    paul = await play.person("Paul", Role.COORDINATOR)
    ana = await play.person("Ana", Role.COORDINATOR)
    claire = play.stranger("claire")
    await joins(claire, await code())
    card = ana.messages[-1]
    keyboard = card.wording.keyboard
    await paul.taps("Valider")
    await play.local.press_raw("ana", "ana", card.id, keyboard, 0)
    await play.settle()
    assert ana.sees("déjà traitée")
    assert claire.everything.count("🎉") == 1


async def test_a_refusal_is_confirmed_and_leaves_nothing_of_the_person(
    play: Playground, code: Code
) -> None:
    paul = await play.person("Paul", Role.COORDINATOR)
    claire = play.stranger("claire")
    await joins(claire, await code())
    await paul.taps("Refuser")
    assert paul.sees("Refuser Claire Martin ?")
    await paul.taps("Oui")
    assert paul.sees("données sont effacées")
    assert paul.has_seen("❌ Refusé par Paul à 10 h")
    assert claire.sees("n'a pas été retenue")
    async with play.db.reading() as tx:
        assert await tx.get(Account, ("local", "claire")) is None
        names = (await tx.scalars(select(Member.name))).all()
    assert "Claire Martin" not in names
    await claire.says("bonjour")
    assert claire.sees("demandez un lien d'invitation")


async def test_a_word_goes_both_ways_in_the_bots_name(play: Playground, code: Code) -> None:
    paul = await play.person("Paul", Role.COORDINATOR)
    claire = play.stranger("claire")
    await joins(claire, await code())
    await paul.taps("Écrire")
    assert paul.sees("Votre message à Claire Martin ?", "Urgence vitale : 15, 112, ou 114 par SMS")
    await paul.says("Quel est votre cabinet ?")
    assert claire.sees("MESSAGE", "De : coordination", "Quel est votre cabinet ?")
    assert not claire.has_seen("Paul")
    await claire.taps("Répondre")
    await claire.says("Celui de la mairie")
    assert paul.sees("RÉPONSE", "De : Claire Martin", "Celui de la mairie")


async def test_the_first_words_of_what_arrives_name_nobody(play: Playground, code: Code) -> None:
    """PRIV-9: what a locked phone shows."""
    paul = await play.person("Paul", Role.COORDINATOR)
    claire = play.stranger("claire")
    await joins(claire, await code())
    await paul.taps("Écrire")
    await paul.says("Bonjour")
    await claire.taps("Répondre")
    await claire.says("Oui")
    for arrived in (m.wording.plain for m in paul.messages):
        if "INSCRIPTION" in arrived or "RÉPONSE" in arrived:
            assert "Claire" not in arrived[:150]


async def test_a_coordinating_role_is_approved_by_administrators_alone(
    play: Playground, code: Code
) -> None:
    """ADM-2: nobody lets in above what they may."""
    ada = await play.person("Ada", Role.ADMINISTRATOR)
    paul = await play.person("Paul", Role.COORDINATOR)
    claire = play.stranger("claire")
    await joins(claire, await code(Role.COORDINATOR))
    assert not paul.has_seen("Claire Martin")
    assert ada.sees("Claire Martin", "Son invitation donne le rôle : coordination.")
    await claire.says("/membres")
    assert claire.sees("réservée à la coordination")
    await paul.says("/membres claire")
    await paul.taps("Valider")
    assert paul.sees("se valide par un administrateur")
    await ada.taps("Valider")
    assert claire.sees("Votre rôle : coordination")
    await claire.says("/membres")
    assert claire.sees("MEMBRES")
    assert "membres" in [entry.name for entry in play.local.menus["claire", "fr"]]


async def test_members_and_strangers_cannot_press_the_card(play: Playground, code: Code) -> None:
    paul = await play.person("Paul", Role.COORDINATOR)
    mia = await play.person("Mia")
    claire = play.stranger("claire")
    await joins(claire, await code())
    card = paul.messages[-1]
    for who in ("mia", "claire", "nobody"):
        await play.local.press_raw(who, "paul", card.id, card.wording.keyboard, 0)
    await play.settle()
    assert "✅ Valider" in paul.buttons()
    assert not claire.has_seen("🎉")
    assert not mia.has_seen("🎉")


async def test_what_was_decided_is_written_down_without_names(play: Playground, code: Code) -> None:
    paul = await play.person("Paul", Role.COORDINATOR)
    await joins(play.stranger("claire"), await code())
    await paul.taps("Valider")
    async with play.db.reading() as tx:
        rows = (await tx.scalars(select(AuditRow))).all()
    [approved] = [row for row in rows if row.what == "member.approved"]
    assert approved.member_id == paul.id
    assert approved.before == {"standing": Standing.PENDING.value, "rank": 1}
    assert not any("Claire" in str([row.before, row.after, row.on]) for row in rows)
