"""The evening on a real homeserver: fewer people, whose own clients show what they got.

python -m tests.adapters.matrix.evening   prints it line by line
"""

import asyncio
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.adapters.local.community import Partner, build
from bot.core import Role
from storage.db import Tx
from tests.adapters.matrix.bot import Bot
from tests.adapters.matrix.story.cast import chooses
from tests.adapters.matrix.transcript import stage
from tests.evening.settled import Settled, bind, join
from tests.evening.tape import Line, plain, transcript
from tests.servers.matrix.fixtures import Matrix
from tests.servers.matrix.people import Person
from tests.servers.matrix.seen import Message

TITLE = "Canicule : vigilance rouge"
RESULT = "Canicule : les partenaires prévenus, un professionnel en renfort."
MEMBERS = ("Ana", "Ben", "Eva", "Kim", "Lena", "Nina", "Paul", "Zora")
SLOW = 3.0
"""Events a second, as a homeserver with limits lets a bot write: the newsletter takes a while."""


@dataclass
class Cast:
    """`halls` are rooms of partners, each with somebody who reads there."""

    bot: Bot
    claire: Person
    denis: Person
    members: list[Person]
    halls: list[tuple[Partner, Person, str]]

    @property
    def everyone(self) -> list[Person]:
        return [self.claire, self.denis, *self.members, *(clerk for _, clerk, _ in self.halls)]


async def gathered(matrix: Matrix, bot: Bot) -> Cast:
    """Members are in direct rooms with the bot; three partners have invited it into theirs."""
    partners = [p for p in build().partners if p.helps][:3]
    claire, denis, *others = await matrix.people(
        "Claire", "Denis", *MEMBERS, *(p.contact for p in partners), encryption=False
    )
    members, clerks = others[: len(MEMBERS)], others[len(MEMBERS) :]
    for one in (claire, denis, *members):
        await one.creates_direct_room_with(bot.account.user, encrypted=False)
    for one in (claire, denis, *members):
        await one.has("envoyez-moi votre code")
    halls = []
    for partner, clerk in zip(partners, clerks, strict=True):
        halls.append((partner, clerk, await clerk.creates_room(partner.name)))
    async with bot.db.transaction() as tx:
        await _settle(tx, bot, [claire, denis], members, halls)
    for _, clerk, room in halls:
        await clerk.invites(bot.account.user, room)
    return Cast(bot, claire, denis, members, halls)


async def _settle(
    tx: Tx, bot: Bot, staff: Sequence[Person], members: Sequence[Person],
    halls: Sequence[tuple[Partner, Person, str]],
) -> None:  # fmt: skip
    now = bot.now()
    people = [Settled(p.name, p.id, p.here, Role.COORDINATOR) for p in staff]
    people += [Settled(p.name, p.id, p.here, Role.MEMBER, "infirmier") for p in members]
    await join(tx, "matrix", people, now)
    await bind(tx, "matrix", [(partner, room) for partner, _, room in halls], now)


async def played(cast: Cast) -> None:
    await _opens(cast)
    await _alerts(cast)
    await _called(cast)
    await _meets(cast)
    await _over(cast)


async def _opens(cast: Cast) -> None:
    """CRIS-2. The rooms of partners with a seat in the cell hear of it: the bot is in them."""
    claire = cast.claire
    for _, clerk, room in cast.halls:
        await _comes_in(cast.bot, clerk, room)
    await claire.says("!crise Canicule | type 2 | préfecture | réf. 2026-114 | réaction")
    await claire.sees("Aperçu", "PLAN ACTIVÉ")
    await chooses(claire, "Activer", on="PLAN ACTIVÉ")
    await claire.has("Main courante : une ligne")
    for partner, clerk, room in cast.halls:
        if "coordination" in partner.words:
            await clerk.has("PLAN ACTIVÉ", to=room)


async def _comes_in(bot: Bot, clerk: Person, room: str) -> None:
    async with asyncio.timeout(30):
        while (await clerk.members(room))[bot.account.user].membership != "join":  # noqa: ASYNC110
            await asyncio.sleep(0.1)


