"""The real page in a real browser: Debian's Chromium, without a window, without a network."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Page, async_playwright, expect

CHROMIUM = Path("/usr/bin/chromium")
MISSING = not CHROMIUM.exists() and "chromium" not in os.environ.get("TOCSIN_REQUIRE", "")
ARGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
DESK = {"width": 1440, "height": 900}
POCKET = {"width": 390, "height": 844}
SHOTS = os.environ.get("TOCSIN_SHOTS", "")

expect.set_options(timeout=15_000)  # a busy machine is no fault of the page


@asynccontextmanager
async def looking(
    url: str, size: dict[str, int] = DESK, *, fails: str = "", **more: Any
) -> AsyncIterator[Page]:
    """A page that is open and has its phones; whatever it complained about fails the test, but
    for what is meant to go wrong (`fails`, a word of the complaint)."""
    if MISSING:
        pytest.skip("Chromium is not installed")
    complaints: list[str] = []
    async with async_playwright() as play:
        browser = await play.chromium.launch(executable_path=CHROMIUM, args=list(ARGS))
        page = await browser.new_page(viewport=size, **more)  # type: ignore[arg-type]
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda said: complaints.append(said.text)
                if said.type == "error" else None)  # fmt: skip
        await page.goto(url)
        await page.locator(".phone .said").first.wait_for(state="attached")
        yield page
        await browser.close()
    assert not [said for said in complaints if not fails or fails not in said]


async def shot(page: Page, name: str) -> None:
    """Kept where TOCSIN_SHOTS says, for looking at."""
    if SHOTS:
        await page.screenshot(path=f"{SHOTS}/{name}.png")
