"""Who may give which role: one rule for invitations, for newcomers and for a member's page.

Nobody gives above their own rank. A role that sees people's data (coordination, administration)
is given and taken by administrators only; coordinators give those that see none.
"""

from bot.core import Right, Role, may
from bot.core.people import Holder

GIVEN = (Role.MEMBER, Role.OFFICER, Role.COORDINATOR, Role.ADMINISTRATOR)

BLIND = Role.OFFICER
"""The highest role that sees nobody's name or number."""


def grantable(person: Holder) -> tuple[Role, ...]:
    """The roles that this person may give, the most usual first."""
    if not (may(person, Right.INVITE) or may(person, Right.KNOW_PEOPLE)):
        return ()
    most = person.role if may(person, Right.ADMINISTER) else min(person.role, BLIND)
    return tuple(role for role in GIVEN if role <= most)


def may_give(person: Holder, role: int) -> bool:
    return role in grantable(person)


def may_decide(person: Holder, wanted: int) -> bool:
    """Who may let a newcomer in is whoever may give the role that their invitation promises."""
    return may(person, Right.KNOW_PEOPLE) and may_give(person, max(wanted, Role.MEMBER))


def may_change(person: Holder, other: int, to: Role) -> bool:
    """Whether the rank of someone of rank `other` may be set to `to`: what one may not give, one
    may not take away either."""
    return may(person, Right.KNOW_PEOPLE) and may_give(person, other) and may_give(person, to)
