"""The page through reloads, cuts and long texts: what one had, one still has."""

import pytest
from playwright.async_api import expect

from bot.demo import Demo, web
from bot.web import Web
from tests.demo.chromium import looking
from tests.demo.test_chromium import newest, phone, types

pytestmark = pytest.mark.chromium


async def test_a_reload_finds_the_same_phones_and_another_demo_its_own(
    demo: Demo, server: Web
) -> None:
    async with looking(server.url) as page:
        first = await phone(page, 1).get_by_role("heading").inner_text()
        wanted = demo.world.community.members[-1]
        await phone(page, 1).get_by_role("button", name="Prendre le téléphone").click()
        await page.get_by_role("dialog").get_by_role("searchbox").fill(wanted.name)
        await page.get_by_role("dialog").get_by_role("button", name=wanted.name).click()
        await page.reload()
        await expect(phone(page, 1).get_by_role("heading")).to_have_text(wanted.name)
        page.on("dialog", lambda dialog: dialog.accept())
        await page.get_by_role("button", name="Tout recommencer").click()
        await expect(phone(page, 1).get_by_role("heading")).to_have_text(first)


async def test_what_is_written_while_the_demo_is_away_stays_until_it_is_back(
    demo: Demo, server: Web
) -> None:
    async with looking(server.url, fails="WebSocket") as page:
        await demo.page.close()
        await server.stop()
        await expect(page.locator("#banner")).to_contain_text("La connexion est coupée")
        await types(phone(page, 1), "/aide")
        box = phone(page, 1).get_by_role("combobox")
        await expect(box).to_have_value("/aide")
        await expect(phone(page, 1).get_by_role("status")).to_contain_text("coupée")
        back = web(demo, "127.0.0.1", server.port)
        await back.start()
        await expect(page.locator("#banner")).to_be_hidden()
        await expect(box).to_have_value("/aide")
        await box.press("Enter")
        await expect(box).to_have_value("")
        await expect(newest(phone(page, 1))).to_contain_text("ma semaine habituelle")
        await demo.page.close()
        await back.stop()


async def test_a_text_too_long_for_one_message_goes_as_several(demo: Demo, server: Web) -> None:
    async with looking(server.url) as page:
        said = "mot " * 2500 + "fin"
        await types(phone(page, 1), said)
        mine = phone(page, 1).locator(".said.mine", has_text="mot mot")
        await expect(mine).to_have_count(3)
        await expect(mine.last).to_contain_text("fin")
        ana = await phone(page, 1).get_by_role("heading").inner_text()
        [account] = [p.account for p in demo.world.community.people if p.name == ana]
        chat = demo.world.chat(account).messages.values()
        kept = [m.wording.plain for m in chat if m.by and "mot" in m.wording.plain]
        assert " ".join(kept).split() == said.split()


async def test_nobody_writes_in_a_channel_and_one_is_shown_where_to(server: Web) -> None:
    async with looking(server.url) as page:
        partner = phone(page, 3)
        await expect(partner.get_by_role("combobox")).to_have_count(0)
        await partner.get_by_role("button", name="Écrire en privé").click()
        await expect(partner.get_by_role("combobox")).to_be_visible()
        await expect(partner.get_by_role("button", name="En privé", exact=True)).to_have_attribute(
            "aria-pressed", "true"
        )


async def test_no_line_of_the_page_begins_with_a_colon(server: Web) -> None:
    """French signs are tied to the word before them."""
    async with looking(server.url) as page:
        loose = """() => [...document.querySelectorAll('.scene, .guide, .told, .empty')]
            .filter((one) => / [:;?!»]/.test(one.textContent)).map((one) => one.textContent)"""
        assert await page.evaluate(loose) == []
        assert "\u00a0:" in await page.locator("#scenes").inner_text()
