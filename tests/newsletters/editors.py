"""What several tests of newsletters begin with: an editor, readers, an issue."""

from typing import Any

from sqlalchemy import select

from bot.core import Role
from bot.core.partners import Category
from storage.chats import Chat, Use
from storage.newsletters import Issue
from storage.newsreaders import Choice
from storage.partners import Partner
from tests.playground import Person, Playground

WORDS = "Le centre de vaccination ouvre samedi. Merci à toutes et tous."


async def editor(play: Playground) -> Person:
    return await play.person("Claire", Role.COORDINATOR)


async def reader(play: Playground, name: str, **given: Any) -> Person:
    """A member who said yes to the newsletter."""
    found = await play.person(name, **given)
    async with play.db.transaction() as tx:
        tx.add(Choice(member_id=found.id, wants=True, at=play.now, asked_at=play.now))
    return found


async def issue(play: Playground, claire: Person, line: str = "") -> None:
    """Written in one line: it is before the editor as a preview."""
    await claire.says(line or f"/newsletter Rentrée | {WORDS} | membres : tous")


async def sent(play: Playground, claire: Person, line: str = "") -> None:
    await issue(play, claire, line)
    await claire.taps("Envoyer")
    await play.wait(minutes=2)


async def only(play: Playground) -> Issue:
    async with play.db.reading() as tx:
        return (await tx.scalars(select(Issue).order_by(Issue.id.desc()).limit(1))).one()


async def channel(
    play: Playground, name: str, *, wants: bool = True, category: Category = Category.TOWN_HALL
) -> Person:
    """A partner's channel; who reads it."""
    play.local.chat(name, "channel", name.capitalize())
    async with play.db.transaction() as tx:
        partner = Partner(name=name.capitalize(), category=category, made_at=play.now)
        tx.add(partner)
        await tx.flush()
        tx.add(
            Chat(
                platform="local", chat=name, title=name.capitalize(), kind="channel",
                use=Use.PARTNER, partner_id=partner.id, added_at=play.now, wants_news=wants,
            )
        )  # fmt: skip
    return Person(play, "someone", 0, chat=name)


async def written(play: Playground) -> Person:
    """A draft with its first text, on the desk."""
    claire = await editor(play)
    await claire.says("/newsletter")
    await claire.taps("Nouveau numéro")
    await claire.says("Rentrée", WORDS)
    await claire.taps("Aucun texte attendu")
    await claire.taps("Tous les abonnés")
    return claire
