"""The page as a visitor meets it, in headless Chromium."""

import re

import pytest
from playwright.async_api import Locator, Page, expect

from bot.demo import Demo
from bot.web import Web
from tests.demo.chromium import DESK, POCKET, looking, shot
from tests.demo.visit import until

pytestmark = pytest.mark.chromium


def phone(page: Page, number: int) -> Locator:
    return page.locator(".phone").nth(number)


def newest(of: Locator) -> Locator:
    return of.locator(".said:not(.mine)").last


async def types(of: Locator, words: str) -> None:
    box = of.get_by_role("combobox")
    await box.fill(words)
    await box.press("Enter")


async def calls(page: Page) -> None:
    """The coordinator sends a call, by hand."""
    desk = phone(page, 0)
    await types(desk, "/mobiliser Gymnase Pagnol")
    await desk.get_by_role("button", name="📣 Envoyer").click()
    await expect(newest(desk)).to_contain_text("TABLEAU")


async def test_typing_help_shows_the_answer_and_an_unknown_command_says_so(server: Web) -> None:
    async with looking(server.url) as page:
        await expect(page.get_by_role("heading", level=1)).to_have_text("CPTS des Trois Rivières")
        await types(phone(page, 0), "/aide")
        await expect(phone(page, 0).locator(".said.mine").last).to_contain_text("/aide")
        await types(phone(page, 1), "/nimportequoi")
        await expect(newest(phone(page, 1))).to_contain_text("Je ne connais pas")


async def test_a_button_edits_its_message_in_place(server: Web) -> None:
    async with looking(server.url) as page:
        await calls(page)
        member = phone(page, 1)
        card = newest(member)
        await expect(card).to_contain_text("Gymnase Pagnol")
        count = await member.locator(".said").count()
        await member.get_by_role("button", name="✅ Sam. 8 h 30").click()
        await expect(card).to_contain_text("vous venez")
        await expect(card).to_contain_text("modifié")
        assert await member.locator(".said").count() == count
        await expect(member.get_by_role("status").first).to_have_text("C'est noté")
        await expect(newest(phone(page, 0))).to_contain_text("1 sur 2")
        await shot(page, "desk-call")


async def test_slash_completes_a_command_with_the_keyboard_alone(server: Web) -> None:
    async with looking(server.url) as page:
        box = phone(page, 0).get_by_role("combobox")
        await box.press_sequentially("/mob")
        await expect(box).to_have_attribute("aria-expanded", "true")
        await expect(phone(page, 0).get_by_role("option")).to_have_count(1)
        await box.press("Tab")
        await expect(box).to_have_value("/mobiliser ")
        await box.press_sequentially("Gymnase")
        await box.press("Enter")
        await expect(newest(phone(page, 0))).to_contain_text("Aperçu")


async def test_a_reply_shows_what_it_answers(server: Web) -> None:
    async with looking(server.url) as page:
        await calls(page)
        member = phone(page, 1)
        await newest(member).hover()
        await newest(member).get_by_role("button", name="Répondre à ce message").click()
        await expect(member.locator(".quoting")).to_contain_text("APPEL")
        await types(member, "1")
        await expect(member.locator(".said.mine").last.locator(".quote")).to_contain_text("APPEL")
        await expect(member.locator(".said:not(.mine)", has_text="vous venez")).to_have_count(1)
        log = member.get_by_role("log")
        wide = await log.evaluate("log => log.scrollWidth - log.clientWidth")
        assert wide == 0, "a long quote is shortened and pushes nothing out of the phone"


async def test_any_phone_can_be_taken_and_shows_what_that_person_got(
    demo: Demo, server: Web
) -> None:
    async with looking(server.url) as page:
        await calls(page)
        wanted = demo.world.community.members[-1]
        await phone(page, 1).get_by_role("button", name="Prendre le téléphone").click()
        dialog = page.get_by_role("dialog")
        await dialog.get_by_role("searchbox").fill(wanted.name.upper())
        await shot(page, "picker")
        await dialog.get_by_role("button", name=wanted.name).click()
        await expect(phone(page, 1).get_by_role("heading")).to_have_text(wanted.name)
        await expect(newest(phone(page, 1))).to_contain_text("Gymnase Pagnol")
        assert demo.world.crowd.held >= {wanted.account}


async def test_a_picture_and_a_file_arrive_in_the_phone(server: Web) -> None:
    async with looking(server.url) as page:
        await calls(page)
        await phone(page, 0).get_by_role("button", name="➕ Élargir").click()
        picture = phone(page, 0).get_by_role("img", name="2 sur 4")
        await expect(picture).to_be_visible()
        assert await picture.evaluate("image => image.decode().then(() => image.naturalWidth)")
        file = phone(page, 0).get_by_role("link", name="Télécharger garde.ics")
        async with page.expect_download() as saving:
            await file.click()
        assert (await saving.value).suggested_filename == "garde.ics"


