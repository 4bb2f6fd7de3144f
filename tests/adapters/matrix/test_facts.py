"""What is known of the library, of servers and of apps, and no other test here is about."""

from importlib.metadata import version
from pathlib import Path

from tests.adapters.matrix.bot import running
from tests.servers.matrix.faults import SEND, Rule
from tests.servers.matrix.fixtures import Matrix
from tests.servers.matrix.proxy import Proxy


async def test_a_send_that_met_a_bad_gateway_is_sent_again_and_seen_once(
    matrix: Matrix, proxy: Proxy, sqlite_url: str, tmp_path: Path
) -> None:
    """nio gives up at once; ours is owed until it is there."""
    ana = await matrix.person("Ana", encryption=False)
    async with running(matrix, sqlite_url, tmp_path / "matrix", url=proxy.url) as bot:
        proxy.rules = [Rule("bad_gateway", SEND, times=2)]
        await ana.creates_direct_room_with(bot.account.user, encrypted=False)
        shown = await ana.sees("envoyez-moi votre code")
        assert proxy.rules[0].struck == 2
        assert ana.screen() == [shown.text]
        assert (shown.kind, shown.notifies) == ("m.text", True), "as in any direct room"


def test_what_nio_needs_installs_without_a_compiler() -> None:
    """Later versions of it come as sources only."""
    assert version("atomicwrites") == "1.4.0"
