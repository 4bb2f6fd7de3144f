"""A new issue: its wizard, or one line; then what can be changed of it."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.core import Right, Span, Text
from bot.core.audience import read as understood
from bot.core.events import FileRef
from bot.core.files import pack_file
from bot.core.plain import clean
from bot.engine import Ask, Ctx, Option, Unclear, audiences, button, dialog, sent
from handlers.newsletters import asking, contributors, issues, keys, letter, preview
from handlers.newsletters.rules import body
from handlers.newsletters.rules import line as lines
from handlers.newsletters.rules.line import Line
from storage import newsletters
from storage.newsletters import Article, Issue

FIELDS = ("title", "intro", "number", "deadline")
STEPS = ("ask-news-title", "ask-news-text", "ask-news-deadline", "ask-news-whom")


@button("newsletters.write", right=Right.WRITE_NEWS)
async def open_wizard(ctx: Ctx) -> None:
    ctx.start(write)


@dialog("newsletters.new", right=Right.WRITE_NEWS)
async def write(ctx: Ctx, ask: Ask, line: str = "", file: dict[str, Any] | None = None) -> None:
    """What the line did not say is asked; a line with a text goes straight to the preview. `file`
    came with it."""
    said = lines.read(line)
    kept = await ask.keep("whom", lambda: _whom(ctx, said.whom))
    ask.steps(*_missing(said, bool(line), kept))
    title = said.title if _fits(said.title, asking.TITLE) else await asking.title(
        ask, *_why("title", said.title, asking.TITLE)
    )  # fmt: skip
    text = said.text if _fits(said.text, body.LONGEST) else await asking.text(
        ask, *_why("text", said.text, body.LONGEST), skip=not said.text
    )  # fmt: skip
    deadline = "" if line else await asking.deadline(ctx, ask, "ask-news-deadline")
    whom = kept.get("audience")
    if whom is None:
        unclear = [Text("reach-unclear", {"piece": Span(kept["unclear"])})]
        whom = await asking.audience(ctx, ask, *(unclear if kept["unclear"] else ()))
    issue = await make(ctx, title, text, deadline, whom)
    issue.file = file
    if line and text:
        return await preview.show(ctx, issue)
    return await issues.show(ctx, issue.id)


async def _whom(ctx: Ctx, said: str) -> dict[str, Any]:
    """As it was understood when it was typed; what names nobody here is asked again."""
    if not said:
        return {"unclear": ""}
    found = understood(said, await audiences.known(ctx))
    if found.unclear:
        return {"unclear": found.unclear[0][:80]}
    return {"audience": found.audience.pack()}


def _fits(words: str, most: int) -> bool:
    return 0 < len(words) <= most


def _why(part: str, words: str, most: int) -> tuple[Text, ...]:
    if not words:
        return ()
    return (Text("news-long", {"part": part, "length": len(words), "most": most}),)


def _missing(said: Line, typed: bool, kept: dict[str, Any]) -> list[str]:
    """The questions that come, in their order."""
    absent = {
        "ask-news-title": not _fits(said.title, asking.TITLE),
        "ask-news-text": not _fits(said.text, body.LONGEST),
        "ask-news-deadline": not typed,
        "ask-news-whom": "audience" not in kept,
    }
    return [key for key in STEPS if absent[key]]


async def make(ctx: Ctx, title: str, text: str, deadline: str, whom: dict[str, Any]) -> Issue:
    issue = Issue(
        number=await newsletters.next_number(ctx.tx), title=title, audience=whom,
        deadline=datetime.fromisoformat(deadline) if deadline else None, made_by=ctx.me.id,
        made_at=ctx.now,
    )  # fmt: skip
    ctx.tx.add(issue)
    await ctx.tx.flush()
    if text:
        first = Article(
            issue_id=issue.id, author_id=ctx.me.id, text=text, position=1, given_at=ctx.now
        )
        ctx.tx.add(first)
        await ctx.tx.flush()
    ctx.audit("newsletter.made", keys.about(issue.id), None, {"number": issue.number})
    return issue


# What can be changed


@button("newsletters.edit", right=Right.WRITE_NEWS)
async def open_edit(ctx: Ctx, issue_id: int) -> None:
    await issues.editable(ctx, issue_id)
    ctx.start(edit, issue_id=issue_id)


@button("newsletters.whom", right=Right.WRITE_NEWS)
async def open_whom(ctx: Ctx, issue_id: int) -> None:
    await issues.editable(ctx, issue_id)
    ctx.start(change_whom, issue_id=issue_id)


@dialog("newsletters.change", right=Right.WRITE_NEWS)
async def edit(ctx: Ctx, ask: Ask, issue_id: int) -> None:
    issue = await issues.editable(ctx, issue_id)
    name = letter.name(issue).text
    fields = [Option(one, Text(f"news-field-{one}"), wide=True) for one in FIELDS]
    what = await ask.choice("ask-news-field", fields, name=name)
    match what:
        case "title":
            issue.title = await asking.title(ask)
        case "intro":
            issue.intro = await ask.text(
                "ask-news-intro", max=asking.INTRO, skip=Text("news-no-intro"), most=asking.INTRO
            )
        case "number":
            issue.number = int(await ask.read("ask-news-number", _number))
        case _:
            at = await asking.deadline(ctx, ask, "ask-news-deadline")
            issue.deadline = datetime.fromisoformat(at) if at else None
            await contributors.plan_reminders(ctx, issue)
    issues.changed(ctx, issue, what)
    await issues.show(ctx, issue_id)


def _number(said: str) -> int:
    bare = said.lower().replace("nº", "").replace("n°", "").replace("no.", "").strip()
    if not bare.isdecimal() or not 0 < int(bare[:5]) < 10_000:
        raise Unclear("news-number-unclear", said=Span(said[:20]))
    return int(bare[:5])


@dialog("newsletters.change-whom", right=Right.WRITE_NEWS)
async def change_whom(ctx: Ctx, ask: Ask, issue_id: int) -> None:
    issue = await issues.editable(ctx, issue_id)
    issue.audience = await asking.audience(ctx, ask)
    issues.changed(ctx, issue, "audience")
    await issues.show(ctx, issue_id)


@button("newsletters.file", right=Right.WRITE_NEWS)
async def open_file(ctx: Ctx, issue_id: int) -> None:
    await issues.editable(ctx, issue_id)
    ctx.start(change_file, issue_id=issue_id)


@dialog("newsletters.change-file", right=Right.WRITE_NEWS)
async def change_file(ctx: Ctx, ask: Ask, issue_id: int) -> None:
    """A picture or a PDF, sent on without what it betrays."""
    issue = await issues.editable(ctx, issue_id)
    none = Option("none", Text("news-no-file"), ("sans", "aucun", "none", "non", "no"))
    found = await ask.file("ask-news-file", sent.takes, options=[none])
    if isinstance(found, str):
        issue.file = None
    else:
        file = sent.taken(ctx.event.chat.platform, FileRef(**found))
        if file.is_picture:
            skip = Text("news-no-alt")
            says = await ask.text("ask-news-alt", max=asking.ALT, skip=skip, most=asking.ALT)
            file = replace(file, says=clean(says))
        issue.file = pack_file(file)
    issues.changed(ctx, issue, "file")
    await issues.show(ctx, issue_id)
