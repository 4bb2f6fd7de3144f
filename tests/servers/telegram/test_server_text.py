"""How Telegram reads formatted text."""

from typing import Any

import pytest

from tests.servers.telegram.entities import units
from tests.servers.telegram.errors import ApiError
from tests.servers.telegram.validate import formatted

RESERVED = "Character '!' is reserved and must be escaped with the preceding '\\'"
SPAN = 'Tag "span" must have class "tg-spoiler" at byte offset 0'
NO_VALUE = 'Expected equal sign in declaration of an attribute of the tag "a" at byte offset 0'


def shown(text: str, mode: str) -> list[tuple[str, str]]:
    bare, entities = formatted(text, mode, None)
    raw = bare.encode("utf-16-le")
    return [
        (e["type"], raw[2 * e["offset"] : 2 * (e["offset"] + e["length"])].decode("utf-16-le"))
        for e in entities
    ]


@pytest.mark.parametrize(
    ("source", "mode", "found"),
    [
        ("<b>a &amp; <i>🚨</i></b>", "HTML", [("bold", "a & 🚨"), ("italic", "🚨")]),
        ('<a href="https://a.fr">ici</a>', "HTML", [("text_link", "ici")]),
        ('<a href="tel:15">le 15</a>', "HTML", []),
        ("<b> </b>x", "HTML", []),
        ("<blockquote expandable>x</blockquote>", "HTML", [("expandable_blockquote", "x")]),
        ('<pre><code class="language-py">1</code></pre>', "HTML", [("pre", "1")]),
        ("🚨 *a* _b_", "MarkdownV2", [("bold", "a"), ("italic", "b")]),
        ("__c__ ||d||", "MarkdownV2", [("underline", "c"), ("spoiler", "d")]),
        (r"*a\.b*", "MarkdownV2", [("bold", "a.b")]),
        ("[ici](https://a.fr/x\\))", "MarkdownV2", [("text_link", "ici")]),
        ("> cité\n> encore\nhors", "MarkdownV2", [("blockquote", "cité\n encore")]),
        ("```py\nx_y```", "MarkdownV2", [("pre", "x_y")]),
        ("`a*b`", "MarkdownV2", [("code", "a*b")]),
        ("/aide https://a.fr/b.", "", [("bot_command", "/aide"), ("url", "https://a.fr/b")]),
        ("#vent, @ana_ide", "", [("hashtag", "#vent"), ("mention", "@ana_ide")]),
        ("et/ou 9/10 a@b.fr", "", [("email", "a@b.fr")]),
    ],
)
def test_formatting_becomes_entities(source: str, mode: str, found: list[tuple[str, str]]) -> None:
    assert shown(source, mode) == found


@pytest.mark.parametrize(
    ("source", "mode", "error"),
    [
        ("é<u>x</b>", "HTML", 'Unmatched end tag at byte offset 6, expected "</u>", found "</b>"'),
        ("a<h1>x</h1>", "HTML", 'Unsupported start tag "h1" at byte offset 1'),
        ("x</b>", "HTML", "Unexpected end tag at byte offset 1"),
        ("<b>x", "HTML", "Can't find end tag corresponding to start tag b"),
        ("3 < 4", "HTML", "Unclosed start tag at byte offset 2"),
        ("<b>x</b", "HTML", "Unclosed end tag at byte offset 4"),
        ('<span class="x">y</span>', "HTML", SPAN),
        ("<a href>x</a>", "HTML", NO_VALUE),
        ("é *x", "MarkdownV2", "Can't find end of Bold entity at byte offset 3"),
        ("fin!", "MarkdownV2", RESERVED),
        ("[x](http://a", "MarkdownV2", "Can't find end of a URL at byte offset 4"),
    ],
)
def test_bad_formatting_is_said_where_it_is(source: str, mode: str, error: str) -> None:
    with pytest.raises(ApiError) as refused:
        formatted(source, mode, None)
    assert refused.value.description == f"Bad Request: can't parse entities: {error}"


def test_white_space_around_a_text_goes_and_entities_follow() -> None:
    entities: list[dict[str, Any]] = [{"type": "bold", "offset": 0, "length": 6}]
    assert formatted(" \n ab c \n", "", entities) == (
        "ab c",
        [{"type": "bold", "offset": 0, "length": 3}],
    )


def test_links_are_kept_as_telegram_writes_them() -> None:
    _, (link,) = formatted('<a href="HTTPS://A.fr">x</a>', "HTML", None)
    assert link["url"] == "https://a.fr/"


def test_length_is_counted_in_utf_16() -> None:
    assert (units("é"), units("🚨"), units("👩‍⚕️")) == (1, 2, 5)
