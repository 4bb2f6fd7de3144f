"""What would go out, to how many, by which app, and who cannot be reached: shown first."""

from collections.abc import Sequence
from dataclasses import replace

from bot.core import Args, Message, Span, Text
from bot.core.errors import Refusal
from bot.core.messages import Arg
from bot.core.outward import Outline
from bot.core.plain import fold
from bot.engine import Ctx, Option, audiences
from handlers.alerts import files, reaching
from handlers.alerts.reaching import Whom
from handlers.alerts.rules import bulletin as says
from handlers.alerts.rules import timing
from handlers.alerts.rules.bulletin import Bulletin
from handlers.alerts.rules.draft import MOST, Draft
from storage import alerts
from storage.alerts import Alert
from storage.chats import Chat

TITLES = 3
"""Channels named in one line."""


def bulletin(ctx: Ctx, draft: Draft, *, outside: bool = False) -> Bulletin:
    """As it would be told if it were sent now."""
    usual = ctx.parts.settings.alerts.valid_hours
    ends = timing.ends_at(ctx.now, draft.minutes, draft.until, usual)
    assert draft.severity is not None
    return Bulletin(
        draft.severity, draft.title, (draft.partners if outside else "") or draft.words,
        draft.place, draft.source or ctx.parts.settings.community.name,
        ctx.now.astimezone(ctx.zone), ends.astimezone(ctx.zone), release=draft.release,
        drill=draft.drill,
    )  # fmt: skip


async def lines(ctx: Ctx, draft: Draft, whom: Whom) -> list[Text]:
    said = bulletin(ctx, draft)
    body: list[Outline] = [*says.lines(said)[1 + draft.drill :]]
    head = says.heading(replace(said, drill=False)).text
    found = [Text("alert-preview", {"drill": "yes" if draft.drill else "no", "head": head})]
    found += [one.text for one in body]
    if draft.partners:
        found.append(Text("alert-preview-partners", {"words": Span(draft.partners)}))
    if draft.file is not None:
        kind = "picture" if draft.file.is_picture else "pdf"
        found.append(Text("alert-preview-file", {"kind": kind}))
    if draft.cut:
        found.append(Text("alert-preview-cut", {"length": draft.cut, "most": MOST["words"]}))
    return [*found, _counts(ctx, draft, whom), *_beyond(whom), *await _warnings(ctx, draft, whom)]


def _counts(ctx: Ctx, draft: Draft, whom: Whom) -> Text:
    """«41 membres (30 Telegram et 11 Matrix) et 3 canaux · accusé demandé · valable 12 h»."""
    assert draft.severity is not None
    to: list[Arg] = []
    people, channels = len(whom.found.people), len(whom.chats) + len(whom.public)
    if people:
        apps: Arg = tuple(Span(f"{n} {name.capitalize()}") for name, n in whom.found.by_app)
        to.append(Text("alert-to-members", {"count": people, "apps": apps,
                                            "of": len(whom.found.by_app)}))  # fmt: skip
    if channels:
        to.append(Text("reach-chats", {"channels": channels}))
    asks = timing.wants_answer(draft.severity, release=draft.release) and not draft.drill
    enough = draft.enough if draft.enough < people else 0
    return Text(
        "alert-preview-counts",
        {"to": tuple(to) or Text("alert-to-nobody"), "asks": "yes" if asks else "no",
         "enough": enough, "length": _length(ctx, draft)},
    )  # fmt: skip


