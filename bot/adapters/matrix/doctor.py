"""What `doctor` looks at on Matrix, and what an administrator can do about it."""

import contextlib
from collections.abc import AsyncIterator
from urllib.parse import quote

from bot.adapters.matrix import session, signing
from bot.adapters.matrix.errors import Broken, Refused
from bot.adapters.matrix.line import Line
from bot.adapters.matrix.measuring import Pace, measured
from bot.adapters.matrix.session import NoStore, Session, Wanted
from bot.adapters.matrix.signatures import UNKNOWN, shown
from bot.adapters.matrix.times import Times
from bot.core.findings import Finding, clock

ENOUGH = 5.0
"""Events a second below which the bot leaves out reactions where words do."""

SKEW = 30.0
"""Seconds that our clock may be wrong: links and codes expire by it."""

MANY = 200
"""People, where nobody has joined yet: how long a message to each of them takes is what an operator
can picture."""

SERVER, LOGIN, KEYS, LIMITS = "Matrix server", "Matrix login", "Matrix keys", "Matrix limits"
START = "Start the bot: it tells and signs its keys at each start, and its log says what failed."


async def examine(wanted: Wanted, people: int = 0) -> list[Finding]:
    """Changes nothing that lasts: a login of its own ends again, a room of its own is left.
    `people`: how many there are to be reached, where that is known."""
    line = Line(wanted.homeserver, Times(answer=15.0))
    try:
        found = await _examined(wanted, line, people or MANY)
        return [*found, *clock(line.server_date, "the homeserver's", SKEW)]
    finally:
        await line.close()


async def _examined(wanted: Wanted, line: Line, people: int) -> list[Finding]:
    try:
        server = await _server(line)
    except (Refused, Broken) as no:
        return [_no_server(wanted, no)]
    found = [Finding(SERVER, True, server)]
    try:
        async with _logged_in(wanted, line) as (who, login):
            found.append(login)
            found.append(await _keys(wanted, line, who))
            found.append(await _limits(wanted, line, server, people))
    except (Refused, Broken) as no:
        found.append(await _no_login(wanted, line, no))
    return found


# The server


async def _server(line: Line) -> str:
    """Its name and version where it tells them. Raises Refused or Broken."""
    versions = (await line.ask("GET", "/_matrix/client/versions")).get("versions")
    newest = versions[-1] if isinstance(versions, list) and versions else "?"
    with contextlib.suppress(Refused, Broken):
        told = (await line.ask("GET", "/_matrix/federation/v1/version")).get("server")
        if isinstance(told, dict):
            return f"{told.get('name')} {told.get('version')}, Matrix {newest}"
    with contextlib.suppress(Refused, Broken):
        told = await line.ask("GET", "/_synapse/admin/v1/server_version")
        return f"Synapse {told.get('server_version')}, Matrix {newest}"
    return f"of unknown make, Matrix {newest}"


def _no_server(wanted: Wanted, no: Refused | Broken) -> Finding:
    name = wanted.user.partition(":")[2]
    if isinstance(no, Refused) or no.status:
        mend = (
            "[matrix] homeserver wants the server's own address, not the one of a web app nor one "
            f"that leads elsewhere: https://{name}/.well-known/matrix/client tells it."
        )
        return Finding(SERVER, False, f"no homeserver answers there: {no}", mend)
    mend = "Check the network and [matrix] homeserver; the bot needs to reach that address."
    return Finding(SERVER, False, f"it did not answer: {no}", mend)


# The login


@contextlib.asynccontextmanager
async def _logged_in(wanted: Wanted, line: Line) -> AsyncIterator[tuple[Session | None, Finding]]:
    """As the bot, on its own device if it has one here; else on one that ends with us. Raises
    Refused or Broken."""
    kept = session.kept(wanted)
    if kept is not None or not wanted.password:
        try:
            who = await session.by_token(line, kept.token if kept else wanted.token)
        except Refused as no:
            if not (no.revoked and wanted.password):
                raise
        else:
            yield who, _whose(wanted, who)
            return
    await session.log_in(line, wanted)
    try:
        yield None, Finding(LOGIN, True, f"{wanted.user}, by password")
    finally:
        with contextlib.suppress(Refused, Broken):
            await line.ask("POST", "/logout", {})


def _whose(wanted: Wanted, who: Session) -> Finding:
    if who.user == wanted.user:
        return Finding(LOGIN, True, f"{who.user}, device {who.device}")
    mend = f'Write user = "{who.user}" under [matrix], or a token of {wanted.user}.'
    return Finding(LOGIN, False, f"the token is of {who.user}", mend)


