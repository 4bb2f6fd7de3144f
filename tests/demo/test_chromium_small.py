"""The page on a phone: one chat at a time, and the story goes along."""

import pytest
from playwright.async_api import expect

from bot.demo import Demo
from bot.web import Web
from tests.demo.chromium import POCKET, looking, shot
from tests.demo.test_chromium import phone

pytestmark = pytest.mark.chromium


async def test_whoever_s_phone_is_taken_is_the_phone_that_is_shown(demo: Demo, server: Web) -> None:
    async with looking(server.url, POCKET, has_touch=True) as page:
        await page.get_by_role("tab").nth(2).click()
        wanted = demo.world.community.members[-1]
        await phone(page, 1).get_by_role("button", name="Prendre le téléphone").click()
        dialog = page.get_by_role("dialog")
        await dialog.get_by_role("searchbox").fill(wanted.name)
        await dialog.get_by_role("button", name=wanted.name).click()
        await expect(phone(page, 1).get_by_role("heading")).to_be_visible()
        await expect(phone(page, 1).get_by_role("heading")).to_have_text(wanted.name)
        await expect(page.get_by_role("tab").nth(2)).to_have_attribute("aria-selected", "true")


async def test_a_scene_leads_to_where_it_happens_and_its_story_stands_above(
    demo: Demo, server: Web
) -> None:
    demo.world._haste = 1.0
    async with looking(server.url, POCKET, has_touch=True) as page:
        await page.get_by_role("button", name="Jouer : Centre de vaccination").click()
        await expect(phone(page, 0)).to_be_visible(timeout=20_000)
        await expect(page.locator("#told")).to_be_in_viewport()
        await expect(page.locator("#told")).to_contain_text("Les doses arrivent")
        await shot(page, "pocket-story")
        await page.get_by_role("tab").first.click()
        await page.get_by_role("button", name="Arrêter").click()
        await expect(page.locator("#told")).to_have_text("")


async def test_with_text_four_times_as_large_there_is_still_room_to_read(server: Web) -> None:
    """320 by 256: a window of 1,280 by 1,024 at 400 % (WCAG 2.2, 1.4.10)."""
    async with looking(server.url, {"width": 320, "height": 256}) as page:
        await page.get_by_role("tab").nth(2).click()
        log = await phone(page, 1).get_by_role("log").bounding_box()
        assert log
        assert log["height"] > 150
        wide = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
        assert not await page.evaluate(wide)


async def test_what_the_search_looks_for_can_be_read_whole(server: Web) -> None:
    async with looking(server.url, POCKET) as page:
        await page.get_by_role("tab", name="Partenaire").click()
        await phone(page, 3).get_by_role("button", name="Prendre le téléphone").click()
        dialog = page.get_by_role("dialog")
        search = dialog.get_by_role("searchbox", name="Nom ou catégorie")
        box = await search.bounding_box()
        assert box
        assert box["width"] > 300
        await expect(dialog.get_by_role("combobox", name="Toutes les catégories")).to_be_visible()
