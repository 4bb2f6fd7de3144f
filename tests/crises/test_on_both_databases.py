"""The log of a crisis on each database: lines are numbered one by one."""

from tests.crises.test_opening import opened
from tests.playground import Playground


async def test_a_crisis_is_opened_logged_and_closed(play_everywhere: Playground) -> None:
    """CRIS-4, CRIS-17."""
    claire, denis = await opened(play_everywhere)
    await play_everywhere.local.receive_event(
        *(play_everywhere.local.said(who, f"/note ligne de {who}") for who in ("claire", "denis"))
    )
    await play_everywhere.settle()
    await claire.says("/crise")
    await claire.taps("Main courante")
    assert claire.sees("2. 10 h : ligne de claire", "3. 10 h : ligne de denis"), claire.screen()
    await claire.says("/crise clore", "Tout va bien.")
    await claire.taps("Clore et envoyer")
    assert denis.sees("FIN DE CRISE", "Tout va bien")
