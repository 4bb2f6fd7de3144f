"""/mesdonnees: everything that any feature knows of me, as a file for machines and one to read."""

import json
from typing import Any

from bot.core import Attachment, Button, Message, Right, Text
from bot.engine import Ctx, button, command, exports
from handlers.people import leaving, readable
from handlers.people.rules.week_told import told
from storage import absences, accounts, lists
from storage.people import Member


@command("mesdonnees", "mes_donnees", "effacer", en="mydata", right=Right.ANYONE)
async def mesdonnees(ctx: Ctx, rest: str) -> None:
    _ = ctx.me
    buttons = (
        Button(Text("data-get"), hand_over.call()),
        Button(Text("data-erase"), leaving.leave.call()),
    )
    ctx.show(Message((Text("data-head"), Text("data-what")), buttons))


@button("people.hand-over", right=Right.ANYONE)
async def hand_over(ctx: Ctx) -> None:
    known = await everything(ctx, ctx.me.id)
    day = ctx.today.isoformat()
    machine = json.dumps(known, ensure_ascii=False, indent=2, default=str).encode()
    page = readable.page(known, lambda key: _label(ctx, key), _word(ctx, "data-title"), ctx.lang)
    for file in (
        Attachment(f"mes-donnees-{day}.json", "application/json", machine, _word(ctx, "data-json")),
        Attachment(f"mes-donnees-{day}.html", "text/html", page, _word(ctx, "data-html")),
    ):
        ctx.show(Message((Text("data-file"),), attachment=file))
    ctx.audit("member.exported", f"member:{ctx.me.id}")


async def everything(ctx: Ctx, member_id: int) -> dict[str, Any]:
    """By feature, in their order."""
    declared = [p for f in ctx.parts.registry.features for p in f.personal if not p.erases]
    return {share.name: await share.run(ctx, member_id) for share in declared}


def _label(ctx: Ctx, key: str) -> str:
    """«data-town» where the texts have it, else the name itself, readable."""
    found = f"data-{key.replace('_', '-')}"
    return _word(ctx, found) if ctx.parts.catalog.has(found) else key.replace("_", " ")


def _word(ctx: Ctx, key: str) -> str:
    return ctx.parts.catalog.label(Text(key), ctx.lang, ctx.zone)


@exports("people")
async def my_person(ctx: Ctx, member_id: int) -> dict[str, Any]:
    member = await ctx.tx.get_one(Member, member_id)
    theirs = await accounts.of(ctx.tx, member_id)
    away = await absences.of(ctx.tx, member_id, member.joined_at.date())
    kept = (
        "name", "profession", "calling", "town", "rpps", "phone", "skills", "needs", "lang",
        "simple", "zone", "prefers", "at_night", "asks_per_week", "week", "shares_name", "employed",
        "paused_until", "consented_at", "joined_at",
    )  # fmt: skip
    return {
        **{key: getattr(member, key) for key in kept},
        "role": member.role.name.lower(),
        "standing": member.standing.value,
        "proof": member.proof.value,
        "accounts": [{"platform": a.platform, "account": a.account} for a in theirs],
        "week_in_words": ctx.parts.catalog.label(told(member.week), ctx.lang, ctx.zone),
        "lists": list(await lists.names_of(ctx.tx, member_id)),
        "absences": [{"first": a.first, "last": a.last} for a in away],
    }
