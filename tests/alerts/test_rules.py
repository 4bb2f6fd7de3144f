"""How a line is read, how long an alert stands, what is said: by example and by property."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.adapters.local.scenes import Says, load
from bot.core import Lang
from bot.core.audience import Audience, Channel, Known
from bot.core.files import File
from bot.core.messages import Call
from bot.core.partners import Category
from bot.core.severity import Severity, severity
from handlers.alerts.rules import bulletin as says
from handlers.alerts.rules import post, timing
from handlers.alerts.rules.answers import Answer, understood
from handlers.alerts.rules.bulletin import Added, Bulletin, Stand
from handlers.alerts.rules.draft import MOST, Draft, Kind, pack, unpack
from handlers.alerts.rules.line import Reader, read, validity, why_not
from handlers.alerts.rules.outside import Channel as Outside
from handlers.alerts.rules.outside import copy

PARIS = ZoneInfo("Europe/Paris")
NOW = datetime(2026, 11, 21, 17, 32, tzinfo=PARIS)
KNOWN = Known(
    ("Saint-Aubin", "Garance"), {"équipe mobile": 7},
    (Channel(1, "Mairie de Saint-Aubin", "partner", Category.TOWN_HALL),
     Channel(2, "Radio Garance", "partner", Category.MEDIA)),
)  # fmt: skip
READER = Reader(NOW, PARIS, KNOWN)
TOWN = Audience(members=True, towns=("Saint-Aubin",))


def draft(line: str) -> Draft:
    found = read(line, READER)
    assert found.problems == (), found.problems
    return found.draft


@pytest.mark.parametrize(
    "line",
    [
        "urgent | Eau coupée | Faites bouillir. | membres:Saint-Aubin",
        "Eau coupée | membres : saint aubin | urgente | Faites bouillir.",
        "urgent Eau coupée | Faites bouillir. | membres: St Aubin",
        "urgent : Eau coupée\nFaites bouillir.\nmembres:Saint-Aubin",
        "URGENT; Eau coupée; Faites bouillir.; membres:Saint-Aubin",
        "titre : Eau coupée | texte : Faites bouillir. | urgence | membres:Saint-Aubin",
        "high | Eau coupée | Faites bouillir. | members: Saint-Aubin",
    ],
)
def test_the_parts_of_a_line_in_any_order_and_however_they_are_separated(line: str) -> None:
    wanted = Draft(severity=Severity.URGENT, title="Eau coupée", words="Faites bouillir.",
                   audience=TOWN)  # fmt: skip
    assert draft(line) == wanted


def test_everything_that_a_line_may_say() -> None:
    found = draft(
        "exercice rouge | Eau coupée | Faites bouillir. | tous, canaux : mairies | valable 6 h"
        " | lieu : place du marché | source : mairie | partenaires : Ouvrez le gymnase."
        " | accusés : 5 | Merci."
    )
    assert found.drill
    assert found.audience == Audience(members=True, channels=(1,))
    assert (found.severity, found.minutes, found.enough) == (Severity.DANGER, 360, 5)
    assert (found.place, found.source) == ("place du marché", "mairie")
    assert (found.words, found.partners) == ("Faites bouillir.\nMerci.", "Ouvrez le gymnase.")


def test_a_press_release_is_told_apart() -> None:
    found = draft("communiqué | Point presse | Ce soir à 18 h. | canaux : Radio Garance")
    assert (found.kind, found.severity) == (Kind.RELEASE, Severity.INFO)
    assert found.audience == Audience(channels=(2,))


@pytest.mark.parametrize(
    ("words", "found"),
    [("vital", Severity.DANGER), ("critique", Severity.DANGER), ("Rouge", Severity.DANGER),
     ("orange", Severity.IMPORTANT), ("INFO", Severity.INFO), ("urgente.", Severity.URGENT),
     ("mauve", None), ("", None)],
)  # fmt: skip
def test_severities_as_people_type_them(words: str, found: Severity | None) -> None:
    assert severity(words) is found


@given(st.text(max_size=300))
def test_any_line_is_read_and_nothing_typed_is_lost_without_a_word(line: str) -> None:
    found = read(line, READER)
    for part, most in MOST.items():
        assert len(getattr(found.draft, part)) <= most
    assert unpack(pack(found.draft)) == found.draft


@pytest.mark.parametrize(
    ("said", "minutes", "until"),
    [("6 h", 360, None), ("30 min", 30, None), ("2 jours", 2880, None), ("1 day", 1440, None),
     ("jusqu'à demain 8h", 0, "2026-11-22 08:00"), ("18 h 30", 0, "2026-11-21 18:30"),
     ("until 6pm", 0, "2026-11-21 18:00")],
)  # fmt: skip
def test_how_long_it_stands(said: str, minutes: int, until: str | None) -> None:
    found = validity(said, NOW, PARIS)
    assert found is not None
    assert found[0] == minutes
    assert (f"{found[1]:%Y-%m-%d %H:%M}" if found[1] else None) == until


@pytest.mark.parametrize("said", ["", "toujours", "0 h", "15 jours", "jusqu'à hier", "9 h hier"])
def test_what_is_no_time_to_come_is_asked_again(said: str) -> None:
    assert validity(said, NOW, PARIS) is None


@pytest.mark.parametrize(
    ("said", "why"),
    [("jusqu'à hier 8 h", "past"), ("40 jours", "long"), ("jusqu'au 1er janvier 2030", "long"),
     ("jusqu'à nouvel ordre", "unclear"), ("0 h", "unclear"), ("valable toujours", "unclear")],
)  # fmt: skip
def test_what_is_wrong_with_a_validity_is_said_exactly(said: str, why: str) -> None:
    assert why_not(said, NOW, PARIS) == why


def test_an_hour_that_has_passed_is_tomorrow_s() -> None:
    """At 17 h 32, «jusqu'à 8 h» can mean one thing only."""
    found = validity("jusqu'à 8 h", NOW, PARIS)
    assert found is not None
    assert f"{found[1]:%d %H:%M}" == "22 08:00"


