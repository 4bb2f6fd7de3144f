"""A text that was kept in a row is the same text when it is read again."""

import json
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from bot.core import Span, Text, texts
from bot.core.messages import Arg

ZONE = ZoneInfo("Europe/Paris")
plain: st.SearchStrategy[Arg] = st.one_of(
    st.text(), st.integers(), st.builds(Span, st.text(), st.booleans(), st.text()),
    st.dates(), st.times(), st.datetimes(timezones=st.just(UTC)),
)  # fmt: skip
args: st.SearchStrategy[Arg] = st.recursive(
    plain,
    lambda inner: st.one_of(
        st.lists(inner).map(tuple),
        st.builds(Text, st.text(), st.dictionaries(st.text(), inner, max_size=3)),
    ),
    max_leaves=5,
)


@given(st.dictionaries(st.text(), args, max_size=4))
def test_any_text_comes_back(found: dict[str, Arg]) -> None:
    text = Text("key", found)
    assert texts.unpack(json.loads(json.dumps(texts.pack(text)))) == text


def test_the_shape_of_a_row_is_a_promise() -> None:
    text = Text("log-sent", {
        "title": Span("Centre"), "on": date(2026, 12, 12), "at": time(9, 30),
        "since": datetime(2026, 12, 12, 9, tzinfo=ZONE), "parts": (Text("need", {"count": 2}),),
    })  # fmt: skip
    assert texts.pack(text) == {"key": "log-sent", "args": {
        "title": {"span": ["Centre", False, ""]}, "on": {"day": "2026-12-12"},
        "at": {"time": "09:30:00"}, "since": {"moment": "2026-12-12T09:00:00+01:00"},
        "parts": [{"text": {"key": "need", "args": {"count": 2}}}],
    }}  # fmt: skip
