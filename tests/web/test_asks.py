"""What a browser sends is read as one of a closed list, or is nonsense."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core import Lang
from bot.web.demo import asks
from bot.web.demo.asks import Nonsense, read

PRESS = {"t": "press", "as": "ana", "chat": "ana", "message": "m1", "keyboard": "k", "index": 2}


def test_each_ask_is_read() -> None:
    assert read('{"t": "show", "phones": [["ana", "ana"], ["x", "#x"]]}') == asks.Show(
        (("ana", "ana"), ("x", "#x"))
    )
    assert read('{"t": "say", "as": "ana", "chat": "ana", "text": "oui"}') == asks.Say(
        "ana", "ana", "oui", ""
    )
    assert read(json.dumps(PRESS)) == asks.Press("ana", "ana", "m1", "k", 2)
    assert read('{"t": "speed", "times": 60}') == asks.Speed(60)
    assert read('{"t": "speak", "lang": "en"}') == asks.Speak(Lang.EN)
    assert read('{"t": "leap"}') == asks.Leap()
    assert read('{"t": "begin", "scene": "heatwave"}') == asks.Begin("heatwave")


@pytest.mark.parametrize(
    "frame",
    [
        "", "null", "[]", "42", '{"t": "erase"}', '{"t": []}', "{}",
        '{"t": "say", "as": "a", "chat": "a", "text": "   "}',
        json.dumps({"t": "say", "as": "a", "chat": "a", "text": "x" * 5000}),
        json.dumps({"t": "say", "as": "a" * 500, "chat": "a", "text": "x"}),
        '{"t": "say", "as": 3, "chat": "a", "text": "x"}',
        json.dumps({**PRESS, "index": -1}), json.dumps({**PRESS, "index": "0"}),
        json.dumps({**PRESS, "index": True}), json.dumps({**PRESS, "index": 10**9}),
        '{"t": "speed", "times": 7}', '{"t": "speed", "times": true}',
        '{"t": "speak", "lang": "de"}', '{"t": "show", "phones": [["a"]]}',
        json.dumps({"t": "show", "phones": [["a", "a"]] * 50}),
    ],
)  # fmt: skip
def test_everything_else_is_nonsense(frame: str) -> None:
    with pytest.raises(Nonsense):
        read(frame)


@given(st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.just("press"),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.sampled_from(["t", "as", "chat", "phones", "index", "text"]), inner),
    max_leaves=8,
))  # fmt: skip
def test_no_json_does_anything_but_be_read_or_be_nonsense(value: object) -> None:
    try:
        read(json.dumps(value))
    except Nonsense:
        return
