"""People verify the bot by emoji: it goes to its end, or is called off and said in words."""

import pytest

from tests.adapters.matrix.bot import Bot
from tests.servers.matrix.fixtures import Matrix
from tests.servers.matrix.people import Person


async def meets(bot: Bot, ana: Person) -> str:
    """The bot's device, as Ana's app knows it once they have spoken."""
    await ana.creates_direct_room_with(bot.account.user)
    await ana.sees("envoyez-moi votre code")
    return next(iter(await ana.devices(bot.account.user)))


@pytest.mark.parametrize("way", ["in a room", "to a device"])
async def test_comparing_emojis_with_the_bot_comes_to_its_end(
    bot: Bot, matrix: Matrix, way: str
) -> None:
    """And the app holds the bot for verified, its key of keys included."""
    ana = await matrix.person("Ana")
    device = await meets(bot, ana)
    hers = await ana.verifies(bot.account.user, device=device if way == "to a device" else "")
    await hers.starts()
    emojis = await hers.emojis()
    await ana.has("Je vois", *emojis)
    await hers.confirms()
    assert (await hers.reaches("done", "cancelled")).phase == "done"
    assert (await ana.devices(bot.account.user))[device] == {"signed": True, "verified": True}


async def test_who_sees_other_emojis_is_not_told_that_all_is_well(bot: Bot, matrix: Matrix) -> None:
    ana = await matrix.person("Ana")
    device = await meets(bot, ana)
    hers = await ana.verifies(bot.account.user)
    await hers.starts()
    await hers.emojis()
    await hers.denies()
    await hers.reaches("cancelled")
    assert not (await ana.devices(bot.account.user))[device]["verified"]


async def test_what_the_bot_cannot_do_is_called_off_and_said(bot: Bot, matrix: Matrix) -> None:
    """Showing a picture to a camera that it does not have."""
    ana = await matrix.person("Ana")
    await meets(bot, ana)
    request = {
        "msgtype": "m.key.verification.request", "body": "Vérifier ?", "to": bot.account.user,
        "from_device": ana.client.account.device, "methods": ["m.qr_code.show.v1"],
    }  # fmt: skip
    event = await ana.sends("m.room.message", request)
    await ana.sees("n'a pas pu aller au bout")
    await ana.has("facultative", "empreinte")
    cancelled = [m for m in ana.said() if m.type == "m.key.verification.cancel"]
    assert [m.content["m.relates_to"]["event_id"] for m in cancelled] == [event]


async def test_a_comparison_that_a_restart_cut_is_called_off(bot: Bot, matrix: Matrix) -> None:
    """What was agreed is not kept: nobody's app waits for it."""
    ana = await matrix.person("Ana")
    await meets(bot, ana)
    hers = await ana.verifies(bot.account.user)
    await hers.starts()
    await hers.emojis()
    await bot.restart()
    await hers.confirms()
    assert (await hers.reaches("cancelled")).cancelled == "m.unknown_transaction"
    await ana.has("n'a pas pu aller au bout")
