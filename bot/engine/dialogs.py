"""Runs wizards: begins them, feeds them answers, goes back, leaves, forgets."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from bot.core import Asks, ChatRef, Identity, Lang, Message, Right, Text
from bot.core.errors import Refusal
from bot.core.events import FileRef
from bot.core.messages import Button
from bot.core.plain import clean_lines
from bot.engine.ask import Ask, Waiting
from bot.engine.context import Ctx
from bot.engine.declare import button, job
from bot.engine.feature import Dialog
from bot.engine.options import Option, Question, match_option
from storage import dialogs
from storage.dialogs import DialogRow
from storage.keyboards import new_key
from storage.places import Place


class Stopped(Exception):
    """The run asked a question: its effects are undone, then the question is owed."""

    def __init__(self, row: DialogRow, ask: Ask, *, tapped: bool, speaks: Lang | None) -> None:
        super().__init__(row.dialog)
        self.row, self.ask, self.tapped, self.speaks = row, ask, tapped, speaks


async def begin(ctx: Ctx, dialog: Dialog, args: dict[str, Any]) -> None:
    """Start a wizard in the person's private chat; the one before it there is left."""
    where = ctx.event.chat
    if not ctx.event.private:
        if ctx.account is None:
            raise Refusal("begin-in-private")
        where = ctx.account.where
        ctx.say("continues-in-private")
    row = DialogRow(
        platform=where.platform, chat=where.chat, account=ctx.who.account, dialog=dialog.name,
        args=args, answers=[], asking="", options=[], turn=0, id=new_key(), place="",
        started_at=ctx.now, expires_at=ctx.now + dialog.patience,
    )  # fmt: skip
    await _run(ctx, dialog, row, Ask([]), tapped=False)


async def typed(ctx: Ctx, row: DialogRow, said: str, files: Sequence[FileRef] = ()) -> None:
    """An answer in words: an option by its label, else what the question reads, else a number.
    Or a file, where one is asked for."""
    if files:
        ask = Ask(_copy(row.answers), row.asking, clean_lines(said), sent=files[0])
        return await _run(ctx, _dialog(ctx, row), row, ask, tapped=False)
    value = match_option(said, row.options)
    if value is not None and value.startswith("!"):
        return await _nav(ctx, row, value, tapped=False)
    if value is not None and not said.strip(" .!").isdecimal():
        return await _answered(ctx, row, value, tapped=False)
    ask = Ask(_copy(row.answers), row.asking, clean_lines(said), numbered=value)
    await _run(ctx, _dialog(ctx, row), row, ask, tapped=False)


async def pressed(ctx: Ctx, turn: int, value: str) -> None:
    """An answer by button; one of an older question is out of date."""
    row = await dialogs.under_way(ctx.tx, ctx.event.chat, ctx.who)
    if row is None or row.turn != turn:
        raise Refusal("question-over")
    if value.startswith("!"):
        return await _nav(ctx, row, value, tapped=True)
    await _answered(ctx, row, value, tapped=True)


async def _answered(ctx: Ctx, row: DialogRow, value: str, *, tapped: bool) -> None:
    ask = Ask(_copy(row.answers), row.asking)
    ask.answers = [a for a in ask.answers if a[0] != f"~{row.asking}"]
    ask.answers.append([row.asking, value])
    await _run(ctx, _dialog(ctx, row), row, ask, tapped=tapped)


async def _nav(ctx: Ctx, row: DialogRow, value: str, *, tapped: bool) -> None:
    if value == "!leave":
        return await leave(ctx, row, tapped=tapped)
    ask = Ask(_copy(row.answers), row.asking)
    if value == "!back":
        ask.back()
    elif value.startswith("!tick:"):
        _tick(ask, row.asking, value.removeprefix("!tick:"))
    else:
        done = next((v for p, v in ask.answers if p == f"~{row.asking}"), "")
        return await _answered(ctx, row, done, tapped=tapped)
    await _run(ctx, _dialog(ctx, row), row, ask, tapped=tapped)


def _tick(ask: Ask, path: str, value: str) -> None:
    before = next((v for p, v in ask.answers if p == f"~{path}"), "")
    ticked = [v for v in before.split(",") if v]
    ticked = [v for v in ticked if v != value] if value in ticked else [*ticked, value]
    ask.answers = [a for a in ask.answers if a[0] != f"~{path}"]
    ask.answers.append([f"~{path}", ",".join(ticked)])


async def _run(ctx: Ctx, dialog: Dialog, row: DialogRow, ask: Ask, *, tapped: bool) -> None:
    """Run it from its first line. `Stopped` carries the question it got to."""
    ctx.require(dialog.right)
    place, ctx.dialog = await _place(ctx, row), row.id
    ctx.reuse = lent = place if tapped and not ctx.simple else None
    try:
        await dialog.run(ctx, ask, **row.args)
    except Waiting:
        raise Stopped(row, ask, tapped=tapped, speaks=ctx.speaks) from None
    finally:
        used, ctx.reuse = lent is not None and ctx.reuse is None, None
    if place is not None and not used:
        ctx.close(place)
    kept = await dialogs.under_way(ctx.tx, ChatRef(row.platform, row.chat), _who(row))
    if kept is not None and kept.id == row.id:
        await ctx.tx.delete(kept)


