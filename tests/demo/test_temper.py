"""How a made-up member answers: rules with a seed, tried in numbers."""

import random
import statistics
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.adapters.local.community import build
from bot.adapters.local.temper import LEAST, Asked, Mood, asked_by, choose, delay, mood

CALL = [
    "✅ Sam. 9 h – 13 h",
    "✅ Sam. 13 h – 18 h",
    "🤔 Si besoin",
    "❌ Pas cette fois",
    "🔕 Pause",
]


@pytest.mark.parametrize(
    ("labels", "asked"),
    [
        (CALL, Asked.CALL),
        (["✅ Je la prends", "❌ Je la laisse"], Asked.OFFER),
        (["✅ Sam. 9 h – 13 h", "🤔 Si besoin", "❌ Pas cette fois"], Asked.CALL),
        (["✅ Oui, je viens", "🚫 Je ne peux plus venir"], Asked.CONFIRM),
        (["✅ Bien reçu", "🙋 Je peux aider", "❓ Question"], Asked.ALERT),
        (["📍 J'y suis (sans localisation)"], Asked.HERE),
        (["🕐 Liste d'attente"], Asked.FULL),
        (["Mar. 15/12 20 h", "Jeu. 17/12 20 h", "❌ Aucune ne me va"], Asked.DATES),
        (["🗓 Mes disponibilités", "⭐ Mes compétences"], None),
        (["🚫 Je ne peux plus venir"], None),
        ([], None),
    ],
)
def test_what_is_asked_is_known_by_the_buttons(labels: list[str], asked: Asked | None) -> None:
    assert asked_by(labels) is asked


def test_a_call_gets_yes_maybe_no_and_silence_in_believable_shares() -> None:
    dice = random.Random(1)
    people = build().members
    moods = [mood(dice, p.temper, Asked.CALL) for p in people for _ in range(20)]
    shares = {kind: moods.count(kind) / len(moods) for kind in Mood}
    assert 0.29 < shares[Mood.YES] < 0.37
    assert shares[Mood.NO] > 0.1
    assert 0.02 < shares[Mood.MAYBE] < 0.2
    assert shares[Mood.SILENT] > 0.2


def test_half_of_the_answers_come_within_about_36_minutes_and_sooner_where_it_presses() -> None:
    dice = random.Random(2)
    waits = [
        delay(dice, p.temper, Asked.CALL, urgent=False).total_seconds() / 60
        for p in build().members
        for _ in range(10)
    ]
    urgent = [
        delay(dice, p.temper, Asked.CALL, urgent=True).total_seconds() / 60 for p in build().members
    ]
    assert 30 < statistics.median(waits) < 42
    assert statistics.median(urgent) < 15


@given(st.integers(), st.sampled_from(list(Asked)), st.booleans())
def test_nobody_answers_faster_than_one_reads(seed: int, asked: Asked, urgent: bool) -> None:
    dice = random.Random(seed)
    temper = build(most=1).members[0].temper
    assert delay(dice, temper, asked, urgent=urgent) >= LEAST > timedelta(seconds=30)


@given(st.integers(), st.sampled_from(list(Mood)))
def test_the_buttons_touched_mean_what_was_meant(seed: int, meant: Mood) -> None:
    touched = [CALL[n] for n in choose(random.Random(seed), CALL, meant)]
    sign = {Mood.YES: "✅", Mood.MAYBE: "🤔", Mood.NO: "❌"}.get(meant)
    assert all(sign and label.startswith(sign) for label in touched)
    assert bool(touched) == (meant is not Mood.SILENT)


def test_who_comes_too_late_joins_the_waiting_list_or_lets_it_be() -> None:
    full = ["🕐 Liste d'attente"]
    tried = {tuple(choose(random.Random(n), full, Mood.YES)) for n in range(40)}
    assert tried == {(0,), ()}
    assert choose(random.Random(1), ["🔕 Pause"], Mood.NO) == []


def test_a_survey_is_answered_for_about_every_other_slot() -> None:
    survey = [*(f"✅ {slot}" for slot in range(6)), "❌ Pas cette fois", "🔕 Pause"]
    ticked = [len(choose(random.Random(n), survey, Mood.YES)) for n in range(200)]
    assert min(ticked) >= 1
    assert 2.5 < statistics.mean(ticked) < 3.5
