"""Work that is finished even when whoever waits for it is cancelled.

A write to the database that is left half-way keeps its lock, and holds up everyone else.
"""

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

T = TypeVar("T")


async def unbroken(work: Coroutine[Any, Any, T]) -> T:
    """Its result. A cancellation arrives when the work is done, not before."""
    working = asyncio.ensure_future(work)
    try:
        return await asyncio.shield(working)
    except asyncio.CancelledError:
        await asyncio.wait([working])
        if not working.cancelled():
            working.exception()  # whoever would have heard of it is gone
        raise
