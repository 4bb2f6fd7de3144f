"""What people were shown of a call with one slot and one post, held against its rows.

Nothing was done twice: each thing that a person did has one effect in the database, so there are
as many rows of each kind as there were causes.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from tests.process.books import Row
from tests.process.crowd import COMMANDS
from tests.process.history import Evidence
from tests.process.people import SPACES
from tests.process.record import Act

SHOWN = {
    "coming": "C'est noté, vous venez :",
    "waiting": "🕐 Liste d'attente :",
    "maybe": "C'est noté, si besoin :",
}
REPLIES = {"/aide": ("Je veux…",), "/planning": ("Vos créneaux", "Vous n'avez aucun créneau")}
NOTED = ("C'est noté, vous venez", "🕐 Liste d'attente :", "C'est noté, si besoin",
         "C'est noté : pas cette fois", "C'est noté, vous ne venez plus",
         "C'est noté, votre «")  # fmt: skip
"""A typed answer is confirmed in a message of its own too."""
SAID_NO = (
    "Ce bouton n'est plus à jour",
    "Je n'ai pas compris",
    "Je ne suis pas sûr de comprendre",
    "👍 Merci. Rien n'attend de réponse",
)
MOVED_UP = "🎉 Une place s'est libérée"


@dataclass
class Person:
    """What somebody did, and what came of it. A typed no may show the card and ask something
    back; `maybe_silent` counts the taps that may do so on the card where they were made. A tap
    that is taken back is confirmed like what is `typed`."""

    commands: Counter[str] = field(default_factory=Counter)
    answers: int = 0
    maybe_silent: int = 0
    typed: int = 0
    typed_no: int = 0
    noted: int = 0
    replies: Counter[str] = field(default_factory=Counter)
    refusals: list[str] = field(default_factory=list)
    cards: int = 0
    audited: int = 0


@dataclass
class Call:
    found: Evidence
    number: int = 1

    @cached_property
    def post(self) -> Row:
        [row] = self.found.books.table("posts")
        return row

    @cached_property
    def seats(self) -> dict[int, Row]:
        return {row["member_id"]: row for row in self.found.books.table("seats")}

    @cached_property
    def accounts(self) -> dict[str, int]:
        return {row["account"]: row["member_id"] for row in self.found.books.table("accounts")}

    @cached_property
    def whose(self) -> dict[str, str]:
        """Whose private chat it is."""
        return {row["chat"]: row["account"] for row in self.found.books.table("accounts")}

    @property
    def chief(self) -> str:
        made_by = self.found.books.one("SELECT made_by FROM callouts")
        return next(a for a, member in self.accounts.items() if member == made_by)

    def people(self) -> dict[str, Person]:
        everyone = {account: Person() for account in self.accounts if account != self.chief}
        for act in self.found.acts:
            if act.account in everyone:
                self._did(everyone[act.account], act)
        for row in self._since_the_call():
            if (account := self.whose.get(row["chat"])) in everyone:
                self._got(everyone[account], row)
        for row in self.found.books.rows("SELECT * FROM audit WHERE what = 'callout.answered'"):
            everyone[row["account"].partition(":")[2]].audited += 1
        return everyone

    def _since_the_call(self) -> list[Row]:
        """What people were sent before it, when they came, is not judged here."""
        cards = {p["id"] for p in self.found.places.values() if self._is_card(p)}
        first = min(
            (row["id"] for row in self.found.messages if row["place_id"] in cards), default=0
        )
        return [row for row in self.found.messages if row["id"] >= first]

    def _is_card(self, place: Row) -> bool:
        return str(place.get("card", "")).startswith(f"callout:{self.number}:member:")

    def _did(self, who: Person, act: Act) -> None:
        if act.text in COMMANDS:
            who.commands[act.text] += 1
            return
        who.answers += 1
        who.typed += bool(act.text) or act.back
        who.typed_no += act.text.startswith("non")
        if act.tap:
            silent = act.back or self.found.record.does(act, self.found) in self.found.record.silent
            who.maybe_silent += silent

    def _got(self, who: Person, row: Row) -> None:
        place = self.found.places.get(row["place_id"] or "", {})
        if self._is_card(place):
            who.cards += 1
            return
        text = words(row["body"] or place["body"])
        kind = next((k for k, ways in REPLIES.items() if any(w in text for w in ways)), "")
        if kind:
            who.replies[kind] += 1
        elif any(way in text for way in NOTED):
            who.noted += 1
        elif not text.startswith(MOVED_UP):
            who.refusals.append(text)


def words(body: dict[str, Any]) -> str:
    text = "\n".join("".join(span[0] for span in line) for line in body["lines"])
    return text.translate(SPACES)


def judge(found: Evidence) -> Iterator[str]:
    call = Call(found)
    yield from seats_are_counted_and_never_more_than_the_need(call)
    yield from nothing_was_done_twice(call)
    yield from cards_tell_the_truth(call)


def seats_are_counted_and_never_more_than_the_need(call: Call) -> Iterator[str]:
    """And the list is in order: nobody waits who answered before somebody with a seat."""
    post, states = call.post, Counter(row["state"] for row in call.seats.values())
    taken = states["coming"] + states["offered"]
    if (post["taken"], post["waiting"]) != (taken, states["waiting"]):
        yield f"the post counts {post['taken']} + {post['waiting']}, its seats say {states}"
    if taken > post["need"]:
        yield f"{taken} seats were taken of {post['need']}"
    if states["waiting"] and taken < post["need"]:
        yield f"{states['waiting']} wait for a seat while some are free"
    turns = [row["turn"] for row in call.seats.values()]
    if len(turns) != len(set(turns)):
        yield "two answers have the same place in the queue"
    last = max((r["turn"] for r in call.seats.values() if r["state"] == "coming"), default=0)
    for row in call.seats.values():
        if row["state"] == "waiting" and row["turn"] < last:
            yield f"member {row['member_id']} waits, who answered before somebody who has a seat"


def nothing_was_done_twice(call: Call) -> Iterator[str]:
    for account, who in call.people().items():
        for command in REPLIES:
            if who.replies[command] != who.commands[command]:
                yield (
                    f"{account} typed {command} {who.commands[command]} times and was"
                    f" answered {who.replies[command]} times"
                )
        asked = 1 + who.commands["/appels"]
        if not asked <= who.cards <= asked + who.typed_no:
            yield f"{account} was to get the card {asked} times, got it {who.cards} times"
        silent = who.maybe_silent + who.typed_no
        effects = who.audited + len(who.refusals)
        if not who.answers - silent <= effects <= who.answers:
            yield (
                f"{account} answered {who.answers} times ({silent} of them perhaps"
                f" without effect): {who.audited} were noted, {len(who.refusals)} refused"
            )
        if who.noted > who.typed:
            yield f"{account} typed {who.typed} answers, {who.noted} were confirmed"
        for text in who.refusals:
            if not text.startswith(SAID_NO):
                yield f"{account} was told: {text}"


def cards_tell_the_truth(call: Call) -> Iterator[str]:
    """Every copy that is looked after shows what is stored: one's own answer, and fullness."""
    full = call.post["taken"] >= call.post["need"]
    for place in call.found.places.values():
        shown = call.found.record.shown.get((place["chat"], place["message"]), "")
        shown = shown.translate(SPACES)
        if place["state"] != "live" or place["body"] or not place["card"].startswith("callout:"):
            continue
        if place["card"].endswith(":board"):
            yield from _board(call, shown)
        elif ":member:" in place["card"]:
            seat = call.seats.get(call.accounts[call.whose[place["chat"]]])
            wanted = SHOWN.get(seat["state"]) if seat else None
            said = [words for words in SHOWN.values() if words in shown]
            if said != ([wanted] if wanted else []):
                yield f"{place['chat']} is {seat and seat['state']}, and reads {shown!r}"
            if ("complet, merci" in shown) != full:
                yield f"{place['chat']} does not see that the post is full: {full}: {shown!r}"


def _board(call: Call, shown: str) -> Iterator[str]:
    found = re.search(r"infirmiers? (\d+) sur (\d+)", shown)
    wanted = (str(call.post["taken"]), str(call.post["need"]))
    if found is None or found.groups() != wanted:
        yield f"the board says {found and found.groups()} and not {wanted}"
