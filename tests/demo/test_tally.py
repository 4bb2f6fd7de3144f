"""What the page says is happening agrees with what the phones and the board show."""

from bot.adapters.local import Local
from bot.adapters.local.chats import Happening
from bot.adapters.local.community import build
from bot.adapters.local.tally import Tally
from bot.core import ChatRef, Wording
from bot.core.messages import Key, Span

CALL = "🙋 APPEL À VOLONTAIRES · {}\nPouvez-vous venir ? Sans obligation."
ASKS = ("✅ Mar. 9 h – 12 h", "🤔 Si besoin", "❌ Pas cette fois")
WITHDRAW = "🚫 Je ne peux plus venir"


class Street:
    """A bot that only sends, and a tally that looks on."""

    def __init__(self) -> None:
        community = build(most=5)
        self.local = Local()
        self.tally = Tally(community.by_account)
        self.local.watchers.append(self.looks_on)
        self.ana, self.ben = (p.account for p in community.members[:2])
        self.desk = community.coordinator.account

    def looks_on(self, happening: Happening) -> None:
        self.tally.sees(happening)

    async def send(self, account: str, text: str, *labels: str, edit: str = "") -> str:
        lines = tuple((Span(line),) for line in text.split("\n"))
        wording = Wording(lines, tuple(Key(label) for label in labels))
        where = ChatRef("local", account)
        if edit:
            await self.local.edit(where, edit, wording)
            return edit
        return await self.local.send(where, wording, key=f"{account}{text}{labels}")

    async def board(self, title: str, counts: str, seats: str) -> str:
        text = f"🙋 APPEL À VOLONTAIRES · {title}\nmardi : médecins {seats}\n{counts}"
        return await self.send(self.desk, text, "➕ Ajouter une personne", "🔒 Ne plus chercher")

    def says(self, account: str, words: str) -> None:
        self.local.said(account, words)


async def test_who_comes_by_their_own_words_is_counted_as_one_who_comes() -> None:
    street = Street()
    call = await street.send(street.ana, CALL.format("Dépistage"), *ASKS)
    street.says(street.ana, "oui")
    assert street.tally.yes == 0
    coming = f"{CALL.format('Dépistage')}\n✅ C'est noté, vous venez : mardi."
    await street.send(street.ana, coming, WITHDRAW, edit=call)
    assert street.tally.yes == 1
    newer = await street.send(street.ana, coming, WITHDRAW)
    await street.send(street.ana, CALL.format("Dépistage"), *ASKS, edit=newer)
    assert street.tally.yes == 0, "the newer copy knows better than the one it took over from"


async def test_who_would_be_free_does_not_come_yet() -> None:
    street = Street()
    survey = "🗓 VOS DISPONIBILITÉS · Garde\nQuand pourriez-vous venir ?"
    call = await street.send(street.ana, survey, *ASKS)
    free = f"{survey}\n✅ C'est noté, vous seriez libre : mardi."
    await street.send(street.ana, free, WITHDRAW, edit=call)
    assert street.tally.yes == 0


async def test_the_counts_are_those_of_the_board() -> None:
    """Not everything that is touched or typed is an answer."""
    street = Street()
    await street.send(street.ana, CALL.format("Dépistage"), *ASKS)
    street.says(street.ana, "hein ?")
    await street.board(
        "Dépistage", "Sollicités : 18 · réponses : 0 · pas cette fois : 0", "0 sur 2"
    )
    assert (street.tally.asked, street.tally.answered) == (18, 0)
    counts = "Sollicités : 18 · réponses : 3 · pas cette fois : 2"
    await street.board("Dépistage", counts, "1 sur 2")
    assert (street.tally.asked, street.tally.answered, street.tally.seats) == (18, 3, (1, 2))


async def test_two_calls_are_counted_together_and_a_new_scene_begins_at_nothing() -> None:
    street = Street()
    counts = "Sollicités : 18 · réponses : 3 · pas cette fois : 2"
    first = await street.board("Dépistage", counts, "1 sur 2")
    await street.board("Garde", "Sollicités : 5 · réponses : 1 · pas cette fois : 0", "1 sur 4")
    assert (street.tally.answered, street.tally.seats) == (4, (2, 6))
    street.tally.clear()
    text = "🙋 APPEL À VOLONTAIRES · Dépistage\nmardi : médecins 2 sur 2"
    await street.send(street.desk, text, "🔒 Ne plus chercher", edit=first)
    assert street.tally.seats is None, "an older board goes on, and is not this scene's"


async def test_what_the_bot_refuses_to_keep_is_not_repeated_beside_the_phones() -> None:
    street = Street()
    await street.send(street.ana, CALL.format("Dépistage"), *ASKS)
    street.says(street.ana, "Mme Durand, 82 ans, diabétique")
    assert not street.tally.feed
    street.says(street.ana, "désolée")
    assert [answer.label for answer in street.tally.feed] == ["« désolée »"]


async def test_a_message_that_only_loses_its_buttons_is_not_called_edited() -> None:
    """As on Telegram."""
    street = Street()
    call = await street.send(street.ana, CALL.format("Dépistage"), *ASKS)
    await street.send(street.ana, CALL.format("Dépistage"), edit=call)
    assert not street.local.chat(street.ana).messages[call].edited
    await street.send(street.ana, CALL.format("Autre"), edit=call)
    assert street.local.chat(street.ana).messages[call].edited


async def test_who_is_asked_once_every_seat_is_taken_was_asked_all_the_same() -> None:
    """A slow machine said so to the last of many, and their scene waited for them for ever."""
    street = Street()
    await street.send(street.ana, CALL.format("Dépistage"), *ASKS)
    await street.send(street.ben, CALL.format("Dépistage"), "🕐 Liste d'attente")
    assert street.tally.asked == 2


async def test_a_full_meeting_asks_nobody_to_come_to_a_call() -> None:
    street = Street()
    seats = ("🕐 Liste d'attente", "❌ Absent", "📅 Dans mon agenda")
    await street.send(street.ana, "📅 RÉUNION · Équipe\nComplet.", *seats)
    assert street.tally.asked == 0
