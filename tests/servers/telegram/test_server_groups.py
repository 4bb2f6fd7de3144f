"""Groups, supergroups with topics, channels: what the bot hears, and when it is refused."""

import pytest
from telegram import Bot, ChatMemberAdministrator, ChatMemberBanned, ChatMemberMember, Update
from telegram.error import BadRequest, Forbidden

from tests.servers.telegram import Group, Kind, TelegramServer, User


async def heard(bot: Bot) -> list[Update]:
    """All updates that wait, confirmed."""
    updates = list(await bot.get_updates(timeout=0))
    if updates:
        await bot.get_updates(offset=updates[-1].update_id + 1, timeout=0)
    return updates


@pytest.fixture
async def group(server: TelegramServer, bot: Bot, ana: User) -> Group:
    group = server.supergroup("Cellule de crise")
    await group.joins(ana, admin=True)
    await group.adds_bot(ana)
    await heard(bot)
    return group


async def test_privacy_mode_lets_only_what_is_meant_for_the_bot_through(
    bot: Bot, ana: User, group: Group
) -> None:
    await ana.says("bonjour à tous", group)
    await ana.says("/aide", group)
    await ana.says("/aide@another_bot", group)
    await ana.says("/aide@tocsin_test_bot", group)
    await ana.says("dis donc @tocsin_test_bot", group)
    await bot.send_message(group.id, "Qui vient ?")
    await ana.says("moi", group, reply_to=group.messages[-1])
    texts = [update.message.text for update in await heard(bot) if update.message]
    assert texts == ["/aide", "/aide@tocsin_test_bot", "dis donc @tocsin_test_bot", "moi"]


async def test_an_administrator_hears_everything(bot: Bot, ana: User, group: Group) -> None:
    await group.promotes_bot(ana)
    await ana.says("bonjour à tous", group)
    moved, said = await heard(bot)
    assert moved.my_chat_member
    assert isinstance(moved.my_chat_member.new_chat_member, ChatMemberAdministrator)
    assert said.message
    assert said.message.text == "bonjour à tous"


async def test_being_added_is_told_twice(server: TelegramServer, bot: Bot, ana: User) -> None:
    await heard(bot)
    group = server.group("Bénévoles")
    await group.adds_bot(ana)
    member, service = await heard(bot)
    assert member.my_chat_member
    assert member.my_chat_member.from_user.id == ana.id
    assert isinstance(member.my_chat_member.new_chat_member, ChatMemberMember)
    assert service.message
    assert service.message.new_chat_members[0].id == bot.id
    await group.removes_bot(ana)
    assert isinstance(
        (await heard(bot))[-1].my_chat_member.new_chat_member,  # type: ignore[union-attr]
        ChatMemberBanned,
    )


@pytest.mark.parametrize("kind", [Kind.GROUP, Kind.SUPERGROUP, Kind.CHANNEL])
async def test_a_bot_put_out_is_told_by_the_kind_of_chat(
    server: TelegramServer, bot: Bot, ana: User, kind: Kind
) -> None:
    group = server.group("X", kind)
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(group.id, "x")
    await group.adds_bot(ana)
    await bot.send_message(group.id, "x")
    await group.removes_bot(ana)
    with pytest.raises(Forbidden, match=f"bot was kicked from the {kind} chat"):
        await bot.send_message(group.id, "x")
    await group.adds_bot(ana)
    await bot.leave_chat(group.id)
    with pytest.raises(Forbidden, match=f"bot is not a member of the {kind} chat"):
        await bot.send_message(group.id, "x")


async def test_a_public_channel_is_found_before_the_bot_is_in(
    server: TelegramServer, bot: Bot
) -> None:
    server.channel("Mairie", username="mairie_stp")
    with pytest.raises(Forbidden, match="bot is not a member of the channel chat"):
        await bot.send_message("@mairie_stp", "x")


async def test_rights_that_are_missing(
    server: TelegramServer, bot: Bot, ana: User, group: Group
) -> None:
    await group.mutes()
    with pytest.raises(BadRequest, match="Not enough rights to send text messages to the chat"):
        await bot.send_message(group.id, "x")
    channel = server.channel("Mairie")
    await channel.adds_bot(ana, "can_edit_messages")
    with pytest.raises(BadRequest, match="Need administrator rights in the channel chat"):
        await bot.send_message(channel.id, "x")
    await channel.promotes_bot(ana)
    await bot.send_message(channel.id, "x")
    await group.gets_deleted()
    with pytest.raises(Forbidden, match="bot was kicked from the supergroup chat"):
        await bot.send_message(group.id, "x")
    small = server.group("Petit")
    await small.adds_bot(ana)
    await small.gets_deleted()
    with pytest.raises(Forbidden, match="the group chat was deleted"):
        await bot.send_message(small.id, "x")


async def test_a_channel_post_has_no_sender(server: TelegramServer, bot: Bot, ana: User) -> None:
    channel = server.channel("Mairie")
    await channel.adds_bot(ana)
    await heard(bot)
    await channel.posts("Alerte inondation", ana)
    (update,) = await heard(bot)
    assert update.channel_post
    assert update.channel_post.from_user is None
    assert update.channel_post.sender_chat == update.channel_post.chat


async def test_topics_open_and_close(server: TelegramServer, bot: Bot, ana: User) -> None:
    forum = server.supergroup("Forum", forum=True)
    await forum.adds_bot(ana)
    topic = await forum.opens_topic("Canicule", ana)
    sent = await bot.send_message(forum.id, "ici", message_thread_id=topic)
    assert sent.message_thread_id == topic
    await forum.closes_topic(topic, ana)
    with pytest.raises(BadRequest, match="Topic_closed"):
        await bot.send_message(forum.id, "x", message_thread_id=topic)
    await forum.deletes_topic(topic)
    with pytest.raises(BadRequest, match="Message thread not found"):
        await bot.send_message(forum.id, "x", message_thread_id=topic)


async def test_who_is_in_a_group(bot: Bot, ana: User, group: Group) -> None:
    assert (await bot.get_chat(group.id)).title == "Cellule de crise"
    assert await bot.get_chat_member_count(group.id) == 2
    assert [a.user.first_name for a in await bot.get_chat_administrators(group.id)] == ["Ana"]
    assert (await bot.get_chat_member(group.id, bot.id)).status == "member"
    await group.leaves(ana)
    assert (await bot.get_chat_member(group.id, ana.id)).status == "left"
    with pytest.raises(AssertionError, match="may not write"):
        await ana.says("/aide", group)
    with pytest.raises(BadRequest, match="no administrators in the private chat"):
        await bot.get_chat_administrators(ana.id)


async def test_migration_is_told_in_both_chats(server: TelegramServer, bot: Bot, ana: User) -> None:
    group = server.group("Bénévoles")
    await group.adds_bot(ana)
    await heard(bot)
    new = await group.becomes_supergroup(ana)
    old_told, new_told = [update.message for update in await heard(bot)]
    assert old_told
    assert new_told
    assert old_told.migrate_to_chat_id == new.id
    assert (new_told.chat.id, new_told.migrate_from_chat_id) == (new.id, group.id)
