"""config.example.toml says all there is, in the words of the model, and works."""

import re
import tomllib
from pathlib import Path

import pytest

from bot.settings import Settings, load
from bot.settings.keys import FIELDS, FILES, KNOWN, Key

EXAMPLE = Path(__file__).parents[2] / "config.example.toml"
SETTING = re.compile(r"^#?(?=[a-z_]+ = )", re.MULTILINE)


def uncommented() -> str:
    return SETTING.sub("", EXAMPLE.read_text(encoding="utf-8"))


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "config.toml"
    path.write_text(text, encoding="utf-8")
    path.chmod(0o600)
    return path


def test_it_has_exactly_the_keys_of_the_model_in_the_same_order() -> None:
    keys = [Key(s, name) for s, part in tomllib.loads(uncommented()).items() for name in part]
    twins = {key: file for file, key in FILES.items()}
    assert keys == [k for key in FIELDS for k in (key, twins.get(key)) if k is not None]
    assert sorted(keys) == sorted(KNOWN)


def test_it_loads_as_it_is(tmp_path: Path) -> None:
    settings = load(written(tmp_path, EXAMPLE.read_text(encoding="utf-8")), {})
    assert settings == Settings.model_validate({"community": {"name": "CPTS du Pays de Garance"}})


def test_it_loads_with_every_line_uncommented(tmp_path: Path) -> None:
    text = re.sub(r"^(\w+_file|access_token) = .*$", "", uncommented(), flags=re.MULTILINE)
    assert load(written(tmp_path, text), {}).community.towns == ("Saint-Aubin", "Garance-le-Haut")


def test_it_loads_with_the_secrets_in_files(tmp_path: Path) -> None:
    text = re.sub(r"^access_token\w* = .*\n", "", uncommented(), flags=re.MULTILINE)
    values = tomllib.loads(uncommented())
    for file, key in FILES.items():
        text = re.sub(rf"^{key.name} = .*\n", "", text, flags=re.MULTILINE)
        secret = tmp_path / str(file.name)
        secret.write_text(values[key.section][key.name] + "\n", encoding="utf-8")
        secret.chmod(0o600)
        text = re.sub(
            rf"^{file.name} = .*", f'{file.name} = "{file.name}"', text, flags=re.MULTILINE
        )
    telegram = load(written(tmp_path, text), {}).telegram
    assert telegram.token is not None
    assert telegram.token.get_secret_value() == values["telegram"]["token"]


@pytest.mark.parametrize("key", FIELDS, ids=str)
def test_the_comment_above_a_key_is_its_description(key: Key) -> None:
    section = EXAMPLE.read_text(encoding="utf-8").partition(f"\n[{key.section}]\n")[2]
    above = re.split(rf"\n#?{key.name} = ", section)[0].split("\n\n")[-1]
    comment = " ".join(above.replace("\n# ", "\n").removeprefix("# ").split())
    assert comment.startswith(FIELDS[key].description or "?")


@pytest.mark.parametrize("key", FIELDS, ids=str)
def test_what_is_shown_for_a_key_is_its_default_or_an_example(key: Key) -> None:
    shown = tomllib.loads(uncommented())[key.section][key.name]
    field = FIELDS[key]
    assert shown in (field.examples or [])
    if isinstance(field.default, int | float) or field.default in ("fr", "info", "console", "+33"):
        assert shown == field.default
