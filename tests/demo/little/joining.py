"""Opening an invitation: one button, and one is in."""

import csv
import itertools
from dataclasses import dataclass

from bot.app import App
from bot.core import Lang, Right, Role, Text
from bot.core.messages import Button, message
from bot.engine import Ctx, button, command
from storage.people import Account, Member, Standing


@dataclass(frozen=True)
class Invited:
    name: str
    profession: str
    town: str
    role: Role


CODES: dict[str, Invited] = {}
_numbers = itertools.count(1)


def invited(name: str, profession: str, town: str, role: Role) -> str:
    code = f"code{next(_numbers)}"
    CODES[code] = Invited(name, profession, town, role)
    return code


class LittleRoster:
    def __init__(self, app: App) -> None:
        self._app = app

    async def invite(self, name: str, calling: str, town: str, role: Role) -> str:
        return invited(name, "autre", town, role)

    async def invite_all(self, csv_text: str) -> list[tuple[str, str]]:
        rows = list(csv.reader(csv_text.splitlines(), delimiter=";"))[1:]
        return [
            (name, invited(name, profession, town, Role.MEMBER))
            for name, profession, town, _ in rows
        ]


@command("start", right=Right.ANYONE)
async def start(ctx: Ctx, rest: str) -> None:
    if rest.strip() in CODES:
        ctx.say("little-welcome", Button(Text("little-read"), accept.call(rest.strip())))


@button("little.accept", right=Right.ANYONE)
async def accept(ctx: Ctx, code: str) -> None:
    who = CODES.pop(code)
    member = Member(
        name=who.name, profession=who.profession, town=who.town, rank=int(who.role),
        standing=Standing.ACTIVE, joined_at=ctx.now, lang=ctx.parts.settings.community.language,
    )  # fmt: skip
    ctx.tx.add(member)
    await ctx.tx.flush()
    me = ctx.who.account
    ctx.tx.add(Account(platform="local", account=me, member_id=member.id, chat=me, since=ctx.now))
    ctx.post(ctx.event.chat, message("little-member"), lang=Lang(member.lang))


@command("dispos", en="availability")
async def week(ctx: Ctx, rest: str) -> None:
    ctx.say("little-week", week=rest)
