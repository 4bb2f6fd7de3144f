"""The Telegram adapter: the port, put together from the parts beside it."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

from telegram import Bot
from telegram.error import TelegramError

from bot.adapters.telegram import membership, menu
from bot.adapters.telegram.answers import FILE_LIMIT
from bot.adapters.telegram.errors import NAME, Refused, Unanswered
from bot.adapters.telegram.line import POLLS, Health, Line
from bot.adapters.telegram.polling import MOST, Polling
from bot.adapters.telegram.posting import Posting, told
from bot.adapters.telegram.refusals import Meaning
from bot.adapters.telegram.request import Told, Transport
from bot.adapters.telegram.times import KEPT, Times
from bot.adapters.telegram.updates import ALLOWED, understood
from bot.adapters.telegram.webhook import Webhook
from bot.adapters.telegram.wording import CAPTION, TEXT, shortened, start_link
from bot.core import ChatRef, Event, Lang, Role, Wording
from bot.core.errors import SendFailed
from bot.core.ports import Abilities, Intake, MenuEntry, Pace

log = logging.getLogger(__name__)

NOTICE = 200
"""UTF-16 units: https://core.telegram.org/bots/api#answercallbackquery."""


class Telegram:
    """One bot. `token` and `webhook_secret` are never shown, not in an error either.

    Limits (https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this): about
    30 a second, 1 a second in a chat, 20 a minute in a group, edits included; ours stay below.
    """

    platform = NAME
    abilities = Abilities(longest=TEXT, caption=CAPTION, tells_rights=False, keeps=KEPT)
    pace = Pace(
        everyone=(29.2, 2),
        private=(0.95, 3),
        group=(0.28, 3),
        edit_private=2.0,
        edit_group=5.0,
        ahead=0.12,
        window=(30, 1.025),
    )

    def __init__(
        self,
        token: str,
        api_url: str = "https://api.telegram.org",
        *,
        webhook_url: str = "",
        webhook_secret: str = "",
        times: Times | None = None,
    ) -> None:
        self.times = times or Times()
        self.webhook_url, self._secret = webhook_url, webhook_secret
        self.line = Line(self._probe, self.times.probe)
        self.transport = self._transport(self.line.heard, self.pace.in_flight + 10)
        self._polls = self._transport(self.line.polled, 1)
        self.bot = Bot(
            token, f"{api_url}/bot", f"{api_url}/file/bot",
            request=self.transport, get_updates_request=self._polls,
        )  # fmt: skip
        self._posting = Posting(self._ask, self.invite_link)
        self._webhook = Webhook(webhook_secret, self._understood, self._known)
        self._meeting = asyncio.Lock()
        self._met = False

    @property
    def health(self) -> Health:
        return self.line.health

    @property
    def username(self) -> str:
        """Empty until Telegram has told it."""
        return self.bot.username if self._met else ""

    # The port

    async def receive(self, intake: Intake, cursor: str) -> None:
        await self._until(self._meet)
        if self.webhook_url:
            self._webhook.intake = self._webhook.intake or intake
            await self._until(self._set_webhook)
            await self._webhook.is_found(self.bot, intake)
        await self._until(self.bot.delete_webhook)
        polling = Polling(self._poll, self._understood, self.line, self.times.pauses)
        await polling.run(intake, cursor)

    async def send(self, chat: ChatRef, wording: Wording, *, key: str) -> str:
        await self._ready()
        return await self._posting.send(chat, wording, key=key)

    async def edit(self, chat: ChatRef, message: str, wording: Wording) -> None:
        await self._ready()
        await self._posting.edit(chat, message, wording)

    async def mark(self, chat: ChatRef, message: str, signs: Sequence[str], *, key: str) -> None:
        """Buttons are keyboards here."""

    async def fetch(self, file: str, most: int = FILE_LIMIT) -> bytes:
        await self._ready()
        return await told(self._download(file, most))

    async def leave(self, chat: ChatRef) -> None:
        await self._ready()
        await self._posting.leave(chat)

    async def may_write(self, chat: ChatRef) -> bool:
        await self._ready()
        return await told(membership.may_write(self.bot, chat))

    async def let_go(self) -> None:
        """What was wrong with our hearing is not our business any more."""
        for part in ("updates", POLLS, "disk"):
            self.line.note(part, "")

    async def acknowledge(self, token: str, notice: str) -> None:
        """Lost without harm: what was done is in the message too, and presses end by themselves."""
        try:
            self.line.must_be_up()
            said = {"text": shortened(notice, NOTICE), "show_alert": True} if notice else {}
            await self._ask("answerCallbackQuery", {"callback_query_id": token, **said})
        except (TelegramError, SendFailed) as error:
            log.debug("press not acknowledged", extra={"error": type(error).__name__})

    async def menu(
        self, chat: ChatRef | None, role: Role, lang: Lang, entries: Sequence[MenuEntry]
    ) -> None:
        """Raises SendFailed, nothing else."""
        await self._ready()
        await told(menu.show(self.bot, chat, lang, entries))

    def is_private(self, chat: ChatRef) -> bool:
        return not chat.chat.startswith("-")

    def invite_link(self, payload: str) -> str:
        """Before Telegram has told the bot's name there is none: ""."""
        return start_link(self.username, payload) if self.username else ""

    def group_link(self, payload: str) -> str:
        return start_link(self.username, payload, into="startgroup") if self.username else ""

    # Beyond the port

    async def meet(self) -> str:
        """Ask Telegram who we are: the bot's name, from then on in links. Raises SendFailed."""
        await self._ready()
        return self.username

    def listen(self, intake: Intake) -> None:
        """Take what is brought to us, also while `receive` does not run."""
        self._webhook.intake = intake

    async def hooked(self, body: bytes, secret: str) -> int:
        """One call of the webhook: the HTTP status to answer with."""
        return await self._webhook.hooked(body, secret)

    async def close(self) -> None:
        await self.line.close()
        await self.transport.shutdown()
        await self._polls.shutdown()

    # Inside

    def _transport(self, told: Told, connections: int) -> Transport:
        return Transport(
            told,
            connections=connections,
            connect=self.times.connect,
            answer=self.times.answer,
            upload=self.times.upload,
        )

    def _understood(self, raw: Mapping[str, Any]) -> Event | None:
        return understood(raw, self.bot)

    async def _ready(self) -> None:
        self.line.must_be_up()
        if not self._met:
            await told(self._meet())

    async def _known(self) -> bool:
        """Do we know who we are?"""
        try:
            await (self._meet() if self._met else self._ready())
        except SendFailed:
            return False
        return True

    async def _meet(self) -> None:
        """Learn who we are: links and commands hold the bot's name."""
        async with self._meeting:
            if not self._met:
                try:
                    await self.bot.initialize()
                except (AttributeError, KeyError, TypeError, ValueError):
                    raise Unanswered("the answer is no bot") from None
                self._met = True

    async def _until(self, ask: Callable[[], Awaitable[object]]) -> None:
        """Ask until it is answered: a start without a network only waits."""
        while True:
            await self.line.up()
            try:
                await ask()
            except Refused as no:
                await asyncio.sleep(self._refused(no))
            except TelegramError:
                await asyncio.sleep(self.times.pauses.broken)
            else:
                self.line.note("start", "")
                return

    def _refused(self, no: Refused) -> float:
        """Seconds until it is asked again. What an operator must mend is in the health."""
        if no.meaning is Meaning.REVOKED:
            return 0.0  # the line asks when it is good again
        if not no.wait and no.code < 500:
            self.line.note("start", f"Telegram refuses: {no.told}")
        return no.wait or self.times.pauses.down

    async def _probe(self) -> object:
        return await self.transport.call(f"{self.bot.base_url}/getMe", {}, self.times.probe)

    async def _set_webhook(self) -> object:
        return await self.bot.set_webhook(
            self.webhook_url, secret_token=self._secret, allowed_updates=ALLOWED
        )

    async def _poll(self, offset: int) -> Any:
        asked = {"timeout": self.times.poll, "limit": MOST, "allowed_updates": ALLOWED}
        params = asked | ({"offset": offset} if offset else {})
        url = f"{self.bot.base_url}/getUpdates"
        return await self._polls.call(url, params, self.times.poll + self.times.slack)

    async def _ask(self, method: str, params: Mapping[str, object]) -> Any:
        return await self.transport.call(f"{self.bot.base_url}/{method}", params)

    async def _download(self, file_id: str, most: int) -> bytes:
        file = await self.bot.get_file(file_id)
        if not file.file_path or (file.file_size or 0) > most:
            raise Refused(413, "file is too big")
        return await self.transport.download(file.file_path, most)
