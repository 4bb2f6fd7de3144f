"""Contrast of the palette, computed: 4.5 to 1 for words, in both appearances (WCAG 2.2, 1.4.3)."""

import re
from importlib.resources import files

import pytest

BASE = (files("bot.web.demo") / "static" / "css" / "base.css").read_text("utf-8")
PHONE = (files("bot.web.demo") / "static" / "css" / "phone.css").read_text("utf-8")
LIGHT, DARK = 0, 1

TOKENS = {
    name: (light, dark)
    for name, light, dark in re.findall(
        r"--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)", BASE
    )
}
WORDS = [
    *((ink, ground) for ink in ("ink", "soft")
      for ground in ("paper", "surface", "raised", "wash", "tint")),
    ("ink", "glow"), ("on-mine", "mine"), ("on-green", "green"), ("on-bell", "bell"),
    ("paper", "ink"),
    *(("green", ground) for ground in ("paper", "surface", "raised", "wash", "tint")),
    *(("bell", ground) for ground in ("surface", "wash", "tint")),
]  # fmt: skip


def luminance(colour: str) -> float:
    """Relative luminance of #rrggbb, as WCAG defines it."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    bright, dim = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def test_the_formula_is_the_known_one() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("look", [LIGHT, DARK])
@pytest.mark.parametrize(("words", "ground"), WORDS)
def test_words_can_be_read(words: str, ground: str, look: int) -> None:
    assert contrast(TOKENS[words][look], TOKENS[ground][look]) >= 4.5


@pytest.mark.parametrize("look", [LIGHT, DARK])
def test_initials_can_be_read_on_every_avatar(look: int) -> None:
    pairs = re.findall(
        r"background: light-dark\((#\w{6}), (#\w{6})\); color: light-dark\((#\w{6}), (#\w{6})\)",
        PHONE,
    )
    assert len(pairs) == 5
    for pair in pairs:
        assert contrast(pair[look], pair[2 + look]) >= 4.5


@pytest.mark.parametrize("look", [LIGHT, DARK])
@pytest.mark.parametrize("ground", ["paper", "surface", "wash", "tint"])
def test_the_ring_of_the_focus_can_be_seen(ground: str, look: int) -> None:
    assert contrast(TOKENS["green"][look], TOKENS[ground][look]) >= 3
