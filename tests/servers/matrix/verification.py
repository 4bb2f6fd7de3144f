"""Two people compare emojis."""

from collections.abc import Callable
from dataclasses import dataclass

from tests.servers.matrix.client import PATIENCE, Client
from tests.servers.matrix.seen import Verifying


@dataclass(frozen=True)
class Verification:
    """One side of it."""

    client: Client
    id: str

    @property
    def now(self) -> Verifying:
        return self.client.verifying[self.id]

    async def accepts(self) -> None:
        await self._step("accept")

    async def starts(self) -> None:
        """Asks for emojis, once the other side is ready."""
        await self.reaches("ready")
        await self._step("start")

    async def emojis(self) -> tuple[str, ...]:
        return (await self._until(lambda now: bool(now.emojis), "sees no emojis")).emojis

    async def confirms(self) -> None:
        await self._step("confirm")

    async def denies(self) -> None:
        await self._step("mismatch")

    async def cancels(self) -> None:
        await self._step("cancel")

    async def reaches(self, *phases: str, within: float = PATIENCE) -> Verifying:
        """requested, ready, started, done or cancelled."""
        why = f"does not come to {' or '.join(phases)}"
        return await self._until(lambda now: now.phase in phases, why, within)

    async def _step(self, step: str) -> None:
        await self.client.ask("verify", step=step, id=self.id)

    async def _until(
        self, look: Callable[[Verifying], bool], why: str, within: float = PATIENCE
    ) -> Verifying:
        return await self.client.waits(lambda: self.now if look(self.now) else None, within, why)
