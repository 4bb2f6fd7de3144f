"""An answer that was not understood is asked for again; so is one that is too long: never cut."""

from collections.abc import Callable

from bot.core.errors import Refusal
from bot.core.plain import clean


class Unclear(Refusal):
    """The answer was not understood: it is said why, and the question is asked again."""


def within(words: str, most: int) -> str:
    """These words, if there are any and they are not too long. Raises Unclear."""
    if not words:
        raise Unclear("unclear-empty")
    if len(words) > most:
        raise Unclear("unclear-long", most=most, length=len(words))
    return words


def words_reader(most: int) -> Callable[[str], str]:
    """For a question: words of one line."""
    return lambda said: within(clean(said), most)
