"""The Matrix account of the bot: where it lives, how it logs in, where its keys are kept."""

from pathlib import Path
from typing import Annotated

from pydantic import Field, SecretStr, ValidationInfo, field_validator
from pydantic.types import StringConstraints

from bot.settings.addresses import Homeserver, MatrixUser, Servers, StoreSecret
from bot.settings.kinds import wrong
from bot.settings.section import Section

Folder = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=400)]


class Matrix(Section):
    """The Matrix bot. Without a homeserver Matrix stays off."""

    homeserver: Homeserver | None = Field(
        default=None,
        description="The homeserver's address, as the bot reaches it: what apps show as"
        " «homeserver URL».",
        examples=["https://matrix.cpts-garance.example"],
    )
    user: MatrixUser | None = Field(
        default=None,
        validate_default=True,
        description="The bot's own account there, with its server.",
        examples=["@tocsin:cpts-garance.example"],
    )
    password: SecretStr | None = Field(
        default=None,
        description="Its password. With it the bot can also log in again by itself, and make its"
        " signature anew.",
        examples=["the-password-of-the-bots-account"],
    )
    access_token: SecretStr | None = Field(
        default=None,
        validate_default=True,
        description="Or a token of its own device, where the homeserver takes no passwords. Not"
        " both. It must be of a device that nothing else uses.",
        examples=["syt_dG9jc2lu_the-token-of-the-bots-device"],
    )
    store: Folder = Field(
        default="matrix-store",
        description="The folder of its encryption keys (relative paths begin where the bot is"
        " started). Whoever loses it cannot read what was sent before: back it up with the"
        " database.",
        examples=["matrix-store"],
    )
    store_secret: StoreSecret | None = Field(
        default=None,
        validate_default=True,
        description="What locks those keys on the disk. Required with homeserver, since rooms may"
        " be encrypted; keep it as long as the folder. openssl rand -hex 32 makes one.",
        examples=["paste-here-what-openssl-rand-printed"],
    )
    allowed_servers: Servers = Field(
        default=(),
        description="From which other servers the bot may be invited and written to. Its own is"
        " always allowed; an invitation from elsewhere is declined.",
        examples=[["matrix.org", "hopital-garance.example"]],
    )

    @property
    def folder(self) -> Path:
        return Path(self.store)

    @field_validator("user", "store_secret")
    @classmethod
    def _needed(cls, value: object, info: ValidationInfo) -> object:
        if value is None and info.data.get("homeserver"):
            made = "; openssl rand -hex 32 makes one" if info.field_name == "store_secret" else ""
            raise wrong(f"is needed with homeserver{made}")
        return value

    @field_validator("user", "password", "access_token")
    @classmethod
    def _not_alone(cls, value: object, info: ValidationInfo) -> object:
        if value is not None and info.data.get("homeserver", "wrong") is None:
            raise wrong("is of no use without homeserver")
        return value

    @field_validator("access_token")
    @classmethod
    def _one_way_in(cls, token: SecretStr | None, info: ValidationInfo) -> SecretStr | None:
        password = info.data.get("password")
        if token is not None and password is not None:
            raise wrong("and password are both written: keep one of the two")
        if token is None and password is None and info.data.get("homeserver"):
            raise wrong("or password is needed with homeserver")
        return token
