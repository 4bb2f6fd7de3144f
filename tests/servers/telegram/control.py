"""The same deeds over HTTP, for a server that runs as a process of its own.

All under /control/, JSON in and out; a deed that fails answers 409 with {"error": …}.
  POST people {"first_name", …} or several       POST people/<first name>/<deed> {arguments}
  GET  people/<first name>/messages[?chat=<id>]  GET  files/<file_id>
  POST groups {"title", "kind", "username", "forum"}
  POST groups/<id>/<deed> {arguments}            GET  groups/<id>/messages
  POST faults [rules]   GET faults               POST limits {"on", …}
  POST down {"how"}     POST up                  GET  history
Deeds are the methods of User and Group; people are named by first name, chats and messages by id
(`to`, `reply_to`, `message`, `on`: ids, the latter in the chat `to`), `content` in base64.
"""

import base64
import inspect
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from aiohttp import web

from tests.servers.telegram.errors import ApiError
from tests.servers.telegram.faults import Rule
from tests.servers.telegram.groups import Group
from tests.servers.telegram.users import User
from tests.servers.telegram.wire import message_json
from tests.servers.telegram.world import Chat, Kind, Message, Press

if TYPE_CHECKING:
    from tests.servers.telegram.server import TelegramServer

Json = dict[str, Any]
SAYING = ("says", "edits", "forwards", "sends_photo", "sends_document", "sends_voice")
DEEDS = {
    "people": {*SAYING, "sends_location", "taps", "presses", "sees", "blocks", "unblocks"}
    | {"deactivates"},
    "groups": {"adds_bot", "removes_bot", "promotes_bot", "demotes_bot", "joins", "leaves"}
    | {"posts", "mutes", "opens_topic", "closes_topic", "deletes_topic", "becomes_supergroup"}
    | {"gets_deleted"},
}


async def control(server: "TelegramServer", request: web.BaseRequest) -> web.Response:
    path = request.path.removeprefix("/control/").strip("/").split("/")
    asked: Any = await request.json() if request.can_read_body else {}
    try:
        if path[0] == "files" and len(path) == 2:
            return web.Response(body=server.world.files.find(path[1]).data)
        return web.json_response(await _answer(server, request, path, asked))
    except (AssertionError, KeyError, TypeError, ValueError, ApiError) as error:
        return web.json_response({"error": str(error)}, status=409)


async def _answer(
    server: "TelegramServer", request: web.BaseRequest, path: list[str], asked: Any
) -> Any:
    reading = request.method == "GET"
    match path:
        case ["people"] if isinstance(asked, list):
            return [server.user(**one).id for one in asked]
        case ["people"]:
            return {"id": server.user(**asked).id}
        case ["groups"]:
            return {"id": _new_group(server, **asked).id}
        case ["people", name, "messages"] if reading:
            chat = request.query.get("chat", str(server.user(name).id))
            return [
                _shown(message) for message in server.user(name).messages_in(_chat(server, chat))
            ]
        case ["groups", number, "messages"] if reading:
            return [_shown(message) for message in server.group_at(int(number)).messages]
        case ["people", name, deed]:
            return await _do(server, server.user(name), "people", deed, asked)
        case ["groups", number, deed]:
            return await _do(server, server.group_at(int(number)), "groups", deed, asked)
        case [what]:
            return await _tune(server, what, asked, reading)
        case _:
            raise KeyError("/".join(path))


async def _tune(server: "TelegramServer", what: str, asked: Any, reading: bool) -> Any:
    match what:
        case "faults" if reading:
            rules = [asdict(rule) for rule in server.api.faults.rules]
            return [{k: v for k, v in rule.items() if k != "_dice"} for rule in rules]
        case "faults":
            server.fails(*(Rule(**rule) for rule in asked))
        case "limits":
            for name, value in asked.items():
                setattr(server.api.limits, name, value)
        case "down":
            await server.down(**asked)
        case "up":
            await server.up()
        case "history":
            return server.history.json()
        case _:
            raise KeyError(what)
    return {}


def _new_group(
    server: "TelegramServer",
    title: str,
    kind: str = "group",
    username: str | None = None,
    forum: bool = False,
) -> Group:
    group = server.group(title, Kind(kind), username=username)
    group.chat.topics = {} if forum else None
    return group


async def _do(
    server: "TelegramServer", who: User | Group, kind: str, deed: str, asked: Json
) -> Any:
    if deed not in DEEDS[kind]:
        raise KeyError(deed)
    rights = asked.pop("rights", [])
    chat = _chat(server, asked["to"]) if "to" in asked else who.chat
    known = {name: _resolved(server, name, value, chat) for name, value in asked.items()}
    method = getattr(who, deed)
    if rights:
        return _plain(await method(known.pop("by"), *rights, **known))
    result = method(**known)
    return _plain(await result if inspect.isawaitable(result) else result)


def _resolved(server: "TelegramServer", name: str, value: Any, chat: Chat) -> Any:
    match name:
        case "to":
            return chat
        case "reply_to" | "message" | "on":
            return chat.messages[int(value)]
        case "by" | "person":
            return server.user(value)
        case "content":
            return base64.b64decode(value)
        case _:
            return value


def _chat(server: "TelegramServer", chat_id: int | str) -> Chat:
    return server.world.chats[int(chat_id)]


def _plain(result: Any) -> Any:
    match result:
        case Message():
            return _shown(result)
        case Press():
            return {"id": result.id, "data": result.data}
        case Group():
            return {"id": result.id}
        case _:
            return result


def _shown(message: Message) -> Json:
    more = {"by_bot": message.author.is_bot, "labels": message.labels, "file_id": message.file_id}
    return message_json(message) | more
