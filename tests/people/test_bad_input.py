"""What must be refused, or taken as nothing more than text, with words that say what to do."""

import pytest
from sqlalchemy import select

from bot.core import ChatRef, Identity, Role, Said
from bot.core.events import FileRef
from handlers.people.rules.names import read_name
from storage.people import Member
from tests.people.conftest import Code
from tests.playground import Playground


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("x" * 300, "300 caractères"),
        ("🌸🌸🌸", "par exemple : Claire Martin"),
        ("\u202e\u200f", "par exemple"),
        ("0612345678", "par exemple"),
        ("…", "par exemple"),
        ("x" * 10_000, "10 000 caractères"),
    ],
)
async def test_what_is_no_name_is_refused_with_an_example(
    play: Playground, code: Code, typed: str, told: str
) -> None:
    eva = play.stranger("eva")
    await eva.says(f"/start {await code()}")
    await eva.taps("J'ai lu")
    await eva.says(typed)
    assert eva.sees(told, "Étape 1 sur 4")
    await eva.says("Eva Blanc")
    assert eva.sees("Étape 2 sur 4")


async def test_markup_and_direction_marks_are_text_or_nothing(play: Playground, code: Code) -> None:
    paul = await play.person("Paul", Role.COORDINATOR)
    eva = play.stranger("eva")
    await eva.says(f"/start {await code()}")
    await eva.taps("J'ai lu")
    await eva.says("<b>Eva</b> **Blanc**\u202e _x_ {$name}\n\x00")
    await eva.taps("Médecin")
    await eva.taps("Garance")
    await eva.taps("Passer")
    async with play.db.reading() as tx:
        names = (await tx.scalars(select(Member.name))).all()
    assert "<b>Eva</b> **Blanc** _x_ {$name}" in names
    assert paul.sees("<b>Eva</b> **Blanc** _x_ {$name} · Médecin")


def test_a_name_with_hidden_marks_is_the_name_without_them() -> None:
    assert read_name("\u202eClaire\u200b  Martin\t") == "Claire Martin"


async def test_a_photo_where_a_text_was_asked(play: Playground, code: Code) -> None:
    eva = play.stranger("eva")
    await eva.says(f"/start {await code()}")
    await eva.taps("J'ai lu")
    photo = FileRef(id="1", name="moi.jpg", mime="image/jpeg", size=9)
    await play.local.say("eva", "", files=(photo,))
    await play.settle()
    assert eva.sees("J'attends une réponse écrite")
    await eva.says("Eva Blanc")
    assert eva.sees("Étape 2 sur 4")


async def test_a_strangers_commands_do_nothing(play: Playground) -> None:
    """ADM-2: default is no."""
    eva = play.stranger("eva")
    for typed in ("/membres", "/inviter", "/profil", "/dispos", "/pause", "/quitter", "/effacer"):
        await eva.says(typed)
        assert eva.sees("demandez un lien d'invitation"), typed
    await eva.says("/annuler")
    assert eva.sees("rien à annuler")


async def test_a_members_try_at_a_coordinators_command(play: Playground) -> None:
    mia = await play.person("Mia")
    for typed in ("/membres", "/inviter", "!members", "membres"):
        await mia.says(typed)
        assert mia.sees("réservée à la coordination") or mia.sees("Je n'ai pas compris"), typed


async def test_forged_presses_are_refused(play: Playground) -> None:
    mia = await play.person("Mia")
    await mia.says("/reglages")
    shown = mia.messages[-1]
    for keyboard, index in (("x", 0), (shown.wording.keyboard, 99), (shown.wording.keyboard, -1)):
        await play.local.press_raw("mia", "mia", shown.id, keyboard, index)
        await play.settle()
        assert mia.sees("n'est plus à jour")


async def test_joining_and_asking_in_one_breath_is_one_person(play: Playground, code: Code) -> None:
    """The last answer and a command in the same poll: the command finds the member."""
    eva = play.stranger("eva")
    await eva.says(f"/start {await code()}")
    await eva.taps("J'ai lu")
    await eva.says("Eva Blanc")
    await eva.taps("Médecin")
    await eva.taps("Garance")
    chat, who = ChatRef("local", "eva"), Identity("local", "eva")
    last, then = (
        Said(key=f"k{n}", chat=chat, sender=who, at=play.now, text=words)
        for n, words in enumerate(("passer", "/profil"))
    )
    other = Said(
        key="k9", chat=ChatRef("local", "z"), sender=Identity("local", "z"), at=play.now,
        text="bonjour",
    )  # fmt: skip
    await play.tell(last, other, then)
    assert eva.has_seen("C'est noté. Un coordinateur valide")
    assert eva.sees("PROFIL", "Eva Blanc")
