"""What would go out, as it will look, to how many and who gets none; then it leaves, or waits."""

import hashlib
import json
from datetime import datetime

from bot.core import Asks, Button, Lang, Message, Right, Span, Text
from bot.core.audience import unpack
from bot.core.errors import Refusal
from bot.core.quiet import in_quiet_hours
from bot.engine import Ask, Ctx, Option, audiences, button, dialog
from handlers.newsletters import issues, keys, letter, reading, sending, whom
from handlers.newsletters.rules import body
from handlers.newsletters.whom import Recipients
from storage import accounts
from storage.db import Tx
from storage.keyboards import new_key
from storage.newsletters import Issue


@button("newsletters.preview", right=Right.WRITE_NEWS)
async def open_preview(ctx: Ctx, issue_id: int) -> None:
    await show(ctx, await issues.sendable(ctx, issue_id))


async def show(ctx: Ctx, issue: Issue) -> None:
    """The issue as it will look, and below it what can be done."""
    text = await _ready(ctx, issue)
    found = await whom.recipients(ctx, issue)
    ctx.show(letter.sample(issue, text, letter.enclosed(issue)))
    lines = [*audiences.counted(found.reached), *await _lines(ctx, issue, text, found)]
    where = ctx.account.where if ctx.account is not None else ctx.event.chat
    below = Message(tuple(lines), _buttons(issue, await digest(ctx.tx, issue)), asks=Asks.YES)
    ctx.post(where, below, slot=f"page:{new_key()}")


async def _ready(ctx: Ctx, issue: Issue) -> str:
    text = await letter.text_of(ctx.tx, issue)
    if not text.strip():
        raise Refusal("news-empty", name=letter.name(issue).text)
    if len(text) > body.LONGEST:
        raise Refusal("news-too-long", length=len(text), most=body.LONGEST)
    return text


async def _lines(ctx: Ctx, issue: Issue, text: str, found: Recipients) -> list[Text]:
    lines = [
        Text(
            "news-preview-whom",
            {
                "whom": await whom.in_words(ctx.tx, ctx.lang, unpack(issue.audience)),
                "others": found.others,
                "paused": found.paused,
            },
        )
    ]
    lines += [Text("news-preview-deaf", {"count": found.deaf})] if found.deaf else []
    lines += await _as_messages(ctx, issue, text)
    hours = ctx.parts.settings.community.quiet_hours
    if in_quiet_hours(ctx.now, ctx.zone, hours.start, hours.end):
        lines.append(Text("news-preview-quiet", {"until": hours.end}))
    if issue.send_at is not None:
        lines.append(Text("news-preview-planned", {"at": issue.send_at}))
    return lines


async def _as_messages(ctx: Ctx, issue: Issue, text: str) -> list[Text]:
    """«Telegram : 2 messages. Matrix : 1 message.», where it is more than one anywhere."""
    real = letter.to_members(issue, text)
    label = ctx.parts.catalog.lines
    shown = "\n".join(
        "".join(span.text for span in line)
        for one in real.lines
        for line in label(one, ctx.lang, ctx.zone)
    )
    counts = {
        platform: body.messages(
            shown, can.longest, enclosed=issue.file is not None, caption=can.caption
        )
        for platform, adapter in sorted(ctx.parts.adapters.items())
        for can in [adapter.abilities]
    }
    if max(counts.values(), default=1) < 2:
        return []
    each = tuple(
        Text("news-preview-app", {"app": Span(app.capitalize()), "count": count})
        for app, count in counts.items()
    )
    return [Text("news-preview-messages", {"each": each})]


async def digest(tx: Tx, issue: Issue) -> str:
    """Of what would go out and to whom: «Envoyer» is for what was shown, and nothing newer."""
    shape = json.dumps(
        [issue.number, issue.title, issue.audience, issue.file,
         await letter.text_of(tx, issue)],
        sort_keys=True,
    )  # fmt: skip
    return hashlib.sha256(shape.encode()).hexdigest()[:16]


def _buttons(issue: Issue, seen: str) -> tuple[Button, ...]:
    return (
        Button(Text("news-send"), send.call(issue.id, seen), words=("envoyer", "send", "ok")),
        Button(Text("news-plan"), open_plan.call(issue.id, seen), words=("programmer", "schedule")),
        Button(Text("news-try"), try_on_me.call(issue.id), words=("essai", "test", "try")),
        Button(Text("news-see-who"), see_who.call(issue.id), words=("qui", "who")),
        Button(Text("news-back-desk"), keys.opens("desk", issue.id), words=("modifier", "edit")),
    )


@button("newsletters.send", right=Right.WRITE_NEWS)
async def send(ctx: Ctx, issue_id: int, seen: str) -> None:
    issue = await _as_seen(ctx, issue_id, seen)
    if issue is None:
        return
    if (await whom.recipients(ctx, issue)).reached.nobody:
        raise Refusal("news-nobody")
    if ctx.pressed is not None:
        ctx.close(ctx.pressed)
    await sending.hold(ctx, issue)
    await ctx.tx.flush()
    await issues.show(ctx, issue_id)


async def _as_seen(ctx: Ctx, issue_id: int, seen: str) -> Issue | None:
    """The issue, if it still is what was shown; else it is shown as it is now."""
    issue = await issues.sendable(ctx, issue_id)
    if await digest(ctx.tx, issue) == seen:
        return issue
    ctx.say("news-changed-meanwhile")
    await show(ctx, issue)
    return None


@button("newsletters.plan", right=Right.WRITE_NEWS)
async def open_plan(ctx: Ctx, issue_id: int, seen: str) -> None:
    issue = await _as_seen(ctx, issue_id, seen)
    if issue is not None:
        await _ready(ctx, issue)
        ctx.start(plan, issue_id=issue_id)


@dialog("newsletters.schedule", right=Right.WRITE_NEWS)
async def plan(ctx: Ctx, ask: Ask, issue_id: int) -> None:
    issue = await issues.sendable(ctx, issue_id)
    at = datetime.fromisoformat(await ask.read("ask-news-when", reading.hour_reader(ctx)))
    name = letter.name(issue).text
    yes = Option("yes", Text("news-plan-yes"), ("oui", "yes", "ok"))
    if await ask.choice("ask-news-plan", [yes], name=name, when=at) == "yes":
        await ctx.forget(keys.leaving(issue_id))
        sending.plan(ctx, issue, at)
        await ctx.tx.flush()
        await issues.show(ctx, issue_id)


@button("newsletters.try", right=Right.WRITE_NEWS)
async def try_on_me(ctx: Ctx, issue_id: int) -> None:
    """In each app of theirs: that is how it will look there."""
    issue = await issues.sendable(ctx, issue_id)
    shown = letter.sample(
        issue, await _ready(ctx, issue), letter.enclosed(issue)
    )  # fmt: skip
    mine = await accounts.of(ctx.tx, ctx.me.id)
    for account in mine:
        if not account.unreachable and account.platform in ctx.parts.adapters:
            ctx.post(account.where, shown, lang=Lang(ctx.me.lang), simple=ctx.me.simple)


@button("newsletters.who", right=Right.KNOW_PEOPLE)
async def see_who(ctx: Ctx, issue_id: int) -> None:
    issue = await issues.sendable(ctx, issue_id)
    ctx.show(audiences.named((await whom.recipients(ctx, issue)).reached))
