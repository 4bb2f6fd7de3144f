"""The evening on Telegram, with the real process at its real pace.

python -m tests.process.evening [people] [channels]  prints it line by line: all of them by default
"""

import asyncio
import json
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.adapters.local.community import Partner, build
from bot.core import Role
from storage import schema
from storage.db import Database
from tests.evening.settled import Settled, bind, join, profession
from tests.evening.tape import Line, plain, transcript
from tests.process.books import PATIENCE, Books, quiet
from tests.process.bot import Bot
from tests.process.people import Person, person, soon
from tests.servers.telegram import Group, TelegramServer
from tests.servers.telegram.history import CallEntry, History

TITLE = "Canicule : vigilance rouge"
RESULT = "Canicule : les partenaires prévenus, deux professionnels en renfort."
SENDS = ("sendmessage", "senddocument", "sendphoto")
EDITS = ("editmessagetext", "editmessagecaption")
MEDIA = "média"


@dataclass
class Cast:
    """`halls` are the channels, with someone who reads each."""

    bot: Bot
    claire: Person
    denis: Person
    members: list[Person]
    halls: list[tuple[Partner, Group, Person]]

    @property
    def names(self) -> list[str]:
        return [str(p.user) for p in (self.claire, self.denis, *self.members)]


async def gathered(bot: Bot, people: int, channels: int) -> Cast:
    """Settled in before the process starts; the bot is in the channels."""
    community = build(most=max(0, people - 3))
    claire, denis = person(bot.server, "Claire"), person(bot.server, "Denis")
    members = [person(bot.server, p.name) for p in community.people[:people]]
    for one in (claire, denis, *members):
        one.user.account.started = one.user.account.known = True
    step = max(1, len(community.partners) // channels)
    halls = []
    for partner in community.partners[::step][:channels]:
        clerk = person(bot.server, partner.contact)
        group = bot.server.channel(partner.name)
        await group.adds_bot(clerk.user)
        halls.append((partner, group, clerk))
    settled = [_settled(one, Role.COORDINATOR) for one in (claire, denis)]
    settled += [
        _settled(one, Role.MEMBER, p.word)
        for one, p in zip(members, community.people, strict=False)
    ]
    await _keep(bot, settled, [(p, str(group.id)) for p, group, _ in halls])
    return Cast(bot, claire, denis, members, halls)


def _settled(one: Person, role: Role, word: str = "") -> Settled:
    return Settled(str(one.user), str(one.id), str(one.id), role, profession(word))


async def _keep(bot: Bot, people: list[Settled], halls: list[tuple[Partner, str]]) -> None:
    db = Database(bot.database)
    try:
        await schema.upgrade(db)
        async with db.transaction() as tx:
            await join(tx, "telegram", people, datetime.now(UTC))
            await bind(tx, "telegram", halls, datetime.now(UTC))
    finally:
        await db.close()


async def played(cast: Cast) -> None:
    """What waits half a minute is begun first; the alert leaves while the newsletter does."""
    claire = cast.claire
    await asyncio.gather(_opens(cast), _prepares(cast))
    await claire.says(
        f"/alerte danger | {TITLE} | Appelez chaque patient isolé. | tous, canaux : partenaires"
        " | source : préfecture | partenaires : Ouvrez vos salles rafraîchies."
    )
    await claire.sees("VRAIE ALERTE · Aperçu", TITLE)
    await cast.members[0].sees("📰 NEWSLETTER")
    await claire.taps("📣 Envoyer")
    await claire.sees(TITLE, "Envoyé à")
    await _answers(cast)
    await _called(cast)
    await _over(cast)


async def _opens(cast: Cast) -> None:
    claire = cast.claire
    await claire.says("/crise Canicule | type 2 | préfecture | réf. 2026-114 | réaction")
    await claire.sees("Aperçu", "PLAN ACTIVÉ")
    await claire.taps("Activer")
    await claire.sees("Main courante : une ligne")


async def _prepares(cast: Cast) -> None:
    """A meeting of the cell, and the newsletter, after it in everything."""
    denis = cast.denis
    await denis.says(
        f"/reunion Cellule de crise | {soon(1)} 19h-20h | Mairie | membres : coordination"
    )
    await denis.sees("Aperçu · 2 destinataires", "Cellule de crise")
    await denis.taps("📣 Envoyer")
    await denis.says("/newsletter Rentrée | Le centre ouvre samedi. | membres : tous")
    await denis.sees("Aperçu", "abonné")
    await denis.taps("Envoyer")


async def _answers(cast: Cast) -> None:
    """Half of the members and the first channel; the radio needs a second person's word."""
    for one in cast.members[: len(cast.members) // 2]:
        await one.has("🚨 ALERTE", TITLE)
        await one.taps("Bien reçu")
    _, group, clerk = cast.halls[0]
    await clerk.user.sees("ALERTE", group, ever=True, within=60)
    await clerk.taps("Bien reçu", group)
    if any(MEDIA in partner.words for partner, *_ in cast.halls):
        await cast.denis.taps("Approuver")
    await cast.claire.says("/note la mairie ouvre le gymnase")
    await cast.claire.has("c'est noté")


async def _called(cast: Cast) -> None:
    denis = cast.denis
    await denis.says(
        f"/mobiliser Visites | {soon()} 9h-13h | 2 infirmiers | CCAS | payé | tout le monde"
    )
    await denis.sees("VRAI APPEL · Aperçu", "Visites")
    await denis.taps("📣 Envoyer")
    await denis.sees("Visites", "Sollicités")
    await quiet(cast.bot)
    asked = [one for one in cast.members if one.count("APPEL À VOLONTAIRES · Visites")]
    for one in asked[:2]:
        await one.taps("9 h – 13 h")
    await denis.has("tous les postes sont pourvus")


async def _over(cast: Cast) -> None:
    """Claire ends the alert, Denis closes the plan."""
    claire, denis = cast.claire, cast.denis
    await claire.taps("Fin d'alerte")
    await claire.sees("Terminer")
    await claire.taps("sans un mot")
    await denis.has("FIN D'ALERTE")
    await denis.says("/crise clore")
    await denis.sees("Résultat en une phrase")
    await denis.says(RESULT)
    await denis.sees("Clore et envoyer ce message ?")
    await denis.taps("Clore et envoyer")
    await denis.has("la crise est close")
    await _newsletter_has_left(cast)
    await quiet(cast.bot)


async def _newsletter_has_left(cast: Cast) -> None:
    """Its copies are owed some at a time, and nothing is owed in between."""
    books = Books(cast.bot.database)
    async with asyncio.timeout(PATIENCE):
        while books.one("SELECT count(*) FROM timers WHERE job = 'newsletters.post'"):  # noqa: ASYNC110
            await asyncio.sleep(0.2)


def tape_of(history: History) -> list[Line]:
    """What was said, done, sent and edited, in the order of its effect."""
    found: list[tuple[float, Line]] = []
    for entry in history.updates.values():
        found += [(entry.at, line) for line in _did(entry.update)]
    for call in history.of(*SENDS, *EDITS):
        if call.ok:
            found.append((call.at, _line(call)))
    return [line for _, line in sorted(found, key=lambda pair: pair[0])]


def _did(update: Mapping[str, Any]) -> list[Line]:
    said, press = update.get("message"), update.get("callback_query")
    if press:
        rows = press["message"].get("reply_markup", {}).get("inline_keyboard", [])
        keys = {key.get("callback_data"): key["text"] for row in rows for key in row}
        label = plain(keys.get(press["data"], "?"))
        return [Line(str(press["from"]["id"]), "taps", label)]
    if said and "text" in said:
        return [Line(str(said["from"]["id"]), "says", plain(said["text"]))]
    return []


def _line(call: CallEntry) -> Line:
    edits = call.method.lower() in EDITS
    text = str(call.params.get("text") or call.params.get("caption") or "")
    rows = _read(call.params.get("reply_markup")).get("inline_keyboard", [])
    message = call.params["message_id"] if edits else call.answer["result"]["message_id"]
    return Line(
        str(call.chat), "edited" if edits else "sent", plain(text),
        tuple(plain(key["text"]) for row in rows for key in row), str(message),
        str(_read(call.params.get("reply_parameters")).get("message_id", "")),
    )  # fmt: skip


def _read(value: Any) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(value) if isinstance(value, str) else value or {}
    return found


def named(cast: Cast) -> dict[str, str]:
    """Who is who, for a transcript."""
    people = {str(p.id): str(p.user) for p in (cast.claire, cast.denis, *cast.members)}
    return people | {str(group.id): f"«{partner.name}»" for partner, group, _ in cast.halls}


async def main(people: int, channels: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        async with TelegramServer(limits=True) as server:
            home = Path(folder)
            bot = Bot(home, f"sqlite+aiosqlite:///{home / 'tocsin.db'}", server=server)
            cast = await gathered(bot, people, channels)
            await bot.start()
            try:
                await played(cast)
            finally:
                await bot.kill()
                print(transcript(tape_of(server.history), named(cast)))


if __name__ == "__main__":
    sizes = [int(said) for said in sys.argv[1:]]
    asyncio.run(main(*(sizes or (286, 41))))
