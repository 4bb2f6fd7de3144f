"""People who talk to the bot: tests read as the conversation they check.

Time stands still unless a test lets it pass (`await play.wait(minutes=45)`), and nothing runs
by itself: after each act, everything that is due is done, in the order of the real loops.
"""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

from sqlalchemy import select

from bot.adapters.local import Local
from bot.adapters.local.chats import Kind, Shown
from bot.app import App
from bot.core import Event, Identity, Lang, Role
from bot.core.plain import fold
from bot.core.signs import MORE
from bot.engine.feature import Feature
from bot.settings import Settings
from bot.settings.model import Community
from handlers import FEATURES
from storage import edits, outbox, timers
from storage.db import Base, Database
from storage.keyboards import Keyboard
from storage.people import Account, Member, Standing

START = datetime(2026, 11, 21, 9, tzinfo=UTC)  # Saturday, 10:00 in Paris


def unbound(words: str) -> str:
    """With plain spaces where French has ones that no line breaks at: as one types it in a test."""
    return words.replace("\u00a0", " ").replace("\u202f", " ")


class Playground:
    """`more` are platforms beside the first one: people may be on several."""

    def __init__(
        self, url: str, features: Sequence[Feature] = FEATURES, platform: type[Local] = Local,
        more: Sequence[type[Local]] = (),
    ) -> None:  # fmt: skip
        self.now, self.url, self.features = START, url, features
        self.local, *self.others = (kind(lambda: self.now) for kind in (platform, *more))
        self.settings = Settings(
            community=Community(
                name="CPTS du Pays de Garance", towns=("Saint-Aubin", "Garance", "Villeneuve"),
                contact="02 40 00 00 00",
            )
        )  # fmt: skip
        self.settled = True

    async def boot(self, *, fresh: bool = False) -> None:
        """As after a restart: nothing is kept but the database and what people see."""
        self.db = Database(self.url)
        if fresh:
            async with self.db.connect() as connection:
                await connection.run_sync(Base.metadata.drop_all)
                await connection.run_sync(Base.metadata.create_all)
        apps = [self.local, *self.others]
        self.app = App(self.settings, self.db, apps, clock=lambda: self.now, features=self.features)
        for one, postman in zip(apps, self.app.postmen, strict=True):
            one._intake = self.app.doors[one.platform].take
            await postman.wake_up()

    async def shut(self) -> None:
        assert await self._dead_buttons() == []
        await self.db.close()

    async def _dead_buttons(self) -> list[str]:
        """Every button that was shown does something that is declared."""
        async with self.db.reading() as tx:
            shown = (await tx.scalars(select(Keyboard.keys))).all()
        actions = {action for keys in shown for _, action, *_ in keys if action}
        return sorted(actions - set(self.app.parts.registry.actions))

    async def restart(self) -> None:
        await self.shut()
        await self.boot()

    async def settle(self) -> None:
        """Everything that is due now is done: events, timers, sends, edits."""
        while True:
            busy = await self.app.dispatcher.handle_some()
            busy = await self.app.alarm.ring() or busy
            await self.app.alarm.visits.idle()
            for postman in self.app.postmen:
                busy = await postman.round() or busy
                await postman.idle()
            if not busy and not await self.app.dispatcher.handle_some():
                return

    async def wait(self, **span: float) -> None:
        """Let time pass, from one thing that falls due to the next."""
        end = self.now + timedelta(**span)
        await self.settle()
        while self.now < end:
            due = [at for at in await self._due() if at > self.now]
            self.now = min([end, *due])
            await self.settle()

    async def _due(self) -> list[datetime]:
        async with self.db.reading() as tx:
            found = [await timers.next_at(tx)]
            for one in self.app.parts.adapters:
                found.append(await outbox.next_at(tx, one, self.now))
                found.append(await edits.next_edit(tx, one, self.now))
        return [at for at in found if at is not None]

    async def person(
        self,
        name: str,
        role: Role = Role.MEMBER,
        *,
        profession: str = "infirmier",
        town: str = "Saint-Aubin",
        week: str = "",
        lang: Lang = Lang.FR,
        simple: bool = False,
    ) -> "Person":
        """A member who has joined and was approved, in a private chat with the bot."""
        async with self.db.transaction() as tx:
            member = Member(
                name=name, folded=fold(f"{name} {town}"), profession=profession, town=town,
                rank=int(role), standing=Standing.ACTIVE, joined_at=self.now, lang=lang.value,
                week=week, simple=simple, consented_at=self.now,
            )  # fmt: skip
            tx.add(member)
            await tx.flush()
            tx.add(
                Account(
                    platform="local", account=name.lower(), member_id=member.id,
                    chat=name.lower(), since=self.now,
                )
            )  # fmt: skip
            found = Person(self, name.lower(), member.id)
        self.local.chat(name.lower())
        return found

    def stranger(self, name: str, app: Local | None = None) -> "Person":
        found = Person(self, name.lower(), 0, app=app)
        found.app.chat(name.lower())
        return found

    async def tell(self, *events: Event) -> None:
        """Events that come in at once, as after a poll."""
        await self.local.receive_event(*events)
        await self.settle()

    async def add_bot(self, chat: str, kind: Kind, title: str) -> None:
        await self.local.add_bot(chat, kind, title)
        await self.settle()


