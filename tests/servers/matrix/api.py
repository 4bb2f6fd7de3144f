"""One request of the client-server API, with nothing between."""

from typing import Any

import aiohttp

PATIENCE = 60.0
V3 = "/_matrix/client/v3"
Json = dict[str, Any]


class Refused(Exception):
    """What a homeserver answered instead: `status`, `code` (M_FORBIDDEN…), all of the `answer`."""

    def __init__(self, status: int, answer: Json) -> None:
        super().__init__(f"{status} {answer}")
        self.status, self.code, self.answer = status, answer.get("errcode", ""), answer


async def call(url: str, method: str, path: str, token: str = "", **body: Any) -> Json:
    """A session of its own, so that it works in any loop."""
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    timeout = aiohttp.ClientTimeout(total=PATIENCE)
    async with (
        aiohttp.ClientSession(headers=headers, timeout=timeout) as session,
        session.request(method, url + path, json=None if method == "GET" else body) as answer,
    ):
        found: Json = await answer.json(content_type=None)
        if answer.status >= 400:
            raise Refused(answer.status, found)
        return found
