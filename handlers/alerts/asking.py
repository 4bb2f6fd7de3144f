"""The questions of an alert's wizard."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from bot.core import Text
from bot.core.audience import Audience, Known, unpack
from bot.core.audience import read as read_audience
from bot.core.events import FileRef
from bot.core.messages import Arg, Span
from bot.core.partners import Category
from bot.core.plain import clean_lines, fold
from bot.core.severity import Severity
from bot.core.severity import severity as read_severity
from bot.engine import Ask, Ctx, Option, Unclear, audiences
from bot.engine.sent import taken, takes
from handlers.alerts.rules import draft as drafts
from handlers.alerts.rules import line as lines
from handlers.alerts.rules.draft import Draft, Kind

SKIP = ("passer", "skip", "-", "non", "no")


def missing(draft: Draft) -> list[str]:
    """The questions that are to come, for «Étape 2 sur 4»."""
    found = []
    if draft.severity is None:
        found.append("ask-alert-severity")
    if not draft.title:
        found.append("ask-alert-title")
    if not draft.words:
        found.append("ask-alert-words")
    if draft.audience is None or draft.audience == Audience():
        found.append("ask-alert-audience")
    return found


async def severity(ask: Ask, draft: Draft, *, at: object = "", why: Text | None = None) -> Draft:
    options = [
        Option(one.value, Text(f"alert-severity-{one.value}"), (one.value,)) for one in Severity
    ]
    options.append(Option("release", Text("alert-severity-release"), ("communique",)))

    def read(said: str) -> str:
        if fold(said) in ("communique", "release", "press release"):
            return "release"
        found = read_severity(said)
        if found is None:
            raise Unclear("alert-unclear-severity")
        return found.value

    found = await ask.read("ask-alert-severity", read, at=at, options=options, why=why)
    if found == "release":
        return replace(draft, kind=Kind.RELEASE, severity=Severity.INFO)
    return replace(draft, kind=Kind.ALERT, severity=Severity(found))


async def words(
    ask: Ask, part: str, *, at: object = "", why: Text | None = None, skip: bool = False
) -> str:
    """One of the parts that are words; what is too long is asked again, never cut."""
    most = drafts.MOST[part]

    def read(said: str) -> str:
        found = clean_lines(said)
        if part not in ("words", "partners"):
            found = " ".join(found.split())
        if not found:
            raise Unclear("unclear-empty")
        if len(found) > most or len(found.splitlines()) > drafts.LINES:
            raise Unclear("alert-why-long", length=len(found), most=most, lines=drafts.LINES)
        return found

    options = [Option("", Text("alert-edit-none"), SKIP)] if skip else []
    return str(await ask.read(f"ask-alert-{part}", read, at=at, options=options, why=why))


SHORT = 300
"""Characters of an update or a farewell: copies show several."""


def short_words(said: str) -> str:
    found = clean_lines(said)
    if not found:
        raise Unclear("unclear-empty")
    if len(found) > SHORT or len(found.splitlines()) > drafts.LINES:
        raise Unclear("alert-why-long", length=len(found), most=SHORT, lines=drafts.LINES)
    return found


async def audience(
    ctx: Ctx, ask: Ask, draft: Draft, *, at: object = "", why: Text | None = None
) -> Audience:
    known = await audiences.known(ctx)
    options = [] if draft.release else [Option("all", Text("alert-to-all"), ("tous", "all"))]
    for kind, label in (("partner", "alert-to-partners"), ("team", "alert-to-teams")):
        if any(c.use == kind for c in known.channels):
            options.append(Option(kind, Text(label)))
    if len(options) > 1 and not draft.release:
        options.insert(1, Option("both", Text("alert-to-both"), ("tous et canaux",)))
    channels, channel = _named(known)
    if why is not None and draft.audience not in (None, Audience()):
        options.append(Option("without", Text("alert-without-them"), ("sans", "without")))
    found = await ask.read(
        "ask-alert-audience", _whom(known), at=at, options=options, why=why,
        town=Span(known.towns[0] if known.towns else ""), has="yes" if known.towns else "no",
        channels=channels, channel=channel,
    )  # fmt: skip
    return unpack(found) if isinstance(found, dict) else _chosen(found, known)


def _named(known: Known) -> tuple[str, Arg]:
    """Channels that can be written here: of town halls, by a title, or none."""
    if any(c.category is Category.TOWN_HALL for c in known.channels):
        return "kind", ""
    return ("title", Span(known.channels[0].title)) if known.channels else ("none", "")


def _whom(known: Known) -> Callable[[str], dict[str, Any]]:
    def read(said: str) -> dict[str, Any]:
        found = read_audience(said, known)
        if found.unclear:
            raise Unclear("reach-unclear", piece=Span(found.unclear[0][:80]))
        return found.audience.pack()

    return read


def _chosen(value: str, known: Known) -> Audience:
    everyone = value in ("all", "both")
    wanted = {"both": ("partner",), "all": (), "without": ()}.get(value, (value,))
    return Audience(
        members=everyone, channels=tuple(c.id for c in known.channels if c.use in wanted)
    )


def why_validity(ctx: Ctx, said: str) -> dict[str, Arg]:
    """What is wrong with it, and what it was."""
    return {"piece": Span(said[:80]), "why": lines.why_not(said, ctx.now, ctx.zone)}


async def validity(
    ctx: Ctx, ask: Ask, draft: Draft, *, at: object = "", why: Text | None = None
) -> Draft:
    def read(said: str) -> list[Any]:
        found = lines.validity(said, ctx.now, ctx.zone)
        if found is None:
            raise Unclear("alert-why-validity", **why_validity(ctx, said))
        return [found[0], found[1].isoformat() if found[1] else None]

    usual = ctx.parts.settings.alerts.valid_hours
    options = [Option(str(h), Text("alert-hours", {"hours": h})) for h in sorted({3, usual, 24})]
    found = await ask.read("ask-alert-validity", read, at=at, options=options, why=why)
    if isinstance(found, str):
        return replace(draft, minutes=int(found) * 60, until=None)
    row = {**drafts.pack(draft), "minutes": found[0], "until": found[1]}
    return drafts.unpack(row)


async def file(
    ctx: Ctx, ask: Ask, draft: Draft, *, at: object = "", why: Text | None = None
) -> Draft:
    """A picture or a PDF, or none."""
    options = [Option("none", Text("alert-no-file"), SKIP)]
    found = await ask.file("ask-alert-file", takes, at=at, options=options, why=why)
    return replace(draft, file=None) if isinstance(found, str) else with_file(ctx, draft, found)


def with_file(ctx: Ctx, draft: Draft, found: dict[str, Any]) -> Draft:
    return replace(draft, file=taken(ctx.event.chat.platform, FileRef(**found)))
