"""The wizard of an alert: what the line did not say is asked, then the preview is shown."""

from dataclasses import replace
from functools import partial
from typing import Any

from bot.core import Right, Span, Text, text
from bot.core.audience import Audience, Known, both
from bot.core.files import unpack_file
from bot.core.partners import PUBLIC
from bot.engine import Ask, Ctx, Option, audiences, dialog
from bot.engine.sent import MOST, takes
from handlers.alerts import asking, preview, reaching, sending
from handlers.alerts.reaching import Whom
from handlers.alerts.rules import draft as drafts
from handlers.alerts.rules import line as lines
from handlers.alerts.rules import post
from handlers.alerts.rules.draft import Draft, pack, unpack
from handlers.alerts.rules.line import Problem


@dialog("alerts.new-alert", right=Right.ALERT)
async def new_alert(
    ctx: Ctx, ask: Ask, line: str = "", drill: bool = False, given: dict[str, Any] | None = None
) -> None:
    """`given` is what was forwarded, posted or signalled: `words`, `source`, `place`, `file`, or
    `no_file` for why it cannot be taken; `post`, `signal`."""
    kept = await ask.keep("line", lambda: _read(ctx, line, drill, given or {}))
    draft = unpack(kept["draft"])
    ask.above(*_mark(draft))
    for number, problem in enumerate(kept["problems"]):
        draft = await _mend(ctx, ask, draft, Problem(*problem), number)
    draft = await _complete(ctx, ask, draft)
    draft, whom = await _confirm(ctx, ask, draft)
    await sending.send(ctx, draft, whom, ctx.dialog)


def _mark(draft: Draft) -> tuple[Text, ...]:
    """Above each question of an exercise; its preview says so by itself."""
    return (Text("alert-drill-mark"),) if draft.drill else ()


async def _read(ctx: Ctx, line: str, drill: bool, given: dict[str, Any]) -> dict[str, Any]:
    """The line as it was understood when it was typed; JSON, for the dialog's row."""
    known = await audiences.known(ctx)
    found = lines.read(line, lines.Reader(ctx.now, ctx.zone, known))
    draft = replace(
        found.draft, drill=found.draft.drill or drill, signal=given.get("signal", 0),
        post=given.get("post", 0), place=found.draft.place or given.get("place", ""),
    )  # fmt: skip
    file = unpack_file(given.get("file"))
    draft = post.quoted(draft, given.get("words", ""), given.get("source", ""), file)
    problems = [[p.part, p.piece] for p in found.problems]
    problems += [["file", given["no_file"]]] if given.get("no_file") else []
    return {"draft": pack(draft), "problems": problems}


def _media(known: Known) -> Audience | None:
    """A «communiqué» goes to media unless it says otherwise."""
    channels = tuple(c.id for c in known.channels if c.category in PUBLIC)
    return Audience(channels=channels) if channels else None


async def _mend(ctx: Ctx, ask: Ask, draft: Draft, problem: Problem, number: int) -> Draft:
    """Ask again for the one piece that was not understood; the rest is kept."""
    match problem.part:
        case "audience":
            why = Text("reach-unclear", {"piece": Span(problem.piece[:80])})
            more = await asking.audience(ctx, ask, draft, at=number, why=why)
            return replace(draft, audience=both(draft.audience or Audience(), more))
        case "validity":
            why = Text("alert-why-validity", asking.why_validity(ctx, problem.piece))
            return await asking.validity(ctx, ask, draft, at=number, why=why)
        case "severity":
            why = Text("alert-why-severity", {"piece": Span(problem.piece[:80])})
            return await asking.severity(ask, draft, at=number, why=why)
        case "file":
            why = text(problem.piece, most=MOST // 1024 // 1024)
            return await asking.file(ctx, ask, draft, at=number, why=why)
        case part:
            most, length = drafts.MOST[part], int(problem.piece)
            why = text("alert-why-long", length=length, most=most, lines=drafts.LINES)
            words = await asking.words(ask, part, at=f"{number}-shorter", why=why)
            return drafts.with_words(draft, part, words)


async def _complete(ctx: Ctx, ask: Ask, draft: Draft) -> Draft:
    """How grave, what, to whom: all that has to be said."""
    ask.steps(*asking.missing(draft))
    if draft.severity is None:
        draft = await asking.severity(ask, draft)
    if draft.release and not (draft.audience and draft.audience.channels):
        draft = replace(draft, audience=_media(await audiences.known(ctx)))
    if not draft.title:
        draft = replace(draft, title=await asking.words(ask, "title"))
    if not draft.words:
        draft = replace(draft, words=await asking.words(ask, "words"))
    if draft.audience is None or draft.audience == Audience():
        draft = replace(draft, audience=await asking.audience(ctx, ask, draft))
    return draft


async def _confirm(ctx: Ctx, ask: Ask, draft: Draft) -> tuple[Draft, Whom]:
    """The preview, until it is sent."""
    round_ = 0
    while True:
        ask.above()
        whom = await reaching.of(ctx, draft)
        known = await ask.keep(f"twins:{round_}", partial(_twins, ctx, draft))
        choice = await ask.file(
            "preview-question", takes, at=round_, options=preview.options(draft, whom),
            extra=await preview.lines(ctx, draft, whom),
        )  # fmt: skip
        round_ += 1
        if isinstance(choice, dict):
            draft = asking.with_file(ctx, draft, choice)
            continue
        match choice:
            case "send":
                if set(await ask.keep(f"sent:{round_}", partial(_twins, ctx, draft))) - set(known):
                    continue  # the same left meanwhile: it is shown before a second one does
                await preview.check(ctx, draft, whom)
                return draft, whom
            case "edit":
                draft = await _edit(ctx, ask, draft, round_)
            case "try":
                ask.aside(preview.sample(ctx, draft))
            case "who":
                ask.aside(preview.who(whom))
            case "room":
                slow = tuple(p for p, _ in whom.slow if any(r.platform == p for r in whom.rooms))
                draft = replace(draft, through=slow)
            case _:
                draft = replace(draft, through=())


async def _twins(ctx: Ctx, draft: Draft) -> list[int]:
    return [row.id for row in await preview.twins(ctx, draft)]


async def _edit(ctx: Ctx, ask: Ask, draft: Draft, round_: int) -> Draft:
    ask.above(*_mark(draft))
    fields = ("severity", "title", "words", "audience", "place", "source", "validity", "partners",
              "file")  # fmt: skip
    options = [Option(name, Text(f"alert-edit-{name}")) for name in fields]
    match await ask.choice("edit-what", options, at=round_):
        case "severity":
            return await asking.severity(ask, draft, at=round_)
        case "audience":
            found = await asking.audience(ctx, ask, draft, at=round_)
            return replace(draft, audience=found, through=())
        case "validity":
            return await asking.validity(ctx, ask, draft, at=round_)
        case "file":
            return await asking.file(ctx, ask, draft, at=round_)
        case part:
            skips = part in ("place", "source", "partners")
            now = Text("alert-edit-now", {"words": Span(getattr(draft, part))})
            why = now if getattr(draft, part) else None
            words = await asking.words(ask, part, at=round_, skip=skips, why=why)
            return drafts.with_words(draft, part, words)
