"""What members type in answer to a meeting counts as an answer."""

import pytest

from bot.core.meetings import Answer
from handlers.meetings.rules.replies import read_reply
from tests.meetings.people import LINE, announced, members
from tests.playground import Playground

BOTH = [
    ("oui", Answer.ONSITE), ("ok", Answer.ONSITE), ("je viens", Answer.ONSITE),
    ("présente", Answer.ONSITE), ("j'y serai", Answer.ONSITE), ("👍", Answer.ONSITE),
    ("sur place", Answer.ONSITE), ("avec plaisir !", Answer.ONSITE),
    ("pas de problème, je viens", Answer.ONSITE),
    ("en visio", Answer.REMOTE), ("à distance", Answer.REMOTE), ("ok mais en visio", Answer.REMOTE),
    ("pas sur place, en visio", Answer.REMOTE), ("je ne peux pas venir mais en visio ok",
     Answer.REMOTE),
    ("non", Answer.ABSENT), ("désolé", Answer.ABSENT), ("je ne peux pas", Answer.ABSENT),
    ("absente, excusez-moi", Answer.ABSENT), ("indisponible", Answer.ABSENT),
    ("sorry, can't make it", Answer.ABSENT), ("no thanks", Answer.ABSENT),
    ("peut-être", Answer.MAYBE), ("je ne suis pas sûre", Answer.MAYBE), ("ça dépend", Answer.MAYBE),
    ("yes", Answer.ONSITE), ("online", Answer.REMOTE),
    ("bonjour", None), ("sur place ou en visio ?", None), ("combien de places ?", None),
]  # fmt: skip


@pytest.mark.parametrize(("said", "meant"), BOTH)
def test_what_is_typed_is_understood_or_left_alone(said: str, meant: Answer | None) -> None:
    """A11Y-2."""
    assert read_reply(said, onsite=True, remote=True) is meant


def test_a_bare_yes_is_from_afar_where_there_is_no_other_way() -> None:
    assert read_reply("oui", onsite=False, remote=True) is Answer.REMOTE
    assert read_reply("en visio", onsite=True, remote=False) is None


async def test_words_numbers_and_labels_answer(play: Playground) -> None:
    """A11Y-2, A11Y-3."""
    ana, bob, eve, zoe = await members(play, "Ana", "Bob", "Ève", "Zoé")
    claire = await announced(play)
    await ana.says("oui")
    assert ana.sees("C'est noté, vous venez sur place : CA de décembre"), ana.screen()
    await bob.says("2")
    assert bob.sees("vous participez à distance"), bob.screen()
    await eve.says("désolée, pas cette fois")
    assert eve.sees("vous n'y serez pas"), eve.screen()
    await zoe.says("peut-être")
    assert zoe.sees("peut-être : CA de décembre"), zoe.screen()
    assert claire.has_seen("🤔 peut-être : 1"), claire.screen()
    await zoe.says("quoi donc ?")
    assert zoe.sees("Je n'ai pas compris cette réponse"), zoe.screen()


async def test_an_answer_can_be_changed_and_taken_back_from_the_list(play: Playground) -> None:
    [ana] = await members(play, "Ana")
    claire = await announced(play)
    await ana.taps("Sur place")
    await ana.says("/annuler")
    await ana.taps("Ne pas venir")
    assert ana.sees("vous n'y serez pas"), ana.screen()
    await ana.says("/reunions")
    await ana.taps("15/12")
    await ana.taps("À distance")
    assert claire.has_seen("💻 à distance : 1"), claire.screen()


async def test_the_simple_display_says_each_answer_in_words(play: Playground) -> None:
    """A11Y-10."""
    ana = await play.person("Ana", simple=True)
    await announced(play)
    assert ana.buttons() == ["Sur place", "À distance", "Je n'y serai pas", "Agenda (.ics)"]
    await ana.taps("Sur place")
    assert ana.sees("C'est noté, vous venez sur place"), ana.screen()


async def test_a_member_who_leaves_gives_the_place_back(play: Playground) -> None:
    ana, bob = await members(play, "Ana", "Bob")
    claire = await announced(play, f"{LINE} | 1 place")
    await ana.taps("Sur place")
    await bob.taps("Liste d'attente")
    await ana.says("/quitter")
    await ana.taps("Oui, quitter")
    await ana.taps("Passer")
    assert bob.has_seen("Une place s'est libérée, elle est à vous"), bob.screen()
    assert claire.has_seen("✅ Sur place : 1 sur 1 · ❌ absents : 1"), claire.screen()
