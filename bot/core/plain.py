"""Words as a machine compares them."""

import re
import unicodedata

YES = ("oui", "ok", "d'accord", "dac", "ouais", "o", "yes", "y", "yep", "👍")
NO = ("non", "non merci", "désolé", "n", "no", "nope", "no thanks", "sorry", "👎")
"""What people type for the button that says yes, and for the one that says no."""

_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]")


def fold(words: str) -> str:
    """Lower case, no accents, one space between words: «Réunions» is `reunions`."""
    bare = unicodedata.normalize("NFKD", _INVISIBLE.sub("", words))
    kept = "".join(c for c in bare if not unicodedata.combining(c))
    return " ".join(kept.replace("’", "'").casefold().split())


def fold_town(words: str) -> str:
    """A town's name as it is looked up: «St Aubin» and «Saint-Aubin» are `saint aubin`."""
    bare = fold(words).replace("-", " ")
    return re.sub(r"\bst(e?)\b\.?", r"saint\1", bare)


def clean(words: str) -> str:
    """What a person typed as one line that can be shown: no control or direction marks."""
    seen = _INVISIBLE.sub("", unicodedata.normalize("NFC", words))
    kept = "".join(c if c.isprintable() else " " for c in seen)
    return " ".join(kept.split())


def clean_lines(words: str) -> str:
    """The same, line by line; more than one empty line in a row is one."""
    lines = [clean(line) for line in words.splitlines()]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
