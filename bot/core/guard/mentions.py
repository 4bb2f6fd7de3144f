"""Where a text speaks of one person: a civility with a name, a patient, a birth date, a record.

Each kind is looked for only where one of its fixed words stands, so that an ordinary text costs a
few searches for a substring and nothing more.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from bot.core.guard.words import CIVILITY, NOT_A_NAME, NOT_A_PERSON


class Who(Enum):
    PERSON = auto()
    A_PATIENT = auto()
    NAMED_PATIENT = auto()
    PATIENT_WITH_CIVILITY = auto()
    BORN = auto()
    BORN_WITH_NAME = auto()
    RECORD = auto()
    CARED_FOR = auto()
    AGED = auto()


@dataclass(frozen=True, slots=True)
class Mention:
    who: Who
    start: int
    end: int


_NAME = r"[^\W\d_][\w'’-]*"
_PERSON = re.compile(rf"{CIVILITY}\s+(?P<name>{_NAME})")
_PERSON_ANCHORS = ("mme", "m.", "m ", "mr", "monsieur", "madame", "mlle", "mademoiselle", "ms.")
_PATIENT = re.compile(
    rf"patiente?\b(?:\s*:?\s*(?:nommée?\s+)?(?P<civil>{CIVILITY}\s+)?"
    rf"(?P<name>(?-i:[A-ZÀ-Ý])(?:\.\s?[A-Z]\.|[\w'’-]*))?)",
    re.IGNORECASE,
)
_ONE = re.compile(
    r"(?:(?<!\w)(?:le|la|un|une|mon|ma|notre|votre|ce|cette|son|sa|du|au|chaque|the|a|my))\s+$",
    re.IGNORECASE,
)

_MONTH = (
    r"(?:janv|f[ée]v|mars|avr|mai|juin|juil|ao[uû]t|sept|oct|nov|d[ée]c"
    r"|jan|feb|mar|apr|may|jun|jul|aug)[a-zéû]*\.?"
)
_DATE = (
    r"[0-3]?[0-9](?:er)?\s?[/.\- ]\s?"
    rf"(?:[01]?[0-9]|{_MONTH})\s?[/.\- ]\s?(?:[12][0-9])?[0-9]{{2}}\b"
)
_BIRTH = re.compile(
    rf"(?:n[ée](?:e|\(e\)|·e|/e)?\s+(?:le\s+)?|d\.?d?\.?n\.?\s*:?\s*|dob\s*:?\s*"
    rf"|date de naissance\s*:?\s*|born\s+(?:on\s+)?|date of birth\s*:?\s*){_DATE}",
    re.IGNORECASE,
)
_BIRTH_ANCHORS = (
    "né",
    "nee ",
    "ne le",
    "ddn",
    "d.d.n",
    "d.n",
    "dob",
    "date de n",
    "date of",
    "born",
)
_FULL_NAME = re.compile(r"[A-ZÀ-Ý][\w'’-]+\s+[A-ZÀ-Ý][\w'’-]+[\s,(:-]*$")
_SOMETHING_BORN = re.compile(r"cpts|association|maison|équipe|projet|idée|collectif|réseau", re.I)

_RECORD = re.compile(
    rf"ipp\b[\s:n°o=#]{{0,6}}[0-9]{{3,}}"
    rf"|ins\b[\s:n°o=#]{{0,6}}[0-9]{{5,}}"
    rf"|dossier\s+(?:patient|m[ée]dical)\s*(?:[\s:n°o#]{{0,6}}[0-9]{{3,}}|de\s+{CIVILITY}\s)"
    rf"|s[ée]cu\w*(?:\s+sociale)?[\s:=]{{0,4}}[0-9]{{5,}}"
    rf"|compte[ -]rendu\s+(?:d.hospitalisation|op[ée]ratoire|m[ée]dical)\s+de\s+{CIVILITY}\s",
    re.IGNORECASE,
)
_RECORD_ANCHORS = ("ipp", "ins", "dossier", "sécu", "secu", "compte")

_YEARS = re.compile(r"[0-9]{1,3}\s?(?:(?:ans|mois)\b|-?years?[ -]old)")
_YEARS_ANCHORS = ("ans", "mois", "year")
_OF_AGE = re.compile(
    r"(?:[âa]g[ée]e?\s+de\s+"
    rf"|(?<!\w)(?:{CIVILITY}|patiente?)\s+[^\W\d_][\w'’-]*\.?(?:\s[^\W\d_]+)?[\s,(]+"
    r"|(?<!\w)(?:patiente?|femme|homme|gar[çc]on|fille|fillette|enfant|nourrisson|b[ée]b[ée]|dame"
    r"|monsieur|madame|mr|mme)\s+(?:de\s+|(?-i:(?:[A-ZÀ-Ý]\w+[\s,(]+){1,2}))?|(?<!\w)(?:a|an)\s+)$",
    re.IGNORECASE,
)
_STATE_NEXT = re.compile(r"\s*(?:de\s+)?[0-9]{1,3}\s(?:ans|mois)\b|\s*(?:sous|atteinte?)\s")
_CARE_AT_HOME = re.compile(
    r"(?:soins?|toilette|prise de sang|bilan sanguin)(?:\s+à domicile)?\s+(?:chez|pour|de|à)\s+"
    rf"{CIVILITY}\s+(?P<name>{_NAME})",
    re.IGNORECASE,
)
_CARE_ANCHORS = ("soin", "toilette", "prise de", "bilan s")


def mentions(text: str, lower: str) -> list[Mention]:
    """In the order of the text; `lower` is the text in lower case, of the same length."""
    found = [
        *_persons(text, lower),
        *_patients(text, lower),
        *_births(text, lower),
        *(Mention(Who.RECORD, *m.span()) for m in _at(text, lower, _RECORD_ANCHORS, _RECORD)),
        *_ages(text, lower),
        *_cared_for(text, lower),
    ]
    return sorted(found, key=lambda mention: mention.start)


def _at(
    text: str, lower: str, anchors: tuple[str, ...], pattern: re.Pattern[str]
) -> Iterator[re.Match[str]]:
    """The matches that begin a word with one of the anchors."""
    for anchor in anchors:
        at = lower.find(anchor)
        while at >= 0:
            if (at == 0 or not lower[at - 1].isalnum()) and (match := pattern.match(text, at)):
                yield match
            at = lower.find(anchor, at + 1)


def _persons(text: str, lower: str) -> Iterator[Mention]:
    for found in _at(text, lower, _PERSON_ANCHORS, _PERSON):
        if _is_name(found["name"], found[0]):
            yield Mention(Who.PERSON, *found.span())


def _is_name(name: str, whole: str) -> bool:
    """«mme martin» is a name; «m. de large» and «Madame la maire» are not."""
    if not _could_be_name(name):
        return False
    return name[0].isupper() or whole[:2].lower() in ("mm", "ma", "mo", "ml", "mr")


def _could_be_name(name: str) -> bool:
    if len(name) == 1:
        return name.isupper()
    return name.lower() not in NOT_A_NAME and not re.match("[ld]['’]", name, re.IGNORECASE)


def _patients(text: str, lower: str) -> Iterator[Mention]:
    for found in _at(text, lower, ("patient",), _PATIENT):
        name = found["name"] or ""
        is_name = bool(name) and _could_be_name(name)
        if is_name and found["civil"]:
            yield Mention(Who.PATIENT_WITH_CIVILITY, *found.span())
        elif is_name and name not in NOT_A_PERSON:
            yield Mention(Who.NAMED_PATIENT, *found.span())
        elif _is_one(text, found):
            yield Mention(Who.A_PATIENT, found.start(), found.start() + len("patient"))


def _is_one(text: str, found: re.Match[str]) -> bool:
    """«la patiente», «patient de 82 ans», «patient sous O2»; not «patients», «dossier patient»."""
    before = _ONE.search(text, max(0, found.start() - 12), found.start())
    return bool(before or _STATE_NEXT.match(text, found.end()))


def _births(text: str, lower: str) -> Iterator[Mention]:
    for found in _at(text, lower, _BIRTH_ANCHORS, _BIRTH):
        before = text[max(0, found.start() - 40) : found.start()]
        if not _SOMETHING_BORN.search(before):
            named = Who.BORN_WITH_NAME if _FULL_NAME.search(before) else Who.BORN
            yield Mention(named, *found.span())


def _ages(text: str, lower: str) -> Iterator[Mention]:
    for anchor in _YEARS_ANCHORS:
        at = lower.find(anchor)
        while at >= 0:
            if years := _YEARS.search(text, max(0, at - 5), at + 9):
                start = max(0, years.start() - 40)
                if before := _OF_AGE.search(text, start, years.start()):
                    yield Mention(Who.AGED, before.start(), years.end())
            at = lower.find(anchor, at + 1)


def _cared_for(text: str, lower: str) -> Iterator[Mention]:
    for found in _at(text, lower, _CARE_ANCHORS, _CARE_AT_HOME):
        if _is_name(found["name"], "mme"):
            yield Mention(Who.CARED_FOR, *found.span())
