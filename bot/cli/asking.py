"""`when` and `guard`: how the bot reads a date, and what it refuses to keep. No configuration."""

import json as jsons
from datetime import datetime
from typing import Annotated
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import typer

from bot.cli.ends import ending
from bot.cli.screen import say

Json = Annotated[bool, typer.Option("--json", help="One line of JSON, for programs.")]


def moment(text: str) -> datetime:
    """An ISO moment with its offset, as an option's value."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"{text!r} is no moment; write 2026-11-21T10:00+01:00") from None
    if found.tzinfo is None:
        raise typer.BadParameter(f"{text!r} has no offset; write 2026-11-21T10:00+01:00")
    return found


def zone(text: str) -> ZoneInfo:
    try:
        return ZoneInfo(text)
    except (ZoneInfoNotFoundError, ValueError):
        raise typer.BadParameter(f"{text!r} is no time zone; write Europe/Paris") from None


@ending
def when(
    phrase: Annotated[str, typer.Argument(help="A date as people write it.")],
    now: Annotated[
        datetime | None,
        typer.Option(parser=moment, metavar="ISO", help="The moment it is written; now."),
    ] = None,
    tz: Annotated[
        ZoneInfo | None,
        typer.Option(parser=zone, metavar="ZONE", help="The time zone; Europe/Paris."),
    ] = None,
    anchor: Annotated[
        datetime | None,
        typer.Option(parser=moment, metavar="ISO", help="What «la veille» is counted from."),
    ] = None,
    json: Json = False,
) -> None:
    """Read a date as the bot reads it.

    For example: tocsin when "sam. 12/12 9h-18h"
    """
    from bot.core.when import as_json, read, spoken

    where = tz or ZoneInfo("Europe/Paris")
    asked = now or datetime.now(where)
    reading = read(phrase, asked, where, anchor)
    if json:
        return say(jsons.dumps(as_json(reading), ensure_ascii=False))
    say(": ".join(filter(None, (reading.kind, reading.reason or reading.rule))))
    for span in reading.spans:
        say(f"    {spoken(span, 'fr', where, asked)}")
    for other in reading.readings:
        says = " | ".join(spoken(span, "fr", where, asked) for span in other.spans)
        say(f"    ? {says or other.rule}")


@ending
def guard(
    text: Annotated[str, typer.Argument(help="A text as someone might write it.")],
    json: Json = False,
) -> None:
    """Say whether the bot would keep a text.

    PASS, WARN or BLOCK, and why.
    """
    from bot.core.guard import judge

    verdict = judge(text)
    outcome, reason = verdict.outcome.value, verdict.reason.value
    if json:
        return say(jsons.dumps({"outcome": outcome, "reason": reason}))
    say(f"{outcome}: {WHY[reason]}")


WHY = {
    "": "nothing in it looks like a patient's data",
    "nir": "it holds a social security number (its key is right)",
    "nir-key-wrong": "it holds what looks like a social security number, but its key is wrong",
    "nir-key-missing": "it holds what looks like a social security number without its key",
    "patient-data": "a person and a health fact stand together in it",
    "patient-words": "it may speak of a patient",
}
