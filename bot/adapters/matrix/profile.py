"""The bot's name and picture, as people see them beside its words."""

from bot.adapters.matrix.avatar import bell
from bot.adapters.matrix.errors import Refused
from bot.adapters.matrix.line import Line, part
from bot.adapters.matrix.session import Wanted


class Profile:
    def __init__(self, line: Line, me: str, wanted: Wanted) -> None:
        self._line, self._me, self._wanted = line, me, wanted
        self._done = False

    async def see_to_it(self) -> None:
        """Once a process. A picture that somebody has given it by hand stays. Raises Refused
        where waiting helps, or Broken."""
        if self._done:
            return
        try:
            shown = await self._shown()
            if self._wanted.name and shown.get("displayname") != self._wanted.name:
                await self._set("displayname", self._wanted.name)
            if not shown.get("avatar_url"):
                address = await self._line.upload(bell(), "image/png", "tocsin.png")
                await self._set("avatar_url", address)
        except Refused as no:
            if no.wait or no.revoked:
                raise
        self._done = True

    async def _shown(self) -> dict[str, object]:
        try:
            return dict(await self._line.ask("GET", f"/profile/{part(self._me)}"))
        except Refused as no:
            if no.status != 404:
                raise
            return {}

    async def _set(self, what: str, value: str) -> None:
        await self._line.ask("PUT", f"/profile/{part(self._me)}/{what}", {what: value})
