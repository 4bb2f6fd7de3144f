"""Text and HTML of a message: everything escaped, every choice told once."""

import json

from hypothesis import given
from hypothesis import strategies as st

from bot.adapters.matrix.reading import Reader
from bot.adapters.matrix.rooms import speaks
from bot.adapters.matrix.wording import LONGEST, content, replacing
from bot.core import Span, Wording
from bot.core.messages import Key


def link(payload: str) -> str:
    return "https://matrix.to/#/@bot:test"


def words(*lines: str, keys: tuple[Key, ...] = ()) -> Wording:
    return Wording(tuple((Span(line),) for line in lines), keys)


def test_what_people_typed_is_never_markup() -> None:
    found = content(Wording(((Span("<b>a</b> & "), Span('"x"', bold=True)),)), link)
    assert found["body"] == '<b>a</b> & "x"'
    assert found["formatted_body"] == "&lt;b&gt;a&lt;/b&gt; &amp; <strong>&#34;x&#34;</strong>"


def test_a_link_shows_where_it_goes() -> None:
    found = content(Wording(((Span("ici", link="https://x.test/?a=1&b=2"),),)), link)
    assert found["body"] == "ici (https://x.test/?a=1&b=2)"
    assert '<a href="https://x.test/?a=1&amp;b=2">ici</a>' in found["formatted_body"]


def test_emoji_under_a_message_are_told_with_what_they_mean() -> None:
    keys = (
        Key("✅ Sam. 9 h", sign="✅"),
        Key("Autre", sign="1️⃣"),
        Key("‹ Retour"),
        Key("Suite", sign="➡️"),
    )
    found = content(words("Quand ?", keys=keys), link)
    assert found["body"].split("\n") == ["Quand ?", "✅ Sam. 9 h", "1️⃣ Autre", "➡️ Suite"]


def test_without_emoji_numbers_are_told_and_links_have_none() -> None:
    keys = (Key("✅ Oui"), Key("Notice", url="https://x.test"), Key("❌ Non"))
    found = content(words("Venez-vous ?", keys=keys), link)
    assert found["body"].split("\n") == [
        "Venez-vous ?", "1. ✅ Oui", "Notice: https://x.test", "2. ❌ Non"
    ]  # fmt: skip


def test_chatter_is_a_notice_and_what_is_urgent_names_people() -> None:
    assert content(words("a"), link, chatter=True)["msgtype"] == "m.notice"
    found = content(words("a"), link, mention=["@ana:test"])
    assert (found["msgtype"], found["m.mentions"]) == ("m.text", {"user_ids": ["@ana:test"]})
    assert content(words("a"), link)["m.mentions"] == {}
    assert replacing("$1", words("a"), link)["m.mentions"] == {}


@given(st.lists(st.text(max_size=5_000), max_size=30))
def test_no_message_is_larger_than_an_event_can_be(lines: list[str]) -> None:
    for found in (content(words(*lines), link), replacing("$1", words(*lines), link)):
        assert len(json.dumps(found)) <= LONGEST


def test_powers_are_those_that_are_written_now() -> None:
    levels = {"users": {"@bot:t": 50}, "events": {"m.room.message": "50"}, "events_default": 100}
    assert speaks(levels, "@bot:t", "m.room.message")
    assert not speaks(levels, "@bot:t", "m.room.encrypted")
    assert not speaks({**levels, "users": {}}, "@bot:t", "m.room.message")
    assert speaks({}, "@bot:t", "m.room.message")


def test_the_bot_is_called_by_its_name_in_a_room() -> None:
    class Rooms:
        me = "@tocsin:test"

    reader = Reader(Rooms(), "CPTS du Pays de Garance")  # type: ignore[arg-type]
    said = {
        "@tocsin:test: tableau": "!tableau", "@tocsin tableau": "!tableau",
        "CPTS du Pays de Garance: !aide": "!aide", "tocsin, planning": "!planning",
        "tocsins partout": "tocsins partout", "Bonjour tocsin": "Bonjour tocsin",
        "tocsin": "tocsin",
    }  # fmt: skip
    assert {w: reader._addressed(w, private=False) for w in said} == said
    assert reader._addressed("tocsin : oui", private=True) == "oui"
