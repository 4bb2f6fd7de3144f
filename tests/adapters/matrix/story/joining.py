"""How people come in: a code, four short questions, a coordinator's word."""

import re
from io import BytesIO

from PIL import Image

from bot.core import Role
from tests.adapters.matrix.story.cast import Cast, chooses
from tests.servers.matrix.people import Person
from tests.servers.matrix.seen import Message

CODE = re.compile(r"Code : ([A-Z0-9-]+(?: [A-Z0-9-]+)*)")


async def by_invitation(cast: Cast) -> None:
    """ONB-1, ONB-2. The others are members already."""
    claire, ana, ben, _ = cast.everyone
    await cast.bot.knows(claire, Role.COORDINATOR)
    await claire.says("!inviter")
    told = await claire.sees("INVITATION · membre", "https://matrix.to/#/@tocsin")
    await picture(claire, "Code QR")
    found = CODE.search(told.text)
    assert found, told.text
    code = found[1]
    await _taps_through(ana, code)
    await _approved(claire, ana, "Ana Quatrefages")
    await cast.bot.knows(ben)
    await cast.bot.knows(cast.eva)


async def _taps_through(ana: Person, code: str) -> None:
    """A tap edits the question in place; after typed words the next one stands below."""
    await ana.says(code)
    welcome = await ana.sees("Bienvenue à la CPTS du Pays de Garance", "Jamais de donnée")
    await chooses(ana, "J'ai lu, je continue")
    first = await ana.sees("Étape 1 sur 4 · Votre nom et prénom ?")
    assert (first.id, first.edited) == (welcome.id, True)
    await ana.says("Ana Quatrefages")
    second = await ana.sees("Étape 2 sur 4 · Votre profession ?")
    assert second.id != first.id
    await chooses(ana, "Infirmière, infirmier")
    third = await ana.sees("Étape 3 sur 4 · Votre commune d'exercice ?")
    assert third.id == second.id
    await chooses(ana, "Saint-Aubin")
    await ana.sees("Étape 4 sur 4 · Votre numéro RPPS ?")
    await chooses(ana, "Passer")
    await ana.sees("C'est noté. Un coordinateur valide votre inscription")


async def _approved(claire: Person, newcomer: Person, name: str) -> None:
    card = await claire.has("INSCRIPTION", name)
    await claire.taps("✅", on=card)
    await newcomer.has("Vous êtes membre. Les groupes sont facultatifs")
    await claire.has("Validé par Claire", name)


async def picture(person: Person, alt: str) -> Message:
    """It arrives, can be decrypted, and is as large as is said."""

    def look() -> Message | None:
        return next((m for m in person.said() if m.kind == "m.image" and alt in m.text), None)

    found = await person.client.waits(look, 30, f"gets no picture {alt}")
    data = await person.opens(found)
    assert found.content["info"]["size"] == len(data)
    image = Image.open(BytesIO(data))
    image.load()
    assert image.format == "PNG"
    return found
