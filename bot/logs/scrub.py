"""Takes out of a text what may identify or let in: the second net, under the list of keys."""

import re

MASK = "‹{}›"

_TOKEN = re.compile(r"\d{6,}:[\w-]{30,}", re.ASCII)
_PASSWORD = re.compile(r"(?<=://)[^\s/@]*:[^\s/]*@")
_QUERY = re.compile(r"(?<=[?&])([\w.-]+)=[^\s&'\"]+")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_GAP = r"[\s.\-  /]?"
_FRENCH_PHONE = re.compile(
    rf"(?<!\d)(?:(?:\+|00){_GAP}33{_GAP}(?:\(0\){_GAP})?|0)[1-9](?:{_GAP}\d{{2}}){{4}}(?!\d)"
)
_FOREIGN_PHONE = re.compile(rf"(?<!\+)\+\d(?:{_GAP}\d){{7,14}}(?!\d)")
_NIR = re.compile(  # French social security number: 13 digits, with or without the key of two
    rf"(?<!\d)[12378]{_GAP}\d{{2}}{_GAP}\d{{2}}{_GAP}(?:\d{{2}}|2[AB]){_GAP}\d{{3}}{_GAP}\d{{3}}"
    rf"(?:{_GAP}\d{{2}})?(?!\d)",
    re.IGNORECASE,
)
_COMMAND_CODE = re.compile(r"(/start(?:@\w+)?)\s+\S+", re.IGNORECASE)
_LONG_WORD = re.compile(r"(?<![\w-])[\w-]{20,}(?![\w-])", re.ASCII)
_NO_CODE = re.compile(r"[a-z_-]+|[A-Z_-]+|[a-z]*(?:[A-Z]+[a-z]{2,})+")
"""Words put together, as in names of classes and of functions; a random code has no such shape."""
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]+")


def scrub(text: str) -> str:
    """One line without bot tokens, passwords, codes, telephone and security numbers, e-mails."""
    text = scrub_known(_CONTROL.sub(" ", text))
    return _LONG_WORD.sub(_code, text)


def scrub_known(text: str) -> str:
    """The same for a text of ours of several lines, which has long names in it but no codes."""
    text = _TOKEN.sub(MASK.format("token"), text)
    text = _PASSWORD.sub(f"{MASK.format('password')}@", text)
    text = _QUERY.sub(rf"\1={MASK.format('value')}", text)
    text = _EMAIL.sub(MASK.format("e-mail"), text)
    text = _COMMAND_CODE.sub(rf"\1 {MASK.format('code')}", text)
    text = _NIR.sub(MASK.format("number"), text)
    text = _FRENCH_PHONE.sub(MASK.format("phone"), text)
    return _FOREIGN_PHONE.sub(MASK.format("phone"), text)


def _code(match: re.Match[str]) -> str:
    return match[0] if _NO_CODE.fullmatch(match[0]) else MASK.format("code")
