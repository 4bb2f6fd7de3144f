"""Writes configuration files as an operator would, and reads what is said of them."""

import traceback
from pathlib import Path
from typing import Protocol

import pytest

from bot.settings import BadSettings, Mistake, load

TOKEN = "123456789:" + "AAHfiqksKZ8WmR2zSjiQ7_v4TMAKdiHm9T0"


class Write(Protocol):
    def __call__(self, text: str, *, name: str = "config.toml", mode: int = 0o600) -> Path: ...


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def to_file(text: str, *, name: str = "config.toml", mode: int = 0o600) -> Path:
        path = tmp_path / name
        path.write_bytes(text.encode())
        path.chmod(mode)
        return path

    return to_file


def mistakes(path: Path | None, environ: dict[str, str] | None = None) -> list[Mistake]:
    with pytest.raises(BadSettings) as bad:
        load(path, environ or {})
    shown = "".join(traceback.format_exception(bad.value)) + repr(bad.value)
    assert TOKEN[10:] not in shown
    assert "hunter2" not in shown
    return bad.value.mistakes


def one(path: Path | None, environ: dict[str, str] | None = None) -> Mistake:
    (mistake,) = mistakes(path, environ)
    return mistake
