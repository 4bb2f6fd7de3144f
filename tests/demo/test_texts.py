"""What the page says: both languages, nothing unused, nothing missing, no markup from data."""

import re
from importlib.resources import files

import pytest

from bot.web.demo.asks import SPEEDS

STATIC = files("bot.web.demo") / "static"
SCRIPTS = {f.name: f.read_text("utf-8") for f in (STATIC / "js").iterdir()}
PAGE = (STATIC / "index.html").read_text("utf-8")


def keys_of(lang: str) -> dict[str, str]:
    block = re.search(rf"^  {lang}: \{{\n(.*?)^  \}},", SCRIPTS["texts.js"], re.M | re.S)
    assert block
    found = re.findall(r'^    "?([a-z0-9-]+)"?: "(.*)",$', block[1], re.M)
    assert len(found) == block[1].count("\n")
    return dict(found)


CODE = "\n".join(text for name, text in SCRIPTS.items() if name != "texts.js")


def composed() -> set[str]:
    """Keys that the page puts together from parts."""
    states = [f"scene-{state}" for state in ("gathers", "travels", "runs", "done", "stuck")]
    kinds = ["tab-desk", "tab-partner", *(f"theme-{look}" for look in ("auto", "light", "dark"))]
    return {*states, *kinds, *(f"speed-{times}" for times in SPEEDS)}


def marked() -> set[str]:
    return set(re.findall(r'data-(?:t|label)="([a-z-]+)"', PAGE))


def test_both_languages_have_the_same_texts_with_the_same_holes() -> None:
    french, english = keys_of("fr"), keys_of("en")
    assert french.keys() == english.keys()
    for key, words in french.items():
        assert re.findall(r"\{\d\}", words) == re.findall(r"\{\d\}", english[key]), key


def test_no_text_that_the_page_asks_for_is_missing() -> None:
    asked = set(re.findall(r'\bt\(\s*"([a-z0-9-]+)"', CODE))
    assert asked | composed() | marked() <= keys_of("fr").keys()


def test_no_text_is_left_over() -> None:
    named = set(re.findall(r'"([a-z0-9-]+)"', CODE))
    assert keys_of("fr").keys() <= named | composed() | marked()


@pytest.mark.parametrize("name", sorted(SCRIPTS))
def test_what_comes_from_outside_is_never_markup(name: str) -> None:
    assert not re.search(
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function|DOMParser",
        SCRIPTS[name],
    )


@pytest.mark.parametrize("name", sorted(SCRIPTS))
def test_scripts_are_short_and_load_nothing_from_elsewhere(name: str) -> None:
    assert len(SCRIPTS[name].splitlines()) <= 250
    for source in re.findall(r'from "([^"]+)"', SCRIPTS[name]):
        assert source.startswith("./")


def test_the_page_and_its_styles_load_nothing_from_elsewhere() -> None:
    for style in (STATIC / "css").iterdir():
        words = style.read_text("utf-8")
        assert len(words.splitlines()) <= 250
        assert "@import" not in words
        assert all(u.startswith('"/demo/') for u in re.findall(r"url\(([^)]*)\)", words))
    links = re.findall(r'(?:src|href)="([^"]+)"', PAGE)
    assert all(link.startswith(("/demo/", "#")) for link in links)
