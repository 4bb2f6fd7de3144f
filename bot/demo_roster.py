"""What the application is told of the made-up community: its settings, and its roster."""

from typing import Protocol
from zoneinfo import ZoneInfo

from bot.adapters.local.community import Community
from bot.app import App
from bot.core import Lang, Role
from bot.settings import Community as CommunitySettings
from bot.settings import Settings
from handlers.people.importing import import_members, read_roster
from handlers.people.minting import Prepared, mint

ZONE = ZoneInfo("Europe/Paris")


def settings(community: Community, lang: Lang) -> Settings:
    return Settings(
        community=CommunitySettings(
            name=community.name, short_name=community.short_name, language=lang.value,
            towns=community.towns, contact=community.contact, timezone=ZONE,
        )
    )  # fmt: skip


class Roster(Protocol):
    """How a community invites its people: the application's own functions."""

    async def invite(self, name: str, calling: str, town: str, role: Role) -> str:
        """A code that lets this one person in, as this."""
        ...

    async def invite_all(self, csv_text: str) -> list[tuple[str, str]]:
        """Import a roster; (name, code) for each person on it."""
        ...


async def everyone(roster: Roster, community: Community, lang: Lang) -> dict[str, str]:
    """A code for each account: for the staff one by one, for the members from the roster."""
    codes = {
        p.account: await roster.invite(p.name, p.title[lang], p.town, p.role)
        for p in community.staff
    }
    accounts = {p.name: p.account for p in community.members}
    invited = await roster.invite_all(community.roster())
    return codes | {accounts[name]: code for name, code in invited if name in accounts}


class AppRoster:
    """The application's own functions, as `tocsin import members` and `tocsin admin` use them."""

    def __init__(self, app: App) -> None:
        self._app = app

    async def invite(self, name: str, calling: str, town: str, role: Role) -> str:
        """A code of their own for someone of the staff."""
        community = self._app.parts.settings.community
        async with self._app.db.transaction() as tx:
            code, _ = mint(
                tx, self._app.parts.clock(), role=role, uses=1, days=community.invitation_days,
                by=None, at_once=True, person=Prepared(name, "autre", calling, town),
            )  # fmt: skip
        return code

    async def invite_all(self, csv_text: str) -> list[tuple[str, str]]:
        """(name, code) of everyone on the roster. Raises ValueError for a line not taken."""
        community = self._app.parts.settings.community
        rows = read_roster(csv_text.encode(), community.towns, community.dialing)
        async with self._app.db.transaction() as tx:
            made = await import_members(
                tx, rows, self._app.parts.clock(), community.invitation_days
            )
        if len(made) != len(rows):
            raise ValueError(f"{len(rows) - len(made)} lines of the roster were not taken")
        return [(one.name, one.code) for one in made]
