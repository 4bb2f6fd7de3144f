"""All mistakes at once, each with its place and what to write instead; never a secret."""

from pathlib import Path

import pytest

from bot.settings import BadSettings, load
from tests.settings.conftest import TOKEN, Write, mistakes, one

NAME = '[community]\nname = "CPTS"\n'


MANY = """# ours
[community]
nmae = "CPTS"
language = "french"
timezone = "Europe/Pari"
towns = [
  "Saint-Aubin",
  "Le Val",
]
asks_per_week = 3

[telegram]
token = "123456789:short"

[staffing]
wave_minutes = "45"
expected_yes = 33
fast_wave_minutes = 60

[web]
public_url = "bot.example"
[lgo]
level = "info"
"""
SAID = [
    "TOCSIN_RETENTION__INBOX_DAYS [retention] inbox_days is a whole number",
    "TOCSIN_WEB__LISTEN [web] listen is not an address and a port",
    "line 2 [community] name is missing",
    "line 3 [community] nmae is no setting; [community] name probably",
    "line 4 [community] language is one of: fr, en",
    "line 5 [community] timezone «Europe/Pari» is no time zone",
    "line 10 [community] asks_per_week belongs under [staffing]",
    "line 13 [telegram] token has 5 characters after the colon and not 35: copy it again whole",
    "line 16 [staffing] wave_minutes is a whole number, without quotes",
    "line 17 [staffing] expected_yes is at most 1",
    "line 21 [web] public_url is no web address: it begins with https://",
    "line 22 [lgo] is no section",
]
TO_WRITE = [
    "TOCSIN_RETENTION__INBOX_DAYS=7",
    "TOCSIN_WEB__LISTEN=127.0.0.1:8080",
    'name = "CPTS du Pays de Garance"',
    'name = "CPTS du Pays de Garance"',
    'language = "fr"',
    'timezone = "Europe/Paris"',
    "asks_per_week = 3",
    'token = "123456789:the-35-characters-from-BotFather---"',
    "wave_minutes = 45",
    "expected_yes = 0.33",
    'public_url = "https://bot.cpts-garance.example"',
    "[log]",
]


def test_all_are_told_at_once_in_the_order_of_the_lines(write: Write) -> None:
    """ADM-9."""
    environ = {"TOCSIN_WEB__LISTEN": "8080", "TOCSIN_RETENTION__INBOX_DAYS": "x"}
    found = mistakes(write(MANY), environ)
    said = [f"{m.where.removeprefix('config.toml, ')} {m.key} {m.wrong}" for m in found]
    assert said == SAID
    assert [m.instead for m in found] == TO_WRITE


def test_they_read_as_a_list(write: Write) -> None:
    with pytest.raises(BadSettings) as bad:
        load(write(f'{NAME}timezone = "Europe/Pari"\n'), {})
    assert str(bad.value) == (
        "1 mistake in the configuration:\n"
        "- config.toml, line 3: [community] timezone «Europe/Pari» is no time zone\n"
        '    timezone = "Europe/Paris"'
    )


@pytest.mark.parametrize(
    ("token", "wrong"),
    [
        (f"bot{TOKEN}", "is no bot token: leave out the word «bot» before the number"),
        (TOKEN[:-1], "has 34 characters after the colon and not 35: copy it again whole"),
        (TOKEN.replace("_", " "), "holds a character that bot tokens do not have: copy it again"),
        (
            TOKEN.replace(":", ""),
            "is no bot token: digits, a colon, then 35 characters, as @BotFather shows it",
        ),
    ],
)
def test_a_token_of_the_wrong_shape_is_told_and_not_shown(
    token: str, wrong: str, write: Write
) -> None:
    mistake = one(write(f'{NAME}[telegram]\ntoken = "{token}"\n'))
    assert (mistake.where, mistake.wrong) == ("config.toml, line 4", wrong)


