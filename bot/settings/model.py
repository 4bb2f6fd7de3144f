"""Every setting there is. The descriptions are what config.example.toml says above each key."""

from datetime import time
from typing import Annotated, Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from pydantic import Field, SecretStr, ValidationInfo, field_validator
from pydantic.types import StringConstraints

from bot.settings.addresses import (
    LOOPBACK,
    TELEGRAM,
    WEBHOOK_PORTS,
    ApiUrl,
    DatabaseUrl,
    Token,
    WebhookSecret,
    WebhookUrl,
    WebUrl,
)
from bot.settings.alerts import Alerts
from bot.settings.backup import Backup
from bot.settings.kinds import (
    Dialing,
    Listen,
    ListenAt,
    Phone,
    Quiet,
    QuietHours,
    Towns,
    Zone,
    wrong,
)
from bot.settings.matrix import Matrix
from bot.settings.meetings import Meetings
from bot.settings.newsletters import Newsletters
from bot.settings.retention import Retention
from bot.settings.section import Section
from bot.settings.staffing import Staffing
from bot.settings.watch import Watch

Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80)]
ShortName = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=30)]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=150)]


class Community(Section):
    """Who you are. Only the name is required."""

    name: Name = Field(
        description="The community's name, as members know it: it stands in the welcome and on"
        " every document.",
        examples=["CPTS du Pays de Garance"],
    )
    short_name: ShortName | None = Field(
        default=None,
        description="A shorter name for pictures and narrow places; the name itself when absent.",
        examples=["CPTS Garance"],
    )
    language: Literal["fr", "en"] = Field(
        default="fr",
        description="The language of channels and of people who have not chosen one: fr or en.",
        examples=["fr"],
    )
    timezone: Zone = Field(
        default=ZoneInfo("Europe/Paris"),
        description="The time zone in which dates are read and shown: a name of the IANA list.",
        examples=["Europe/Paris"],
    )
    towns: Towns = Field(
        default=(),
        description="The towns of the territory, offered as buttons when someone joins and used"
        " to choose whom to ask.",
        examples=[["Saint-Aubin", "Garance-le-Haut"]],
    )
    contact: Phone | None = Field(
        default=None,
        description="The coordination's telephone, shown in every call so that people can ask.",
        examples=["01 99 00 12 34"],
    )
    emergency: Line | None = Field(
        default=None,
        description="The line shown wherever people write freely, since nobody watches the bot day"
        " and night. When absent it gives the French emergency numbers (15, 112, 114 by SMS).",
        examples=["Urgence vitale : 15, 112, ou 114 par SMS"],
    )
    dialing: Dialing = Field(
        default="+33",
        description="The country's dialling code, put in place of the first 0 of a local number.",
        examples=["+33"],
    )
    invitation_days: int = Field(
        default=30,
        ge=1,
        le=365,
        description="For how many days an invitation (link, code, QR picture) can be used.",
        examples=[30],
    )
    quiet_hours: Quiet = Field(
        default=QuietHours(time(21), time(7, 30)),
        description="When nobody is asked for anything, except those who chose to be asked at night"
        " in a crisis. Local time; each person may set their own.",
        examples=["21:00-07:30"],
    )

    @property
    def shown_name(self) -> str:
        """The name for narrow places."""
        return self.short_name or self.name