def test_an_end_that_is_past_is_no_sentence_of_the_text() -> None:
    found = read("urgent | Eau | Faites bouillir. | tous | jusqu'à hier 8 h", READER)
    assert [p.part for p in found.problems] == ["validity"]
    assert found.draft.words == "Faites bouillir."
    assert draft("urgent | Eau | Jusqu'à nouvel ordre, ne buvez pas. | tous").words


def test_two_severities_in_one_line_are_asked_and_the_same_twice_is_one() -> None:
    found = read("urgent danger | Eau | Faites bouillir. | tous", READER)
    assert ([p.part for p in found.problems], found.draft.title) == (["severity"], "Eau")
    assert draft("urgent | Eau | Faites bouillir. | urgent").words == "Faites bouillir."


def test_an_end_is_told_at_a_round_time() -> None:
    """«17 h 32 · valable jusqu'à 5 h 40»."""
    end = timing.ends_at(NOW, 0, None, 12)
    assert f"{end:%H:%M}" == "05:40"


@given(st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1)), st.integers(1, 20_000))  # noqa: DTZ001
def test_it_never_ends_too_soon_and_at_most_ten_minutes_late(at: datetime, minutes: int) -> None:
    now = at.replace(tzinfo=UTC)
    end = timing.ends_at(now, minutes, None, 12)
    assert timedelta(0) <= end - now - timedelta(minutes=minutes) < timedelta(minutes=10)
    assert end.minute % 10 == 0


@given(st.integers(0, 500), st.integers(0, 500), st.integers(0, 20), st.integers(1, 100))
def test_enough_is_never_unsaid_by_one_more(acked: int, told: int, wanted: int, share: int) -> None:
    acked = min(acked, told)
    if timing.enough(acked, told, wanted=wanted, percent=share):
        assert timing.enough(min(told, acked + 1), told, wanted=wanted, percent=share)
    assert timing.enough(told, told, wanted=wanted, percent=share)


