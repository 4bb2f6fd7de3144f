"""How a crisis is named: to coordinators, and outside, where nothing can name a person."""

from bot.core import Role
from bot.core.crises import Origin, Phase
from bot.core.outward import Outline, Titled, outline
from handlers.crises.rules.line import Draft
from storage.crises import Crisis
from storage.people import Member

BOT = "bot"
"""The function in which the bot itself writes."""


def office(author: Member | None) -> str:
    """The function of whoever acts: exports tell it instead of a name."""
    return Role(author.rank).name.lower() if author is not None else BOT


def acts(member: Member | None) -> Member | None:
    """Somebody of the coordination who does this. What follows from a member's tap, or from a
    timer, the bot itself has noted."""
    return member if member is not None and member.rank >= Role.COORDINATOR else None


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


def since(crisis: Crisis) -> Outline:
    """When, and who asked for it."""
    by = asked(crisis.origin, crisis.reference)
    if crisis.closed_at is None:
        return outline("crisis-since", at=crisis.opened_at, asked=by)
    return outline("crisis-span", at=crisis.opened_at, end=crisis.closed_at, asked=by)


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
