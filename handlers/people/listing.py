"""Making, filling and renaming a list of members, asked one by one or in one line."""

from collections.abc import Callable, Sequence
from typing import Any

from bot.core import Right, Span, Text
from bot.core.plain import clean, fold
from bot.engine import Ask, Ctx, Option, Unclear, button, dialog
from handlers.people import lists as pages
from handlers.people.rules.picking import LONGEST, Picked, Someone, is_a_name, pick
from storage import everyone, lists
from storage.lists import MemberList

FULL = Option("done", Text("that-is-all"), ("fini", "done", "ok", "c'est tout"))
EMPTY = Option("done", Text("list-nobody"), ("personne", "nobody"))


async def typed(ctx: Ctx, words: str) -> None:
    """«/membres liste équipe mobile : Martin, Dupont»: it is made, or they are added to it."""
    name, _, who = words.partition(":")
    found = await lists.named(ctx.tx, fold(name))
    if found is not None and not who.strip():
        return await pages.show(ctx, found)
    if found is not None:
        return ctx.start(fill, list_id=found.id, words=who.strip())
    return ctx.start(make, name=clean(name), words=who.strip())


@button("people.list-new", right=Right.KNOW_PEOPLE)
async def new(ctx: Ctx) -> None:
    ctx.start(make)


@dialog("people.list-make", right=Right.KNOW_PEOPLE)
async def make(ctx: Ctx, ask: Ask, name: str = "", words: str = "") -> None:
    ask.steps("ask-list-name", "ask-list-who")
    given = await ask.keep("name", lambda: _checked(ctx, name))
    if given["wrong"] or not name:
        extra = [Text(given["wrong"], {"name": Span(name[:60])})] if name else []
        name = await ask.read("ask-list-name", await _namer(ctx), extra=extra)
    ids = await _who(ctx, ask, words, set())
    row = MemberList(name=name, folded=fold(name), made_by=ctx.me.id, made_at=ctx.now)
    ctx.tx.add(row)
    await ctx.tx.flush()
    await pages.put(ctx, row, ids, "list.made")
    await pages.show(ctx, row)


@button("people.list-add", right=Right.KNOW_PEOPLE)
async def add(ctx: Ctx, list_id: int) -> None:
    ctx.start(fill, list_id=list_id)


@dialog("people.list-fill", right=Right.KNOW_PEOPLE)
async def fill(ctx: Ctx, ask: Ask, list_id: int, words: str = "") -> None:
    row = await pages.known(ctx, list_id)
    ids = await _who(ctx, ask, words, set(await lists.members_of(ctx.tx, row.id)))
    await pages.put(ctx, row, ids, "list.filled")
    await pages.show(ctx, row)


async def _who(ctx: Ctx, ask: Ask, words: str, before: set[int]) -> set[int]:
    """Names, as many as one likes at a time, until that is all."""
    known = [Someone(m.id, m.name, m.folded) for m in await everyone.active(ctx.tx)]
    names = {one.id: one.name for one in known}
    chosen, round_ = set[int](), 0
    found = await ask.keep("first", lambda: _picked(words, known)) if words else None
    while True:
        extra: list[Text] = []
        if found is not None:
            more, extra = await _settled(ask, found, names, round_)
            chosen |= more
            now = tuple(Span(names[i]) for i in sorted(chosen - before) if i in names)
            if now:
                extra.append(Text("list-so-far", {"names": now}))
        answer = await ask.read(
            "ask-list-who", _reader(known), at=round_, extra=extra,
            options=[FULL if found is not None else EMPTY],
        )  # fmt: skip
        if answer == "done":
            return before | chosen
        found, round_ = answer, round_ + 1


async def _picked(words: str, known: Sequence[Someone]) -> dict[str, Any]:
    return _row(pick(words, known))


def _reader(known: Sequence[Someone]) -> Callable[[str], dict[str, Any]]:
    def read(said: str) -> dict[str, Any]:
        found = pick(said, known)
        if not found.ids and not found.several:
            raise Unclear("list-unknown", names=_some(found.unknown))
        return _row(found)

    return read


def _some(pieces: Sequence[str]) -> tuple[Span, ...]:
    """The first few: the rest is like them."""
    return tuple(Span(one[:40]) for one in pieces[:5])


def _row(found: Picked) -> dict[str, Any]:
    return {"ids": list(found.ids), "several": [[w, list(i)] for w, i in found.several],
            "unknown": list(found.unknown)}  # fmt: skip


async def _settled(
    ask: Ask, found: dict[str, Any], names: dict[int, str], round_: int
) -> tuple[set[int], list[Text]]:
    """Whoever was meant, and what to say of those that nobody was."""
    ids = set(found["ids"])
    for number, (piece, meant) in enumerate(found["several"]):
        options = [
            Option(str(one), Text("in-their-words", {"words": Span(names[one])}), wide=True)
            for one in meant[:8]
            if one in names
        ]
        options.append(Option("0", Text("list-none-of-them"), ("aucun", "none")))
        picked = await ask.choice(
            "ask-list-which", options, at=f"{round_}.{number}", piece=Span(piece)
        )
        ids |= {int(picked)} - {0}
    unknown = _some(found["unknown"])
    return ids, [Text("list-unknown", {"names": unknown})] if unknown else []


async def _namer(ctx: Ctx) -> Callable[[str], str]:
    taken = {row.folded for row in await lists.all_of(ctx.tx)}
    towns = ctx.parts.settings.community.towns

    def read(said: str) -> str:
        name = clean(said)
        if (wrong := _wrong(name, towns, taken)) is not None:
            raise Unclear(wrong, name=Span(name[:60]))
        return name

    return read


async def _checked(ctx: Ctx, name: str) -> dict[str, str]:
    taken = {row.folded for row in await lists.all_of(ctx.tx)}
    wrong = _wrong(name, ctx.parts.settings.community.towns, taken) if name else ""
    return {"wrong": wrong or ""}


def _wrong(name: str, towns: Sequence[str], taken: set[str]) -> str | None:
    if not name:
        return "unclear-empty"
    if fold(name) in taken:
        return "list-taken"
    if len(name) > LONGEST or not is_a_name(name, towns):
        return "list-no-name"
    return None


@button("people.list-rename", right=Right.KNOW_PEOPLE)
async def rename(ctx: Ctx, list_id: int) -> None:
    ctx.start(rename_list, list_id=list_id)


@dialog("people.list-renamed", right=Right.KNOW_PEOPLE)
async def rename_list(ctx: Ctx, ask: Ask, list_id: int) -> None:
    row = await pages.known(ctx, list_id)
    name = await ask.read("ask-list-name", await _namer(ctx))
    row.name, row.folded = name, fold(name)
    ctx.audit("list.renamed", f"list:{row.id}")
    await pages.show(ctx, row)