class Telegram(Section):
    """The Telegram bot. Without a token Telegram stays off."""

    token: Token | None = Field(
        default=None,
        description="The bot's token: write /newbot to @BotFather in Telegram and copy what it"
        " answers. It is a password: this file must then be readable by you alone (chmod 600).",
        examples=["123456789:the-35-characters-from-BotFather---"],
    )
    api_url: ApiUrl = Field(
        default=f"https://{TELEGRAM}",
        description="The Bot API server. Change it only if you run one of your own.",
        examples=[f"https://{TELEGRAM}"],
    )
    webhook_url: WebhookUrl | None = Field(
        default=None,
        description="The public address at which Telegram calls the bot. When absent the bot asks"
        " Telegram itself (long polling), which needs no open port and suits nearly everyone.",
        examples=["https://bot.cpts-garance.example/telegram"],
    )
    webhook_secret: WebhookSecret | None = Field(
        default=None,
        validate_default=True,
        description="What Telegram must repeat at each such call, so that nobody else can pose as"
        " Telegram. Required with webhook_url; openssl rand -hex 32 makes one.",
        examples=["paste-here-what-openssl-rand-printed"],
    )

    @field_validator("webhook_url")
    @classmethod
    def _reachable(cls, url: str | None, info: ValidationInfo) -> str | None:
        """Telegram's own servers want https on four ports; one's own server takes anything."""
        if url is None or urlsplit(str(info.data.get("api_url"))).hostname != TELEGRAM:
            return url
        parts = urlsplit(url)
        if parts.scheme != "https":
            raise wrong("begins with https://: Telegram calls nothing else")
        if parts.port not in (None, *WEBHOOK_PORTS):
            raise wrong("has a port that Telegram does not call: 443, 80, 88 and 8443 are")
        return url

    @field_validator("webhook_secret")
    @classmethod
    def _asked_for(cls, secret: SecretStr | None, info: ValidationInfo) -> SecretStr | None:
        if secret is None and info.data.get("webhook_url"):
            raise wrong("is needed with webhook_url; openssl rand -hex 32 makes one")
        return secret


class Database(Section):
    """Where everything is kept."""

    url: DatabaseUrl = Field(
        default=SecretStr("sqlite+aiosqlite:///tocsin.db"),
        description="A SQLite file (relative paths begin where the bot is started) or a PostgreSQL"
        " database. SQLite is enough for one community on one machine.",
        examples=[
            "sqlite+aiosqlite:///tocsin.db",
            "postgresql+psycopg://user:password@localhost/tocsin",
        ],
    )


class Web(Section):
    """The bot's own small web server: health, webhooks, and the links the bot sends."""

    listen: ListenAt = Field(
        default=Listen("127.0.0.1", 8080),
        description="Address and port. 127.0.0.1 is this machine only; put a proxy with a"
        " certificate in front before you let others in.",
        examples=["127.0.0.1:8080"],
    )
    public_url: WebUrl | None = Field(
        default=None,
        description="The address under which members reach it, used in the links the bot sends."
        " When absent the bot sends none.",
        examples=["https://bot.cpts-garance.example"],
    )
    metrics: Literal["loopback", "everyone", "off"] = Field(
        default="loopback",
        description="Who may read /metrics (figures for Prometheus, no names): loopback is programs"
        " on this machine, everyone is whoever reaches the address above, off is nobody.",
        examples=["loopback"],
    )

    @property
    def is_loopback(self) -> bool:
        """Nobody but this machine can connect."""
        return self.listen.host in LOOPBACK or self.listen.host.startswith("127.")


class Log(Section):
    """What the bot says of itself: never a text, a name, a number or a token."""

    level: Literal["debug", "info", "warning", "error"] = Field(
        default="info",
        description="The least important lines that are written: debug, info, warning or error.",
        examples=["info"],
    )
    format: Literal["console", "json"] = Field(
        default="console",
        description="console for people, json (one object a line) for programs.",
        examples=["console"],
    )


class Settings(Section):
    """The whole configuration, in the order in which one needs it."""

    community: Community
    telegram: Telegram = Telegram()
    matrix: Matrix = Matrix()
    database: Database = Database()
    backup: Backup = Backup()
    web: Web = Web()
    watch: Watch = Watch()
    log: Log = Log()
    staffing: Staffing = Staffing()
    alerts: Alerts = Alerts()
    meetings: Meetings = Meetings()
    newsletters: Newsletters = Newsletters()
    retention: Retention = Retention()
