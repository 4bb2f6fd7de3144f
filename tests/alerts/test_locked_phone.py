"""What a locked phone shows of what comes unasked: nobody's name, nothing sensitive."""

from bot.core.partners import Category
from tests.alerts.people import channel, coordinator, crew
from tests.playground import Person, Playground

SHOWN = 150


def names_on_the_screen(person: Person, since: int, names: set[str]) -> list[str]:
    first = [m.wording.plain[:SHOWN] for m in person.messages[since:]]
    return [words for words in first if any(name in words for name in names)]


async def test_the_first_words_of_what_comes_by_itself_name_nobody(play: Playground) -> None:
    """PRIV-9."""
    ana, bea = await crew(play, 2)
    await channel(play, "radio", "Radio", category=Category.MEDIA)
    claire, denis = await coordinator(play), await coordinator(play, "Denis")
    await claire.says("/alerte urgent | Eau | Rien | tous, canaux : médias | source : x")
    await claire.taps("Envoyer")
    since = {one: len(one.messages) for one in (ana, bea, claire, denis)}
    await ana.says("Et ?")
    await ana.taps("Envoyer")
    await bea.says("/signaler agression | Menaces | Saint-Aubin")
    await denis.taps("Répondre")
    await denis.says("Rien.")
    await play.wait(minutes=11)
    await denis.taps("Refuser")
    names = {"Ana0", "Ana1", "Claire", "Denis"}
    for one, before in since.items():
        shown = names_on_the_screen(one, before, names)
        assert shown == [], shown
    assert claire.has_seen("QUI APPELER")
