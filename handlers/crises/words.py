"""How a crisis is named: to coordinators, and outside, where nothing can name a person."""

from datetime import datetime

from bot.core import Role
from bot.core.crises import Origin, Phase
from bot.core.outward import Outline, Titled, outline
from bot.engine import Ctx
from handlers.crises.rules.line import Draft
from storage.crises import Crisis

BOT = "bot"
"""The function in which the bot itself writes."""


def office(ctx: Ctx) -> str:
    """The function of whoever acts: exports tell it instead of a name."""
    return Role(ctx.member.rank).name.lower() if ctx.member and acts(ctx) else BOT


def acts(ctx: Ctx) -> bool:
    """Does somebody of the coordination do this? What follows from a member's tap, or from a
    timer, the bot itself has noted."""
    return ctx.member is not None and ctx.member.rank >= Role.COORDINATOR


def head(title: str, *, drill: bool, kind: str = "open") -> Outline:
    """«🏥 PLAN ACTIVÉ · **Canicule**»; `kind` is «open», «phase» or «closed»."""
    return outline("crisis-head", title=Titled(title, bold=True), drill=drill, open=kind == "open",
                   closed=kind == "closed")  # fmt: skip


def drill(is_one: bool) -> list[Outline]:
    return [outline("crisis-drill")] if is_one else []


def asked(origin: Origin, reference: str) -> Outline:
    """«À la demande de l'ARS ou de la préfecture (réf. 2026-114).»"""
    return outline(
        "crisis-asked", origin=origin, named=bool(reference), reference=Titled(reference)
    )


def of_type(kind: int, phase: Phase) -> Outline:
    return outline("crisis-type", kind=kind, phase=phase)


def since(at: datetime) -> Outline:
    return outline("crisis-since", at=at)


def opened(draft: Draft) -> list[Outline]:
    """What everyone is told when a plan is activated."""
    assert draft.kind is not None
    assert draft.origin is not None
    assert draft.phase is not None
    return [
        head(draft.title, drill=draft.drill),
        *drill(draft.drill),
        of_type(draft.kind, draft.phase),
        asked(draft.origin, draft.reference or ""),
    ]


def named(crisis: Crisis) -> Titled:
    return Titled(crisis.title, bold=True)
