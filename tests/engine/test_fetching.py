"""A file that somebody sent is fetched once, however many it is sent on to."""

import asyncio

import pytest

from bot.engine.fetching import MOST, Files


async def test_many_who_want_it_at_once_cause_one_fetch() -> None:
    files, calls = Files(), 0

    async def fetch() -> bytes:
        nonlocal calls
        calls += 1
        await asyncio.sleep(0)
        return b"map"

    found = await asyncio.gather(*(files.get("a", fetch) for _ in range(50)))
    assert (set(found), calls) == ({b"map"}, 1)


async def test_one_that_failed_is_tried_again_and_old_ones_make_room() -> None:
    files, calls = Files(), 0

    async def fetch() -> bytes:
        nonlocal calls
        calls += 1
        if calls == 1:
            raise OSError("gone")
        return b"map"

    with pytest.raises(OSError, match="gone"):
        await files.get("a", fetch)
    assert await files.get("a", fetch) == b"map"
    for n in range(MOST):
        await files.get(f"other {n}", fetch)
    before = calls
    await files.get("a", fetch)
    assert calls == before + 1
