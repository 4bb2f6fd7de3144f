"""A local platform whose buttons are emoji under a message, as on Matrix."""

from bot.adapters.local import Local
from bot.core import Pressed
from bot.core.ports import Abilities
from tests.playground import Playground


class Emoji(Local):
    """A tap names the message and the emoji. Whoever tapped one must take it back before they
    can tap it again."""

    abilities = Abilities(repeats_safely=True, signs=True, notices=False)

    def tapped(self) -> dict[tuple[str, str, str], str]:
        """The key of the event of each tap that stands, by account, message and emoji."""
        found: dict[tuple[str, str, str], str] = self.__dict__.setdefault("_tapped", {})
        return found

    async def press(self, account: str, chat: str, message: str, index: int) -> str:
        sign = self.chats[chat].messages[message].wording.keys[index].sign
        assert sign in self.chats[chat].messages[message].marks, f"{sign!r} is not under it"
        return await self.react(account, chat, message, sign)

    async def react(self, account: str, chat: str, message: str, sign: str) -> str:
        if (account, message, sign) in self.tapped():
            await self.take_back(account, chat, message, sign)
        key = self._key()
        self.tapped()[account, message, sign] = key
        await self.receive_event(
            Pressed(
                key=key, chat=self._at(chat), sender=self._by(account),
                at=self._clock(), private=self.chat(chat).kind == "private", message=message,
                sign=sign,
            )
        )  # fmt: skip
        return key

    async def take_back(self, account: str, chat: str, message: str, sign: str) -> None:
        await self.unpress(account, chat, self.tapped().pop((account, message, sign)))


async def with_emoji(url: str) -> Playground:
    """The whole product on a platform without buttons."""
    play = Playground(url, platform=Emoji)
    await play.boot(fresh=True)
    return play
