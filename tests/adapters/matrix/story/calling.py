"""A call by the wizard, step by step, and the answers to it."""

from datetime import timedelta

from tests.adapters.matrix.story.cast import Cast, chooses


def day(cast: Cast) -> str:
    """The day after tomorrow: far enough that a free seat is taken without asking."""
    return f"{cast.bot.now() + timedelta(days=2):%d/%m}"


async def by_the_wizard(cast: Cast) -> None:
    """CALL-1. What is tapped is edited in place; what is not understood is asked again."""
    claire = cast.claire
    await claire.says("!mobiliser")
    await claire.sees("Quel est le besoin ?")
    for said, seen in (
        ("Centre de vaccination", "Quand ?"),
        (f"{day(cast)} 9h-13h, 14h-18h", "De qui avez-vous besoin ?"),
        ("3 licornes", "Je n'ai pas compris « 3 licornes ». Exemple : 3 infirmiers"),
        ("1 infirmier", "Où ?"),
        ("Gymnase Pagnol", "prise en charge ?"),
    ):
        await claire.says(said)
        step = await claire.sees(seen)
    await chooses(claire, "Oui, barème CPTS")
    preview = await claire.sees("VRAI APPEL · Aperçu", "Centre de vaccination", "Gymnase Pagnol")
    assert (preview.id, preview.edited) == (step.id, True)
    await chooses(claire, "Tout le monde maintenant")
    await claire.sees("Tout le monde est sollicité maintenant")
    await chooses(claire, "Envoyer")
    board = await claire.sees("infirmier 0 sur 1 (il manque 1)", "Sollicités : 3")
    assert board.id != preview.id


async def answered(cast: Cast) -> None:
    """CALL-16, CALL-25, A11Y-2: by emoji, by numbers, in words; taken back, and moved up."""
    claire, ana, ben, eva = cast.everyone
    card = await ana.has("APPEL À VOLONTAIRES", "Sans obligation", "il manque 1 infirmier sur 1")
    assert card.encrypted is cast.encrypted
    await chooses(ana, "9 h – 13 h", on="APPEL")
    await ana.sees("C'est noté, vous venez : ", "de 9 h à 13 h")
    await claire.has("de 9 h à 13 h : infirmier 1 sur 1")
    await ana.takes_back("1️⃣", of=card)
    await ana.sees("vous ne venez plus")
    await claire.has("de 9 h à 13 h : infirmier 0 sur 1")
    await ana.says("les deux")
    await ana.sees("C'est noté, vous venez : ", "de 9 h à 13 h", "de 14 h à 18 h")
    await claire.has("tous les postes sont pourvus")
    await ben.has("complet, merci !")
    await ben.says("1")
    await ben.sees("Liste d'attente : ", "de 9 h à 13 h")
    await chooses(eva, "Si besoin")
    await eva.sees("Pour quel créneau, si besoin ?")
    await eva.says("2")
    await eva.sees("C'est noté, si besoin : ", "de 14 h à 18 h")
    await eva.says("non désolée")
    await eva.sees("pas cette fois")
    await chooses(ana, "Je ne peux plus venir")
    await ana.sees("De quel créneau vous retirer ?")
    await chooses(ana, "Me retirer de", on="9 h – 13 h")
    await ana.sees("vous venez : ", "de 14 h à 18 h")
    await ben.has("Une place s'est libérée, elle est à vous")
    await ben.has("C'est noté, vous venez : ")