async def test_a_picture_opens_large_and_escape_leads_back_to_it(server: Web) -> None:
    async with looking(server.url) as page:
        await calls(page)
        await phone(page, 0).get_by_role("button", name="➕ Élargir").click()
        link = phone(page, 0).get_by_role("link", name="Ouvrir l'image")
        await link.click()
        large = page.get_by_role("dialog").get_by_role("img", name="2 sur 4")
        await expect(large).to_be_visible()
        await shot(page, "viewer")
        await page.keyboard.press("Escape")
        await expect(large).to_be_hidden()
        await expect(link).to_be_focused()


async def test_what_a_touched_button_leads_to_is_gone_to(server: Web) -> None:
    """Also from far up; and the button can be touched again as soon as the answer is there."""
    async with looking(server.url, {"width": 1440, "height": 700}) as page:
        await calls(page)
        desk = phone(page, 0)
        button = desk.get_by_role("button", name="➕ Élargir")
        for said in range(1, 8):
            await types(desk, "/aide")
            helps = desk.locator(".said:not(.mine)", has_text="ma semaine habituelle")
            await expect(helps).to_have_count(said)
        await button.evaluate("button => button.scrollIntoView({ block: 'center' })")
        await expect(desk.locator(".newest")).to_be_visible()
        await button.click()
        await expect(desk.get_by_role("link", name="Télécharger garde.ics")).to_be_in_viewport()
        await expect(desk.locator('[aria-busy="true"]')).to_have_count(0, timeout=1000)


async def test_a_scene_starts_with_one_click_and_shows_itself_typing(
    demo: Demo, server: Web
) -> None:
    demo.world._haste = 1.0
    async with looking(server.url) as page:
        await page.get_by_role("button", name="Jouer : Centre de vaccination").click()
        box = phone(page, 0).get_by_role("combobox")
        await expect(box).to_have_value(re.compile("^/mobiliser Centre"), timeout=20_000)
        await shot(page, "desk-scene")
        await expect(phone(page, 0).locator(".said.mine").last).to_contain_text("/mobiliser")
        await page.get_by_role("button", name="Arrêter").click()
        await expect(page.get_by_role("button", name="Arrêter")).to_have_count(0)


async def test_the_clock_obeys_the_page(demo: Demo, server: Web) -> None:
    async with looking(server.url) as page:
        await page.get_by_role("radio", name="×600").check()
        await until(lambda: demo.world.clock.speed == 600)
        await expect(page.get_by_role("radio", name="×600")).to_be_checked()


async def test_the_page_speaks_english_and_offers_to_begin_again_in_it(server: Web) -> None:
    async with looking(server.url) as page:
        await page.get_by_role("button", name="Read this page in English").click()
        await expect(page.locator("html")).to_have_attribute("lang", "en")
        await expect(page.get_by_role("button", name="Play: Heatwave", exact=True)).to_be_visible()
        await page.get_by_role("button", name="Start again in English").click()
        said = phone(page, 0).locator(".said", has_text="You are a member")
        await expect(said).to_be_visible(timeout=20_000)
        await expect(page.locator("#banner")).to_be_hidden()
        await shot(page, "desk-english")


@pytest.mark.parametrize("size", [DESK, POCKET], ids=["desk", "pocket"])
async def test_light_and_dark_are_one_button_apart_and_remembered(
    server: Web, size: dict[str, int]
) -> None:
    async with looking(server.url, size, color_scheme="light") as page:
        ground = "getComputedStyle(document.body).backgroundColor"
        light = await page.evaluate(ground)
        await page.locator("#theme").click()
        dark = await page.evaluate(ground)
        assert light != dark
        await page.reload()
        assert await page.evaluate(ground) == dark
        await shot(page, f"dark-{size['width']}")


async def test_what_a_touched_message_says_then_can_be_read_whole(server: Web) -> None:
    """Also where it grew below the edge, in a conversation scrolled up."""
    async with looking(server.url, {"width": 1440, "height": 700}) as page:
        await calls(page)
        member = phone(page, 1)
        for said in range(1, 8):
            await types(member, "/aide")
            helps = member.locator(".said:not(.mine)", has_text="ma semaine habituelle")
            await expect(helps).to_have_count(said)
        call = member.locator(".said", has_text="Gymnase Pagnol")
        button = call.get_by_role("button", name="✅ Sam. 8 h 30")
        await button.evaluate("button => button.scrollIntoView({ block: 'end' })")
        await expect(call.locator(".key").last).not_to_be_in_viewport(ratio=1)
        await button.click()
        await expect(call).to_contain_text("vous venez")
        await expect(call.locator(".key").last).to_be_in_viewport(ratio=1)
