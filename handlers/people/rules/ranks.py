"""Who may give which role to whom. Nobody grants above their own rank."""

from bot.core import Right, Role, may
from bot.core.people import Holder

GIVEN = (Role.MEMBER, Role.OFFICER, Role.COORDINATOR, Role.ADMINISTRATOR)


def grantable(person: Holder) -> tuple[Role, ...]:
    """The roles that this person may give, the most usual first."""
    return tuple(role for role in GIVEN if role <= person.role)


def may_decide(person: Holder, wanted: int) -> bool:
    """Who may let a newcomer in: coordinators for members, administrators for everyone else."""
    right = Right.KNOW_PEOPLE if wanted <= Role.MEMBER else Right.ADMINISTER
    return may(person, right)


def may_change(person: Holder, other: int, to: Role) -> bool:
    """Whether the rank of someone of rank `other` may be set to `to`."""
    return may(person, Right.KNOW_PEOPLE) and other <= person.role and to <= person.role
