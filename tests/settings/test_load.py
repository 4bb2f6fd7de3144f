"""What is written becomes settings: the file, the environment over it, secrets from files."""

import os
from datetime import time
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from pydantic import ValidationError

from bot.settings import BadSettings, Listen, QuietHours, Settings, load
from tests.settings.conftest import TOKEN, Write

NAME = '[community]\nname = "CPTS"\n'


def test_a_name_is_enough(write: Write) -> None:
    settings = load(write(NAME), {})
    assert settings.community.shown_name == "CPTS"
    assert settings.community.timezone == ZoneInfo("Europe/Paris")
    assert settings.telegram.token is None
    assert settings.web.listen == Listen("127.0.0.1", 8080)
    assert settings.web.is_loopback
    assert settings.database.url.get_secret_value() == "sqlite+aiosqlite:///tocsin.db"
    assert settings.retention.model_dump() == {
        "inbox_days": 7,
        "answers_days": 365,
        "proofs_days": 3653,
        "invitations_days": 30,
        "audit_days": 1825,
    }


def test_without_a_file_the_environment_is_enough() -> None:
    settings = load(None, {"TOCSIN_COMMUNITY__NAME": "CPTS", "TOCSIN_TELEGRAM__TOKEN": TOKEN})
    assert settings.telegram.token is not None
    assert settings.telegram.token.get_secret_value() == TOKEN


def test_the_environment_wins_over_the_file(write: Write) -> None:
    environ = {
        "TOCSIN_COMMUNITY__LANGUAGE": "en",
        "TOCSIN_COMMUNITY__TOWNS": "Saint-Aubin, Le Val; L'Isle",
        "TOCSIN_STAFFING__ASKS_PER_WEEK": "5",
        "TOCSIN_STAFFING__EXPECTED_YES": "0,5",
        "TOCSIN_WEB__LISTEN": "[::1]:9000",
        "TOCSIN_LOG__LEVEL": "",
        "TOCSIN_REQUIRE": "chromium",
        "PATH": "/bin",
    }
    text = f'{NAME}language = "fr"\n[log]\nlevel = "debug"\n[staffing]\nasks_per_week = 2\n'
    settings = load(write(text), environ)
    assert settings.community.language == "en"
    assert settings.community.towns == ("Saint-Aubin", "Le Val", "L'Isle")
    assert settings.staffing.asks_per_week == 5
    assert settings.staffing.expected_yes == 0.5
    assert str(settings.web.listen) == "[::1]:9000"
    assert settings.log.level == "debug"


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("sqlite:///bot.db", "sqlite+aiosqlite:///bot.db"),
        ("sqlite:////var/lib/tocsin/bot.db", "sqlite+aiosqlite:////var/lib/tocsin/bot.db"),
        ("postgresql://localhost/tocsin", "postgresql+psycopg://localhost/tocsin"),
        ("postgres://u:p%40@db:5433/t", "postgresql+psycopg://u:p%40@db:5433/t"),
        ("postgresql+psycopg:///tocsin?host=/run", "postgresql+psycopg:///tocsin?host=/run"),
    ],
)
def test_a_database_is_written_as_people_do(written: str, kept: str) -> None:
    environ = {"TOCSIN_COMMUNITY__NAME": "C", "TOCSIN_DATABASE__URL": written}
    assert load(None, environ).database.url.get_secret_value() == kept


@pytest.mark.parametrize("written", ["21:00-07:30", "21h-7h30", "21h00 – 07h30", "21h à 7h30"])
def test_quiet_hours_are_written_as_people_do(written: str, write: Write) -> None:
    quiet = load(write(f'{NAME}quiet_hours = "{written}"\n'), {}).community.quiet_hours
    assert quiet == QuietHours(time(21), time(7, 30))
    assert str(quiet) == "21:00-07:30"


@pytest.mark.parametrize(
    ("at", "quiet"),
    [("20:59", False), ("21:00", True), ("00:00", True), ("07:29", True), ("07:30", False)],
)
def test_quiet_hours_run_over_midnight(at: str, quiet: bool) -> None:
    assert (time.fromisoformat(at) in QuietHours(time(21), time(7, 30))) is quiet
    assert (time.fromisoformat(at) in QuietHours(time(7, 30), time(21))) is not quiet


def test_a_secret_comes_from_a_file_beside_the_configuration(write: Write) -> None:
    secret = write(f"{TOKEN}\n", name="token")
    path = write(f'{NAME}[telegram]\ntoken_file = "{secret.name}"\n', mode=0o644)
    token = load(path, {}).telegram.token
    assert token is not None
    assert token.get_secret_value() == TOKEN


def test_a_secret_file_of_the_environment_wins_over_the_file(write: Write) -> None:
    secret = write(TOKEN, name="token")
    path = write(f'{NAME}[telegram]\ntoken_file = "gone"\n')
    token = load(path, {"TOCSIN_TELEGRAM__TOKEN_FILE": str(secret)}).telegram.token
    assert token is not None
    assert token.get_secret_value() == TOKEN


@pytest.mark.parametrize("mode", [0o644, 0o604, 0o666])
def test_a_secret_file_that_others_can_read_is_refused_with_the_line_to_type(
    mode: int, write: Write
) -> None:
    secret = write(TOKEN, name="token", mode=mode)
    environ = {"TOCSIN_COMMUNITY__NAME": "C", "TOCSIN_TELEGRAM__TOKEN_FILE": str(secret)}
    with pytest.raises(BadSettings) as bad:
        load(None, environ)
    (mistake,) = bad.value.mistakes
    assert mistake.where == "TOCSIN_TELEGRAM__TOKEN_FILE"
    assert mistake.instead == f"chmod 600 {secret}"
    os.system(mistake.instead)
    assert load(None, environ).telegram.token is not None


def test_a_configuration_that_holds_a_secret_is_for_its_owner_alone(write: Write) -> None:
    path = write(f'{NAME}[telegram]\ntoken = "{TOKEN}"\n', mode=0o644)
    with pytest.raises(BadSettings) as bad:
        load(path, {})
    (mistake,) = bad.value.mistakes
    assert (mistake.where, mistake.instead) == ("config.toml", f"chmod 600 {path}")
    path.chmod(0o640)
    assert load(path, {}).telegram.token is not None


def test_settings_are_frozen_and_show_no_secret(write: Write) -> None:
    url = "postgresql://bot:hunter2@localhost/tocsin"
    text = f'{NAME}[telegram]\ntoken = "{TOKEN}"\n[database]\nurl = "{url}"\n'
    settings = load(write(text), {})
    shown = f"{settings!r} {settings} {settings.model_dump()} {settings.model_dump_json()}"
    assert TOKEN[10:] not in shown
    assert "hunter2" not in shown
    frozen: Any = settings.community
    with pytest.raises(ValidationError):
        frozen.name = "other"


def test_a_configuration_saved_on_windows_is_read(write: Write) -> None:
    text = '\ufeff[community]\r\nname = "CPTS"\r\n'
    assert load(write(text), {}).community.name == "CPTS"


def test_two_equal_settings_are_equal(write: Write) -> None:
    assert load(write(NAME), {}) == load(None, {"TOCSIN_COMMUNITY__NAME": "CPTS"})
    assert Settings.model_fields["community"].is_required()
