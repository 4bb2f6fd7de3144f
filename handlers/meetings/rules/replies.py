"""What people type in answer to a meeting: «oui», «en visio», «non désolé», «peut-être»."""

import re

from bot.core.meetings import Answer
from bot.core.plain import NO, YES, fold

_REMOTE = re.compile(
    r"\b(?:visio\w*|a distance|distance|en ligne|online|remote\w*|video|zoom|teams|telephone|tel)\b"
)
_ONSITE = re.compile(r"\b(?:sur place|presentiel\w*|physiquement|on site|in person|en personne)\b")
_NOT = re.compile(
    r"\b(?:non|no|nope|pas|ne peux|peux pas|pourrai pas|absent\w*|excus\w*|desole\w*|indispo\w*|"
    r"impossible|empech\w*|can'?t|cannot|won'?t|not|unable|sorry|decline|sans moi)\b"
)
_MAYBE = re.compile(
    r"\b(?:peut[- ]?etre|maybe|perhaps|pas sure?(?! place)|pas certain\w*|not sure|si possible|"
    r"je verrai|a voir|ca depend|j'essaie|j'essaierai|will try)\b|🤔"
)
_YES = re.compile(
    r"\b(?:oui|ok|dac|d'accord|present\w*|je viens|j'y serai|j'y vais|je serai la|dispo\w*|"
    r"partant\w*|volontiers|avec plaisir|yes|yep|sure|coming|i'?ll be there|count me in|bien sur|"
    r"compte\w* sur moi)\b|👍|✅"
)
_LONG = 200


def read_reply(said: str, *, onsite: bool, remote: bool) -> Answer | None:
    """None if it is not clear. `onsite` and `remote`: the ways in which one can take part here; a
    bare yes means the first of them."""
    words = fold(said)[:_LONG].strip(" .!,;")
    bare = words.replace("pas de probleme", "ok").replace("no problem", "ok")
    if words in map(fold, YES):
        return Answer.ONSITE if onsite else Answer.REMOTE
    if words in map(fold, NO):
        return Answer.ABSENT
    if _MAYBE.search(bare):
        return Answer.MAYBE
    afar, there = _REMOTE.search(bare), _ONSITE.search(bare)
    if _NOT.search(bare):
        return _instead(bare, remote=remote and bool(afar), onsite=onsite and bool(there))
    if afar and there:
        return None
    if afar:
        return Answer.REMOTE if remote else None
    if there or _YES.search(bare):
        return Answer.ONSITE if onsite else Answer.REMOTE
    return None


def _instead(words: str, *, remote: bool, onsite: bool) -> Answer | None:
    """«pas sur place mais en visio», «non»; what follows the refusal counts, if anything does."""
    last = re.split(r"\b(?:mais|but|plutot|rather)\b|,", words)[-1]
    if not _NOT.search(last):
        if remote and _REMOTE.search(last):
            return Answer.REMOTE
        if onsite and _ONSITE.search(last):
            return Answer.ONSITE
    if remote or onsite:
        return None
    return None if _YES.search(words) else Answer.ABSENT
