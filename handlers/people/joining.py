"""Joining: a notice, four short questions, and one is in, subject to a coordinator's word."""

from datetime import datetime

from bot.core import Lang, Right, Span, Text
from bot.core.errors import Refusal
from bot.engine import Ask, Ctx, Option, dialog
from handlers.people import membership, questions
from handlers.people.membership import Form
from handlers.people.rules import admission
from handlers.people.words import profession
from storage import invitations
from storage.invitations import Invitation

STEPS = 4


@dialog("people.join", right=Right.ANYONE)
async def join(ctx: Ctx, ask: Ask, invitation: int) -> None:
    if not await _consents(ctx, ask, "join-welcome"):
        return ctx.say("join-declined")
    consented = await _consented(ctx, ask)
    name = await questions.ask_name(ask, _step(1))
    calling = await questions.ask_profession(ctx, ask, _step(2))
    town = await questions.ask_town(ctx, ask, _step(3))
    rpps = await questions.ask_rpps(ask, _step(4))
    form = Form(name, calling.key, calling.words, town, rpps=rpps, consented=consented)
    return await _enter(ctx, invitation, form)


@dialog("people.recognise", right=Right.ANYONE)
async def recognise(ctx: Ctx, ask: Ask, invitation: int) -> None:
    """Someone on the coordination's list: what is known of them needs a yes only."""
    found = await ctx.tx.get_one(Invitation, invitation)
    if not await _consents(ctx, ask, "join-welcome"):
        return ctx.say("join-declined")
    consented = await _consented(ctx, ask)
    known = Form(
        found.name, found.profession, found.calling, found.town, phone=found.phone,
        consented=consented, vouched=True,
    )  # fmt: skip
    choices = [
        Option("yes", Text("recognise-yes"), ("oui", "yes", "ok", "o", "y")),
        Option("mend", Text("recognise-mend"), ("corriger", "non", "no", "n")),
    ]
    answer = await ask.choice(
        "recognise", choices, name=Span(known.name, bold=True), town=Span(known.town),
        profession=Span(profession(found, ctx.lang)),
    )  # fmt: skip
    if answer == "mend":
        name = await questions.ask_name(ask)
        calling = await questions.ask_profession(ctx, ask)
        town = await questions.ask_town(ctx, ask)
        known = Form(name, calling.key, calling.words, town, phone="", consented=consented)
    return await _enter(ctx, invitation, known)


def _step(number: int) -> Text:
    return Text("join-step", {"number": number, "of": STEPS})


async def _consents(ctx: Ctx, ask: Ask, key: str) -> bool:
    """The notice, short or long, in the language they choose; nothing is kept before a yes."""
    turn, page = 0, key
    while True:
        other = Lang.EN if ctx.lang is Lang.FR else Lang.FR
        options = [Option("yes", Text("join-read"), ("oui", "yes", "ok", "j'ai lu", "continuer"))]
        if page == key:
            options.append(Option("notice", Text("join-notice-button"), ("notice", "lire")))
        options.append(_no_thanks())
        options.append(Option(other.value, Text("join-language"), (other.value,)))
        answer = await ask.choice(page, options, at=turn or "")
        if answer in ("yes", "no"):
            return answer == "yes"
        page = "join-notice" if answer == "notice" else page
        ctx.speaks = ctx.lang if answer == "notice" else Lang(answer)
        turn += 1


def _no_thanks() -> Option:
    words = ("non", "no", "non merci", "abandonner", "annuler", "stop", "cancel")
    return Option("no", Text("join-no"), words, ends=True)


async def _consented(ctx: Ctx, ask: Ask) -> datetime:
    async def now() -> str:
        return ctx.now.isoformat()

    return datetime.fromisoformat(await ask.keep("consented", now))


async def _enter(ctx: Ctx, invitation_id: int, form: Form) -> None:
    """The last look at the invitation, its row locked: two may have the last place in mind."""
    if ctx.member is not None:
        raise Refusal("already-member")
    found = await invitations.claim(ctx.tx, invitation_id)
    refused = admission.problem(membership.ticket(found), ctx.now)
    if found is None or (refused is not None and refused != "code-expired"):
        return ctx.say(refused or "code-unknown")
    await membership.enter(ctx, found, form)
    return None
