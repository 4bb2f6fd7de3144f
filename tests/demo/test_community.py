"""The made-up community: its numbers are the documented ones, and it is the same each time."""

import csv
from collections import Counter

from bot.adapters.local.community import build
from bot.core import Role

COUNTS = {
    "médecin": 58, "infirmier": 92, "pharmacien": 37, "masseur-kinésithérapeute": 31,
    "sage-femme": 9, "chirurgien-dentiste": 14, "orthophoniste": 12, "pédicure-podologue": 9,
    "psychologue": 10, "diététicien": 6,
}  # fmt: skip
PARTNERS = {
    "town-hall": 14, "school": 9, "firm": 5, "association": 6, "social": 4, "media": 1,
    "emergency": 2,
}  # fmt: skip


def test_its_members_and_partners_are_as_many_as_documented() -> None:
    community = build()
    found = Counter(p.word for p in community.people)
    assert len(community.people) == 286
    assert {word: found[word] for word in COUNTS} == COUNTS
    assert sum(found.values()) - sum(COUNTS.values()) == 8, "eight others"
    assert Counter(p.kind for p in community.partners) == PARTNERS
    assert len(community.towns) == 14


def test_it_is_the_same_each_time_and_another_for_another_seed() -> None:
    assert build() == build()
    assert build() != build(seed=4)


def test_everyone_is_someone_else_with_a_number_of_fiction() -> None:
    community = build()
    assert len({p.name for p in community.people}) == 286
    assert len(community.by_account) == 286
    assert all(p.phone.startswith("06 39 98 ") for p in community.people)
    assert len({p.chat for p in community.partners} | {p.contact for p in community.partners}) == 82


def test_every_member_is_free_at_some_time_and_says_so_in_words() -> None:
    for person in build().members:
        assert person.week
        assert person.usual_week


def test_about_one_in_three_asked_says_yes() -> None:
    members = build().members
    assert 0.30 < sum(p.temper.yes for p in members) / len(members) < 0.36


def test_the_roster_holds_the_members_and_not_the_staff() -> None:
    community = build()
    rows = list(csv.reader(community.roster().splitlines(), delimiter=";"))
    assert rows[0] == ["nom", "profession", "commune", "téléphone"]
    assert [row[0] for row in rows[1:]] == [p.name for p in community.members]
    assert {p.role for p in community.staff} == {Role.COORDINATOR, Role.ADMINISTRATOR}