async def asked(ctx: Ctx, stop: Stopped) -> None:
    """Owe the question that stopped the run, and keep the answers given so far."""
    ask, given = stop.ask, stop.row
    assert ask.question is not None
    ctx.speaks = stop.speaks
    where = ChatRef(given.platform, given.chat)
    row = await dialogs.under_way(ctx.tx, where, _who(given))
    if row is None or row.id != given.id:
        row = await _first(ctx, row, given)
    old = await _place(ctx, row)
    row.answers, row.asking, row.turn = ask.answers, ask.question.path, row.turn + 1
    row.expires_at = ctx.now + _dialog(ctx, row).patience
    if ask.problem is None:
        for aside in ask.asides:
            ctx.post(where, aside)
    offered, message = _shown(ctx, row, ask.question, ask.problem)
    row.options = offered
    if stop.tapped and old is not None and not ctx.simple and not ask.asides:
        old.lang = ctx.lang.value
        ctx.reword(old, message)
        return
    if old is not None:
        ctx.close(old)
    row.place = ctx.post(where, message, slot=f"dialog:{row.id}:{row.turn}")


async def _first(ctx: Ctx, before: DialogRow | None, row: DialogRow) -> DialogRow:
    if before is not None:
        old = await _place(ctx, before)
        if old is not None:
            ctx.close(old)
        await ctx.tx.delete(before)
        await ctx.tx.flush()
    ctx.tx.add(row)
    ctx.at(row.expires_at, expire.call(row.platform, row.chat, row.account, row.id))
    return row


def _shown(
    ctx: Ctx, row: DialogRow, question: Question, problem: Text | None
) -> tuple[list[Any], Message]:
    """The question with its buttons, and what can be typed for each, as they stand now."""
    options = list(question.options)
    if question.several:
        options = [_box(o, question.chosen) for o in question.options]
        options.append(Option("!done", Text("that-is-all"), ("fini", "done", "ok", "c'est tout")))
    if any(not p.startswith(("keep:", "~")) for p, _ in row.answers):
        options.append(Option("!back", Text("back"), ("retour", "back", "precedent")))
    if not any(o.ends for o in options):
        options.append(Option("!leave", Text("leave"), ("abandonner", "annuler", "stop", "cancel")))
    label = ctx.parts.catalog.label
    offered = [[o.value, label(o.label, ctx.lang, ctx.zone), list(o.words)] for o in options]
    buttons = tuple(Button(o.label, answer.call(row.turn, o.value), wide=o.wide) for o in options)
    lines = (problem, *question.lines) if problem else question.lines
    return offered, Message(lines, buttons, question.attachment, asks=Asks.YES)


def _box(option: Option, chosen: frozenset[str]) -> Option:
    key = "ticked" if option.value in chosen else "unticked"
    label = Text(key, {"label": option.label})
    return Option(f"!tick:{option.value}", label, option.words, option.wide)


async def again(ctx: Ctx, row: DialogRow) -> None:
    """Ask the open question once more, below: someone has lost sight of it."""
    ask = Ask(_copy(row.answers), row.asking)
    await _run(ctx, _dialog(ctx, row), row, ask, tapped=False)


async def leave(ctx: Ctx, row: DialogRow, *, tapped: bool) -> None:
    place = await _place(ctx, row)
    if tapped and not ctx.simple:
        ctx.reuse = place
    elif place is not None:
        ctx.close(place)
    await ctx.tx.delete(row)
    ctx.say("dialog-left")


@button("dialog.answer", right=Right.ANYONE)
async def answer(ctx: Ctx, turn: int, value: str) -> None:
    await pressed(ctx, turn, value)


@job("dialog.expire")
async def expire(ctx: Ctx, platform: str, chat: str, account: str, dialog: str) -> None:
    """A wizard that nobody answers ends by itself; its message says so."""
    row = await dialogs.under_way(ctx.tx, ChatRef(platform, chat), Identity(platform, account))
    if row is None or row.id != dialog:
        return
    if row.expires_at > ctx.now + timedelta(seconds=1):
        ctx.at(row.expires_at, expire.call(platform, chat, account, dialog))
        return
    place = await _place(ctx, row)
    if place is not None:
        ctx.reword(place, Message((Text("dialog-expired"),)))
    await ctx.tx.delete(row)


def _dialog(ctx: Ctx, row: DialogRow) -> Dialog:
    return ctx.parts.registry.dialogs[row.dialog]


def _who(row: DialogRow) -> Identity:
    return Identity(row.platform, row.account)


async def _place(ctx: Ctx, row: DialogRow) -> Place | None:
    """Where the last question of a wizard stands."""
    if not row.place:
        return None
    return ctx.owed.place_of(row.place) or await ctx.tx.get(Place, row.place)


def _copy(answers: list[Any]) -> list[list[Any]]:
    return [list(a) for a in answers]
