from tests.playground import Playground


async def test_it_answers(play: Playground) -> None:
    ana = await play.person("Ana")
    await ana.says("/aide")
    assert ana.sees("Bonjour")
