"""The assembly: which texts go in, in which order, under which headings."""

from collections.abc import Sequence

from bot.core import Button, Message, Right, Span, Text
from bot.core.errors import Refusal
from bot.core.messages import Arg
from bot.core.plain import clean
from bot.engine import Ask, Ctx, button, dialog
from handlers.newsletters import asking, issues, keys, letter
from handlers.newsletters.rules import body
from storage import newsletters
from storage.newsletters import Article, Issue

SHOWN = 20
EXCERPT = 700


@button("newsletters.articles", right=Right.WRITE_NEWS)
async def open_articles(ctx: Ctx, issue_id: int) -> None:
    """An empty issue begins with its first text."""
    issue = await issues.editable(ctx, issue_id)
    if not await _written(ctx, issue_id):
        return ctx.start(add_text, issue_id=issue_id)
    return await _page(ctx, issue)


async def _written(ctx: Ctx, issue_id: int) -> Sequence[Article]:
    return [one for one in await newsletters.articles(ctx.tx, issue_id) if one.text]


async def _page(ctx: Ctx, issue: Issue) -> None:
    found = await _written(ctx, issue.id)
    lines = [Text("news-articles-head", {"name": letter.name(issue).text})]
    lines += [_line(n, one) for n, one in enumerate(found[:SHOWN], 1)]
    keys_ = [
        Button(Text("news-article-button", {"n": n, "what": Span(_called(one))}),
               show.call(one.id), wide=True)
        for n, one in enumerate(found[:SHOWN], 1)
    ]  # fmt: skip
    keys_.append(Button(Text("news-add"), add.call(issue.id)))
    keys_.append(Button(Text("news-back"), keys.opens("desk", issue.id)))
    issues.put(ctx, Message((*lines, Text("news-articles-how")), tuple(keys_)))


def _line(n: int, one: Article) -> Text:
    args: dict[str, Arg] = {"n": n, "what": Span(_called(one)), "length": len(one.text)}
    return Text("news-article-line", {**args, "used": "yes" if one.used else "no"})


def _called(one: Article) -> str:
    """Its heading, or how it begins."""
    return one.heading or clean(body.excerpt(one.text, 30))


@button("newsletters.article", right=Right.WRITE_NEWS)
async def show(ctx: Ctx, article_id: int) -> None:
    one, _ = await _of(ctx, article_id)
    await _show(ctx, one)


async def _show(ctx: Ctx, one: Article) -> None:
    lines = [Text("news-article-head", {"what": Span(_called(one), bold=True)})]
    lines.append(Text("news-article-state", {"used": "yes" if one.used else "no"}))
    lines.append(Text("news-words", {"words": Span(f"\n{body.excerpt(one.text, EXCERPT)}")}))
    move_up = Button(Text("news-up"), move.call(one.id))
    toggle = Button(Text("news-leave-out" if one.used else "news-take-in"), use.call(one.id))
    heading = Button(Text("news-heading"), open_part.call(one.id, "heading"))
    text = Button(Text("news-text"), open_part.call(one.id, "text"))
    back = Button(Text("news-back-articles"), keys.opens("articles", one.issue_id))
    own = (Button(Text("news-picture"), take_picture.call(one.id)),) if one.file else ()
    issues.put(ctx, Message(tuple(lines), (move_up, heading, text, *own, toggle, back)))


@button("newsletters.article-picture", right=Right.WRITE_NEWS)
async def take_picture(ctx: Ctx, article_id: int) -> None:
    """What its author sent with it goes along with the whole issue."""
    one, issue = await _of(ctx, article_id)
    issue.file = one.file
    issues.changed(ctx, issue, "file")
    await ctx.tx.flush()
    await issues.show(ctx, issue.id)


@button("newsletters.article-up", right=Right.WRITE_NEWS)
async def move(ctx: Ctx, article_id: int) -> None:
    """One place up; the first goes to the end."""
    one, issue = await _of(ctx, article_id)
    order = list(await newsletters.articles(ctx.tx, issue.id))
    at = order.index(one)
    order.insert(at - 1 if at else len(order), order.pop(at))
    for position, article in enumerate(order, 1):
        article.position = position
    issues.changed(ctx, issue, "order")
    await ctx.tx.flush()
    await _page(ctx, issue)


@button("newsletters.article-use", right=Right.WRITE_NEWS)
async def use(ctx: Ctx, article_id: int) -> None:
    one, issue = await _of(ctx, article_id)
    one.used = not one.used
    issues.changed(ctx, issue, "articles")
    await _show(ctx, one)


@button("newsletters.article-part", right=Right.WRITE_NEWS)
async def open_part(ctx: Ctx, article_id: int, part: str) -> None:
    await _of(ctx, article_id)
    ctx.start(change_part, article_id=article_id, part=part)


@dialog("newsletters.change-article", right=Right.WRITE_NEWS)
async def change_part(ctx: Ctx, ask: Ask, article_id: int, part: str) -> None:
    one, issue = await _of(ctx, article_id)
    if part == "heading":
        none = Text("news-no-heading")
        one.heading = clean(await ask.text("ask-news-heading", max=asking.HEADING, skip=none))
    else:
        one.text = await asking.text(ask, skip=False)
    issues.changed(ctx, issue, part)
    await ctx.tx.flush()
    await _page(ctx, issue)


@button("newsletters.add", right=Right.WRITE_NEWS)
async def add(ctx: Ctx, issue_id: int) -> None:
    await issues.editable(ctx, issue_id)
    ctx.start(add_text, issue_id=issue_id)


@dialog("newsletters.add-article", right=Right.WRITE_NEWS)
async def add_text(ctx: Ctx, ask: Ask, issue_id: int) -> None:
    issue = await issues.editable(ctx, issue_id)
    ask.steps("ask-news-text", "ask-news-heading")
    text = await asking.text(ask, skip=False)
    none = Text("news-no-heading")
    heading = clean(await ask.text("ask-news-heading", max=asking.HEADING, skip=none))
    found = await newsletters.articles(ctx.tx, issue_id)
    ctx.tx.add(
        Article(
            issue_id=issue_id, author_id=ctx.me.id, heading=heading, text=text,
            position=len(found) + 1, given_at=ctx.now,
        )
    )  # fmt: skip
    issues.changed(ctx, issue, "articles")
    await ctx.tx.flush()
    await _page(ctx, issue)


async def _of(ctx: Ctx, article_id: int) -> tuple[Article, Issue]:
    """An article with a text, of an issue that may be edited."""
    one = await ctx.tx.get(Article, article_id)
    if one is None or not one.text:
        raise Refusal("news-article-gone")
    return one, await issues.editable(ctx, one.issue_id)