@pytest.mark.parametrize(
    ("variable", "value", "wrong"),
    [
        ("TELEGRAM__API_URL", "http://api.telegram.org", "would send the token in clear"),
        ("TELEGRAM__API_URL", f"https://u:{TOKEN}@host", "holds a user name or a password"),
        ("TELEGRAM__API_URL", "https://[::1", "is no web address"),
        ("TELEGRAM__WEBHOOK_URL", "https://bot.example:444/t", "has a port that Telegram"),
        ("WEB__PUBLIC_URL", "http://bot.example", "would let everyone on the way read along"),
        ("WEB__PUBLIC_URL", "https://my bot.example", "is no web address: the name"),
        ("WEB__PUBLIC_URL", "https://bot.example/?a=1", "has a «?»"),
        ("WEB__LISTEN", "127.0.0.1:99999", "has the port 99999"),
        ("DATABASE__URL", "mysql://root:hunter2@localhost/x", "is no database that Tocsin knows"),
        ("DATABASE__URL", "postgresql://bot:hunter2/x@localhost/t", "names no database"),
        ("DATABASE__URL", "postgresql://bot:hunter2@localhost", "names no database"),
        ("DATABASE__URL", "sqlite://tocsin.db", "names no file"),
        ("COMMUNITY__CONTACT", "call us", "is no telephone number"),
        ("COMMUNITY__DIALING", "33", "is no dialling code"),
        ("COMMUNITY__QUIET_HOURS", "21-7", "is not a span of hours"),
        ("COMMUNITY__QUIET_HOURS", "25:00-07:00", "holds an hour that does not exist"),
        ("COMMUNITY__QUIET_HOURS", "07:00-7h", "begins and ends at the same hour"),
        ("COMMUNITY__TIMEZONE", "paris", "«paris» is no time zone"),
        ("COMMUNITY__TOWNS", "Le Val, Le Val", "names Le Val twice"),
        ("STAFFING__FAST_WAVE_MINUTES", "60", "is more than wave_minutes (45)"),
        ("COMMUNITY__EMERGENCY", "x" * 151, "has 150 characters at most"),
        ("TELEGRAM__WEBHOOK_SECRET", "short", "has 16 to 256 letters"),
        ("TELEGRAM__TOKEN_FILE", TOKEN, "names a file that is not there"),
    ],
)
def test_an_impossible_value_is_told_where_it_stands(variable: str, value: str, wrong: str) -> None:
    found = mistakes(None, {"TOCSIN_COMMUNITY__NAME": "C", f"TOCSIN_{variable}": value})
    assert [m.where for m in found if m.wrong.startswith(wrong)] == [f"TOCSIN_{variable}"]


def test_a_time_zone_is_found_by_its_town() -> None:
    environ = {"TOCSIN_COMMUNITY__NAME": "C", "TOCSIN_COMMUNITY__TIMEZONE": "Réunion"}
    assert one(None, environ).instead == "TOCSIN_COMMUNITY__TIMEZONE=Indian/Reunion"


def test_a_webhook_needs_a_secret(write: Write) -> None:
    mistake = one(write(f'{NAME}[telegram]\nwebhook_url = "https://bot.example/t"\n'))
    assert mistake.key == "[telegram] webhook_secret"
    assert mistake.wrong == "is needed with webhook_url; openssl rand -hex 32 makes one"


def test_one_s_own_bot_server_may_call_any_port() -> None:
    environ = {
        "TOCSIN_COMMUNITY__NAME": "C",
        "TOCSIN_TELEGRAM__API_URL": "http://127.0.0.1:8081/",
        "TOCSIN_TELEGRAM__WEBHOOK_URL": "http://127.0.0.1:9000/t",
        "TOCSIN_TELEGRAM__WEBHOOK_SECRET": "s" * 32,
    }
    assert load(None, environ).telegram.api_url == "http://127.0.0.1:8081"


@pytest.mark.parametrize(
    ("variable", "wrong", "instead"),
    [
        (
            "TOCSIN_TELEGRAM_API_URL",
            "has one underscore after its section; two are needed",
            "TOCSIN_TELEGRAM__API_URL=https://api.telegram.org",
        ),
        (
            "TOCSIN_TELEGRM__API_URL",
            "belongs under [telegram]",
            "TOCSIN_TELEGRAM__API_URL=https://api.telegram.org",
        ),
        ("TOCSIN_LOG__LEVLE", "is no setting; [log] level probably", "TOCSIN_LOG__LEVEL=info"),
        ("TOCSIN_LOG__WXYZ", "is no setting", "take it out, or see config.example.toml"),
    ],
)
def test_a_variable_gone_wrong_is_told(variable: str, wrong: str, instead: str) -> None:
    mistake = one(None, {"TOCSIN_COMMUNITY__NAME": "C", variable: "x"})
    assert (mistake.where, mistake.wrong, mistake.instead) == (variable, wrong, instead)


def test_a_key_before_any_section_is_told_where_it_belongs(write: Write) -> None:
    found = mistakes(write(f'token = "{TOKEN}"\ncommunity = "CPTS"\n'))
    assert [(m.where, m.wrong) for m in found][:2] == [
        ("config.toml, line 1", "belongs under [telegram]"),
        ("config.toml, line 2", "is a section, not a key"),
    ]


def test_a_secret_and_its_file_are_one_too_many(write: Write) -> None:
    write(TOKEN, name="token")
    mistake = one(write(f'{NAME}[telegram]\ntoken = "{TOKEN}"\ntoken_file = "token"\n'))
    assert (mistake.where, mistake.wrong) == ("config.toml, line 5", "and token are both written")


def test_a_name_that_is_missing_without_a_file_is_a_variable_to_set() -> None:
    mistake = one(None)
    assert mistake.where == "environment"
    assert mistake.instead == "TOCSIN_COMMUNITY__NAME='CPTS du Pays de Garance'"


@pytest.mark.parametrize("content", ["", " \n", "\x00\udcff"])
def test_a_secret_file_without_a_secret_is_told(content: str, tmp_path: Path) -> None:
    secret = tmp_path / "token"
    secret.write_bytes(content.encode(errors="surrogateescape"))
    secret.chmod(0o600)
    environ = {"TOCSIN_COMMUNITY__NAME": "C", "TOCSIN_TELEGRAM__TOKEN_FILE": str(secret)}
    assert one(None, environ).wrong in (
        "names a file that is empty",
        "names a file that is not text",
    )
