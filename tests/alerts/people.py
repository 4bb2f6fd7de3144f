"""Who takes part in conversations about alerts, and channels that get them."""

from collections.abc import Sequence

from bot.adapters.local import Local
from bot.adapters.local.chats import Kind
from bot.core import Role
from bot.core.partners import Category, Level
from storage.chats import Chat, Use
from storage.partners import Partner
from tests.playground import Person, Playground

LINE = (
    "/alerte urgent | Rupture d'eau potable à Saint-Aubin | Reportez les soins non urgents. Eau en"
    " bouteille à la mairie. | membres:Saint-Aubin | source : mairie de Saint-Aubin"
)
BOTH = LINE.replace("membres:Saint-Aubin", "membres:Saint-Aubin, canaux:mairies")


async def coordinator(play: Playground, name: str = "Claire") -> Person:
    return await play.person(name, Role.COORDINATOR, profession="autre", town="Garance")


async def crew(play: Playground, count: int, town: str = "Saint-Aubin") -> list[Person]:
    return [await play.person(f"Ana{n}", town=town) for n in range(count)]


async def channel(
    play: Playground, id: str, name: str, *, use: Use = Use.PARTNER, alerts: str = "info",
    category: Category = Category.TOWN_HALL, level: Level = Level.COOPERATION,
    kind: Kind = "channel", source: bool = False, app: Local | None = None,
) -> Person:  # fmt: skip
    """A chat that the bot is in, whose it is, and what it gets; someone who reads it."""
    app = app or play.local
    async with play.db.transaction() as tx:
        partner_id = None
        if use is Use.PARTNER:
            partner = Partner(name=name, category=category, level=level, made_at=play.now)
            tx.add(partner)
            await tx.flush()
            partner_id = partner.id
        tx.add(
            Chat(
                platform=app.platform, chat=id, title=name, kind=kind, use=use, lang="fr",
                partner_id=partner_id, alerts_from=alerts, is_source=source, added_at=play.now,
            )
        )  # fmt: skip
    app.chat(id, kind, name)
    return Person(play, f"reader-of-{id}", 0, chat=id, app=app)


async def sent(play: Playground, line: str = LINE) -> Person:
    claire = await coordinator(play)
    await claire.says(line)
    await claire.taps("Envoyer")
    return claire


async def ended(claire: Person) -> None:
    """Without a word to those who were told."""
    await claire.taps("Fin d'alerte")
    await claire.taps("Terminer sans")


def seen(people: Sequence[Person], words: str) -> int:
    """How many of them have these words before them."""
    return sum(person.has_seen(words) for person in people)
