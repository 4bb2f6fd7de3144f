"""How the demo's community is invited: by the same functions as a real one."""

from bot.app import App
from bot.core import Role
from handlers.people.importing import import_members, read_roster
from handlers.people.minting import mint

DAYS = 30


class AppRoster:
    """The application's own invitations, on its own database and clock."""

    def __init__(self, app: App) -> None:
        self._app = app

    async def invite(self, role: Role) -> str:
        async with self._app.db.transaction() as tx:
            now = self._app.parts.clock()
            code, _ = mint(tx, now, role=role, uses=1, days=DAYS, by=None, at_once=True)
        return code

    async def invite_all(self, csv_text: str) -> list[tuple[str, str]]:
        community = self._app.parts.settings.community
        rows = read_roster(csv_text.encode(), community.towns, community.dialing)
        async with self._app.db.transaction() as tx:
            invited = await import_members(tx, rows, self._app.parts.clock(), DAYS)
        return [(one.name, one.code) for one in invited]
