"""A partner's copy of an alert: what it says, and what can be answered there. Who reads it is
counted by nobody; the types it is made of can hold no person."""

from dataclasses import dataclass
from datetime import time

from bot.core.messages import Call
from bot.core.outward import Outward, OutwardButton, outline
from handlers.alerts.rules.bulletin import Bulletin, Stand, lines


@dataclass(frozen=True, slots=True)
class Channel:
    """`public` is read by everyone: it is told, and asked nothing. `acked`: since when (local
    time) its organisation has acknowledged. `door` opens the offer of help, "" where none is
    agreed."""

    public: bool
    acked: time | None
    door: str


def copy(said: Bulletin, channel: Channel, acknowledge: Call) -> Outward:
    shown = lines(said)
    if said.stand is not Stand.IN_FORCE or channel.public or said.release:
        return Outward(shown)
    buttons = []
    if channel.acked is None:
        buttons.append(OutwardButton(outline("alert-ack"), acknowledge))
    else:
        shown = (*shown, outline("alert-chat-acked", at=channel.acked))
    if channel.door and not said.drill:
        buttons.append(OutwardButton(outline("alert-we-help"), start=channel.door))
    return Outward(shown, tuple(buttons))
