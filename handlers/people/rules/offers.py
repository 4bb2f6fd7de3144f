"""What «/inviter coordinateur 3 personnes 7 jours» asks for, in any order."""

import re
from dataclasses import dataclass

from bot.core import Role, Span, Text
from bot.core.plain import fold

USES, MOST_USES = 30, 500
"""A link in a group chat lets in its readers, and not a town."""

MOST_DAYS = 365

_ROLES = {
    Role.MEMBER: "membre member professionnel",
    Role.OFFICER: "elu elue bureau referent referente officer lecteur",
    Role.COORDINATOR: "coordinateur coordinatrice coordination coord coordo coordinator",
    Role.ADMINISTRATOR: "administrateur administratrice admin administrator",
}
_ROLE = {word: role for role, words in _ROLES.items() for word in words.split()}
_DAYS = re.compile(r"(\d{1,3})\s*(jour|day|j|d|semaine|sem|week|mois|month)s?\b")
_USES = re.compile(r"(\d{1,4})\s*(?:fois|personne|utilisation|place|use|people|person|time)?s?\b")
_LENGTHS = {"semaine": 7, "sem": 7, "week": 7, "mois": 30, "month": 30}
_FILLERS = frozenset(["pour", "une", "un", "de", "pendant", "for", "a", "x", "et", "and"])


@dataclass(frozen=True, slots=True)
class Offer:
    role: Role
    uses: int
    days: int


def read_offer(said: str, days: int) -> Offer | Text:
    """`days` is how long an invitation lasts where nothing is said."""
    words = fold(said)
    role, uses = Role.MEMBER, 0
    if (length := _DAYS.search(words)) is not None:
        days = int(length[1]) * _LENGTHS.get(length[2], 1)
        words = words.replace(length[0], " ", 1)
    if (number := _USES.search(words)) is not None:
        uses = int(number[1])
        words = words.replace(number[0], " ", 1)
    for word in re.split(r"[\s,;|]+", words.strip()):
        if word in _ROLE or word.removesuffix("s") in _ROLE:
            role = _ROLE.get(word) or _ROLE[word.removesuffix("s")]
        elif word and word not in _FILLERS:
            return Text("invite-unknown", {"word": Span(word[:40])})
    uses = uses if number else (USES if role is Role.MEMBER else 1)
    if not (1 <= uses <= MOST_USES and 1 <= days <= MOST_DAYS):
        return Text("invite-limits", {"uses": MOST_USES, "days": MOST_DAYS})
    return Offer(role, uses, days)
