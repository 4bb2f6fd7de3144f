"""How a made-up member answers: pure rules, every chance drawn from the generator given."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

MEDIAN = 36.0
"""Minutes until half of those who answer have answered."""

FREE = 0.5
"""How likely one is free for each slot of a survey (which has no «si besoin»)."""

LEAST = timedelta(seconds=50)
"""Nobody reads and decides faster."""


@dataclass(frozen=True)
class Temper:
    """`minutes` is this person's own median delay; the shares are of what they are asked."""

    minutes: float
    yes: float
    maybe: float
    no: float
    types: float
    withdraws: float


class Mood(StrEnum):
    """What one means to answer. SILENT: nothing, this time."""

    YES = "yes"
    MAYBE = "maybe"
    NO = "no"
    SILENT = "silent"


class Asked(StrEnum):
    """What kind of question the buttons make of a message."""

    CALL = "call"
    OFFER = "offer"
    CONFIRM = "confirm"
    ALERT = "alert"
    HERE = "here"
    FULL = "full"
    DATES = "dates"


def draw(rng: random.Random, yes: float) -> Temper:
    """Someone whose profession says yes with this share."""
    return Temper(
        minutes=MEDIAN * rng.lognormvariate(0, 0.5),
        yes=min(0.9, max(0.0, yes * rng.uniform(0.6, 1.4))),
        maybe=rng.choice((0.0, 0.06, 0.16)),
        no=rng.uniform(0.12, 0.34),
        types=rng.choice((0.0, 0.0, 0.0, 0.25)),
        withdraws=0.05,
    )


def asked_by(labels: Sequence[str]) -> Asked | None:
    """Buttons are known by the emoji that begins each; None asks nothing of a member."""

    def has(sign: str) -> bool:
        return any(label.startswith(sign) for label in labels)

    if has("📍"):
        return Asked.HERE
    if has("✅") and has("🙋"):
        return Asked.ALERT
    if has("✅") and (has("❌") or has("🤔")):
        alone = not has("🤔") and sum(label.startswith("✅") for label in labels) == 1
        return Asked.OFFER if alone else Asked.CALL
    if has("✅") and has("🚫"):
        return Asked.CONFIRM
    if has("❌") and len(_plain(labels)) > 1:
        return Asked.DATES
    return Asked.FULL if has("🕐") else None


def _plain(labels: Sequence[str]) -> list[int]:
    """Positions of those that begin with no emoji: the dates of a poll."""
    return [n for n, label in enumerate(labels) if label[:1].isalnum()]


def mood(rng: random.Random, temper: Temper, asked: Asked) -> Mood:
    """Confirming and acknowledging come easier than promising."""
    match asked:
        case Asked.CALL:
            yes, maybe, no = temper.yes, temper.maybe, temper.no
        case Asked.OFFER:
            yes, maybe, no = 0.65, 0.0, 0.2
        case Asked.CONFIRM:
            yes, maybe, no = 0.86, 0.0, 0.04
        case Asked.ALERT:
            yes, maybe, no = 0.78, 0.0, 0.0
        case Asked.HERE:
            yes, maybe, no = 0.9, 0.0, 0.0
        case Asked.DATES:
            yes, maybe, no = 0.6, 0.0, 0.1
        case Asked.FULL:
            yes, maybe, no = 0.15 * temper.yes, 0.0, 0.0
    drawn = rng.random()
    for found, share in ((Mood.YES, yes), (Mood.MAYBE, maybe), (Mood.NO, no)):
        if drawn < share:
            return found
        drawn -= share
    return Mood.SILENT


def delay(rng: random.Random, temper: Temper, asked: Asked, *, urgent: bool) -> timedelta:
    """Time until the answer: a long tail, shorter where it presses."""
    median = temper.minutes * (0.3 if urgent or asked is not Asked.CALL else 1.0)
    return max(LEAST, timedelta(minutes=median * rng.lognormvariate(0, 0.8)))


def choose(rng: random.Random, labels: Sequence[str], meant: Mood) -> list[int]:
    """Positions of the buttons to touch, as they stand now; none if there is none for it."""
    signs = {Mood.YES: ("✅", "📍"), Mood.MAYBE: ("🤔",), Mood.NO: ("❌", "🚫"), Mood.SILENT: ()}[
        meant
    ]
    fits = [n for n, label in enumerate(labels) if label.startswith(signs)] if signs else []
    if meant is Mood.YES and asked_by(labels) is Asked.DATES:
        dates = _plain(labels)
        return [n for n in dates if rng.random() < FREE] or [rng.choice(dates)]
    if meant is Mood.YES and not fits:
        fits = [n for n, label in enumerate(labels) if label.startswith("🕐")]
        return fits[:1] if rng.random() < 0.4 else []
    if meant is not Mood.YES or len(fits) < 2 or any(la.startswith("🙋") for la in labels):
        return fits[:1]
    if not any(label.startswith("🤔") for label in labels):
        return [n for n in fits if rng.random() < FREE] or [rng.choice(fits)]
    return fits[:2] if rng.random() < 0.25 else [rng.choice(fits)]
