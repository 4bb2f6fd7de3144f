"""An answer of the Bot API as bytes."""

import json
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from tests.servers.telegram.errors import ApiError

_dumps = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    body: bytes
    headers: dict[str, str] = field(default_factory=dict)
    kind: str = "application/json"

    def response(self) -> web.Response:
        return web.Response(
            body=self.body, status=self.status, headers=self.headers, content_type=self.kind
        )


def reply(error: ApiError) -> Answer:
    headers = {}
    if "retry_after" in error.parameters:
        headers["Retry-After"] = str(error.parameters["retry_after"])
    return Answer(error.code, _dumps(error_json(error)).encode(), headers)


def error_json(error: ApiError) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "ok": False,
        "error_code": error.code,
        "description": error.description,
    }
    return shown | ({"parameters": error.parameters} if error.parameters else {})


def success(result: Any) -> Answer:
    return Answer(200, _dumps({"ok": True, "result": result}).encode())
