"""Who has been there for long when the evening begins: members who read the newsletter, and the
channels of partners, whose they are and what they get."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.adapters.local.community import Partner as Made
from bot.core import Role
from bot.core.partners import category
from bot.core.plain import fold
from handlers.channels.rules.line import level_of
from storage.chats import Chat, Use
from storage.db import Tx
from storage.newsreaders import Choice
from storage.partners import Partner
from storage.people import Account, Member, Standing


@dataclass(frozen=True)
class Settled:
    """`account` and `chat` as the platform names them."""

    name: str
    account: str
    chat: str
    role: Role = Role.MEMBER
    profession: str = "autre"


async def join(tx: Tx, platform: str, people: Sequence[Settled], now: datetime) -> None:
    for one in people:
        member = Member(
            name=one.name, folded=fold(one.name), town="Rivemont", rank=int(one.role),
            profession=one.profession, joined_at=now, standing=Standing.ACTIVE, consented_at=now,
        )  # fmt: skip
        tx.add(member)
        await tx.flush()
        tx.add(Account(platform=platform, account=one.account, chat=one.chat, member_id=member.id,
                       since=now))  # fmt: skip
        if one.role is Role.MEMBER:
            tx.add(Choice(member_id=member.id, wants=True, at=now, asked_at=now))


async def bind(tx: Tx, platform: str, partners: Sequence[tuple[Made, str]], now: datetime) -> None:
    """Each partner and its channel: they get every alert, and those who help get calls."""
    for made, chat in partners:
        kind, level = (word.strip() for word in made.words.split("|"))
        row = Partner(name=made.name, category=category(kind), level=level_of(level), made_at=now)
        tx.add(row)
        await tx.flush()
        tx.add(
            Chat(
                platform=platform, chat=chat, title=made.name, kind="channel", use=Use.PARTNER,
                partner_id=row.id, alerts_from="info", wants_calls=made.helps, added_at=now,
            )
        )  # fmt: skip


def profession(word: str) -> str:
    return "infirmier" if "infirm" in word else "autre"
