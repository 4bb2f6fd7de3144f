"""A community in the bot's own database, and what its coordinator does there."""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime

from bench.processes import Bot, Telegram, until
from bot.core import Lane, Span, Wording
from bot.engine.wording import body
from storage.db import Database
from storage.keyboards import new_key
from storage.outbox import Delivery
from tests.process.books import Books
from tests.process.people import enrol, soon

CHIEF, FIRST = 1000, 2000
ONE_BY_ONE = asyncio.Lock()
"""Alembic migrates one database at a time in a process."""

ALERT = (
    "/alerte urgent | Rupture d'eau potable à Saint-Aubin | Reportez les soins non urgents. Eau en"
    " bouteille à la mairie. | tous | source : mairie de Saint-Aubin"
)
LETTER = Wording(
    (
        (Span("Lettre de la CPTS · novembre", bold=True),),
        (Span("Trois formations, deux réunions, et la garde de Noël."),),
    )
)


def call(seats: int) -> str:
    when = f"{soon()} 9h-13h, 14h-18h"
    return f"/mobiliser X | {when} | {seats} infirmiers | Gymnase | payé | tout le monde"


async def community(bot: Bot, people: int) -> None:
    """Their chats have the numbers from FIRST on; the administrator's is CHIEF."""
    chats = [CHIEF, *range(FIRST, FIRST + people)]
    async with ONE_BY_ONE:
        await enrol(bot, "telegram", [(f"Personne {n}", str(n), str(n)) for n in chats])


async def known_to(telegram: Telegram, people: int) -> None:
    """Everybody has written to the bot before (strict servers ask)."""
    chats = [CHIEF, *range(FIRST, FIRST + people)]
    known = {"started": True, "known": True}
    await telegram.tells("people", [{"first_name": f"P{n}", "id": n, **known} for n in chats])


async def owe_letters(bot: Bot, people: int, count: int) -> None:
    """A newsletter that is on its way to everyone, and then some."""
    now, db, row = datetime.now(UTC), Database(bot.database), body(LETTER)
    async with db.transaction() as tx:
        tx.add_all(
            Delivery(
                key=new_key(), platform="telegram", chat=str(FIRST + n % people), thread="",
                lane=int(Lane.NEWS), body=row, made_at=now, due_at=now,
            )
            for n in range(count)
        )  # fmt: skip
    await db.close()


async def asks_at_strict(telegram: Telegram, line: str) -> None:
    """The coordinator writes the line and waits for its preview."""
    await telegram.tells(f"people/P{CHIEF}/says", {"text": line})
    await telegram.tells(f"people/P{CHIEF}/sees", {"words": "Aperçu", "within": 60})


async def sends_at_strict(telegram: Telegram) -> None:
    await telegram.tells(f"people/P{CHIEF}/taps", {"label": "Envoyer"})


async def asks_and_sends(telegram: Telegram, line: str) -> None:
    """The same at the fast server."""
    await telegram.tells("says", {"first": CHIEF, "text": line})

    async def sent() -> bool:
        return bool((await telegram.tells("taps", {"label": "Envoyer"}))["count"])

    await until(sent)


async def all_sent(books: Books, lane: Lane, people: int) -> datetime:
    """When they were written down, once each of them is sent."""

    async def done() -> bool:
        query = "SELECT count(*) AS n FROM outbox WHERE lane = :lane AND state = 'sent'"
        return bool(books.one(query, lane=int(lane)) >= people)

    await until(done, pause=0.3)
    made = books.one("SELECT min(made_at) AS m FROM outbox WHERE lane = :lane", lane=int(lane))
    return datetime.fromisoformat(str(made)).replace(tzinfo=UTC)


def waits(sends: Sequence[tuple[int, float]], since: float) -> list[float]:
    """How long each person waited for the first message after that."""
    first: dict[int, float] = {}
    for chat, at in sends:
        if chat >= FIRST and at >= since:
            first.setdefault(chat, at - since)
    return sorted(first.values())
