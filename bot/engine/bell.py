"""Wakes loops that wait for work. Work itself is always in the database."""

import asyncio


class Bell:
    """One loop's bell."""

    def __init__(self) -> None:
        self._rung = asyncio.Event()

    def ring(self) -> None:
        self._rung.set()

    def clear(self) -> None:
        self._rung.clear()

    async def wait(self, seconds: float) -> None:
        """Until it rings, or so long."""
        try:
            async with asyncio.timeout(max(0.0, seconds)):
                await self._rung.wait()
        except TimeoutError:
            return


class Chime:
    """Rings the bell of everyone who waits for the same thing."""

    def __init__(self) -> None:
        self._bells: list[Bell] = []

    def bell(self) -> Bell:
        self._bells.append(Bell())
        return self._bells[-1]

    def ring(self) -> None:
        for bell in self._bells:
            bell.ring()
