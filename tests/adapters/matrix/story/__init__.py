"""One long day of a community on Matrix, in chapters: each goes on where the one before ended."""

from tests.adapters.matrix.story import calling, in_a_room, joining, looking_after, oneself

CHAPTERS = (
    joining.by_invitation, calling.by_the_wizard, calling.answered,
    looking_after.pictures_and_files, looking_after.changed,
    looking_after.on_the_eve_and_on_the_day, looking_after.cancelled,
    oneself.pages, oneself.not_taken, in_a_room.answered_in_private,
)  # fmt: skip
