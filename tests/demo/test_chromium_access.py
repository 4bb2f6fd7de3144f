"""The page for everyone: by keyboard, by ear, on a small screen, without motion."""

import itertools
from typing import Any

import pytest
from playwright.async_api import Page, expect

from bot.adapters.local.scenes import Tells
from bot.demo import Demo
from bot.web import Web
from tests.demo.chromium import DESK, POCKET, looking, shot
from tests.demo.test_chromium import calls, newest, phone

pytestmark = pytest.mark.chromium

NAMELESS = """() => [...document.querySelectorAll(
    'button, a[href], input, select, textarea, [role=log], section, nav, dialog[open]'
  )].filter((node) => {
    if (node.closest('[hidden]') || !node.checkVisibility()) return false;
    const labelled = node.getAttribute('aria-labelledby');
    const name = node.getAttribute('aria-label')
      || (labelled && document.getElementById(labelled)?.textContent)
      || (node.matches('button, a') && node.textContent)
      || [...(node.labels ?? [])].map((label) => label.textContent).join('');
    return !name?.trim();
  }).map((node) => node.outerHTML.slice(0, 120))"""

DOUBLED = """() => {
  const ids = [...document.querySelectorAll('[id]')].map((node) => node.id);
  return ids.filter((id, n) => ids.indexOf(id) !== n);
}"""

SMALL = """() => [...document.querySelectorAll('button, a.key, .speeds label')]
  .filter((node) => node.checkVisibility() && !node.closest('.menu'))
  .map((node) => [node.getBoundingClientRect(), node.outerHTML.slice(0, 90)])
  .filter(([box]) => box.width && (box.width < 24 || box.height < 24)).map(([, html]) => html)"""

TELLING = """(line) => {
  const card = document.querySelector('.scene');
  card.classList.add('runs');
  card.querySelector('p').className = 'story';
  if (line) card.querySelector('p').textContent = line;
  return document.getElementById('scenes').getBoundingClientRect().height;
}"""


async def no_barrier(page: Page) -> None:
    assert await page.evaluate(NAMELESS) == []
    assert await page.evaluate(DOUBLED) == []
    assert await page.evaluate(SMALL) == [], "targets of 24 pixels at least (WCAG 2.2, 2.5.8)"
    assert await page.evaluate("document.querySelectorAll('img:not([alt])').length") == 0
    assert await page.evaluate("document.querySelectorAll('h1').length") == 1


@pytest.mark.parametrize("size", [DESK, POCKET], ids=["desk", "pocket"])
async def test_every_control_has_a_name_and_can_be_hit(server: Web, size: dict[str, int]) -> None:
    async with looking(server.url, size) as page:
        await no_barrier(page)
        if size is POCKET:
            await page.get_by_role("tab").nth(1).click()
            await no_barrier(page)
        await phone(page, 0).get_by_role("button", name="Prendre le téléphone").click()
        await no_barrier(page)


async def test_on_a_small_screen_there_is_one_phone_at_a_time(server: Web) -> None:
    async with looking(server.url, POCKET, has_touch=True) as page:
        await expect(page.locator("#scenes")).to_be_visible()
        await shot(page, "pocket-scenes")
        await page.get_by_role("tab", name="Coord.").click()
        await expect(phone(page, 0)).to_be_visible()
        await expect(page.locator("#scenes")).to_be_hidden()
        await expect(phone(page, 1)).to_be_hidden()
        await calls(page)
        tab = page.get_by_role("tab").nth(2)
        await expect(tab.locator(".badge")).to_be_visible()
        await tab.click()
        await expect(newest(phone(page, 1))).to_be_in_viewport()
        await expect(tab.locator(".badge")).to_have_count(0)
        await shot(page, "pocket-phone")
        wide = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
        assert not await page.evaluate(wide)


async def test_the_first_stop_of_the_keyboard_leads_to_the_phones(server: Web) -> None:
    async with looking(server.url) as page:
        await page.keyboard.press("Tab")
        await expect(page.get_by_role("link", name="Aller aux téléphones")).to_be_focused()
        await page.keyboard.press("Enter")
        await expect(page.locator("#phones")).to_be_focused()


