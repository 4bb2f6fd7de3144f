"""Telephone numbers: read as people write them, kept in one form, shown as they are read."""

import re

from bot.core import Text
from bot.core.plain import clean

_BETWEEN = re.compile(r"[\s.()/\-–]+")


def read_phone(said: str, dialing: str) -> str | Text:
    """«06 12 34 56 78» is kept as «+33612345678» (E.164); or why not."""
    bare = _BETWEEN.sub("", clean(said)).replace("(0)", "")
    if bare.startswith("00"):
        bare = f"+{bare[2:]}"
    if bare.startswith("0"):
        bare = f"{dialing}{bare[1:]}"
    bare = bare.replace(f"{dialing}0", dialing, 1) if bare.startswith(f"{dialing}0") else bare
    fits = re.fullmatch(r"\+[1-9][0-9]{6,14}", bare, re.ASCII)
    if not fits or (dialing == "+33" and bare.startswith(dialing) and len(bare) != 12):
        return Text("phone-odd")
    return bare


def shown(phone: str, dialing: str) -> str:
    """«06 12 34 56 78» at home, «+32 470 12 34 56» as it is elsewhere."""
    if not phone.startswith(dialing):
        return phone
    digits = f"0{phone.removeprefix(dialing)}"
    return " ".join(digits[at : at + 2] for at in range(0, len(digits), 2))
