"""Words typed for a button, and words the guard has doubts about."""

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.core import Asks, Button, Lang, Message, Right, Text
from bot.core.i18n import NBSP, Catalog
from bot.core.plain import NO, YES
from bot.engine import Ctx, button, command
from handlers import FEATURES
from tests.engine.test_people_needs import feature
from tests.playground import Playground

PARIS = ZoneInfo("Europe/Paris")


@button("words.chosen", right=Right.ANYONE)
async def chosen(ctx: Ctx, what: str) -> None:
    ctx.say("took" if what == "take" else "let-go")


@command("question", en="question", right=Right.ANYONE)
async def question(ctx: Ctx, rest: str) -> None:
    buttons = (
        Button(Text("take"), chosen.call("take"), words=YES),
        Button(Text("leave-it-so"), chosen.call("leave"), words=NO),
    )
    ctx.post(ctx.event.chat, Message((Text("ask"),), buttons, asks=Asks.YES), slot="ask:1")


TEXTS = """
took = Pris.
let-go = Laissé.
take = ✅ Je la prends
leave-it-so = 🚶 Je la laisse
ask = Alors ?
"""


@pytest.mark.parametrize(
    ("said", "heard"),
    [("oui", "Pris."), ("OK", "Pris."), ("1", "Pris."), ("je la prends", "Pris."), ("👍", "Pris."),
     ("non merci", "Laissé."), ("2", "Laissé."), ("Désolé", "Laissé.")],
)  # fmt: skip
async def test_a_button_is_what_people_type_for_it(tmp_path: Path, said: str, heard: str) -> None:
    """A11Y-2."""
    for lang in Lang:
        (tmp_path / f"{lang.value}.ftl").write_text(TEXTS, encoding="utf-8")
    url = f"sqlite+aiosqlite:///{tmp_path / 'words.db'}"
    play = Playground(url, (*FEATURES, feature("words", tmp_path, chosen=chosen, asked=question)))
    await play.boot(fresh=True)
    ana = await play.person("Ana")
    await ana.says("/question", said)
    assert ana.sees(heard), ana.screen()
    await play.shut()


@pytest.mark.parametrize(
    ("said", "hint"),
    [
        ("c'est pour un patient diabétique rue des Lilas", "parle peut-être d'un patient"),
        ("1 85 05 78 006 084", "peut-être un numéro de sécurité sociale"),
    ],
)
async def test_a_doubtful_text_is_kept_and_its_writer_told(
    play: Playground, said: str, hint: str
) -> None:
    ana = await play.person("Ana")
    await ana.says(said)
    assert ana.sees(hint, "MSSanté", "Sinon, rien à faire"), ana.screen()
    await ana.says("non désolé, j'ai un patient")
    assert not ana.sees(hint)


def test_french_lines_never_break_before_their_marks(tmp_path: Path) -> None:
    for lang in Lang:
        words = "said = Ici : « oui » ; { $what } ? 10 % !\n"
        (tmp_path / f"{lang.value}.ftl").write_text(words, encoding="utf-8")
    catalog = Catalog([tmp_path])
    said = Text("said", {"what": "et : vous"})
    french = catalog.label(said, Lang.FR, PARIS)
    assert french.replace(NBSP, "_") == "Ici_: «_oui_»_; et : vous_? 10_%_!"
    assert NBSP not in catalog.label(said, Lang.EN, PARIS)