async def test_a_call_is_answered_with_the_keyboard_alone(server: Web) -> None:
    async with looking(server.url) as page:
        await calls(page)
        button = newest(phone(page, 1)).get_by_role("button", name="✅ Sam. 13 h 30")
        await button.focus()
        await page.keyboard.press("Enter")
        await expect(newest(phone(page, 1))).to_contain_text("vous venez")
        inside = "document.activeElement.closest('.phone') !== null"
        assert await page.evaluate(inside), "the focus stays where one was"


async def test_only_the_phone_in_focus_is_read_out(server: Web) -> None:
    async with looking(server.url) as page:
        logs = page.get_by_role("log")
        await phone(page, 2).get_by_role("combobox").focus()
        heard = await logs.evaluate_all("all => all.map((log) => log.ariaLive)")
        assert heard == ["polite" if n == 2 else "off" for n in range(len(heard))]


async def test_tabs_and_the_picker_go_by_arrows_and_escape_closes(server: Web) -> None:
    async with looking(server.url, POCKET) as page:
        await page.get_by_role("tab").first.focus()
        await page.keyboard.press("ArrowRight")
        await expect(page.get_by_role("tab").nth(1)).to_be_focused()
        await expect(page.get_by_role("tab").nth(1)).to_have_attribute("aria-selected", "true")
        await phone(page, 0).get_by_role("button", name="Prendre le téléphone").click()
        await page.keyboard.press("ArrowDown")
        await expect(page.get_by_role("dialog").locator("li button").first).to_be_focused()
        await page.keyboard.press("Escape")
        await expect(page.get_by_role("dialog")).to_be_hidden()


async def test_nothing_moves_for_those_who_want_it_calm(server: Web) -> None:
    more: dict[str, Any] = {"reduced_motion": "reduce"}
    async with looking(server.url, **more) as page:
        await calls(page)
        lasting = """() => document.getAnimations()
            .filter((one) => one.effect.getComputedTiming().activeDuration > 50).length"""
        assert await page.evaluate(lasting) == 0


async def test_headings_leave_out_no_level(server: Web) -> None:
    async with looking(server.url) as page:
        levels = await page.evaluate(
            "[...document.querySelectorAll('h1, h2, h3, h4')].map((h) => Number(h.tagName[1]))"
        )
        assert levels[0] == 1
        assert all(b - a <= 1 for a, b in itertools.pairwise(levels))


async def test_the_first_stop_in_a_phone_leads_past_its_conversation(server: Web) -> None:
    async with looking(server.url) as page:
        jump = phone(page, 1).get_by_role("button", name="Écrire dans le téléphone de")
        await jump.focus()
        await page.keyboard.press("Enter")
        await expect(phone(page, 1).get_by_role("combobox")).to_be_focused()


async def test_the_story_is_told_to_those_who_listen(demo: Demo, server: Web) -> None:
    demo.world._haste = 0.2
    async with looking(server.url) as page:
        told = await page.locator("#told").element_handle()
        await page.get_by_role("button", name="Jouer : Centre de vaccination").click()
        await expect(page.locator("#told")).to_contain_text("Les doses arrivent")
        assert told
        assert await told.get_attribute("role") == "status"
        assert "Les doses" in (await told.text_content() or ""), "the same element all along"


async def test_nothing_moves_when_a_story_has_more_to_say(demo: Demo, server: Web) -> None:
    lines = [
        said for scene in demo.world.scenes for step in scene.steps
        if isinstance(step, Tells) for said in step.line.values()
    ]  # fmt: skip
    async with looking(server.url) as page:
        height = await page.evaluate(TELLING, "")
        assert {await page.evaluate(TELLING, line) for line in lines} == {height}


async def test_a_small_laptop_shows_the_phones_whole(server: Web) -> None:
    async with looking(server.url, {"width": 1024, "height": 768}) as page:
        await calls(page)
        await expect(phone(page, 0).get_by_role("combobox")).to_be_in_viewport(ratio=1)
