"""What `doctor` finds out about a bot."""

from email.utils import formatdate

from telegram import User

from bot.adapters.telegram import Telegram, examine
from bot.adapters.telegram import doctor as doctor_module
from bot.core.findings import Finding, clock
from tests.servers.telegram import Action, Rule, TelegramServer


async def found(adapter: Telegram) -> dict[str, Finding]:
    return {finding.what: finding for finding in await examine(adapter)}


async def test_a_bot_that_is_well_set_up(adapter: Telegram) -> None:
    findings = await found(adapter)
    assert all(finding.ok for finding in findings.values()), findings
    assert set(findings) == {
        "Telegram token", "Telegram privacy mode", "Telegram groups", "Telegram updates", "Clock",
    }  # fmt: skip
    assert "@tocsin_test_bot" in findings["Telegram token"].found


async def test_a_token_that_is_refused(server: TelegramServer, adapter: Telegram) -> None:
    server.fails(Rule(Action.ERROR, code=401, description="Unauthorized"))
    (finding,) = await examine(adapter)
    assert not finding.ok
    assert "@BotFather" in finding.mend


async def test_a_server_that_cannot_be_reached(server: TelegramServer, adapter: Telegram) -> None:
    await server.down("refuse")
    (finding,) = await examine(adapter)
    assert not finding.ok
    assert "network" in finding.mend


async def test_another_server_in_its_place(server: TelegramServer, adapter: Telegram) -> None:
    """A proxy's page is no refused token."""
    server.fails(Rule(Action.BODY, code=401, body="<html>Log in first</html>"))
    (finding,) = await examine(adapter)
    assert "another server answered in its place" in finding.found
    assert "@BotFather" not in finding.mend


async def test_a_webhook_of_another_program(adapter: Telegram) -> None:
    await adapter.bot.set_webhook("http://127.0.0.1:9/secret-path")
    finding = (await found(adapter))["Telegram updates"]
    assert not finding.ok
    assert "127.0.0.1" in finding.found
    assert "secret-path" not in finding.found


async def test_a_clock_that_is_wrong() -> None:
    header = formatdate(1_700_000_000, usegmt=True)
    (right,) = clock((header, 1_700_000_010.0), "Telegram's", 30)
    (wrong,) = clock((header, 1_699_999_000.0), "Telegram's", 30)
    assert right.ok
    assert (wrong.ok, wrong.found) == (False, "1000 s slow, by Telegram's")
    assert clock(("not a date", 0.0), "Telegram's", 30) == []


def test_settings_of_botfather_that_do_not_fit() -> None:
    bot = User(1, "Tocsin", True, can_read_all_group_messages=True, can_join_groups=False)
    for finding in (doctor_module._privacy(bot), doctor_module._groups(bot)):
        assert not finding.ok
        assert "@BotFather" in finding.mend
