"""The website's feed: given by an administrator, shown before it is on, then announced by itself.

It is looked at from time to time, each new entry is told once, to those who want the newsletter
and the channels that do: in the slowest lane, after everyone's quiet hours.
"""

from collections.abc import Callable
from datetime import timedelta

from bot.core import Button, Lane, Message, Right, Span, Text
from bot.core.audience import EVERYONE, Audience, both
from bot.core.errors import Refusal
from bot.core.messages import Arg
from bot.engine import Ask, Ctx, Unclear, button, dialog, visit
from handlers.newsletters import issues, letter, sending, whom
from handlers.newsletters.rules import feed as feeds
from handlers.newsletters.rules.feed import Entry, Feed
from storage import newsfeed
from storage.newsfeed import State, WebFeed
from storage.newsletters import Issue, Kind
from storage.people import Member, Standing

TIMER = "news-feed"
PATIENCE = timedelta(days=1)
"""How long a feed may fail before whoever added it is told."""
FORGOTTEN = timedelta(days=90)
WHY = ("no-address", "private", "port", "secret", "slow", "large", "away", "gone", "refused",
       "redirects", "downgrade", "doctype", "deep", "unreadable", "no-feed")  # fmt: skip


@button("newsletters.feed-page", right=Right.ADMINISTER)
async def open_page(ctx: Ctx) -> None:
    await _page(ctx)


async def _page(ctx: Ctx) -> None:
    row = await newsfeed.current(ctx.tx)
    if row is None:
        give = Button(Text("news-feed-give"), give_address.call())
        return issues.put(ctx, Message((Text("news-feed-head"), Text("news-feed-none")), (give,)))
    args: dict[str, Arg] = {"title": Span(row.title or row.url), "state": row.state.value}
    lines = [
        Text("news-feed-head"),
        Text("news-feed-state", args),
        Text("news-feed-at", {"url": Span(row.url)}),
    ]
    if row.why and row.failing_since is not None:
        lines.append(Text("news-feed-failing", {"since": row.failing_since, "why": _why(row.why)}))
    elif row.looked_at is not None:
        lines.append(Text("news-feed-looked", {"at": row.looked_at}))
    return issues.put(ctx, Message(tuple(lines), _buttons(row)))


def _buttons(row: WebFeed) -> tuple[Button, ...]:
    on = row.state is State.ON
    turn_ = Button(Text("news-feed-off" if on else "news-feed-on"), turn.call(row.id, not on))
    give = Button(Text("news-feed-change"), give_address.call())
    drop = Button(Text("news-feed-drop"), take_away.call(row.id))
    return (give, drop) if row.state is State.CHECKING else (turn_, give, drop)


def _why(why: str) -> Text:
    return Text(f"news-feed-why-{why if why in WHY else 'unreadable'}")


@button("newsletters.feed-give", right=Right.ADMINISTER)
async def give_address(ctx: Ctx) -> None:
    ctx.start(ask_address)


@dialog("newsletters.feed-address", right=Right.ADMINISTER)
async def ask_address(ctx: Ctx, ask: Ask) -> None:
    """It is looked at before anything is announced; an older one is forgotten."""
    url = str(await ask.read("ask-news-feed", _reader(ctx)))
    await newsfeed.drop(ctx.tx)
    row = WebFeed(url=url, added_by=ctx.me.id, added_at=ctx.now)
    ctx.tx.add(row)
    await ctx.tx.flush()
    ctx.audit("newsletter.feed", f"feed:{row.id}", None, {"state": State.CHECKING})
    await _look_again(ctx, row, timedelta())
    ctx.say("news-feed-looking", url=Span(url))


def _reader(ctx: Ctx) -> Callable[[str], str]:
    def read(said: str) -> str:
        url = said.strip() if "://" in said else f"https://{said.strip()}"
        wrong = ctx.parts.outside.judge(url)
        if wrong is not None:
            raise Unclear("news-feed-wrong", why=_why(wrong.value))
        return url

    return read


@button("newsletters.feed-turn", right=Right.ADMINISTER)
async def turn(ctx: Ctx, feed_id: int, on: bool) -> None:
    row = await _mine(ctx, feed_id)
    if row.state is State.CHECKING:
        raise Refusal("news-feed-checking")
    before, row.state = row.state, State.ON if on else State.OFF
    ctx.audit("newsletter.feed", f"feed:{row.id}", {"state": before}, {"state": row.state})
    if on:
        row.looked_at, row.etag, row.modified = None, "", ""
        await _look_again(ctx, row, timedelta())
    else:
        await ctx.forget(TIMER)
    await _page(ctx)


@button("newsletters.feed-drop", right=Right.ADMINISTER)
async def take_away(ctx: Ctx, feed_id: int) -> None:
    await _mine(ctx, feed_id)
    await ctx.forget(TIMER)
    await newsfeed.drop(ctx.tx)
    ctx.audit("newsletter.feed", f"feed:{feed_id}", None, {"state": "dropped"})
    await ctx.tx.flush()
    await _page(ctx)


