"""How lines of spans become Telegram's texts."""

from hypothesis import given
from hypothesis import strategies as st

from bot.adapters.telegram.wording import (
    CAPTION,
    TEXT,
    Drawn,
    draw,
    fit,
    keyboard,
    parts,
    shortened,
    start_link,
    units,
)
from bot.core import Span
from bot.core.messages import Key
from tests.adapters.telegram.conftest import KEYBOARD, line, words

TEXTS = st.lists(st.text(st.sampled_from("aé 🙋\u200d👩"), max_size=60), max_size=40)


def link(payload: str) -> str:
    return start_link("tocsin_bot", payload)


def styled(drawn: Drawn) -> list[tuple[str, str]]:
    """Each entity's kind and what it covers, as Telegram counts."""
    raw = drawn.text.encode("utf-16-le")
    return [
        (e["type"], raw[e["offset"] * 2 :][: e["length"] * 2].decode("utf-16-le"))
        for e in drawn.entities
    ]


def test_offsets_count_as_telegram_does() -> None:
    drawn = draw(
        (
            (Span("🙋 APPEL · "), Span("Vaccination 👩‍⚕️", bold=True)),
            (),
            (Span("🗺 "), Span("plan", link="https://carte.example"), Span(" <b>*_brut_*</b>")),
        )
    )
    assert drawn.text == "🙋 APPEL · Vaccination 👩‍⚕️\n\n🗺 plan <b>*_brut_*</b>"
    assert styled(drawn) == [
        ("bold", "Vaccination 👩‍⚕️"),
        ("text_link", "plan"),
    ]


def test_a_bold_link_is_both_and_an_odd_address_is_no_link() -> None:
    both = draw(((Span("ici", bold=True, link="https://a.example"),),))
    assert [kind for kind, _ in styled(both)] == ["bold", "text_link"]
    assert draw(((Span("ici", link="javascript:alert(1)"),),)).entities == ()


@given(TEXTS, st.integers(min_value=10, max_value=50))
def test_every_part_fits_and_nothing_but_space_is_lost(texts: list[str], most: int) -> None:
    cut = parts([line(text) for text in texts], most)
    assert all(units(part.text) <= most for part in cut)
    assert [part for part in cut if not part.text.strip()] == (
        [] if "".join(texts).strip() else cut
    )
    joined = "".join(part.text for part in cut)
    assert "".join(joined.split()) == "".join("".join(texts).split())


@given(TEXTS, st.integers(min_value=10, max_value=50))
def test_what_must_be_one_message_is_one(texts: list[str], most: int) -> None:
    lines = [line(text) for text in texts]
    drawn = fit(lines, most)
    assert units(drawn.text) <= most
    assert drawn.text.strip() == "\n".join(texts).strip() or drawn.text.endswith("\n…")


def test_what_is_shown_as_one_character_is_not_cut_in_two() -> None:
    family = "👩\u200d👩\u200d👧"
    cut = parts([line(family * 30)], 50)
    assert {part.text.count(family) * len(family) == len(part.text) for part in cut} == {True}
    accented = parts([line("e\u0301" * 100)], 51)
    assert {part.text[-1] for part in accented} == {"\u0301"}
    assert "".join(part.text for part in parts([line("\u200d" * 99)], 50)) == "\u200d" * 99


def test_long_texts_are_cut_at_line_ends_with_their_style() -> None:
    lines = [(Span(f"{n} "), Span("x" * 95, bold=True)) for n in range(100)]
    cut = parts(lines)
    assert len(cut) > 2
    assert "\n".join(part.text for part in cut) == draw(lines).text
    assert all(text == "x" * 95 for part in cut for _, text in styled(part))


def test_no_part_has_more_styles_than_telegram_keeps() -> None:
    cut = parts([(Span("a", bold=True),)] * 150)
    assert [len(part.entities) for part in cut] == [100, 50]


def test_limits_are_those_of_telegram() -> None:
    assert (TEXT, CAPTION) == (4096, 1024)
    assert len(parts([line("🙋" * 2048)])) == 1
    assert len(parts([line("🙋" * 2048 + "x")])) == 2
    assert shortened("x" * 200, 200) == "x" * 200
    assert units(shortened("🙋" * 101, 200)) <= 200


def test_keys_are_rows_and_bring_back_their_keyboard_and_position() -> None:
    keys = (
        Key("✅ Oui"),
        Key("❌ Non"),
        Key("📄 Lire la notice entière", url="https://cpts.example/notice"),
        Key("👋 Rejoindre", start="abc-123", wide=True),
    )
    drawn = keyboard(words("?", keys=keys), link)
    assert drawn is not None
    buttons = [button for row in drawn["inline_keyboard"] for button in row]
    assert [button["text"] for button in buttons] == [key.label for key in keys]
    assert [button["callback_data"] for button in buttons[:2]] == [
        f"k:{KEYBOARD}:0",
        f"k:{KEYBOARD}:1",
    ]
    assert buttons[2]["url"] == "https://cpts.example/notice"
    assert buttons[3]["url"] == "https://t.me/tocsin_bot?start=abc-123"
    assert [len(row) for row in drawn["inline_keyboard"]] == [2, 1, 1]
    assert keyboard(words("rien"), link) is None


def test_callback_data_stay_within_their_64_bytes() -> None:
    keys = tuple(Key(f"choix {n}") for n in range(100))
    drawn = keyboard(words("?", keys=keys), link)
    assert drawn is not None
    data = [str(b["callback_data"]) for row in drawn["inline_keyboard"] for b in row]
    assert max(len(d.encode()) for d in data) <= 64
