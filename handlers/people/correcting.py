"""Correcting one thing about oneself: a tap, a question, done (no coordinator in between)."""

from collections.abc import Awaitable, Callable, Mapping

from bot.core import Text
from bot.core.errors import Refusal
from bot.engine import Ask, Ctx, Option, button, dialog
from handlers.people import questions
from handlers.people.rules import tags
from handlers.people.rules.names import searchable
from handlers.people.rules.phones import read_phone
from handlers.people.words import understood
from storage.people import Proof


@button("people.correct")
async def correct(ctx: Ctx, what: str) -> None:
    if what not in QUESTIONS:
        raise Refusal("button-too-old")
    ctx.start(correction, what=what)


@dialog("people.correction")
async def correction(ctx: Ctx, ask: Ask, what: str) -> None:
    await QUESTIONS[what](ctx, ask)
    ctx.me.folded = searchable(ctx.me.name, ctx.me.town)
    ctx.audit("member.corrected", f"member:{ctx.me.id}", None, {"what": what})
    ctx.say(f"corrected-{what}")


async def _name(ctx: Ctx, ask: Ask) -> None:
    ctx.me.name = await questions.ask_name(ask)


async def _profession(ctx: Ctx, ask: Ask) -> None:
    said = await questions.ask_profession(ctx, ask)
    ctx.me.profession, ctx.me.calling = said.key, said.words


async def _town(ctx: Ctx, ask: Ask) -> None:
    ctx.me.town = await questions.ask_town(ctx, ask)


async def _rpps(ctx: Ctx, ask: Ask) -> None:
    number = await questions.ask_rpps(ask)
    if number != ctx.me.rpps and ctx.me.proof is not Proof.VOUCHED:
        ctx.me.proof = Proof.DECLARED if number else Proof.NONE
    ctx.me.rpps = number


async def _phone(ctx: Ctx, ask: Ask) -> None:
    words = ("passer", "skip", "aucun", "none", "non", "no", "effacer")
    label = Text("phone-forget") if ctx.me.phone else Text("pass-over")
    dialing = ctx.parts.settings.community.dialing
    reader = understood(lambda said: read_phone(said, dialing))
    ctx.me.phone = await ask.read("ask-phone", reader, options=[Option("", label, words)])


async def _skills(ctx: Ctx, ask: Ask) -> None:
    known = await ask.several(
        "ask-skills",
        [Option(tag, Text(f"skill-{tag}")) for tag in tags.SKILLS],
        ticked=tags.known(ctx.me.skills, tags.SKILLS),
    )
    own = await ask.text("ask-skills-own", max=200, skip=Text("pass-over"))
    ctx.me.skills = tags.joined(known, own)


async def _needs(ctx: Ctx, ask: Ask) -> None:
    known = await ask.several(
        "ask-my-needs",
        [Option(tag, Text(f"need-{tag}")) for tag in tags.NEEDS],
        ticked=tags.known(ctx.me.needs, tags.NEEDS),
    )
    own = await ask.text("ask-my-needs-own", max=500, skip=Text("pass-over"))
    ctx.me.needs = tags.joined(known, own)


QUESTIONS: Mapping[str, Callable[[Ctx, Ask], Awaitable[None]]] = {
    "name": _name,
    "profession": _profession,
    "town": _town,
    "rpps": _rpps,
    "phone": _phone,
    "skills": _skills,
    "needs": _needs,
}
