"""Makes a phrase plain (no accents, capitals, odd spaces or dashes) and hides what is no date."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

HIDDEN = "\0"
ALIKE = {
    **dict.fromkeys("’‘ʼ`´′", "'"),
    **dict.fromkeys("‐‑‒–—―−⁃", "-"),
    **dict.fromkeys("→➔➡⇒➜▶⟶⇾►", ">"),
    **dict.fromkeys("œ", "oe"),
    **dict.fromkeys("æ", "ae"),
    "×": "x",
    "≈": "~",
    "∼": "~",
    "\u2044": "/",
    "\n": "\n",
}
MONTH_WORD = r"(?:jan|fev|mar|avr|mai|jui|aou|sep|oct|nov|dec)[a-z]*"
STREET = r"(?:rue|place|avenue|bd|boulevard|square|allee|quai|salle|gymnase|stade|ecole"
STREET += r"|college|lycee|pont|esplanade|parvis)"
HELP_LINES = "15|17|18|112|114|115|116|119"
NOISE = re.compile(
    "|".join(
        (
            r"\S+://\S+|www\.\S+|[\w.+-]+@[\w-]+\.\S+|[@#][a-z_]\w*",
            r"(?<![\dh:/.-])(?:\+\s?33\s?|0033\s?|0)[1-9]"
            r"(?:(?:\s?\d\d){4}|(?:\.\d\d){4}|(?:-\d\d){4})(?![\d/h])",
            r"\d{5,}",
            r"\d(?:[ .]\d{3}){2,}(?!\d)",
            r"24\s?h?\s?/\s?24(?:\s?h)?|[67]\s?j\s?/\s?[67](?:\s?j)?",
            r"(?<![\d/h-])\d+\s?/\s?(?:j|jour|h|heure)(?![a-z])",
            r"(?<![\d/h-])\d+\s?h?\s?(?:/|par)\s?(?:sem|semaine|mois|an)(?![a-z])",
            r"(?<!\d)[1-9]/[1-9]\s?(?:doses?|cp|comprimes?|postes?"
            r"|etp|temps|equipes?|pages?)(?![a-z])",
            r"\d+(?:[.,]\d+)?\s?(?:mg|ml|cl|kg|km|cm|mm|mcg|ug|ui|%|€|eur|euros?|ans?|etp|°c?"
            r"|degres?|octets|[mgk]o)(?![a-z])",
            r"\d+\s?[gml](?![a-z'.])",
            r"\d+,[05]\s?h(?![a-z])",
            rf"{STREET}\s(?:du|des)\s\d{{1,2}}(?:er)?\s{MONTH_WORD}(?:\s\d{{4}})?",
            r"(?:\bta|\btension|\bscore|\bglasgow|\beva|\bversion|\bn[°o])\s?:?\s?\d+(?:[/.]\d+)*",
            r"(?:appel(?:er|ez|le|les|ons)|compos\w+|faites|contacte\w+|telephone\w+|joindre"
            r"|urgences?)(?:\svitales?)?\s?:?\s?(?:le\s|au\s)?"
            rf"(?:{HELP_LINES})(?!\d|/|h|\s?{MONTH_WORD})"
            rf"(?:(?:,|\sou|,\sou)\s(?:le\s)?(?:{HELP_LINES})(?![\d/h]))*",
            r"\bx\s?\d+(?![\d/h])|(?<!\d)\d+\s?x(?![a-z])",
            r"\bmidi[\s-]pyrenees|\bdeux[\s-]sevres|\bbac\s?\+\s?\d",
            r"\b(?:le|au)\s(?:112|114|115|116|119)(?!\d)",
        )
    )
)


@dataclass(frozen=True, slots=True)
class Folded:
    """The plain text, and for each of its characters where it came from."""

    text: str
    origin: tuple[int, ...]


def fold(phrase: str) -> Folded:
    plain: list[str] = []
    origin: list[int] = []
    for at, char in enumerate(phrase):
        keycap = "\u20e3" in phrase[at + 1 : at + 3]
        for letter in " " if keycap and char.isdigit() else plainly(char):
            plain.append(letter)
            origin.append(at)
    text = NOISE.sub(lambda m: HIDDEN * len(m.group()), "".join(plain))
    return Folded(text, (*origin, len(phrase)))


@lru_cache(maxsize=2048)
def plainly(char: str) -> str:
    """One character without its accent, capital or typographic dress; invisible ones vanish."""
    if char in ALIKE:
        return ALIKE[char]
    if char.isspace():
        return " "
    letters = unicodedata.normalize("NFKD", char.lower())
    kept = [c for c in letters if unicodedata.category(c) not in ("Mn", "Me", "Cf", "Cc")]
    return "".join(ALIKE.get(c, " " if c.isspace() else c) for c in kept)
