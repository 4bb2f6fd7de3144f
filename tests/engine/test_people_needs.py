"""What the feature «people» needed of the engine."""

from collections.abc import Callable
from itertools import count
from pathlib import Path
from types import ModuleType
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from bot.core import Button, Lang, Message, Right, Role, Span, Text
from bot.core.i18n import Catalog
from bot.engine import Ask, Ctx, Feature, Option, Unclear, button, command, dialog
from bot.engine.menus import command_button
from bot.engine.options import match_option
from handlers import FEATURES
from storage import places
from tests.playground import Playground

PARIS = ZoneInfo("Europe/Paris")


def feature(name: str, texts: Path, **declared: object) -> Feature:
    module = ModuleType(name)
    vars(module).update(declared)
    return Feature(name, (module,), texts)


@pytest.fixture
def words(tmp_path: Path) -> Callable[[str], Path]:
    def write(ftl: str) -> Path:
        for lang in Lang:
            (tmp_path / f"{lang.value}.ftl").write_text(ftl, encoding="utf-8")
        return tmp_path

    return write


def test_what_is_always_known_can_be_named_by_any_text(words: Callable[[str], Path]) -> None:
    folder = words("greet = Ici { $where }. { $line }!\nline = Appelez { $where }\nbare = Rien\n")
    catalog = Catalog([folder], {"where": Span("Garance"), "line": Text("line")})
    assert catalog.label(Text("greet"), Lang.FR, PARIS) == "Ici Garance. Appelez Garance!"
    assert catalog.label(Text("greet", {"where": "Ici"}), Lang.FR, PARIS).startswith("Ici Ici.")
    assert catalog.label(Text("bare"), Lang.FR, PARIS) == "Rien"


def test_a_text_that_another_one_names_is_said_within_it(words: Callable[[str], Path]) -> None:
    catalog = Catalog([words("outer = Ici : { inner }\ninner = { deep } { $x }\ndeep = au\n")])
    assert catalog.label(Text("outer", {"x": Span("port")}), Lang.EN, PARIS) == "Ici : au port"
    assert catalog.label(Text("deep"), Lang.EN, PARIS) == "au"


def test_a_label_joins_what_variables_bring_without_spaces(words: Callable[[str], Path]) -> None:
    catalog = Catalog([words("pair = { $a }, { $b }\n")])
    assert catalog.label(Text("pair", {"a": Span("Un"), "b": Span("Deux")}), Lang.FR, PARIS) == (
        "Un, Deux"
    )


def test_a_number_never_leaves_a_wizard() -> None:
    nav = ["!leave", "✖️ Abandonner", ["abandonner"]]
    assert match_option("1", [nav]) is None
    assert match_option("abandonner", [nav]) == "!leave"
    assert match_option("aban", [nav]) is None
    assert match_option("1", [["yes", "Oui", []], nav]) == "yes"
    assert match_option("3", [["two", "2", []], ["three", "3", []], nav]) == "three"


def _number(said: str) -> str:
    if not said.isdecimal():
        raise Unclear("unclear-choice")
    return said


@dialog("needs.count", right=Right.ANYONE)
async def how_many(ctx: Ctx, ask: Ask, offered: str) -> None:
    options = [Option(n, Text("how-many", {"count": int(n)})) for n in offered.split(",")]
    said = await ask.read("how-many-ask", _number, options=options)
    ctx.say("how-many", count=int(said))


@command("combien", right=Right.ANYONE)
async def ask_count(ctx: Ctx, rest: str) -> None:
    ctx.start(how_many, offered=rest)


@dialog("needs.tongue", right=Right.ANYONE)
async def tongue(ctx: Ctx, ask: Ask) -> None:
    for turn in count():
        options = [
            Option("en", Text("word"), ("english",)),
            Option("done", Text("how-many-ask"), ("fini",), ends=True),
        ]
        if await ask.choice("word", options, at=turn) == "done":
            return ctx.say("word")
        ctx.speaks = Lang.EN


@command("langage", right=Right.ANYONE)
async def ask_tongue(ctx: Ctx, rest: str) -> None:
    ctx.start(tongue)


@button("needs.page", right=Right.ANYONE)
async def page(ctx: Ctx, number: int) -> None:
    following = Button(Text("how-many-ask"), page.call(number + 1))
    ctx.flip(Message((Text("how-many", {"count": number}),), (following,)))


@command("pages", right=Right.ANYONE)
async def pages(ctx: Ctx, rest: str) -> None:
    await page.run(ctx, 1)


@command("boutons", right=Right.ANYONE)
async def buttons(ctx: Ctx, rest: str) -> None:
    ctx.show(Message((Text("word"),), (command_button("pages", "how-many-ask"),)))


