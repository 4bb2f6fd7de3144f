"""The list to phone from: who stands on it in which order, and the paper itself."""

import asyncio
from collections.abc import Iterable, Mapping, Sequence

from bot.core import Attachment, Span
from bot.engine.here import Here
from bot.engine.labels import Labels, capital, file_name, labels, profession, professions, rank
from bot.engine.paper.phonelist import Entry, Group, PhoneList, Section, write_phone_list
from storage.everyone import AnyMember

PDF = "application/pdf"
NO_NUMBER = "–"


async def list_on_paper(ctx: Here, sections: Sequence[Section]) -> Attachment:
    """A4, dated, confidential, in the language of whoever asked for it."""
    say, who = labels(ctx), ctx.member.name if ctx.member else ""
    facts = PhoneList(
        title=say("phone-title"),
        community=ctx.parts.settings.community.name,
        secret=say("phone-secret"),
        made=say("phone-made", at=ctx.now, who=Span(who)),
        page=say("phone-page", page=Span("{page}"), pages=Span("{pages}")),
        lang="fr-FR" if say.lang == "fr" else "en-GB",
        at=ctx.now,
        columns=(
            say("phone-name"), say("phone-profession"), say("phone-town"), say("phone-column"),
        ),
        ticks=(say("phone-called"), say("phone-yes"), say("phone-no")),
        sections=tuple(sections),
    )  # fmt: skip
    data = await asyncio.to_thread(write_phone_list, facts)
    return Attachment(file_name(say("phone-file"), "", ctx.today, "pdf"), PDF, data, facts.title)


def by_profession(
    say: Labels, found: Iterable[AnyMember], notes: Mapping[int, str] = {}
) -> list[Group]:
    """`notes` by member: what stands below the name."""
    groups: dict[str, list[AnyMember]] = {}
    for member in sorted(found, key=lambda m: (rank(m.profession), m.folded)):
        groups.setdefault(member.profession, []).append(member)
    return [
        Group(
            capital(professions(key, say.lang, 2)) or NO_NUMBER,
            tuple(entry(say, m, notes.get(m.id, "")) for m in theirs),
        )
        for key, theirs in groups.items()
    ]


def entry(say: Labels, member: AnyMember, note: str) -> Entry:
    return Entry(
        member.name, capital(profession(member, say.lang)), member.town,
        member.phone or NO_NUMBER, note,
    )  # fmt: skip
