"""A yes, a no, a perhaps, and what is none of them."""

import pytest

from handlers.staffing.reading.replies import Kind, SlotName, read_reply
from tests.staffing.replies import FOUR, MAYBE, NO, ONE, TWO, YES, meaning


@pytest.mark.parametrize("text", YES)
def test_a_yes_to_the_only_slot(text: str) -> None:
    found = read_reply(text, ONE)
    assert (found.kind, found.yes, found.no, found.certain) == (Kind.YES, (1,), False, True)


@pytest.mark.parametrize("text", YES)
def test_a_bare_yes_to_several_slots_asks_which(text: str) -> None:
    found = read_reply(text, TWO)
    assert (found.kind, found.yes, found.certain) == (Kind.NEED_SLOT, (), False)


@pytest.mark.parametrize("slots", [ONE, TWO, FOUR, []])
@pytest.mark.parametrize("text", NO)
def test_a_no_is_a_no_to_everything(text: str, slots: list[SlotName]) -> None:
    found = read_reply(text, slots)
    assert (found.kind, found.no, found.yes, found.maybe) == (Kind.NO, True, (), ())
    assert found.refused == tuple(slot.number for slot in slots)


@pytest.mark.parametrize("text", MAYBE)
def test_a_perhaps_takes_the_only_slot_and_else_asks_which(text: str) -> None:
    one, two = read_reply(text, ONE), read_reply(text, TWO)
    assert (one.kind, one.maybe, one.yes) == (Kind.MAYBE, (1,), ())
    assert (two.kind, two.maybe, two.yes, two.certain) == (Kind.MAYBE, (), (), False)


@pytest.mark.parametrize("text", [*meaning("unclear"), "oui " * 100])
def test_what_is_not_understood_is_kept_and_never_guessed(text: str) -> None:
    found = read_reply(text, ONE)
    assert (found.kind, found.yes, found.no, found.certain) == (Kind.UNCLEAR, (), False, False)
    assert found.note == " ".join(text.split())[:300]


@pytest.mark.parametrize("text", meaning("no with a reason"))
def test_a_no_may_give_its_reason_which_is_kept(text: str) -> None:
    found = read_reply(text, TWO)
    assert (found.kind, found.no, found.note, found.certain) == (Kind.NO, True, text, False)


@pytest.mark.parametrize("text", meaning("no or not"))
def test_a_no_that_may_be_something_else_is_unclear(text: str) -> None:
    assert read_reply(text, TWO).kind is Kind.UNCLEAR


def test_a_plain_answer_has_no_note_and_one_with_more_keeps_it() -> None:
    assert read_reply("oui", ONE).note == ""
    assert read_reply("non désolé, je travaille", ONE).note == "non désolé, je travaille"
