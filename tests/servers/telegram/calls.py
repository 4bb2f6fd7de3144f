"""One call of the Bot API: its parameters as they came, by query, form, multipart or JSON.

Source: https://core.telegram.org/bots/api#making-requests and Client.cpp (get_integer_arg,
to_bool): what cannot be read as a number is 0, unknown parameters are ignored.
"""

import json
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web
from yarl import URL

from tests.servers.telegram.errors import bad

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Upload:
    name: str
    mime: str
    data: bytes


@dataclass(slots=True)
class Call:
    method: str  # in lower case
    params: Json
    files: dict[str, Upload] = field(default_factory=dict)

    def text(self, name: str, default: str = "") -> str:
        value = self.params.get(name)
        if value is None:
            return default
        if isinstance(value, str):
            return value
        return json.dumps(value, ensure_ascii=False)

    def whole(self, name: str, default: int = 0) -> int:
        value = self.params.get(name)
        if value is None or value == "":
            return default
        try:
            return int(value)
        except (TypeError, ValueError):
            return 0

    def flag(self, name: str) -> bool:
        return self.text(name).lower() in ("true", "yes", "1")

    def json(self, name: str, what: str) -> Any:
        """The parameter parsed (a form carries JSON as text); None when absent or empty."""
        value = self.params.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return json.loads(value)
        except ValueError:
            raise bad(f"can't parse {what} JSON object") from None

    @property
    def chat(self) -> int | None:
        return self.whole("chat_id") or None


async def read_call(request: web.BaseRequest, method: str) -> Call:
    kind = request.content_type if request.body_exists else ""
    params: Json = dict(request.query) if request.query_string else {}
    files: dict[str, Upload] = {}
    if kind == "application/json":
        params |= _json_params(await request.read())
    elif kind == "application/x-www-form-urlencoded":
        form = (await request.read()).decode()
        params |= URL.build(query_string=form, encoded=True).query  # 20 times parse_qsl
    elif kind == "multipart/form-data":
        for name, value in (await request.post()).items():
            if isinstance(value, web.FileField):
                data = value.file.read()
                files[name] = Upload(value.filename, value.content_type, data)
            else:
                params[name] = value if isinstance(value, str) else bytes(value).decode()
    return Call(method.lower(), params, files)


def _json_params(body: bytes) -> Json:
    if not body:
        return {}
    try:
        params = json.loads(body)
    except ValueError:
        raise bad("can't parse request body as JSON") from None  # see QUIRKS.md
    if not isinstance(params, dict):
        raise bad("object expected as request body")
    return params
