"""The page's own files, read once: what is not in the package cannot be asked for."""

from importlib.resources import files
from importlib.resources.abc import Traversable

from aiohttp import web

TYPES = {
    "html": "text/html",
    "css": "text/css",
    "js": "text/javascript",
    "svg": "image/svg+xml",
    "woff2": "font/woff2",
}

CSP = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "font-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    )
)


class Assets:
    def __init__(self) -> None:
        self._files = dict(_all(files("bot.web.demo") / "static", ""))

    def answer(self, path: str) -> web.Response:
        found = self._files.get(path)
        if found is None:
            raise web.HTTPNotFound
        kind = TYPES[path.rpartition(".")[2]]
        answer = web.Response(body=found, content_type=kind)
        if kind.startswith("text/"):
            answer.charset = "utf-8"
        answer.headers["Cache-Control"] = "no-cache"
        answer.headers["Content-Security-Policy"] = CSP
        return answer


def _all(folder: Traversable, prefix: str) -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    for entry in folder.iterdir():
        if entry.is_dir():
            found += _all(entry, f"{prefix}{entry.name}/")
        elif entry.name.rpartition(".")[2] in TYPES:
            found.append((f"{prefix}{entry.name}", entry.read_bytes()))
    return found