async def _mine(ctx: Ctx, feed_id: int) -> WebFeed:
    row = await newsfeed.claim(ctx.tx, feed_id)
    if row is None:
        raise Refusal("news-feed-gone")
    return row


async def _look_again(ctx: Ctx, row: WebFeed, after: timedelta) -> None:
    await ctx.forget(TIMER)
    call = look.call(row.id, row.url, row.etag, row.modified)
    ctx.at(ctx.now + after, call, name=TIMER)


@visit("newsletters.feed", reads=feeds.read)
async def look(ctx: Ctx, feed_id: int, url: str, etag: str, modified: str) -> None:
    """The page has been fetched, and was read if it is new."""
    row, seen = await newsfeed.claim(ctx.tx, feed_id), ctx.visited
    if row is None or seen is None or row.url != url or row.state in (State.OFF, State.READY):
        return
    begins, row.looked_at = row.looked_at is None, ctx.now
    if row.state is State.CHECKING:
        return await _first_look(ctx, row, seen.found, seen.why)
    if seen.why:
        await _failed(ctx, row, seen.why)
    else:
        row.why, row.failing_since, row.told_at = "", None, None
    if seen.page is not None and isinstance(seen.found, Feed):
        row.etag, row.modified = seen.page.etag, seen.page.modified
        await _announce(ctx, row, seen.found, only_note=begins)
    minutes = ctx.parts.settings.newsletters.feed_minutes
    return await _look_again(ctx, row, timedelta(minutes=minutes))


async def _first_look(ctx: Ctx, row: WebFeed, found: Feed | None, why: str) -> None:
    """What is there already is known: only what comes after is told."""
    member = await ctx.tx.get(Member, row.added_by)
    if found is None:
        await newsfeed.drop(ctx.tx)
        return await _tell(ctx, member, Message((Text("news-feed-wrong", {"why": _why(why)}),)))
    row.title, row.state = found.title or row.url, State.READY
    newsfeed.note(ctx.tx, row.id, {key for one in found.entries for key in one.keys}, ctx.now)
    lines = [
        Text("news-feed-found", {"title": Span(row.title, bold=True), "count": len(found.entries)})
    ]
    for newest in found.entries[:1]:
        shown = letter.outward(_notice(ctx, row, [newest], EVERYONE), _body(row, [newest]))
        lines += [Text("news-feed-sample"), *shown.message.lines]
    lines.append(Text("news-feed-whom"))
    await _tell(ctx, member, Message(tuple(lines), _buttons(row)))


async def _tell(ctx: Ctx, member: Member | None, message: Message) -> None:
    if member is not None and member.standing is Standing.ACTIVE:
        await ctx.tell([member.id], message, lane=Lane.ANSWERS)


async def _failed(ctx: Ctx, row: WebFeed, why: str) -> None:
    """Told once, after a day: websites have bad hours."""
    row.why, row.failing_since = why, row.failing_since or ctx.now
    if row.told_at is None and ctx.now - row.failing_since >= PATIENCE:
        row.told_at = ctx.now
        told = Text("news-feed-lost", {"since": row.failing_since, "why": _why(why)})
        await _tell(ctx, await ctx.tx.get(Member, row.added_by), Message((told,)))


async def _announce(ctx: Ctx, row: WebFeed, found: Feed, *, only_note: bool) -> None:
    """Each entry once: known from now on, whatever becomes of its announcement. What came before
    it was switched on is not told."""
    keys = {key for one in found.entries for key in one.keys}
    known = await newsfeed.known(ctx.tx, keys)
    newsfeed.note(ctx.tx, row.id, keys - known, ctx.now)
    await newsfeed.forget(ctx.tx, row.id, keys, ctx.now - FORGOTTEN)
    new = feeds.fresh(found.entries, known, ctx.now)
    if not new or only_note:
        return
    audience = both(EVERYONE, Audience(channels=tuple(sorted(await whom.open_chats(ctx.tx)))))
    notice = _notice(ctx, row, new, audience)
    notice.intro = _body(row, new)
    ctx.tx.add(notice)
    await ctx.tx.flush()
    ctx.audit("newsletter.announced", f"feed:{row.id}", None, {"entries": len(new)})
    await sending.leave(ctx, notice)


def _notice(ctx: Ctx, row: WebFeed, new: list[Entry], audience: Audience) -> Issue:
    title, _ = feeds.told(row.title, new)
    return Issue(
        kind=Kind.NOTICE, number=None, title=title, audience=audience.pack(), made_by=row.added_by,
        made_at=ctx.now,
    )  # fmt: skip


def _body(row: WebFeed, new: list[Entry]) -> str:
    return feeds.told(row.title, new)[1]
