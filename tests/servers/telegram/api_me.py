"""What the bot says of itself: who it is, its commands, its descriptions."""

import re
from collections.abc import Callable
from typing import Any

from tests.servers.telegram.access import Need, reach
from tests.servers.telegram.calls import Call
from tests.servers.telegram.errors import bad
from tests.servers.telegram.wire import me_json
from tests.servers.telegram.world import Json, World

COMMAND_LIMIT = 100
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_PLAIN_SCOPES = {"default", "all_private_chats", "all_group_chats", "all_chat_administrators"}
_CHAT_SCOPES = {"chat", "chat_administrators", "chat_member"}
TEXTS = {"name": 64, "description": 512, "shortdescription": 120}  # longest, in characters


def get_me(world: World, call: Call) -> Json:
    return me_json(world.bot) | world.botfather


def set_commands(world: World, call: Call) -> bool:
    commands = call.json("commands", "commands") or []
    if not isinstance(commands, list):
        raise bad("expected an Array of BotCommand")
    if len(commands) > COMMAND_LIMIT:
        raise bad("BOT_COMMANDS_TOO_MUCH")
    checked = [_command(command) for command in commands]
    world.bot_texts[_key(world, call, "commands")] = checked
    return True


def _command(command: Any) -> Json:
    if not isinstance(command, dict):
        raise bad("can't parse BotCommand: expected an Object")
    for name in ("command", "description"):
        if not isinstance(command.get(name), str):
            raise bad(f"can't parse BotCommand: Can't find field \"{name}\"")
    name, description = command["command"].lstrip("/"), command["description"]
    if not _COMMAND.fullmatch(name):
        raise bad("BOT_COMMAND_INVALID")
    if not 1 <= len(description) <= 256:
        raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name, "description": description}


def get_commands(world: World, call: Call) -> Any:
    return world.bot_texts.get(_key(world, call, "commands"), [])


def delete_commands(world: World, call: Call) -> bool:
    world.bot_texts.pop(_key(world, call, "commands"), None)
    return True


def _key(world: World, call: Call, what: str) -> tuple[str, ...]:
    scope = call.json("scope", "BotCommandScope") or {"type": "default"}
    kind = scope.get("type") if isinstance(scope, dict) else None
    language = call.text("language_code")
    if language and not re.fullmatch(r"[a-z]{2}", language):
        raise bad("LANG_CODE_INVALID")
    if kind in _PLAIN_SCOPES:
        return what, kind, language
    if kind not in _CHAT_SCOPES:
        raise bad("can't parse BotCommandScope: Unsupported type specified")
    if not scope.get("chat_id"):
        raise bad("can't parse BotCommandScope: Can't find field \"chat_id\"")
    chat = reach(world, str(scope["chat_id"]), Need.MEMBERS)
    return what, kind, language, str(chat.id), str(scope.get("user_id", ""))


def _setter(what: str) -> Callable[[World, Call], bool]:
    field = {"shortdescription": "short_description"}.get(what, what)

    def set_text(world: World, call: Call) -> bool:
        text = call.text(field)
        if len(text) > TEXTS[what]:
            raise bad(f"bot {field.replace('_', ' ')} is too long")  # see QUIRKS.md
        world.bot_texts[what, call.text("language_code")] = text
        return True

    return set_text


def _getter(what: str) -> Callable[[World, Call], Json]:
    field = {"shortdescription": "short_description"}.get(what, what)

    def get_text(world: World, call: Call) -> Json:
        texts = world.bot_texts
        language = call.text("language_code")
        return {field: texts.get((what, language)) or texts.get((what, ""), "")}

    return get_text


def close(world: World, call: Call) -> bool:
    return True


METHODS: dict[str, Callable[[World, Call], Any]] = {
    "getme": get_me,
    "setmycommands": set_commands,
    "getmycommands": get_commands,
    "deletemycommands": delete_commands,
    "close": close,
    "logout": close,
    **{f"setmy{what}": _setter(what) for what in TEXTS},
    **{f"getmy{what}": _getter(what) for what in TEXTS},
}
