"""Finds French social security numbers (NIR, and NIA or temporary numbers of the same shape).

Thirteen characters, sex 1, year 2, month 2, department 2 (2A and 2B in Corsica), town 3, order 3,
then a key of two digits, 97 minus the number modulo 97. Source: INSEE, «règles du numéro
d'inscription au répertoire»: months 20 to 42 and 50 to 99 stand for months that are not known or
used up, first digits 3, 4, 7, 8 for people who are being registered, department 99 for people born
abroad.

Thirteen digits are also a barcode and fifteen a telephone's serial number. What tells them apart:
the ranges of the fields, the way the groups are cut, the other number's own check digit, and the
word in front («EAN», «lot»).
"""

import re
from collections.abc import Iterator

from stdnum import ean, luhn
from stdnum.fr.nir import calc_check_digits

from bot.core.guard.verdict import PASS, Outcome, Reason, Verdict

_GAP_CHARACTERS = r"\s./_|,;:'’`*~>\\\-‐-―−⁄·•‧∙⋅・\u2800"
_GAP = rf"[{_GAP_CHARACTERS}]{{0,4}}"
_KEY_GAP = rf"{_GAP}[(\[]?\s{{0,2}}(?:[cC][lL][eéEÉ][fF]?|[kK][eE][yY])?[\s:=]{{0,3}}[(\[]?"

# Cut where the fields are cut, if anywhere. The first look-behind keeps out the middle of a number.
_BY_FIELDS = re.compile(
    rf"[123478](?<![0-9].){_GAP}[0-9]{{2}}{_GAP}[0-9]{{2}}{_GAP}(?:[0-9]{{2}}|2 ?[ABab])"
    rf"{_GAP}[0-9]{{3}}{_GAP}[0-9]{{3}}(?:{_KEY_GAP}(?P<key>[0-9]{{2}}))?(?![0-9])",
    re.DOTALL,
)
_RUN = re.compile(
    rf"[0-9](?:{_GAP}(?:[0-9]|(?<=2)[ABab](?={_GAP}[0-9])|(?<=2 )[ABab](?={_GAP}[0-9])))*"
)
_GROUP = re.compile(r"[0-9ABab]+")
_EDGES = " \t\r\n.,;:/|_-–—()[]"
_BETWEEN = re.compile(rf"[{_GAP_CHARACTERS}]+")

_ROOM_FOR_KEY = 24

_SHAPE = re.compile(
    r"[123478][0-9]{2}(?:0[1-9]|1[0-2]|[23][0-9]|4[0-2]|[5-9][0-9])"
    r"(?!00)(?:[0-9]{2}|2[AB])[0-9]{6}(?:[0-9]{2})?"
)
_UNUSED_TOWN_OR_ORDER = re.compile(r".{7}000|.{10}000")
_NAMED_OTHERWISE = re.compile(
    r"(?:\b(?:ean|gtin|cip|ucd|lpp|isbn|imei|lots?|batch|colis|suivi|tracking|s[ée]rie|serial)"
    r"|code[ -]?barres?|barcode|carte bancaire|amex)(?:[ -]?(?:13|14|n[°ºo]?))?[\s:=#.n°º-]*$",
    re.IGNORECASE,
)
_CHANNEL_ID = re.compile(r"(?<!\w)-100[0-9]{10}(?![0-9])")


def verdict(text: str) -> Verdict:
    """`text` comes from `plain`. The first right key decides; else the first doubtful number."""
    doubt = PASS
    for found in _numbers(text):
        if found.outcome is Outcome.BLOCK:
            return found
        doubt = doubt if doubt.outcome is Outcome.WARN else found
    return doubt


def _numbers(text: str) -> Iterator[Verdict]:
    for run in _RUN.finditer(text):
        if run.end() - run.start() < 13:
            continue
        yield _whole_run(text, run)
        at = run.start()
        while found := _BY_FIELDS.search(text, at, run.end() + _ROOM_FOR_KEY):
            yield _by_fields(text, found)
            at = found.start() + 1


def _by_fields(text: str, found: re.Match[str]) -> Verdict:
    key = found["key"] or ""
    body = found[0][: found.start("key") - found.start()] if key else found[0]
    number = "".join(re.findall("[0-9]|(?<=2)[AB]|(?<=2 )[AB]", body.upper())) + key
    groups = tuple(len(group) for group in _GROUP.findall(found[0]))
    if _has_right_key(number) and not _is_medicine(number, groups):
        return Verdict(Outcome.BLOCK, Reason.NIR)
    if _is_something_else(number, groups) or _is_named_otherwise(text, found.start()):
        return PASS
    return _doubt(number) if _is_one_number(body) else PASS


def _is_one_number(body: str) -> bool:
    """Cut the same way throughout; «12, 0612345678» and «253 0681257911» are two numbers."""
    groups = _GROUP.findall(body.upper())
    gaps = _BETWEEN.findall(body.strip(_EDGES))
    signs = {gap.strip() for gap in gaps}
    phone = any(len(group) == 10 and group[0] == "0" for group in groups)
    loose = len(groups) < 4 and any(len(gap) > 1 or gap in ",;|:\n" for gap in gaps)
    return len(signs) <= 1 and not phone and not loose


def _whole_run(text: str, run: re.Match[str]) -> Verdict:
    """A number cut in odd places (threes, pairs, a broken line), with nothing else around it."""
    groups = _GROUP.findall(run[0])
    number = "".join(groups).upper()
    if len(number) not in (13, 15):
        return PASS
    between = _BETWEEN.findall(run[0])
    signs = {gap.strip() for gap in between} - {""}
    if _has_right_key(number) and len(signs) <= 1:
        return Verdict(Outcome.BLOCK, Reason.NIR)
    size = len(groups[0])
    even = {len(group) for group in groups[:-1]} == {size} and len(groups[-1]) <= size <= 5
    if not even or len(set(between)) > 1 or _is_named_otherwise(text, run.start()):
        return PASS
    return _doubt(number)


def _has_right_key(number: str) -> bool:
    if len(number) != 15 or not _SHAPE.fullmatch(number):
        return False
    return bool(calc_check_digits(number) == number[13:])


def _doubt(number: str) -> Verdict:
    if not _SHAPE.fullmatch(number) or _UNUSED_TOWN_OR_ORDER.match(number):
        return PASS
    missing = len(number) == 13
    return Verdict(Outcome.WARN, Reason.NIR_KEY_MISSING if missing else Reason.NIR_KEY_WRONG)


def _is_medicine(number: str, groups: tuple[int, ...]) -> bool:
    """A French medicine's barcode (34009…), check digit right, beside some other two figures."""
    apart = groups in ((13, 2), (1, 6, 6, 2))
    return apart and number.startswith("34009") and bool(ean.is_valid(number[:13]))


def _is_something_else(number: str, groups: tuple[int, ...]) -> bool:
    """A barcode or a serial number by its own check digit.

    First digits 1 and 2 are left out: as a barcode they are rare, as a person they are everyone.
    """
    if number[0] in "12" or not number.isdigit():
        return False
    if groups in ((13,), (1, 6, 6), (13, 2), (1, 6, 6, 2)):
        return number.startswith("34009") or bool(ean.is_valid(number[:13]))
    return groups == (15,) and bool(luhn.is_valid(number))


def _is_named_otherwise(text: str, start: int) -> bool:
    before = text[max(0, start - 28) : start]
    return bool(_NAMED_OTHERWISE.search(before) or _CHANNEL_ID.match(text, max(0, start - 1)))
