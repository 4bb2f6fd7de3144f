"""The page's protocol: what a browser is told, and what it can do."""

from bot.demo import Demo
from bot.web import Web
from tests.demo.conftest import PEOPLE
from tests.demo.visit import visit, words


async def test_a_browser_first_hears_who_lives_there_and_which_phones_lie_ready(
    demo: Demo, server: Web
) -> None:
    async with visit(server) as browser:
        hello = await browser.sees("hello")
        assert hello["community"] == "CPTS des Trois Rivières"
        assert len(hello["people"]) == PEOPLE + 3
        assert len(hello["partners"]) == 41
        assert len(hello["phones"]) >= 3
        assert [scene["id"] for scene in hello["scenes"]] == [
            "vaccination", "heatwave", "emergency", "red-warning",
        ]  # fmt: skip
        clock = await browser.sees("clock")
        assert clock["speed"] == 1


async def test_a_phone_shows_its_whole_chat_and_its_commands(demo: Demo, server: Web) -> None:
    ana = demo.world.community.members[0].account
    async with visit(server) as browser:
        await browser.show((ana, ana))
        chat = await browser.sees("chat")
        assert chat["as"] == chat["chat"] == ana
        assert words(chat["messages"][-1]).startswith("C'est noté")
        commands = await browser.sees("commands")
        assert ["dispos", "ma semaine habituelle"] in commands["commands"]
        assert not any(name == "mobiliser" for name, _ in commands["commands"])


async def test_what_is_said_and_pressed_goes_through_the_real_bot(demo: Demo, server: Web) -> None:
    desk = demo.world.community.coordinator.account
    async with visit(server) as browser:
        await browser.show((desk, desk))
        await browser.sees("commands")
        preview = (await browser.says(desk, "/mobiliser Gymnase"))["message"]
        assert "Gymnase" in words(preview)
        await browser.taps(desk, preview, "📣")
        board = await browser.sees("message", lambda f: "TABLEAU" in words(f["message"]))
        assert "0 sur 2" in words(board["message"])


async def test_an_answer_edits_the_card_in_place_and_tells_the_one_who_tapped(
    demo: Demo, server: Web
) -> None:
    desk = demo.world.community.coordinator.account
    ana = demo.world.community.members[0].account
    async with visit(server) as browser:
        await browser.show((desk, desk), (ana, ana))
        preview = (await browser.says(desk, "/mobiliser Gymnase"))["message"]
        await browser.taps(desk, preview, "📣")
        call = await browser.sees("message", lambda f: f["chat"] == ana)
        await browser.taps(ana, call["message"], "8 h 30")
        edit = await browser.sees("edit", lambda f: f["chat"] == ana)
        assert edit["message"]["id"] == call["message"]["id"]
        assert edit["message"]["edited"]
        assert "vous venez" in words(edit["message"])
        notices = [f for f in browser.seen if f["t"] == "notice"]
        notice = notices[0] if notices else await browser.sees("notice")
        assert (notice["as"], notice["text"]) == (ana, "C'est noté")


async def test_nobody_writes_in_a_phone_that_is_not_in_hand(demo: Demo, server: Web) -> None:
    ana, ben = (p.account for p in demo.world.community.members[:2])
    before = len(demo.world.chat(ben).messages)
    async with visit(server) as browser:
        await browser.show((ana, ana))
        for account, chat in ((ben, ben), (ana, ben), ("nobody", "nobody")):
            await browser.ask("say", **{"as": account, "chat": chat, "text": "/aide"})
            assert (await browser.sees("refused"))["chat"] == chat, "it is said where it was tried"
    assert len(demo.world.chat(ben).messages) == before


async def test_a_link_to_the_bot_is_opened_without_showing_what_it_carries(
    demo: Demo, server: Web
) -> None:
    ana = demo.world.community.members[0].account
    async with visit(server) as browser:
        await browser.show((ana, ana))
        await browser.ask("open", **{"as": ana, "payload": "call-2"})
        said = await browser.sees("message", lambda f: f["message"]["by"] == ana)
        assert words(said["message"]) == "/start"


async def test_nonsense_is_refused_and_the_connection_goes_on(demo: Demo, server: Web) -> None:
    async with visit(server) as browser:
        await browser.socket.send_str("{")
        await browser.sees("refused")
        await browser.ask("begin", scene="no such scene")
        await browser.sees("refused")
        await browser.ask("speed", times=60)
        assert (await browser.sees("clock", lambda f: f["speed"] == 60))["speed"] == 60


async def test_pictures_are_shown_and_files_are_saved(demo: Demo, server: Web) -> None:
    desk = demo.world.community.coordinator.account
    async with visit(server) as browser:
        await browser.show((desk, desk))
        board = (await browser.says(desk, "/tableau"))["message"]
        await browser.taps(desk, board, "➕")
        picture = (await browser.sees("message", lambda f: f["message"]["file"]))["message"]
        assert picture["file"]["alt"] == "2 sur 4"
        shown = await browser.session.get(picture["file"]["href"])
        assert shown.content_type == "image/png"
        assert shown.headers["Content-Disposition"] == "inline"
        saved = (await browser.sees("message", lambda f: f["message"]["file"]))["message"]["file"]
        answer = await browser.session.get(saved["href"])
        assert answer.headers["Content-Disposition"] == "attachment"
        assert (await answer.read()).startswith(b"BEGIN:VCALENDAR")
        for gone in (f"/demo/files/{desk}/m999/x", "/demo/files/nobody/m1/x"):
            assert (await browser.session.get(gone)).status == 404


async def test_unread_messages_are_counted_until_they_are_seen(demo: Demo, server: Web) -> None:
    desk = demo.world.community.coordinator.account
    ana = demo.world.community.members[0].account
    async with visit(server) as browser:
        await browser.show((desk, desk))
        preview = (await browser.says(desk, "/mobiliser Gymnase"))["message"]
        await browser.taps(desk, preview, "📣")
        await browser.sees("unread", lambda f: f["counts"].get(ana) == 1)
        await browser.ask("read", chat=ana)
        await browser.ask("leap")
        await browser.says(desk, "/aide")
        await browser.sees("unread", lambda f: ana not in f["counts"])


async def test_a_reset_begins_another_world_in_the_language_that_is_read(
    demo: Demo, server: Web
) -> None:
    async with visit(server) as browser:
        first = await browser.sees("hello")
        await browser.ask("speak", lang="en")
        await browser.ask("reset")
        second = await browser.sees("hello")
        assert (first["lang"], second["lang"]) == ("fr", "en")
        await browser.sees("counts", lambda f: f["ready"])
        ana = demo.world.community.members[0].account
        await browser.show((ana, ana))
        chat = await browser.sees("chat")
        assert any("You are a member" in words(m) for m in chat["messages"])