def bulletin(words: str, stand: Stand, updates: int, severity: Severity, drill: bool) -> Bulletin:
    added = tuple(Added(NOW, f"{n}\n{words}") for n in range(updates))
    return Bulletin(
        severity, "Eau coupée", words, "place du marché", "mairie", NOW, NOW + timedelta(hours=12),
        drill=drill, stand=stand, ended=NOW if stand is Stand.OVER else None, added=added,
    )  # fmt: skip


@given(
    st.lists(st.text("ab \n", max_size=40), max_size=5), st.sampled_from(Stand),
    st.integers(0, 5), st.sampled_from(Severity), st.booleans(),
)  # fmt: skip
def test_a_copy_is_never_a_wall_of_lines(
    words: list[str], stand: Stand, updates: int, severity: Severity, drill: bool
) -> None:
    said = bulletin(" ".join(words), stand, updates, severity, drill)
    assert len(says.lines(said)) <= 8


def test_a_channel_of_the_public_is_asked_nothing() -> None:
    said = bulletin("x", Stand.IN_FORCE, 0, Severity.URGENT, False)
    asked = copy(said, Outside(False, None, "aider-1"), Call("a"))
    assert len(asked.buttons) == 2
    assert copy(said, Outside(True, None, "aider-1"), Call("a")).buttons == ()


@pytest.mark.parametrize(
    ("said", "meant"),
    [("ok", Answer.RECEIVED), ("Bien reçu, merci !", Answer.RECEIVED), ("non", Answer.RECEIVED),
     ("je ne peux pas venir", Answer.RECEIVED), ("je peux venir à 18 h", Answer.HELP),
     ("dispo", Answer.HELP), ("I can help", Answer.HELP), ("on arrive", Answer.HELP),
     ("c'est où ?", Answer.QUESTION), ("je peux venir ?", Answer.QUESTION),
     ("la citerne est vide", None), ("", None), ("🙋", Answer.HELP), ("👌🏽", Answer.RECEIVED),
     ("👍👍", Answer.RECEIVED), ("🙏", Answer.RECEIVED), ("🙋🏾‍♀️", Answer.HELP), ("😱", None)],
)  # fmt: skip
def test_words_under_an_alert(said: str, meant: Answer | None) -> None:
    assert understood(said) is meant


def test_the_first_words_of_a_post_are_its_title() -> None:
    picture = File("telegram", "f", "a.jpg", "image/jpeg")
    found = post.quoted(Draft(), "Vigilance rouge. Restez au frais.\nBuvez.", "ARS", picture)
    assert (found.title, found.words) == ("Vigilance rouge. Restez au frais", "Buvez.")
    assert (found.source, found.file) == ("ARS", picture)
    long = "Vigilance rouge. " + "Restez au frais et buvez. " * 60
    found = post.quoted(Draft(), long, "", None)
    assert found.title == "Vigilance rouge"
    assert found.cut == len(long.strip())
    assert len(found.words) == MOST["words"]
    assert found.words.endswith("…")


def test_what_was_typed_goes_before_what_was_forwarded() -> None:
    typed = Draft(title="Canicule", source="mairie")
    found = post.quoted(typed, "Vigilance rouge.\nBuvez.", "ARS", None)
    assert (found.title, found.source) == ("Canicule", "mairie")
    assert found.words == "Vigilance rouge.\nBuvez."


@pytest.mark.parametrize("lang", Lang)
def test_the_alerts_of_the_demo_are_understood(lang: Lang) -> None:
    said = [step.line[lang] for scene in load() for step in scene.steps if isinstance(step, Says)]
    lines = [line for line in said if line.startswith(("/alerte ", "/alert "))]
    assert len(lines) == 2
    for line in lines:
        found = draft(line.partition(" ")[2])
        assert found.audience == Audience(members=True, channels=(1,)), line
        assert found.severity is not None
        assert found.words