def _length(ctx: Ctx, draft: Draft) -> Text:
    """«valable 12 h», or until when where that was said."""
    if draft.until is not None:
        now, end = ctx.now.astimezone(ctx.zone), draft.until.astimezone(ctx.zone)
        return Text("alert-valid", {"until": says.until(end, now).text})
    minutes = draft.minutes or ctx.parts.settings.alerts.valid_hours * 60
    return Text("alert-valid-for", {"hours": minutes // 60, "minutes": minutes % 60})


def _beyond(whom: Whom) -> list[Text]:
    count = len(whom.found.beyond) + len(whom.found.lost)
    found = [Text("reach-beyond", {"count": count})] if count else []
    if whom.unwilling:
        named: Args = {"titles": _titles(whom.unwilling), "count": len(whom.unwilling)}
        found.append(Text("alert-preview-unwilling", named))
    return found


async def _warnings(ctx: Ctx, draft: Draft, whom: Whom) -> list[Text]:
    found = []
    if draft.release and draft.audience is not None and draft.audience.members:
        found.append(Text("alert-preview-release"))
    if whom.asleep:
        found.append(Text("alert-preview-asleep", {"count": whom.asleep}))
    for platform, minutes in whom.slow:
        named: Args = {"platform": Span(platform.capitalize()), "minutes": minutes}
        found.append(Text("alert-preview-slow", named))
    if whom.spared:
        found.append(Text("alert-preview-room", {"count": whom.spared}))
    if whom.public:
        alone = not await reaching.approvers(ctx, ctx.me.id)
        named = {"titles": _titles(whom.public), "alone": "yes" if alone else "no"}
        found.append(Text("alert-preview-public", dict(named)))
    for row in await twins(ctx, draft):
        found.append(Text("alert-preview-twin", {"at": row.made_at.astimezone(ctx.zone).time()}))
    return found


def _titles(rooms: Sequence[Chat]) -> tuple[Arg, ...]:
    shown: list[Arg] = [Span(c.title) for c in rooms[:TITLES]]
    if len(rooms) > TITLES:
        shown.append(Text("alert-more", {"count": len(rooms) - TITLES}))
    return tuple(shown)


async def twins(ctx: Ctx, draft: Draft) -> list[Alert]:
    """A colleague may have sent the same a moment ago."""
    same = [
        row for row in await alerts.in_force(ctx.tx, ctx.now)
        if fold(row.title) == fold(draft.title) and row.drill == draft.drill
    ]  # fmt: skip
    return same[:1]


def options(draft: Draft, whom: Whom) -> list[Option]:
    """The likeliest first."""
    found = [
        Option("send", Text("send"), ("envoyer", "send", "ok", "oui")),
        Option("who", Text("see-who"), ("qui", "who")),
        Option("edit", Text("edit"), ("modifier", "edit")),
        Option("try", Text("try-on-me"), ("essai", "test")),
    ]
    slow = {platform for platform, _ in whom.slow}
    if any(room.platform in slow for room in whom.rooms):
        found.append(Option("room", Text("alert-by-room"), ("salon", "room"), wide=True))
    if draft.through:
        found.append(Option("direct", Text("alert-one-by-one"), ("un par un",), wide=True))
    return found


async def check(ctx: Ctx, draft: Draft, whom: Whom) -> None:
    """An alert that reaches nobody is an error, not a silence (ESC-8)."""
    if draft.until is not None and draft.until <= ctx.now:
        raise Refusal("alert-validity-past")
    if whom.nobody:
        raise Refusal("alert-reaches-nobody")
    told = whom.found.people or whom.chats or whom.spared
    if not told and not await reaching.approvers(ctx, ctx.me.id):
        raise Refusal("alert-nobody-approves")


def who(whom: Whom) -> Message:
    """«👁 Voir qui»: those who get it, those who cannot be reached and why."""
    named = audiences.named(whom.found)
    more = [Text("alert-who-unwilling", {"title": Span(c.title)}) for c in whom.unwilling[:TITLES]]
    return Message((*named.lines, *more))


def sample(ctx: Ctx, draft: Draft) -> Message:
    """«🧪 Essai sur moi»: as a member will see it, with buttons that do nothing."""
    body = tuple(one.text for one in says.lines(bulletin(ctx, draft)))
    made = files.shown.made(ctx.me.id, **_file(draft)) if draft.file is not None else None
    return Message((Text("alert-sample"), *body), (), made)


def _file(draft: Draft) -> dict[str, str]:
    assert draft.file is not None
    file = draft.file
    return {"platform": file.platform, "id": file.id, "name": file.name, "mime": file.mime}