@asynccontextmanager
async def playing(
    url: str, platform: type[Local] = Local, more: Sequence[type[Local]] = ()
) -> AsyncIterator[Playground]:
    """Until the block ends: then no button of it may be dead."""
    play = Playground(url, platform=platform, more=more)
    await play.boot()
    yield play
    await play.shut()


class Person:
    """`app` is the platform that they are on; the playground's first where it is not said."""

    def __init__(
        self, play: Playground, account: str, member_id: int, chat: str = "",
        app: Local | None = None,
    ) -> None:  # fmt: skip
        self.play, self.account, self.id = play, account, member_id
        self.chat, self.app = chat or account, app or play.local

    @property
    def who(self) -> Identity:
        return Identity(self.app.platform, self.account)

    async def says(self, *lines: str, reply_to: str = "") -> None:
        for line in lines:
            await self.app.say(self.account, line, chat=self.chat, reply_to=reply_to)
            await self.play.settle()

    async def taps(self, label: str, *, settle: bool = True) -> None:
        """Press the newest button whose label contains these words."""
        for shown in reversed(self.messages):
            for index, key in enumerate(shown.wording.keys):
                if label in unbound(key.label):
                    if self.app.abilities.signs and not key.sign:
                        return await self._turns(shown.id, label)
                    await self.app.press(self.account, self.chat, shown.id, index)
                    return await self.play.settle() if settle else None
        raise AssertionError(f"{self.account} sees no button {label!r}, but:\n{self.screen()}")

    async def _turns(self, message: str, label: str) -> None:
        """Tap «➡️ Suite» until the key has come under the message, then tap it."""
        for _ in range(9):
            keys = self.app.chat(self.chat).messages[message].wording.keys
            found = [n for n, key in enumerate(keys) if label in unbound(key.label) and key.sign]
            more = [n for n, key in enumerate(keys) if key.sign == MORE]
            index = (found or more)[0]
            await self.app.press(self.account, self.chat, message, index)
            await self.play.settle()
            if found:
                return
        raise AssertionError(f"{label!r} never came under the message")

    @property
    def messages(self) -> list[Shown]:
        """What the bot has said, as it stands now."""
        return [m for m in self.app.chat(self.chat).messages.values() if not m.by]

    @property
    def last(self) -> str:
        return unbound(self.messages[-1].wording.plain) if self.messages else ""

    def sees(self, *words: str) -> bool:
        """Are these words in the newest message?"""
        return all(w in self.last for w in words)

    def has_seen(self, words: str) -> bool:
        """Are these words in any message, as it stands now?"""
        return words in self.everything

    @property
    def everything(self) -> str:
        return unbound("\n\n".join(m.wording.plain for m in self.messages))

    def buttons(self) -> list[str]:
        """The labels under the newest message that has any."""
        for shown in reversed(self.messages):
            if shown.wording.keys:
                return [unbound(key.label) for key in shown.wording.keys]
        return []

    def screen(self, last: int = 4) -> str:
        """For looking at when a test fails."""
        parts = []
        for shown in self.messages[-last:]:
            keys = " ".join(f"[{key.label}]" for key in shown.wording.keys)
            parts.append(f"{shown.wording.plain}\n{keys}")
        return "\n---\n".join(parts)
