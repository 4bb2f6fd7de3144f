"""Whom to phone: the order, the message, and the list on paper."""

import re
from datetime import timedelta

import pytest

from bot.core import Attachment, Lang, Role
from bot.engine.paper.phonelist import Entry, Group, PhoneList, Section, write_phone_list
from storage.absences import Absence
from storage.audit import AuditRow
from storage.people import Member
from tests.playground import START, Person, Playground

LINE = "/mobiliser Centre | sam 12/12 9h-13h, 13h-18h | 3 infirmier | Gymnase Pagnol | payé"
FREE, BUSY = "o" * 28, "-" * 28
ENTRY = Entry("Éléonore d'Aubigné", "Sage-femme", "Saint-Aubin", "06 12 34 56 78")


class Pdf:
    """What stands on an uncompressed PDF of ours: letters are found through its own tables."""

    def __init__(self, data: bytes) -> None:
        assert data.startswith(b"%PDF-")
        self.data = data
        [self.pages] = (int(n) for n in re.findall(rb"/Count (\d+)", data))
        self.text = "".join(self._words())

    def _words(self) -> list[str]:
        tables = [
            self._table(t) for t in re.findall(rb"beginbfchar(.*?)endbfchar", self.data, re.S)
        ]
        found = []
        shown = rb"/F(\d+) [\d.]+ Tf|\(((?:\\.|[^\\)])*)\) Tj"
        font = 1
        for change, words in re.findall(shown, self.data, re.S):
            font = int(change) if change else font
            glyphs = re.sub(rb"\\(.)", _unescaped, words, flags=re.S)
            table = tables[font - 1]
            pairs = zip(glyphs[::2], glyphs[1::2], strict=True)
            found.append(
                "".join(table[high * 256 + low] for high, low in pairs) + "\n" * bool(words)
            )
        return found

    def _table(self, rows: bytes) -> dict[int, str]:
        pairs = re.findall(rb"<(\w+)> <(\w+)>", rows)
        return {int(glyph, 16): bytes.fromhex(char.decode()).decode("utf-16-be")
                for glyph, char in pairs}  # fmt: skip


def _unescaped(found: re.Match[bytes]) -> bytes:
    return {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}.get(
        found.group(1), found.group(1)
    )


def paper(*groups: Group, lang: str = "fr-FR", page: str = "Page {page} sur {pages}") -> Pdf:
    facts = PhoneList(
        title="Liste d'appel", community="CPTS du Pays de Garance",
        secret="CONFIDENTIEL · à détruire après usage", made="Fait samedi", page=page, lang=lang,
        at=START, columns=("Nom", "Profession", "Commune", "Téléphone"),
        ticks=("Appelé", "Oui", "Non"), sections=(Section("Centre", "Il manque 1", groups),),
    )  # fmt: skip
    return Pdf(write_phone_list(facts, compress=False))


def test_accents_and_apostrophes_are_right_on_paper() -> None:
    """ESC-11."""
    pdf = paper(Group("Sages-femmes", (ENTRY,)))
    for words in (
        "CPTS du Pays de Garance", "CONFIDENTIEL · à détruire après usage", "Liste d'appel",
        "Éléonore d'Aubigné", "06 12 34 56 78", "Sages-femmes", "Appelé",
    ):  # fmt: skip
        assert words in pdf.text


def test_the_paper_says_its_title_and_language() -> None:
    assert b"/Lang (fr-FR)" in paper(Group("", (ENTRY,))).data
    assert b"/Title (Liste d'appel)" in paper(Group("", (ENTRY,))).data
    assert b"/Lang (en-GB)" in paper(Group("", (ENTRY,)), lang="en-GB").data


def test_pages_are_numbered_and_repeat_their_heads() -> None:
    pdf = paper(Group("Infirmiers", (ENTRY,) * 70))
    assert pdf.pages == 3
    assert pdf.text.count("CONFIDENTIEL") == pdf.text.count("Téléphone") == 3
    assert "Page 2 sur" in pdf.text
    assert pdf.text.count("Infirmiers") == 3


def test_each_person_has_three_boxes_to_tick() -> None:
    def boxes(pdf: Pdf) -> int:
        return len(re.findall(rb"[\d.]+ [\d.]+ 11\.34 -11\.34 re S", pdf.data))

    assert boxes(paper(Group("", (ENTRY,) * 5))) == 15


@pytest.mark.parametrize("name", ["🎉", "محمد", "x" * 300, "\u202eabc", ""])
def test_no_name_stops_the_paper(name: str) -> None:
    odd = Entry(name, name, name, name, name)
    assert paper(Group(name, (odd,))).pages == 1


# In a conversation


async def called(play: Playground, line: str = LINE, lang: Lang = Lang.FR) -> Person:
    claire = await play.person("Claire", Role.COORDINATOR, profession="autre", lang=lang)
    await claire.says(line)
    await claire.taps("Send" if lang is Lang.EN else "Envoyer")
    return claire


async def change(play: Playground, person: Person, **what: object) -> None:
    async with play.db.transaction() as tx:
        member = await tx.get_one(Member, person.id)
        for name, value in what.items():
            setattr(member, name, value)


