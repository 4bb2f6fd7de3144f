async def test_it_answers(play_everywhere):
    ana = await play_everywhere.person("Ana")
    await ana.says("/aide")
    assert ana.sees("Bonjour")
