"""Groups, supergroups and channels: who is in them, and what becomes of them."""

from typing import TYPE_CHECKING, Any

from tests.servers.telegram.entities import tidy
from tests.servers.telegram.posting import present, tell
from tests.servers.telegram.wire import RIGHTS, moved_json, user_json
from tests.servers.telegram.world import (
    INSIDE,
    Account,
    Chat,
    Kind,
    Member,
    Message,
    Status,
    Topic,
    World,
)

if TYPE_CHECKING:
    from tests.servers.telegram.users import User

ADMIN_RIGHTS = frozenset(RIGHTS) - {"can_promote_members"}
CHANNEL_ADMIN_RIGHTS = ADMIN_RIGHTS | {"can_post_messages", "can_edit_messages"}


class Group:
    """A chat of several people. Acts name the person who does them: `by`."""

    def __init__(self, world: World, chat: Chat) -> None:
        self._world, self.chat = world, chat
        self.id = chat.id

    @property
    def messages(self) -> list[Message]:
        return [message for message in self.chat.messages.values() if not message.deleted]

    async def adds_bot(self, by: "User", *rights: str) -> None:
        """Adds the bot, in a channel always as an administrator. Rights make it one elsewhere."""
        self._own(by.account)
        granted = frozenset(rights)
        if self.chat.kind is Kind.CHANNEL and not granted:
            granted = CHANNEL_ADMIN_RIGHTS
        status = Status.ADMINISTRATOR if granted else Status.MEMBER
        self._world.meet(member.account for member in self.chat.members.values())
        self._move(self._world.bot, by.account, status, granted)
        if self.chat.kind is not Kind.CHANNEL:
            self._announce(by.account, new_chat_members=[user_json(self._world.bot)])

    async def removes_bot(self, by: "User") -> None:
        if self.chat.kind is Kind.GROUP:
            self._announce(by.account, left_chat_member=user_json(self._world.bot))
        self._move(self._world.bot, by.account, Status.KICKED)

    async def promotes_bot(self, by: "User", *rights: str) -> None:
        everything = CHANNEL_ADMIN_RIGHTS if self.chat.kind is Kind.CHANNEL else ADMIN_RIGHTS
        granted = frozenset(rights) or everything
        self._move(self._world.bot, by.account, Status.ADMINISTRATOR, granted)

    async def demotes_bot(self, by: "User") -> None:
        """Takes all its rights; a channel has administrators only, so there it is put out."""
        channel = self.chat.kind is Kind.CHANNEL
        self._move(self._world.bot, by.account, Status.LEFT if channel else Status.MEMBER)

    async def joins(self, person: "User", *, admin: bool = False) -> None:
        status = Status.ADMINISTRATOR if admin else Status.MEMBER
        self._move(person.account, person.account, status, ADMIN_RIGHTS if admin else frozenset())
        if self.chat.kind is not Kind.CHANNEL:
            self._announce(person.account, new_chat_members=[user_json(person.account)])

    async def leaves(self, person: "User") -> None:
        if self.chat.kind is not Kind.CHANNEL:
            self._announce(person.account, left_chat_member=user_json(person.account))
        self._move(person.account, person.account, Status.LEFT)

    async def posts(self, text: str, by: "User") -> Message:
        """A post in a channel: it has no sender but the channel."""
        text, entities = tidy(text, [], empty=False)
        message = self._world.post(self.chat, by.account, {"text": text, "entities": entities})
        tell(self._world, message)
        return message

    async def mutes(self, *, muted: bool = True) -> None:
        """Plain members, the bot too, may no longer write."""
        self.chat.may_write = not muted

    async def opens_topic(self, name: str, by: "User") -> int:
        """A new topic of a forum; gives its message_thread_id."""
        assert self.chat.topics is not None, "this chat is no forum"
        created = {"forum_topic_created": {"name": name, "icon_color": 7322096}}
        message = self._world.post(self.chat, by.account, created, service=True)
        message.thread = message.id
        self.chat.topics[message.id] = Topic(message.id, name)
        tell(self._world, message)
        return message.id

    async def closes_topic(self, topic: int, by: "User") -> None:
        assert self.chat.topics is not None, "this chat is no forum"
        self.chat.topics[topic].closed = True
        self._announce(by.account, forum_topic_closed={}, thread=topic)

    async def deletes_topic(self, topic: int) -> None:
        assert self.chat.topics is not None, "this chat is no forum"
        del self.chat.topics[topic]

    async def becomes_supergroup(self, by: "User") -> "Group":
        """Migrates: the old chat refuses from now on and names the new one."""
        world, old = self._world, self.chat
        new = world.group(Kind.SUPERGROUP, old.title or "")
        new.members = dict(old.members)
        old.moved_to = new.id
        self._announce(by.account, migrate_to_chat_id=new.id)
        group = Group(world, new)
        group._announce(by.account, migrate_from_chat_id=old.id)
        return group

    async def gets_deleted(self) -> None:
        self.chat.deleted = True
        self._world.bell.ring()

    def _own(self, account: Account) -> None:
        """The first to act in a chat without people is its creator."""
        status = Status.MEMBER if self.chat.members else Status.CREATOR
        self.chat.members.setdefault(account.id, Member(account, status))

    def _announce(self, by: Account, thread: int | None = None, **body: Any) -> None:
        message = self._world.post(self.chat, by, body, service=True, thread=thread)
        tell(self._world, message)

    def _move(
        self, who: Account, by: Account, status: Status, rights: frozenset[str] = frozenset()
    ) -> None:
        """Changes what someone is here; of others the bot hears as an administrator only."""
        world, chat = self._world, self.chat
        old, new = chat.member(who), Member(who, status, rights)
        chat.members[who.id] = new
        by.known = True
        if present(world, chat) or who is world.bot:
            who.known = who.known or status in INSIDE
        if (old.status, old.rights) == (status, rights):
            return
        moved = moved_json(chat, by, old, new, world)
        if who is world.bot:
            world.updates.push("my_chat_member", moved)
        elif chat.member(world.bot).status is Status.ADMINISTRATOR:
            world.updates.push("chat_member", moved)
        world.bell.ring()
