"""People: how they come in, what is known of them, when they are free, how they leave."""

from pathlib import Path

from bot.engine import Feature
from handlers.people import (
    absences,
    correcting,
    dispos,
    erasing,
    inviting,
    joining,
    leaving,
    letters,
    linking,
    listing,
    lists,
    member_page,
    members,
    mydata,
    newcomers,
    pausing,
    profile,
    reaching,
    settings,
    start,
    uniting,
    zones,
)

feature = Feature(
    "people",
    (
        start, joining, newcomers, letters, profile, correcting, dispos, absences, pausing,
        settings, zones, linking, uniting, reaching, inviting, members, member_page, lists, listing,
        mydata, leaving, erasing,
    ),
    Path(__file__).parent / "texts",
)  # fmt: skip
