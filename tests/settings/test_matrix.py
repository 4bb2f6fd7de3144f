"""[matrix]: what is needed together, one way to log in, and mistakes that show no secret."""

from pathlib import Path

import pytest

from bot.settings import load
from tests.settings.conftest import Write, mistakes, one

NAME = '[community]\nname = "CPTS"\n'
SECRET = "hunter2 hunter2 hunter2"
ACCOUNT = f"""[matrix]
homeserver = "https://matrix.example/"
user = "@tocsin:example"
password = "hunter2"
store_secret = "{SECRET}"
"""


def test_an_account_a_password_and_a_secret_for_the_keys_are_enough(write: Write) -> None:
    found = load(write(NAME + ACCOUNT), {}).matrix
    assert (found.homeserver, found.user) == ("https://matrix.example", "@tocsin:example")
    assert found.folder == Path("matrix-store")
    assert found.allowed_servers == ()
    assert "hunter2" not in f"{found!r} {found.model_dump_json()}"


def test_without_a_homeserver_it_is_off(write: Write) -> None:
    assert load(write(NAME), {}).matrix.homeserver is None


def test_all_of_it_can_come_from_the_environment_and_from_files(write: Write) -> None:
    environ = {
        "TOCSIN_COMMUNITY__NAME": "CPTS",
        "TOCSIN_MATRIX__HOMESERVER": "http://synapse:8008",
        "TOCSIN_MATRIX__USER": "@tocsin:example",
        "TOCSIN_MATRIX__ACCESS_TOKEN_FILE": str(write("syt_hunter2\n", name="token")),
        "TOCSIN_MATRIX__STORE_SECRET_FILE": str(write(SECRET, name="secret")),
        "TOCSIN_MATRIX__ALLOWED_SERVERS": "matrix.org, hopital.example:8448",
    }
    found = load(None, environ).matrix
    assert found.access_token is not None
    assert found.access_token.get_secret_value() == "syt_hunter2"
    assert found.store_secret is not None
    assert found.store_secret.get_secret_value() == SECRET
    assert found.allowed_servers == ("matrix.org", "hopital.example:8448")


def test_a_password_is_for_its_owner_s_eyes(write: Write) -> None:
    mistake = one(write(NAME + ACCOUNT, mode=0o644))
    assert "[matrix] password and [matrix] store_secret" in mistake.wrong
    assert mistake.instead is not None
    assert mistake.instead.startswith("chmod 600 ")


@pytest.mark.parametrize(
    ("line", "instead", "key", "wrong"),
    [
        ('user = "@tocsin:example"\n', "", "user", "is needed with homeserver"),
        (f'store_secret = "{SECRET}"\n', "", "store_secret",
         "is needed with homeserver; openssl rand -hex 32 makes one"),
        ('password = "hunter2"\n', "", "access_token", "or password is needed with homeserver"),
        ('password = "hunter2"\n', 'password = "hunter2"\naccess_token = "syt_hunter2"\n',
         "access_token", "and password are both written: keep one of the two"),
        ('homeserver = "https://matrix.example/"\n', "", "user",
         "is of no use without homeserver"),
    ],
)  # fmt: skip
def test_what_is_needed_together_is_told(
    line: str, instead: str, key: str, wrong: str, write: Write
) -> None:
    found = mistakes(write(NAME + ACCOUNT.replace(line, instead)))
    assert (f"[matrix] {key}", wrong) in [(m.key, m.wrong) for m in found]
    assert all(m.instead for m in found)


@pytest.mark.parametrize(
    ("variable", "value", "wrong"),
    [
        ("HOMESERVER", "http://matrix.example", "would send the password in clear"),
        ("HOMESERVER", "matrix.example", "is no web address: it begins with https://"),
        ("HOMESERVER", "https://matrix.example/_matrix/client", "has a path"),
        ("USER", "tocsin", "is no Matrix user: it begins with @"),
        ("USER", "@tocsin", "is no Matrix user: it begins with @"),
        ("USER", "@le bot:example", "is no Matrix user: letters"),
        ("STORE_SECRET", "hunter2", "has 16 characters at least"),
        ("ALLOWED_SERVERS", "https://matrix.org", "is a list of server names"),
        ("ALLOWED_SERVERS", "@ana:matrix.org", "is a list of server names"),
    ],
)
def test_an_impossible_value_is_told_where_it_stands(
    variable: str, value: str, wrong: str, write: Write
) -> None:
    found = mistakes(write(NAME + ACCOUNT), {f"TOCSIN_MATRIX__{variable}": value})
    assert [m.where for m in found if m.wrong.startswith(wrong)] == [f"TOCSIN_MATRIX__{variable}"]


@pytest.mark.parametrize("url", ["http://localhost:8008", "http://10.1.2.3:8008", "http://synapse"])
def test_plain_http_is_for_the_machine_and_its_own_network(url: str, write: Write) -> None:
    found = load(write(NAME + ACCOUNT), {"TOCSIN_MATRIX__HOMESERVER": url})
    assert found.matrix.homeserver == url
