"""A picture or a PDF that somebody sent: what is kept of it, so that it can be sent on."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

PICTURES = {"image/jpeg": "JPEG", "image/png": "PNG", "image/webp": "WEBP"}
PDF = "application/pdf"


@dataclass(frozen=True)
class File:
    """`id` is what its platform fetches it by; `says` what a picture shows, for whoever cannot
    see it."""

    platform: str
    id: str
    name: str
    mime: str
    says: str = ""

    @property
    def is_picture(self) -> bool:
        return self.mime in PICTURES


def pack_file(file: File | None) -> dict[str, Any] | None:
    """JSON, for a row."""
    return asdict(file) if file is not None else None


def unpack_file(row: Mapping[str, Any] | None) -> File | None:
    return File(**row) if row else None
