"""/newsletter: to write, for those who may; to read, and to want it or not, for everyone."""

from bot.core import Button, Message, Right, Text, may
from bot.core.files import pack_file
from bot.core.plain import NO, YES, fold
from bot.engine import Ctx, command, sent
from handlers.newsletters import archive, choosing, feeding, issues, keys, letter, writing
from handlers.newsletters.rules import line as lines
from storage import newsletters, newsreaders
from storage.newsreaders import Means

OFF = frozenset(map(fold, (*NO, *choosing.STOPPING)))
ON = frozenset(map(fold, (*YES, *choosing.STARTING)))


@command("newsletter")
async def newsletter(ctx: Ctx, rest: str) -> None:
    """«/newsletter vaccination» searches; «/newsletter stop» and «oui» are answers."""
    said = rest.strip()
    if fold(said) in OFF:
        return await choosing.end(ctx, Means.COMMAND)
    if fold(said) in ON:
        return await choosing.start(ctx, Means.COMMAND)
    if may(ctx.member, Right.WRITE_NEWS):
        if lines.is_writing(said):
            return ctx.start(writing.write, line=said, file=pack_file(sent.brought(ctx)))
        if not said:
            return await _editors(ctx)
    return await archive.page(ctx, said)


async def _editors(ctx: Ctx) -> None:
    """What is being written, and who reads it."""
    in_hand = await newsletters.in_hand(ctx.tx)
    tally = await newsreaders.tally(ctx.tx)
    counts = Text("news-readers", {"yes": tally.get(True, 0), "no": tally.get(False, 0)})
    rows = [
        Text("news-in-hand", {"name": letter.name(one).text, "state": one.state.value})
        for one in in_hand[:6]
    ]
    open_ = [
        Button(Text("news-open", {"name": letter.name(one).text}), keys.opens("desk", one.id),
               wide=True)
        for one in in_hand[:6]
    ]  # fmt: skip
    buttons = (
        Button(Text("news-write"), writing.open_wizard.call()),
        *open_,
        Button(Text("news-archive"), archive.open_archive.call("", 0)),
        *_website(ctx),
    )
    issues.put(ctx, Message((Text("news-editors-head"), counts, *rows), buttons))


def _website(ctx: Ctx) -> tuple[Button, ...]:
    if not may(ctx.member, Right.ADMINISTER):
        return ()
    return (Button(Text("news-feed"), feeding.open_page.call()),)
