"""What a command answers: a message that somebody forwarded here, with where it came from."""

from bot.adapters.telegram import Telegram
from bot.core import Said
from bot.core.events import pack, unpack
from tests.adapters.telegram.conftest import Inbox, place, words
from tests.servers.telegram import TelegramServer, User


async def second(heard: Inbox) -> Said:
    await heard.until(lambda: len(heard.events) >= 2)
    said = heard.events[1]
    assert isinstance(said, Said)
    return said


async def test_a_command_brings_the_words_and_the_source_of_what_it_answers(
    server: TelegramServer, heard: Inbox, ana: User
) -> None:
    channel = server.channel("Préfecture")
    await channel.joins(ana, admin=True)
    post = await channel.posts("Vigilance rouge canicule.", by=ana)
    forwarded = await ana.forwards(post)
    await ana.says("/alerte urgent", reply_to=forwarded)
    said = await second(heard)
    assert (said.quoted, said.quoted_from) == ("Vigilance rouge canicule.", "Préfecture")
    assert said.text == "/alerte urgent"
    assert unpack(pack(said)) == said


async def test_its_file_can_be_fetched_and_no_person_is_named(
    heard: Inbox, adapter: Telegram, ana: User
) -> None:
    sent = await ana.sends_document(b"%PDF-1.7", "plan.pdf", "Le plan", mime="application/pdf")
    await ana.says("/alerte", reply_to=sent)
    said = await second(heard)
    assert (said.quoted, said.quoted_from) == ("Le plan", "")
    (file,) = said.quoted_files
    assert (file.name, file.mime) == ("plan.pdf", "application/pdf")
    assert await adapter.fetch(file.id) == b"%PDF-1.7"


async def test_an_answer_that_is_no_command_brings_nothing_and_our_words_are_ours(
    heard: Inbox, adapter: Telegram, ana: User
) -> None:
    await adapter.send(place(ana.id), words("Pouvez-vous venir ?"), key="k1")
    ours = ana.messages[-1]
    await ana.says("oui", reply_to=ours)
    await ana.says("/alerte", reply_to=ours)
    await heard.until(lambda: len(heard.events) >= 2)
    assert [e.quoted for e in heard.events if isinstance(e, Said)] == ["", ""]
