"""`python -m tests.documents`: the tables in docs/ that are made from the code."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.core import Lang, Right, Role, Text, may
from bot.core.i18n import Catalog
from bot.core.people import RANK
from bot.engine.feature import Command
from handlers import FEATURES
from handlers.people.rules import ranks
from storage.people import Member, Standing

DOCS = Path(__file__).parent.parent / "docs"
NOTE = "<!-- Made from the code: python -m tests.documents. A test compares them. -->\n"

FOR = {
    Right.ANYONE: "whatever asks for no right",
    Right.BELONG: "answering calls, one's own shifts and settings",
    Right.READ_FIGURES: "reading the boards of calls: counts, nobody's name",
    Right.CALL: "calling for staff and following a call",
    Right.ALERT: "sending alerts",
    Right.MEET: "calling meetings",
    Right.WRITE_NEWS: "writing newsletters",
    Right.KNOW_PEOPLE: "seeing members, approving, roles, phone lists",
    Right.INVITE: "making and revoking invitations",
    Right.CHANNELS: "saying whose a channel is and what it gets",
    Right.CRISIS: "activating a plan, leading it, writing its log, closing it",
    Right.ADMINISTER: "giving and taking the roles that see people's data",
}
"""A right without words here fails the test, and so is never left out of the table."""

BY_RULE = {Right.ADMINISTER}
"""Rights that rules check by themselves, where no command or button names them."""


def _person(role: Role, standing: Standing = Standing.ACTIVE) -> Member:
    return Member(rank=int(role), standing=standing, granted=[], joined_at=datetime.now(UTC))


PEOPLE: dict[str, Member | None] = {
    "guest": None,
    "waiting": _person(Role.MEMBER, Standing.PENDING),
    "member": _person(Role.MEMBER),
    "officer": _person(Role.OFFICER),
    "coordinator": _person(Role.COORDINATOR),
    "administrator": _person(Role.ADMINISTRATOR),
    "suspended": _person(Role.ADMINISTRATOR, Standing.SUSPENDED),
}
ROLES = ("member", "officer", "coordinator", "administrator")


def roles() -> str:
    """Who may do what, who may give which role, who lets newcomers in."""
    return (
        f"# Roles and rights\n\n{NOTE}{ROLES_HEAD}\n"
        f"## Who holds which right\n\n{_rights()}\n"
        f"## What asks for which right\n\n{_uses()}\n"
        f"## Who may give which role\n\n{GIVING_HEAD}\n{_giving()}"
    )


GIVING_HEAD = """\
One rule (`handlers/people/rules/ranks.py`) for `/inviter`, for the card of a newcomer and for a
member's page in `/membres`: nobody gives a role above their own, and what one may not give, one may
not take away. A role that sees people's data (coordination, administration) is given and taken by
administrators only; coordinators give the roles that see none. Whoever loses a role loses the
invitations that they could no longer make. The last administrator can neither leave nor be
suspended nor be given a lower role: they give the role to somebody else first (`/membres`, the
person, «🎖 Changer le rôle»), and whoever runs the machine can always make an invitation for an
administrator.
"""


ROLES_HEAD = """
Rights are checked at each command and at each press of a button, by one function
(`may` in `bot/core/people.py`); the default is no. `guest` has not joined. `waiting` has joined
with an invitation and is not approved yet: a seat is kept subject to approval. `suspended` is the
same for every role. A right marked *not used yet* is reserved for a feature that does not exist.
"""


def _rights() -> str:
    rows = (
        [f"`{right}`", _for(right), *(_mark(may(p, right)) for p in PEOPLE.values())]
        for right in Right
    )
    return table(["right", "for", *PEOPLE], rows)


def _for(right: Right) -> str:
    used = {c.right for f in FEATURES for c in f.commands} | BY_RULE
    used |= {a.right for f in FEATURES for a in f.actions}
    return FOR[right] if right in used else f"{FOR[right]} (*not used yet*)"


def _uses() -> str:
    """Buttons that ask for no right are not listed: they act for whoever was shown them."""
    rows = []
    for right in Right:
        names = [[f"`/{c.name}`" for f in FEATURES for c in f.commands if c.listed is right]]
        if right is not Right.ANYONE:
            names += [
                [f"`{a.name}`" for f in FEATURES for a in f.actions if a.right is right],
                [f"`{d.name}`" for f in FEATURES for d in f.dialogs if d.right is right],
            ]
        if any(names):
            rows.append([f"`{right}`", *(", ".join(one) for one in names)])
    return table(["right", "commands", "buttons", "wizards"], rows)


def _giving() -> str:
    rows = []
    for name in ROLES:
        person = PEOPLE[name]
        assert person is not None
        invites = ranks.grantable(person) if may(person, Right.INVITE) else ()
        lets_in = [r for r in ranks.GIVEN if ranks.may_decide(person, int(r))]
        changes = [r for r in ranks.GIVEN if ranks.may_change(person, int(r), Role.MEMBER)]
        told = (", ".join(r.name.lower() for r in some) for some in (invites, lets_in, changes))
        rows.append([name, *(one or "–" for one in told)])
    return table(["role", "may invite as", "may let in as", "may change the role of"], rows)


def _mark(allowed: bool) -> str:
    return "yes" if allowed else "no"


def commands() -> str:
    """Every command: its names in both languages, who may use it, what its help says."""
    every = [c for f in FEATURES for c in f.commands]
    shown, kept_apart = [c for c in every if c.in_menu], [c for c in every if not c.in_menu]
    return (
        f"# Commands\n\n{NOTE}{COMMANDS_HEAD}\n"
        f"## In the menu\n\n{_commands(shown)}\n"
        f"## Not in the menu, for those who type them\n\n{_commands(kept_apart)}"
    )


COMMANDS_HEAD = """
Every name works in every language, with or without accents and capitals, with `/` or `!`; in a
private chat the word alone does too. *Who* is the least role; `anyone` includes people who are
suspended, and a guest, who is told how to join.
"""


def _commands(some: Sequence[Command]) -> str:
    catalog = Catalog(f.texts for f in FEATURES)
    zone = ZoneInfo("Europe/Paris")

    def help_in(one: Command, lang: Lang) -> str:
        return catalog.label(Text(one.help_key), lang, zone)

    rows = (
        [
            f"`/{c.name}`", _slashed(c.names[1:]), _slashed(c.english), _who(c.listed),
            help_in(c, Lang.FR), help_in(c, Lang.EN),
        ]
        for c in sorted(some, key=lambda c: RANK[c.listed])
    )  # fmt: skip
    return table(["French", "also", "English", "who", "fait", "does"], rows)


def _slashed(names: Iterable[str]) -> str:
    return ", ".join(f"`/{name}`" for name in names)


def _who(right: Right) -> str:
    return "anyone" if right is Right.ANYONE else RANK[right].name.lower()


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *([*row, *[""] * (len(head) - len(row))] for row in rows)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


MADE = {DOCS / "roles.md": roles, DOCS / "commands.md": commands}

if __name__ == "__main__":
    for path, made in MADE.items():
        path.write_text(made(), encoding="utf-8")