def listed(claire: Person) -> list[str]:
    """The names in the order of the message."""
    return re.findall(r"• ([^,]+),", claire.last)


def attached(claire: Person) -> Attachment:
    found = claire.messages[-1].wording.attachment
    assert found is not None, claire.screen()
    return found


async def test_those_who_said_if_needed_or_nothing_come_first_and_the_free_before(
    play: Playground,
) -> None:
    silent = await play.person("Silencieux", week=BUSY)
    free = await play.person("Libre", week=FREE)
    maybe = await play.person("Peutetre", week=FREE)
    refused = await play.person("Refus", week=FREE)
    coming = await play.person("Vient", week=FREE)
    half = await play.person("Moitié", week=FREE)
    await play.person("Docteur", profession="medecin", week=FREE)
    claire = await called(play)
    await play.person("Nouveau", week=FREE)
    await maybe.taps("Si besoin")
    await maybe.taps("9 h")
    await refused.taps("Pas cette fois")
    await coming.taps("9 h")
    await coming.taps("13 h")
    await half.taps("9 h")
    await change(play, free, phone="06 11 22 33 44")
    assert silent.has_seen("APPEL À VOLONTAIRES")
    await claire.taps("Qui appeler")
    assert listed(claire) == ["Peutetre", "Libre", "Silencieux", "Nouveau", "Moitié"]
    assert claire.sees("Libre, infirmier, Saint-Aubin : 06 11 22 33 44 (n'a pas répondu")
    assert claire.sees("Silencieux, infirmier, Saint-Aubin : pas de numéro (n'a pas répondu")
    assert claire.sees("Moitié", "a répondu pour d'autres créneaux")
    assert claire.sees("Peutetre", "a dit « si besoin »", "Nouveau", "pas encore de demande")


async def test_the_paused_and_the_absent_are_left_in_peace(play: Playground) -> None:
    paused, away = await play.person("Pausée"), await play.person("Absente")
    await play.person("Joignable")
    claire = await called(play)
    await change(play, paused, paused_until=play.now + timedelta(days=30))
    day = (play.now + timedelta(days=21)).date()
    async with play.db.transaction() as tx:
        tx.add(Absence(member_id=away.id, first=day, last=day))
    await claire.taps("Qui appeler")
    assert listed(claire) == ["Joignable"]


async def test_the_message_has_twelve_lines_and_hides_names_from_a_locked_phone(
    play: Playground,
) -> None:
    for number in range(20):
        await play.person(f"Infirmier{number:02}")
    claire = await called(play)
    await claire.taps("Qui appeler")
    lines = claire.last.splitlines()
    assert len(lines) == 12
    assert "Créneau 1" in claire.last
    assert "autres personnes sont dans la liste sur papier" in lines[-1]
    assert not re.search(r"Infirmier\d", claire.last[:150])
    assert claire.buttons() == ["📄 Liste sur papier"]


async def test_a_full_call_needs_no_phone(play: Playground) -> None:
    ana = await play.person("Ana")
    claire = await called(play, LINE.replace("3 inf", "1 inf").replace(", 13h-18h", ""))
    await claire.taps("Qui appeler", settle=False)
    await ana.taps("9 h")
    assert claire.has_seen("il ne manque personne") or claire.has_seen("QUI APPELER")
    await claire.taps("Liste sur papier")
    assert attached(claire).data.startswith(b"%PDF-")


async def test_the_list_command_hands_over_the_open_calls_on_paper(play: Playground) -> None:
    ana = await play.person("Ana")
    await play.person("Bob")
    claire = await called(play)
    await ana.taps("9 h")
    await claire.says("/liste_appel")
    file = attached(claire)
    assert (file.mime, file.name) == ("application/pdf", "liste-appel-2026-11-21.pdf")
    assert claire.sees("2 personnes. Confidentiel : à détruire après usage.")
    async with play.db.reading() as tx:
        row = await tx.get_one(AuditRow, await _newest(play))
    assert (row.what, row.on, row.after) == ("phone-list.made", "callout:1", {"people": 2})


async def _newest(play: Playground) -> int:
    async with play.db.reading() as tx:
        number = 1
        while await tx.get(AuditRow, number + 1) is not None:
            number += 1
        return number


async def test_with_no_open_call_it_is_everyone_who_gave_a_number(play: Playground) -> None:
    ana, claire = await play.person("Ana"), await play.person("Claire", Role.COORDINATOR)
    await play.person("Bob")
    await claire.says("/liste_appel")
    assert claire.sees("Personne n'a donné de numéro")
    await change(play, ana, phone="06 11 22 33 44")
    await claire.says("/phonelist")
    assert claire.sees("Une personne. Confidentiel")
    assert attached(claire).alt == "Liste d'appel"


async def test_members_cannot_have_the_list(play: Playground) -> None:
    ana = await play.person("Ana")
    await ana.says("/liste_appel")
    assert all(shown.wording.attachment is None for shown in ana.messages)
    assert ana.sees("réservée à la coordination")


async def test_an_english_coordinator_reads_english(play: Playground) -> None:
    await play.person("Ana")
    claire = await called(play, lang=Lang.EN)
    await claire.taps("Whom to phone")
    assert claire.sees("WHOM TO PHONE · Centre", "has not answered", "Slot 1")
