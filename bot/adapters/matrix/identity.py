"""The bot's device, as people's apps see it: its keys on the server, signed by its owner."""

from collections.abc import Callable

from bot.adapters.matrix import signing
from bot.adapters.matrix.client import Client
from bot.adapters.matrix.errors import Broken, Refused
from bot.adapters.matrix.keys import Keys
from bot.adapters.matrix.line import Line
from bot.adapters.matrix.session import Wanted

UNSIGNED = "the device is not signed, apps show a warning beside its words"


class Identity:
    def __init__(
        self, client: Client, line: Line, keys: Keys, wanted: Wanted,
        note: Callable[[str, str], None],
    ) -> None:  # fmt: skip
        self._client, self._line, self._keys = client, line, keys
        self._wanted, self._note = wanted, note
        self.master = ""

    async def tell(self) -> None:
        """At the start, and after the device was thrown out. Signed or not, the bot speaks: a
        warning beside its words is better than none. Raises Refused or Broken."""
        known = self._client.machine.account.shared
        await self._keys.publish(await self._keys.counted() if known else 0, fallback=known)
        wrong = await self._signed()
        self._note("signing", f"{UNSIGNED}: {wrong}" if wrong else "")

    async def _signed(self) -> str:
        """What keeps it from being signed, or ""."""
        try:
            seeds = signing.seeds(self._wanted.store, self._wanted.secret)
            self.master = seeds["master"].public
            ours = signing.Signing(self._client, self._line, seeds, self._wanted.password)
            return await ours.see_to_it()
        except signing.Locked:
            return "the signing keys on disk do not open with store_secret"
        except Refused as no:
            if no.wait or no.revoked:
                raise
            return str(no)
        except Broken as no:
            if no.status != 401:
                raise
            return "the homeserver wants a password for it"