async def _alerts(cast: Cast) -> None:
    """While the newsletter leaves, slowly. Half of the members acknowledge, and a town hall."""
    claire, denis, learnt = cast.claire, cast.denis, cast.bot.adapter._learning
    await denis.says("!newsletter Rentrée | Le centre ouvre samedi. | membres : tous")
    await denis.sees("Aperçu", "8 destinataires")
    await chooses(denis, "Envoyer", on="8 destinataires")
    await denis.has("Part dans 30 secondes")
    await claire.says(
        f"!alerte danger | {TITLE} | Appelez chaque patient isolé. | tous, canaux : partenaires"
        " | source : préfecture | partenaires : Ouvrez vos salles rafraîchies."
    )
    await claire.sees("VRAIE ALERTE · Aperçu", "Envoyer")
    learnt.rate = SLOW
    cast.bot.passes(seconds=31)
    await asyncio.wait([asyncio.ensure_future(one.has("📰 NEWSLETTER")) for one in cast.members],
                       return_when=asyncio.FIRST_COMPLETED)  # fmt: skip
    await chooses(claire, "Envoyer", on="VRAIE ALERTE")
    for one in (denis, *cast.members):
        await one.has("🚨 ALERTE", TITLE)
    for _, clerk, room in cast.halls:
        await clerk.has("🚨 ALERTE", TITLE, to=room)
    learnt.rate = 0.0
    for one in cast.members:
        await one.has("📰 NEWSLETTER")
    for one in cast.members[: len(MEMBERS) // 2]:
        await chooses(one, "Bien reçu", on=TITLE)
        await one.has("Bien reçu à")
    await chooses(cast.halls[0][1], "Bien reçu", on=TITLE)
    await claire.has("Partenaires, bien reçu : 1 sur 3", f"Bien reçu : {len(MEMBERS) // 2}")
    await claire.says("!note la mairie ouvre le gymnase")
    await claire.has("c'est noté")


async def _called(cast: Cast) -> None:
    claire, ana = cast.claire, cast.members[0]
    await claire.says("!mobiliser Visites | demain 9h-13h | 1 IDE | CCAS | payé | tout le monde")
    await claire.sees("VRAI APPEL · Aperçu", "Envoyer")
    await chooses(claire, "Envoyer", on="VRAI APPEL")
    await claire.has("Visites", "Sollicités : 8")
    await chooses(ana, "9 h – 13 h", on="Visites")
    await ana.has("C'est noté, vous venez")
    await claire.has("tous les postes sont pourvus")


async def _meets(cast: Cast) -> None:
    denis = cast.denis
    await denis.says("!reunion Cellule de crise | demain 19h-20h | Mairie | membres : coordination")
    await denis.sees("Aperçu · 2 destinataires", "Cellule de crise")
    await chooses(denis, "Envoyer", on="Aperçu · 2 destinataires")
    await denis.has("Part dans 30 secondes", "Cellule de crise")
    cast.bot.passes(seconds=31)
    await cast.claire.has("RÉUNION · Cellule de crise", "Serez-vous")


async def _over(cast: Cast) -> None:
    claire, denis = cast.claire, cast.denis
    await chooses(claire, "Fin d'alerte", on="Envoyé à")
    await claire.has("Terminer")
    await chooses(claire, "sans un mot")
    for one in (denis, *cast.members):
        await one.has("FIN D'ALERTE")
        await one.has("ALERTE TERMINÉE")
    for _, clerk, room in cast.halls:
        await clerk.has("FIN D'ALERTE", to=room)
        await clerk.has("ALERTE TERMINÉE", to=room)
    await claire.says("!crise clore")
    await claire.sees("Résultat en une phrase")
    await claire.says(RESULT)
    await claire.sees("Clore et envoyer ce message ?")
    await chooses(claire, "Clore et envoyer")
    await claire.has("la crise est close")
    for _, clerk, room in cast.halls:
        await clerk.has("FIN DE CRISE", RESULT, to=room)
    await claire.has("Main courante · Canicule")


def tape_of(cast: Cast) -> list[Line]:
    """In the order in which the homeserver took it; an edit, when its reader saw it."""
    shift = time.time() - time.monotonic()
    found: list[tuple[float, Line]] = []
    for person in cast.everyone:
        before: dict[str, Message] = {}
        for at, now in person.client.seen:
            for how, line in _lines(person, before.get(now.id), now, cast.bot.account.user):
                found.append((now.at / 1000 if how != "edited" else at + shift, line))
            before[now.id] = now
    return [line for _, line in sorted(found, key=lambda pair: pair[0])]


def _lines(
    person: Person, before: Message | None, now: Message, bot: str
) -> Iterator[tuple[str, Line]]:
    if now.sender == bot and now.text and (before is None or before.text != now.text):
        how = "edited" if before is not None else "sent"
        yield how, Line(now.room, how, plain(now.text), (), now.id, now.replies_to or "")
    elif now.sender == person.id and before is None and now.type == "m.room.message":
        yield "says", Line(now.room, "says", plain(now.text))


def named(cast: Cast) -> dict[str, str]:
    people = {p.client.account.user: p.name for p in cast.everyone}
    homes = {p.here: p.name for p in (cast.claire, cast.denis, *cast.members)}
    return people | homes | {room: f"«{partner.name}»" for partner, _, room in cast.halls}


async def main() -> None:
    async with stage() as (matrix, bot):
        cast = await gathered(matrix, bot)
        try:
            await played(cast)
        finally:
            print(transcript(tape_of(cast), named(cast)))


if __name__ == "__main__":
    asyncio.run(main())
