"""What clients put into the requests and events of rooms."""

from collections.abc import Iterable, Mapping
from typing import Any

Json = dict[str, Any]
ENCRYPTION = {
    "type": "m.room.encryption",
    "state_key": "",
    "content": {"algorithm": "m.megolm.v1.aes-sha2"},
}


def direct(other: str, encrypted: bool) -> Json:
    """As Element makes them."""
    kind = {"preset": "trusted_private_chat", "is_direct": True, "invite": [other]}
    return kind | _state(encrypted)


def named(name: str, others: Iterable[str], encrypted: bool, more: Mapping[str, Any]) -> Json:
    kind = {"preset": "private_chat", "name": name, "invite": list(others)}
    return kind | _state(encrypted) | dict(more)


def is_encrypted(asked: Json) -> bool:
    return ENCRYPTION in asked["initial_state"]


def mention(user: str, line: str) -> Json:
    """A pill, as Element writes it."""
    pill = f'<a href="https://matrix.to/#/{user}">{user}</a>: {line}'
    rich = {"format": "org.matrix.custom.html", "formatted_body": pill}
    return {"m.mentions": {"user_ids": [user]}, **rich}


def edit(event: str, content: Json) -> Json:
    return {
        "m.new_content": content,
        "m.relates_to": {"rel_type": "m.replace", "event_id": event},
    }


def reaction(event: str, key: str) -> Json:
    return {"m.relates_to": {"rel_type": "m.annotation", "event_id": event, "key": key}}


def _state(encrypted: bool) -> Json:
    return {"initial_state": [ENCRYPTION] if encrypted else []}
