"""What people send that is not what was asked: pictures, voices, places, forged presses."""

from collections.abc import Awaitable, Callable

import pytest

from tests.adapters.telegram.conftest import PNG
from tests.process.books import Books, quiet
from tests.process.bot import Bot
from tests.process.people import Person, calls, community, person, soon

pytestmark = [pytest.mark.process, pytest.mark.timeout(180)]
Sends = Callable[[Person], Awaitable[object]]
ODD: tuple[tuple[Sends, str], ...] = (
    (lambda who: who.user.sends_photo(PNG), "J'attends une réponse écrite"),
    (lambda who: who.user.sends_photo(PNG, "voilà"), "Étape 2 sur 4"),
    (lambda who: who.user.sends_document(b"%PDF-1.4", "cv.pdf"), "J'attends une réponse écrite"),
    (lambda who: who.user.sends_voice(), "Je n'écoute pas les messages vocaux"),
    (lambda who: who.user.sends_location(47.2, -1.5), "Je ne lis que les textes"),
)


async def test_in_the_middle_of_joining_only_text_is_an_answer_and_nothing_is_lost(
    bot: Bot,
) -> None:
    """A caption is a text."""
    await community(bot)
    await bot.start()
    code = (await bot.invites())["code"].replace(" ", "")
    zoe = person(bot.server, "Zoé")
    await zoe.says(f"/start {code}")
    await zoe.taps("J'ai lu")
    await zoe.sees("Étape 1 sur 4")
    await zoe.says("Zoé Marchetti")
    await zoe.sees("Étape 2 sur 4")
    for sends, answer in ODD:
        await sends(zoe)
        await zoe.sees(answer)
    await zoe.taps("Médecin")
    await zoe.sees("Étape 3 sur 4")


async def test_presses_that_nobody_was_offered_change_nothing(bot: Bot) -> None:
    """Another person's keyboard, a position that is not there, bytes that are none of ours."""
    claire, (ana, ben) = await community(bot, "Ana", "Ben")
    await bot.start()
    await calls(claire, f"Vaccination | {soon()} 9h-13h | 1 infirmier | Gymnase | payé")
    card, board = await ana.has("APPEL À VOLONTAIRES"), await claire.has("Sollicités")
    hers = card.buttons[0][0]["callback_data"]
    past = hers.rpartition(":")[0] + ":99"
    mine = await ben.has("APPEL À VOLONTAIRES")
    for data in (
        hers,
        past,
        board.buttons[0][0]["callback_data"],
        ben.forged[0],
        "k:::",
        "x" * 64,
        "é",
    ):
        await ben.user.presses(mine, data)
        await ben.sees("Ce bouton n'est plus à jour. Tapez /aide pour continuer.")
    books: Books = await quiet(bot)
    assert books.one("SELECT count(*) FROM seats") == 0
    await ben.user.taps("9 h – 13 h", on=mine)
    await ben.sees("C'est noté, vous venez")
