"""Texts put into words for pictures and files, which are no messages, and what files are called."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, tzinfo

from bot.core import Lang, Text
from bot.core import professions as known
from bot.core.i18n import Catalog
from bot.core.messages import Arg
from bot.core.plain import fold
from bot.engine.here import Here
from storage import people
from storage.db import Tx
from storage.everyone import AnyMember
from storage.people import Member


@dataclass(frozen=True)
class Labels:
    """In one reader's language and the community's time."""

    catalog: Catalog
    lang: Lang
    zone: tzinfo

    def __call__(self, key: str, **args: Arg) -> str:
        return self.catalog.label(Text(key, args), self.lang, self.zone)


def labels(ctx: Here) -> Labels:
    return Labels(ctx.parts.catalog, ctx.lang, ctx.zone)


def file_name(kind: str, title: str, day: date, ending: str) -> str:
    """«planning-centre-de-vaccination-2026-12-12.xlsx»: letters, digits and hyphens only."""
    plain = re.sub(r"[^a-z0-9]+", "-", fold(title)[:80]).strip("-")[:48].rstrip("-")
    return "-".join(part for part in (kind, plain, day.isoformat()) if part) + f".{ending}"


PROFESSIONS = {one.key: (at, one) for at, one in enumerate(known.ALL)}


def profession(member: AnyMember, language: Lang) -> str:
    """In their own words where the list has none; "" for someone who has not said."""
    return member.calling or professions(member.profession, language, 1)


def professions(key: str, language: Lang, count: int) -> str:
    """«infirmiers»; a key that the list has lost is shown as it is."""
    found = PROFESSIONS.get(key)
    return found[1].named(language, count) if found else key


def rank(key: str) -> int:
    """Where a profession stands in the list."""
    return PROFESSIONS[key][0] if key in PROFESSIONS else len(PROFESSIONS)


def capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def local(at: datetime | None, zone: tzinfo) -> datetime | None:
    """Wall time without a zone, as a spreadsheet keeps it."""
    return at and at.astimezone(zone).replace(tzinfo=None, microsecond=0)


async def members(tx: Tx, ids: Iterable[int]) -> dict[int, Member]:
    """These members, by id, in one statement."""
    return {m.id: m for m in await people.hold(tx, sorted(set(ids)))}
