"""Two profiles turn out to be one person: which stays, and when neither may be dropped."""

from dataclasses import dataclass
from datetime import datetime

from bot.core import Text


@dataclass(frozen=True)
class Side:
    """One of the two. `answered`: has given an answer or made a call, which nobody can take over;
    `granted`: holds rights besides those of the rank; `approved`: the coordination said who it
    is; `apps` are the platforms of its accounts."""

    id: int
    rank: int
    granted: bool
    approved: bool
    suspended: bool
    answered: bool
    joined: datetime
    apps: frozenset[str]


@dataclass(frozen=True)
class Union:
    """`stays` gets the accounts of `goes`, which is then erased."""

    stays: int
    goes: int


def united(first: Side, second: Side) -> Union | Text:
    """Nothing may be lost, and nobody may gain by it: a rank, an approval, the end of a
    suspension. Else what to do instead."""
    if first.suspended or second.suspended:
        return Text("link-suspended")
    if first.apps & second.apps:
        return Text("link-taken")
    if first.answered and second.answered:
        return Text("link-both-answered")
    goes, stays = sorted((first, second), key=_worth)
    if goes.rank > stays.rank or goes.granted:
        return Text("link-role")
    if goes.approved and not stays.approved:
        return Text("link-pending")
    return Union(stays.id, goes.id)


def _worth(side: Side) -> tuple[bool, int, bool, float]:
    """What has been answered outweighs all; then the role, the approval, the older one."""
    return side.answered, side.rank, side.approved, -side.joined.timestamp()
