"""Bytes that were sent, by the bot or by people, kept in memory under a file_id."""

import io
import itertools
import secrets
from dataclasses import dataclass

from PIL import Image, UnidentifiedImageError

from tests.servers.telegram.errors import UNFETCHED, WRONG_FILE, bad

DOWNLOAD_LIMIT = 20 * 1024 * 1024
PHOTO_LIMIT = 10 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class StoredFile:
    file_id: str
    unique_id: str
    path: str  # after /file/bot<token>/
    data: bytes
    name: str | None
    mime: str

    def json(self) -> dict[str, object]:
        size = len(self.data)
        return {"file_id": self.file_id, "file_unique_id": self.unique_id, "file_size": size}


class Files:
    def __init__(self) -> None:
        self._by_id: dict[str, StoredFile] = {}
        self._by_path: dict[str, StoredFile] = {}
        self._numbers = itertools.count()

    def keep(self, folder: str, data: bytes, name: str | None, mime: str) -> StoredFile:
        ending = name.rsplit(".", 1)[-1] if name and "." in name else mime.rsplit("/", 1)[-1]
        path = f"{folder}/file_{next(self._numbers)}.{ending}"
        stored = StoredFile(
            "BQAC" + secrets.token_urlsafe(48), secrets.token_urlsafe(11), path, data, name, mime
        )
        self._by_id[stored.file_id] = self._by_path[path] = stored
        return stored

    def find(self, file_id: str) -> StoredFile:
        """The file with that id; a URL is not fetched: this server has no network."""
        if file_id.startswith(("http://", "https://")):
            raise bad(UNFETCHED)
        if file_id not in self._by_id:
            raise bad(WRONG_FILE)
        return self._by_id[file_id]

    def at(self, path: str) -> StoredFile | None:
        return self._by_path.get(path)


def photo_size(data: bytes) -> tuple[int, int]:
    """Width and height in pixels, refused as the real server refuses what is no photo.

    Source: Bot API, sendPhoto (10 MB, width + height at most 10000, ratio at most 20).
    """
    if len(data) > PHOTO_LIMIT:
        size = len(data)
        raise bad(f"file of size {size} bytes is too big for a photo; the maximum size is 10485760")
    try:
        with Image.open(io.BytesIO(data)) as image:
            width, height = image.size
    except (UnidentifiedImageError, OSError):
        raise bad("IMAGE_PROCESS_FAILED") from None
    if width + height > 10_000 or max(width, height) > 20 * min(width, height):
        raise bad("PHOTO_INVALID_DIMENSIONS")
    return width, height
