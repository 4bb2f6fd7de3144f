"""A room of several: counts for everybody to see, answers in private."""

from tests.adapters.matrix.story.calling import day
from tests.adapters.matrix.story.cast import Cast, chooses


async def answered_in_private(cast: Cast) -> None:
    """CALL-22. The room is encrypted as the others are."""
    claire, _, ben, eva = cast.everyone
    homes = [(one, one.here) for one in (ben, eva)]
    room = await eva.creates_room("Cellule", cast.bot.account.user, ben, encrypted=cast.encrypted)
    await ben.joins(room)
    await claire.has("Nouveau salon : Cellule")
    await chooses(claire, "Équipe", on="Nouveau salon")
    await claire.has("Cellule (Matrix) : équipe", "☐ Recevoir les appels")
    await chooses(claire, "Recevoir les appels", on="Cellule (Matrix)")
    await claire.has("Reçoit : les appels", "☑ Recevoir les appels")
    await eva.has("Les réponses personnelles se donnent en privé", to=room)
    await claire.says(
        f"!mobiliser Dépistage | {day(cast)} 9h-13h | 1 infirmier | Collège | payé | tout le monde"
    )
    await claire.sees("Aperçu", "Dépistage")
    await chooses(claire, "Envoyer", on="Dépistage")
    await claire.has("Dépistage", "Sollicités")
    cast.bot.passes(minutes=2)
    await chooses(claire, "Élargir", on="Dépistage")
    card = await eva.has("Dépistage", "il manque 1 infirmier sur 1", to=room)
    assert card.encrypted is cast.encrypted
    await chooses(eva, "Répondre en privé", on="Dépistage")
    for one, home in homes:
        one.here = home
    await eva.has("Dépistage", "la suite est plus bas")
    await eva.has("Dépistage", "Pouvez-vous venir ?")
    assert not eva.count("Pouvez-vous venir ?", to=room)
