"""How a poll, its choices and its figures are named, in the reader's language."""

from zoneinfo import ZoneInfo

from bot.core import Lang, Span, Text, text
from bot.core.when import Span as Stretch
from bot.core.when import short, spoken
from handlers.meetings.rules import polls as rules
from handlers.meetings.words import bound
from storage import polls
from storage.db import Tx
from storage.polls import Asked, Choice, Poll


def heading(poll: Poll) -> Text:
    return text("poll-head", kind=poll.kind.value, title=Span(poll.title))


def choice(one: Choice, zone: ZoneInfo, lang: str) -> str:
    """«mardi 15 décembre, de 20 h à 21 h 30», or the words of an opinion."""
    if one.starts_at is None or one.ends_at is None:
        return one.label
    stretch = Stretch(one.starts_at.astimezone(zone), one.ends_at.astimezone(zone))
    return bound(spoken(stretch, Lang(lang), zone))


def button(one: Choice, zone: ZoneInfo, lang: str) -> str:
    """«Mar. 15/12 20 h»."""
    if one.starts_at is None:
        return one.label
    return bound(short(Stretch(one.starts_at.astimezone(zone)), Lang(lang), zone, dated=True))


async def results(tx: Tx, asked: Asked, zone: ZoneInfo, lang: Lang) -> list[Text]:
    """«1. mardi 15 décembre … : 12 ⭐», the best marked."""
    counts = await polls.counts(tx, asked.poll.id)
    best = rules.best(counts, [one.id for one in asked.choices])
    return [
        text("poll-result", number=one.number, what=Span(choice(one, zone, lang)),
             count=counts[one.id], best="yes" if one.id in best else "no")
        for one in asked.choices
    ]  # fmt: skip
