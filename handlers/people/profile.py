"""/profil: what the community knows of me, each line of it a tap away from being right."""

from bot.core import Button, Message, Span, Text
from bot.engine import Ctx, command
from bot.engine.menus import command_button
from handlers.people.correcting import correct
from handlers.people.newcomers import proof
from handlers.people.rules import tags
from handlers.people.rules.phones import shown
from handlers.people.rules.week_told import told
from handlers.people.words import profession, role
from storage.people import Member

CORRECTED = ("name", "profession", "town", "rpps", "phone", "skills", "needs")


@command("profil", en="profile")
async def profil(ctx: Ctx, rest: str) -> None:
    ctx.show(Message(_lines(ctx, ctx.me), _buttons()))


def _lines(ctx: Ctx, me: Member) -> tuple[Text, ...]:
    dialing = ctx.parts.settings.community.dialing
    phone = Span(shown(me.phone, dialing)) if me.phone else Text("profile-none")
    skills = tags.named(me.skills, tags.SKILLS, "skill") or Text("profile-none")
    return (
        Text("profile-head"),
        Text("profile-who", {"name": Span(me.name, bold=True), "town": Span(me.town)}),
        Text("profile-profession", {"profession": Span(profession(me, ctx.lang))}),
        Text("profile-rpps", {"proof": proof(me)}),
        Text("profile-phone", {"phone": phone}),
        Text("profile-skills", {"skills": skills}),
        Text("profile-week", {"week": told(me.week)}),
        Text("profile-role", {"role": role(me.rank), "since": me.joined_at.date()}),
    )


def _buttons() -> tuple[Button, ...]:
    corrections = (Button(Text(f"correct-{what}"), correct.call(what)) for what in CORRECTED)
    more = (command_button("dispos", "extra-week"), command_button("reglages", "open-settings"))
    return (*corrections, *more)
