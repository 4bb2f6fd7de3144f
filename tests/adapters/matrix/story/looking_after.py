"""What a coordinator does with a call that was sent: pictures, files, a change, its end."""

from io import BytesIO
from zipfile import ZipFile

from tests.adapters.matrix.story.cast import Cast, chooses, the_file
from tests.adapters.matrix.story.joining import picture


async def pictures_and_files(cast: Cast) -> None:
    """CALL-21. They arrive, open, and are what they say."""
    claire = cast.claire
    await chooses(claire, "Image", on="Sollicités")
    await picture(claire, "Qui vient")
    await chooses(claire, "Exporter", on="Sollicités")
    sheet = await the_file(claire, ".xlsx")
    assert "xl/workbook.xml" in ZipFile(BytesIO(sheet)).namelist()
    await claire.says("!liste_appel")
    await claire.sees("Confidentiel : à détruire après usage")
    assert (await the_file(claire, ".pdf")).startswith(b"%PDF-")


async def changed(cast: Cast) -> None:
    """CALL-17: those concerned are asked whether they still can."""
    claire, ana, ben, _ = cast.everyone
    await chooses(claire, "Modifier", on="Sollicités")
    await claire.sees("Que voulez-vous changer ?")
    await chooses(claire, "Lieu", on="Que voulez-vous changer")
    await claire.sees("Nouveau lieu ?")
    await claire.says("Salle des fêtes")
    await claire.sees("Aperçu du changement", "Salle des fêtes", "2 personnes seront prévenues")
    await chooses(claire, "Envoyer", on="Aperçu du changement")
    await claire.sees("est modifié")
    await ana.has("CHANGEMENT", "Nouveau lieu : Salle des fêtes", "Toujours possible ?")
    await chooses(ana, "Oui", on="CHANGEMENT")
    await ana.sees("C'est noté")
    await ben.has("CHANGEMENT", "Toujours possible ?")
    await ben.says("oui")
    await ben.sees("C'est noté")


async def on_the_eve_and_on_the_day(cast: Cast) -> None:
    """ROTA-13. By emoji and in a word; both have one of the two slots."""
    _, ana, ben, _ = cast.everyone
    cast.bot.passes(days=1, hours=3)
    for nurse in (ana, ben):
        await nurse.has("Vous venez toujours demain ?", "Salle des fêtes")
    await chooses(ana, "Oui, je viens", on="toujours demain")
    await ana.sees("C'est noté, à demain")
    await ben.says("oui")
    await ben.sees("C'est noté")
    cast.bot.passes(hours=20)
    await ben.says("!planning")
    await ben.sees("Vos créneaux", "Salle des fêtes")
    await chooses(ben, "J'y suis")
    await ben.sees("vous êtes là depuis")


async def cancelled(cast: Cast) -> None:
    claire, ana, ben, eva = cast.everyone
    await chooses(claire, "Annuler l'appel", on="Sollicités")
    await claire.sees("seront prévenues")
    await chooses(claire, "Oui, annuler")
    await claire.sees("est annulé")
    for nurse in (ana, ben):
        await nurse.has("CHANGEMENT", "ne venez pas")
    await eva.has("Appel annulé")
    assert not eva.count("CHANGEMENT"), "who said no is left in peace"
