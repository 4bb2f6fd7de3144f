"""What a person has answered to a meeting, in words, and the buttons to answer with."""

from datetime import timedelta
from zoneinfo import ZoneInfo

from bot.core import Button, Call, Lang, Span, Text, text
from bot.core.meetings import Answer
from handlers.meetings import words
from storage.meetings import Time
from storage.rsvps import Rsvp

EARLY = timedelta(hours=1)
"""From so long before the start on one can say that one is there."""

WORDS = {
    Answer.ONSITE: ("oui", "sur place", "je viens", "yes", "on site"),
    Answer.REMOTE: ("visio", "en visio", "à distance", "distance", "remote", "online"),
    Answer.ABSENT: ("non", "absent", "absente", "no", "not coming"),
    Answer.MAYBE: ("peut-être", "maybe"),
}


def mine(time: Time, row: Rsvp, zone: ZoneInfo, lang: Lang) -> Text:
    """«✅ C'est noté, vous venez : CA, mardi 15 décembre, de 20 h à 21 h 30.», said apart."""
    when = Span(words.when(time.one, zone, lang))
    return _mine(time, row, text("meet-mine-about", title=words.title(time), when=when))


def here(time: Time, row: Rsvp) -> Text:
    """The same below a heading that says of what."""
    return _mine(time, row, Text("meet-mine-about-this"))


def _mine(time: Time, row: Rsvp, about: Text) -> Text:
    both = "yes" if time.onsite and time.remote else "no"
    key = row.answer.value if row.here_at is None else "here"
    return text(f"meet-mine-{key}", about=about, both=both)


def buttons(time: Time, answer: Answer, *, full: bool) -> tuple[Button, ...]:
    """Every other answer than the one that was given."""
    found = []
    if time.onsite and answer not in (Answer.ONSITE, Answer.WAITING):
        both = "yes" if time.remote else "no"
        label = Text("meet-queue") if full else text("meet-onsite", both=both)
        found.append(_button(time, label, Answer.ONSITE))
    if time.remote and answer is not Answer.REMOTE:
        both = "yes" if time.onsite else "no"
        found.append(_button(time, text("meet-remote", both=both), Answer.REMOTE))
    if answer is not Answer.ABSENT:
        found.append(out_button(time))
    return tuple(found)


def out_button(time: Time) -> Button:
    return _button(time, Text("meet-absent"), Answer.ABSENT)


def _button(time: Time, label: Text, wish: Answer) -> Button:
    call = Call("meetings.answer", {"time_id": time.one.id, "wish": wish.value})
    return Button(label, call, words=WORDS[wish])
