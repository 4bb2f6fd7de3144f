"""Who notices when the bot stands still: it tells somebody else that it moves."""

import re
from typing import Annotated

from pydantic import AfterValidator, Field, SecretStr

from bot.settings.addresses import is_near
from bot.settings.kinds import wrong
from bot.settings.section import Section

LONGEST = 500


def _ping(url: SecretStr) -> SecretStr:
    """Services put a secret into its path, some a query after it: it is never repeated."""
    found = re.fullmatch(r"(https?)://(\[[0-9A-Fa-f:.]+\]|[\w.-]+)(:\d{1,5})?(/[^\s\"'<>#]*)?",
                         url.get_secret_value())  # fmt: skip
    if found is None or len(url.get_secret_value()) > LONGEST:
        raise wrong("is no web address: it begins with https:// and has no space and no «#»")
    if found[1] == "http" and not is_near(found[2].strip("[]")):
        raise wrong("would let everyone on the way read along: it begins with https://")
    return url


PingUrl = Annotated[SecretStr, AfterValidator(_ping)]


class Watch(Section):
    """Who notices when the bot stands still. A machine that is off cannot say so itself."""

    ping_url: PingUrl | None = Field(
        default=None,
        description="Called (GET) each minute as long as every part of the bot moves. A service"
        " outside (healthchecks.io, Uptime Kuma on another machine) warns you when it stops.",
        examples=["https://hc-ping.com/the-address-that-the-service-gives-you"],
    )