async def _no_login(wanted: Wanted, line: Line, no: Refused | Broken) -> Finding:
    if isinstance(no, Broken):
        return Finding(LOGIN, False, f"it broke off: {no}", "Run tocsin doctor once more.")
    if no.wait:
        mend = f"Wait {no.wait:.0f} seconds, then run tocsin doctor once more."
        return Finding(LOGIN, False, "the server takes no more logins for now", mend)
    if not wanted.password:
        mend = "Log in again as the bot on a device of its own, and write its access_token."
        return Finding(LOGIN, False, f"the server refuses the token ({no.code})", mend)
    if not await _takes_passwords(line):
        mend = "Write access_token in the place of password: docs/matrix.md says how to get one."
        return Finding(LOGIN, False, "the server takes no passwords", mend)
    mend = "Look at [matrix] user and password: can you log in with them in an app?"
    return Finding(LOGIN, False, f"the server refuses user and password ({no.code})", mend)


async def _takes_passwords(line: Line) -> bool:
    try:
        flows = (await line.ask("GET", "/login")).get("flows")
    except (Refused, Broken):
        return True
    return isinstance(flows, list) and {"type": "m.login.password"} in flows


# The keys


async def _keys(wanted: Wanted, line: Line, who: Session | None) -> Finding:
    ours, wrong = _seeds(wanted)
    if wrong is not None:
        return wrong
    soon = Finding(KEYS, True, f"made and signed when the bot starts, in {wanted.store}")
    if who is None:
        return soon
    by, missing = await shown(line, who.user, who.device)
    if not session.has_keys(wanted, who):
        return soon if missing == UNKNOWN else _elsewhere(wanted, who)
    if missing:
        return Finding(KEYS, False, f"{missing}: apps warn, some hide what it says", START)
    if by != ours:
        mend = "Log that program out, or give [matrix] password: the bot then puts its own back."
        return Finding(KEYS, False, "another program's key signs for this account", mend)
    return Finding(KEYS, True, f"device {who.device} is signed, as the server shows it")


def _elsewhere(wanted: Wanted, who: Session) -> Finding:
    mend = (
        f"Put {wanted.store} back if you have a copy; else log in anew, so that the token is of a "
        "device that nothing else uses, or give [matrix] password in its place."
    )
    return Finding(KEYS, False, f"the keys of device {who.device} are not in {wanted.store}", mend)


def _seeds(wanted: Wanted) -> tuple[str, Finding | None]:
    """The bot's own master key, if it has been made."""
    if not (wanted.store / signing.FILE).exists():
        return "", None
    try:
        return signing.seeds(wanted.store, wanted.secret)["master"].public, None
    except signing.Locked:
        mend = (
            "Put the store_secret back under which the bot was started first. If it is lost, move "
            f"{wanted.store} away: the bot begins anew, and cannot read what was sent before."
        )
        found = f"{wanted.store} does not open with store_secret"
        return "", Finding(KEYS, False, found, mend)


# The limits


async def _limits(wanted: Wanted, line: Line, server: str, people: int) -> Finding:
    """In a room where nobody else is. It uses up what the bot may send for a minute, so not
    while the bot runs."""
    if _runs(wanted):
        return Finding(LIMITS, True, "not measured while the bot runs: it would be slowed down")
    pace = await measured(line)
    if not pace.every:
        return Finding(LIMITS, True, f"none met: {pace.at_once} messages in {pace.took:.1f} s")
    return Finding(LIMITS, pace.every <= 1 / ENOUGH, _told(pace, people), _lift(wanted, server))


def _runs(wanted: Wanted) -> bool:
    if not wanted.store.exists():
        return False
    try:
        session.lock(wanted).close()
    except NoStore:
        return True
    return False


def _told(pace: Pace, people: int) -> str:
    every = f"{pace.every:.0f}" if pace.every >= 1 else f"{pace.every:.1f}"
    minutes = pace.for_people(people) / 60
    return (
        f"{pace.at_once} messages at once, then one every {every} s: one to each of {people} "
        f"people takes {minutes:.0f} min"
    )


def _lift(wanted: Wanted, server: str) -> str:
    """The one line that lifts all limits for the bot, where the server is one's own.

    https://element-hq.github.io/synapse/latest/admin_api/user_admin_api.html#override-ratelimiting-for-users
    """
    if not server.startswith(("Synapse", "of unknown make")):
        return "Ask those who run the server to lift them; docs/matrix.md says what is slower else."
    path = f"/_synapse/admin/v1/users/{quote(wanted.user, safe='@:')}/override_ratelimit"
    return (
        "Let an administrator of the server lift them (if it is not yours, docs/matrix.md says "
        "what is slower else):\n    curl -X POST -H 'Authorization: Bearer ADMIN_TOKEN' "
        f"""-d '{{"messages_per_second": 0, "burst_count": 0}}' '{wanted.homeserver}{path}'"""
    )