@command("menu_neuf", right=Right.ANYONE)
async def new_menu(ctx: Ctx, rest: str) -> None:
    ctx.renew_menu(ctx.event.chat, Role.COORDINATOR, Lang.FR)
    if rest:
        raise Unclear("unclear-choice")


@pytest.fixture
async def needs(sqlite_url: str, words: Callable[[str], Path]) -> Playground:
    texts = words(
        "how-many = Nombre : { $count }\nhow-many-ask = Encore\nword = Mot\n"
        "help-combien = x\nhelp-langage = x\nhelp-pages = x\nhelp-boutons = x\nhelp-menu_neuf = x\n"
    )
    (texts / "en.ftl").write_text("word = Word\n", encoding="utf-8")
    here = feature(
        "needs", texts, how_many=how_many, ask_count=ask_count, tongue=tongue, page=page,
        ask_tongue=ask_tongue, pages=pages, buttons=buttons, new_menu=new_menu,
    )  # fmt: skip
    play = Playground(sqlite_url, (*FEATURES, here))
    await play.boot()
    return play


async def test_a_wizard_gets_what_it_was_started_with_and_reads_numbers_first(
    needs: Playground,
) -> None:
    mia = await needs.person("Mia")
    await mia.says("/combien 1,10,50", "2")
    assert mia.sees("Nombre : 2")
    await mia.says("/combien 1,10,50")
    await mia.taps("Nombre : 10")
    assert mia.sees("Nombre : 10")
    await needs.shut()


async def test_a_guest_is_spoken_to_in_the_language_they_chose_in_the_wizard(
    needs: Playground,
) -> None:
    eva = needs.stranger("eva")
    await eva.says("/langage")
    assert eva.sees("Mot")
    assert "✖️ Abandonner" not in eva.buttons()
    await eva.taps("Mot")
    assert eva.sees("Word")
    await needs.restart()
    await eva.says("english")
    assert eva.sees("Word")
    await eva.says("fini")
    assert eva.sees("Word")
    await needs.shut()


async def test_a_page_turns_in_its_own_message(needs: Playground) -> None:
    mia = await needs.person("Mia")
    await mia.says("/pages")
    count = len(mia.messages)
    await mia.taps("Encore")
    await mia.taps("Encore")
    assert (mia.last, len(mia.messages)) == ("Nombre : 3", count)
    await mia.says("/boutons")
    await mia.taps("Encore")
    assert mia.sees("Nombre : 1")
    assert len(mia.messages) == count + 2
    await needs.shut()


async def test_a_page_turns_to_a_new_message_in_the_simple_display(needs: Playground) -> None:
    mia = await needs.person("Mia", simple=True)
    await mia.says("/pages")
    await mia.taps("Encore")
    assert mia.sees("Nombre : 2")
    assert mia.messages[-2].wording.keys == ()
    await needs.shut()


async def test_the_platforms_menu_is_renewed_after_the_commit_only(needs: Playground) -> None:
    mia = await needs.person("Mia")
    await mia.says("/menu_neuf non")
    assert ("mia", "fr") not in needs.local.menus
    await mia.says("/menu_neuf")
    names = [entry.name for entry in needs.local.menus["mia", "fr"]]
    assert "inviter" in names
    assert all(entry.help for entry in needs.local.menus["mia", "fr"])
    await needs.shut()


async def test_live_messages_follow_the_language_and_fall_silent_at_the_end(
    needs: Playground,
) -> None:
    mia = await needs.person("Mia")
    async with needs.db.transaction() as tx:
        for card in ("card:1", "page:1"):
            tx.add(
                places.Place(
                    card=card, platform="local", chat="mia", thread="", lang="fr",
                    lane=1, made_at=needs.now, edit_after=needs.now,
                    **({"body": {"lines": []}} if card == "page:1" else {}),
                )
            )  # fmt: skip
    async with needs.db.transaction() as tx:
        where = (await needs_place(needs, "card:1")).where
        await places.speak(tx, where, "en", simple=True)
    live, fixed = await needs_place(needs, "card:1"), await needs_place(needs, "page:1")
    assert (live.lang, live.simple, live.version) == ("en", True, 2)
    assert (fixed.lang, fixed.version) == ("fr", 1)
    async with needs.db.transaction() as tx:
        await places.fall_silent(tx, where)
    assert (await needs_place(needs, "card:1")).state is places.State.GONE
    assert (await needs_place(needs, "page:1")).state is places.State.LIVE
    assert mia.id
    await needs.shut()


async def needs_place(play: Playground, card: str) -> places.Place:
    async with play.db.reading() as tx:
        return (await tx.scalars(select(places.Place).where(places.Place.card == card))).one()
