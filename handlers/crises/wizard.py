"""Activating a plan: what the line did not say is asked, then everything is shown before it is
sent."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from bot.core import Right, Span, Text
from bot.core.crises import TYPES, Origin, Phase, origin, phase
from bot.engine import Ask, Ctx, Option, Unclear, dialog
from bot.engine.unclear import words_reader
from handlers.crises import opening, reaching, situation, telling, words
from handlers.crises.rules import line as lines
from handlers.crises.rules.line import Draft
from storage import crises

FIELDS = ("title", "kind", "origin", "reference", "phase")
LENGTHS = {"title": lines.TITLE, "reference": lines.REFERENCE}


@dialog("crises.new", right=Right.CRISIS)
async def new_crisis(ctx: Ctx, ask: Ask, line: str = "", drill: bool = False) -> None:
    kept = await ask.keep("line", lambda: _read(line, drill))
    draft = await _complete(ask, lines.unpack(kept))
    draft = await _confirm(ctx, ask, draft)
    crisis = await opening.open_one(ctx, draft)
    await situation.show(ctx, crisis)


async def _read(line: str, drill: bool) -> dict[str, Any]:
    return lines.pack(lines.read(line, drill=drill))


async def _complete(ask: Ask, draft: Draft) -> Draft:
    """One question for each thing that was not said."""
    missing = [one for one in FIELDS if getattr(draft, one) in ("", None)]
    ask.steps(*(f"ask-crisis-{one}" for one in missing))
    wrong = (Text("crisis-wrong", {"piece": Span(draft.wrong)}),) if draft.wrong else ()
    for number, field in enumerate(missing):
        extra = wrong if number == 0 else ()
        if length := draft.over.get(field):
            most = LENGTHS[field]
            extra = (*extra, Text("unclear-long", {"most": most, "length": length}))
        draft = await _asked(ask, draft, field, extra=extra)
    return draft


async def _asked(
    ask: Ask, draft: Draft, field: str, *, at: object = "", extra: tuple[Text, ...] = ()
) -> Draft:
    match field:
        case "title":
            reader = words_reader(lines.TITLE)
            said = await ask.read("ask-crisis-title", reader, at=at, extra=extra)
            return replace(draft, title=said)
        case "kind":
            kinds = [Option(str(n), Text("kind-choice", {"kind": n}), wide=True) for n in TYPES]
            found = await ask.choice("ask-crisis-kind", kinds, at=at, extra=extra)
            return replace(draft, kind=int(found))
        case "origin":
            found = await ask.read(
                "ask-crisis-origin", _one_of(origin), at=at, extra=extra,
                options=[Option(o.value, Text(f"origin-{o.value}"), wide=True) for o in Origin],
            )  # fmt: skip
            return replace(draft, origin=Origin(found))
        case "reference":
            skip = Option("", Text("crisis-skip"), ("passer", "skip", "-", "non", "no", "aucune"))
            reader = words_reader(lines.REFERENCE)
            found = await ask.read(
                "ask-crisis-reference", reader, at=at, extra=extra, options=[skip]
            )
            return replace(draft, reference=found)
        case _:
            found = await ask.read(
                "ask-crisis-phase", _one_of(phase), at=at, extra=extra,
                options=[Option(p.value, Text(f"phase-{p.value}")) for p in Phase],
            )  # fmt: skip
            return replace(draft, phase=Phase(found))


def _one_of(meant: Callable[[str], Origin | Phase | None]) -> Callable[[str], str]:
    def read(said: str) -> str:
        found = meant(said)
        if found is None:
            raise Unclear("unclear-choice")
        return found.value

    return read


async def _confirm(ctx: Ctx, ask: Ask, draft: Draft) -> Draft:
    """The preview, until it is sent: what everyone will read, and how many they are."""
    round_ = 0
    while True:
        found = await telling.cell(ctx)
        extra = (
            *reaching.counted(found, drill=draft.drill),
            *(one.text for one in words.opened(draft)),
            *await _already(ctx, draft),
        )
        options = [
            Option("send", Text("crisis-activate"), ("activer", "envoyer", "oui", "ok", "send")),
            Option("who", Text("crisis-who"), ("qui", "who")),
            Option("edit", Text("crisis-edit"), ("modifier", "edit")),
        ]
        choice = await ask.choice("ask-crisis-sure", options, at=round_, extra=extra)
        round_ += 1
        if choice == "send":
            return draft
        if choice == "who":
            ask.aside(reaching.named(found))
            continue
        fields = [Option(one, Text(f"crisis-edit-{one}")) for one in FIELDS]
        field = await ask.choice("ask-crisis-edit", fields, at=round_)
        draft = await _asked(ask, draft, field, at=f"edit{round_}")


async def _already(ctx: Ctx, draft: Draft) -> list[Text]:
    """A colleague may have been quicker."""
    return [
        Text("crisis-already", {"title": Span(one.title), "at": one.opened_at})
        for one in await crises.open_now(ctx.tx)
        if one.drill == draft.drill
    ][:1]
