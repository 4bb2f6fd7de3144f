"""Leaving: everything personal goes, the counts stay, the last administrator cannot (ADM-10)."""

import json
from typing import Any

from sqlalchemy import select, text

from bot.core import Role
from storage.people import Account, Member, Standing
from tests.people.conftest import Code, joins
from tests.playground import Playground


async def everything_kept(play: Playground, table: str) -> str:
    async with play.db.reading() as tx:
        rows = (await tx.execute(text(f"SELECT * FROM {table}"))).mappings().all()
    return json.dumps([dict(row) for row in rows], default=str, ensure_ascii=False)


async def test_a_leaver_is_erased_and_the_count_stays(play_everywhere: Playground) -> None:
    """PRIV-1, ONB-14: on both databases."""
    play = play_everywhere
    await play.person("Ada", Role.ADMINISTRATOR)
    paul = await play.person("Paul", Role.COORDINATOR)
    ana = await play.person("Ana")
    await ana.says("/profil")
    await ana.taps("✏️ Nom")
    await ana.says("Anastasie Quesnel")
    await ana.says("/dispos lundi matin, pas en août", "oui", "/profil")
    await ana.taps("📞 Numéro")
    await ana.says("06 99 88 77 66")
    await ana.says("/quitter")
    assert ana.sees("Quitter la CPTS du Pays de Garance ?")
    await ana.taps("Oui, quitter")
    await ana.says("Je déménage en Ardèche")
    assert ana.sees("vos données sont effacées")
    assert paul.sees("Une personne a quitté", "Je déménage en Ardèche")
    assert "Anastasie" not in paul.everything
    async with play.db.reading() as tx:
        row = await tx.get_one(Member, ana.id)
        accounts = (await tx.scalars(select(Account).where(Account.member_id == ana.id))).all()
    assert (row.standing, row.name, row.phone, row.week) == (Standing.LEFT, "", "", "")
    assert row.profession == "infirmier"
    assert accounts == []
    for table in ("members", "absences", "accounts", "invitations", "audit", "dialogs"):
        kept = await everything_kept(play, table)
        assert "Quesnel" not in kept
        assert "699887766" not in kept
    await ana.says("/profil")
    assert ana.sees("demandez un lien d'invitation")
    assert "profil" not in [entry.name for entry in play.local.menus["ana", "fr"]]


async def test_a_leaver_may_join_again_as_someone_new(play: Playground, code: Code) -> None:
    ana = await play.person("Ana")
    await ana.says("/quitter", "oui", "passer")
    assert ana.sees("vos données sont effacées")
    await joins(ana, await code(), "Ana Neuve")
    assert ana.sees("C'est noté. Un coordinateur valide")


async def test_staying_changes_nothing(play: Playground) -> None:
    ana = await play.person("Ana")
    await ana.says("/leave", "rester")
    assert ana.sees("Rien n'est changé")
    await ana.says("/profil")
    assert ana.sees("PROFIL")


async def test_the_last_administrator_cannot_go_and_is_told_how_to_hand_over(
    play: Playground,
) -> None:
    """ADM-10."""
    ada = await play.person("Ada", Role.ADMINISTRATOR)
    await play.person("Bea")
    await ada.says("/quitter")
    assert ada.sees("seule personne à administrer", "/membres", "Changer le rôle")
    await ada.says("/membres bea")
    await ada.taps("Changer le rôle")
    await ada.taps("administration")
    assert ada.sees("rôle : administration")
    await ada.says("/quitter")
    await ada.taps("Oui, quitter")
    await ada.taps("Passer")
    assert ada.sees("vos données sont effacées")


async def test_the_last_administrator_cannot_be_suspended_or_demoted(play: Playground) -> None:
    """ADM-10: by nobody, themselves included."""
    ada = await play.person("Ada", Role.ADMINISTRATOR)
    bea = await play.person("Bea", Role.ADMINISTRATOR)
    await ada.says("/membres bea")
    await ada.taps("Suspendre")
    assert bea.sees("suspendu votre participation")
    await bea.says("/membres")
    assert bea.sees("Votre participation est suspendue")
    await ada.says("/membres ada")
    assert "⏸ Suspendre" not in ada.buttons()
    await ada.says("/quitter")
    assert ada.sees("seule personne à administrer")
    async with play.db.reading() as tx:
        found: Any = await tx.get_one(Member, ada.id)
    assert found.standing is Standing.ACTIVE


async def test_a_pending_person_takes_back_their_request(play: Playground, code: Code) -> None:
    paul = await play.person("Paul", Role.COORDINATOR)
    claire = play.stranger("claire")
    await joins(claire, await code())
    await claire.says("/quitter", "oui", "passer")
    assert paul.has_seen("Cette personne a retiré sa demande")
    assert "✅ Valider" not in paul.buttons()
