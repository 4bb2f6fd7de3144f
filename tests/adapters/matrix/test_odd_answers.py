"""A proxy, the login of a Wi-Fi, a broken server: they answer sends and syncs too. Nothing is taken
for an answer that is none, and nobody is sent elsewhere."""

from contextlib import suppress

import pytest

from bot.core.errors import SendFailed
from tests.adapters.matrix.device import Device
from tests.servers.matrix.faults import KEYS, SEND, TO_DEVICE, Rule
from tests.servers.matrix.fixtures import Matrix
from tests.servers.matrix.proxy import Proxy

PAGE = b"<html><body>Connexion au Wi-Fi</body></html>"
UPLOAD, TRIES = "keys/upload", 20
ENDLESS = b"x" * 10_000_000
ODD = {
    "half a JSON": (200, b'{"event_id": '),
    "garbage": (200, b"\xff\xfe\x00\x9f"),
    "a page": (200, PAGE),
    "nothing": (200, b""),
    "an empty object": (200, b"{}"),
    "a list": (200, b"[]"),
    "ten megabytes": (200, b'{"event_id": "%b", "next_batch": "%b"}' % (ENDLESS, ENDLESS)),
    "ten megabytes of a page": (200, ENDLESS),
    "a page that forbids": (403, PAGE),
    "a page that was not found": (404, PAGE),
    "a page that asks for a password": (407, PAGE),
    "a page that says our request is bad": (400, PAGE),
    "words that are not a homeserver's": (403, b'{"error": "blocked by policy"}'),
    "a redirect": (302, b"{}"),
    "a redirect for good": (308, PAGE),
}
any_answer = pytest.mark.parametrize("name", ODD)


def rule(path: str, name: str, proxy: Proxy, *, times: int = 1) -> Rule:
    """A redirect leads to this very line: whoever followed it would be seen."""
    status, body = ODD[name]
    headers = {"Content-Type": "text/html", "Location": f"{proxy.url}/elsewhere?of=them"}
    return Rule("body", path, times=times, status=status, body=body, headers=headers)


@any_answer
async def test_whatever_a_send_is_answered_it_is_sent_again_and_read_once(
    device: Device, matrix: Matrix, proxy: Proxy, name: str
) -> None:
    (ana,) = await matrix.people("Ana")
    room = await device.meets(ana)
    odd = rule(SEND, name, proxy)
    proxy.rules = [odd]
    with pytest.raises(SendFailed) as caught:
        await device.says(room, "Réunion à 18 h", key="k1")
    assert (caught.value.permanent, caught.value.gone) == (False, False)
    assert await device.says(room, "Réunion à 18 h", key="k1")
    await ana.sees("Réunion à 18 h")
    assert (odd.struck, ana.screen()) == (1, ["Réunion à 18 h"])
    assert not proxy.requests.to("*elsewhere*")


@any_answer
async def test_whatever_a_sync_is_answered_what_was_written_is_heard_once(
    device: Device, matrix: Matrix, proxy: Proxy, name: str
) -> None:
    ana = await matrix.person("Ana")
    await device.meets(ana)
    odd = rule("sync*", name, proxy, times=2)
    proxy.rules = [odd]
    await ana.says("Je viens samedi")
    await device.hears_words("samedi")
    await device.waits(lambda: odd.struck == 2 or None)
    await ana.says("Et dimanche")
    await device.hears_words("dimanche")
    assert device.words == ["Je viens samedi", "Et dimanche"]
    assert not proxy.requests.to("*elsewhere*")
    await device.is_well()


@pytest.mark.parametrize("name", ["a page", "an empty object", "a redirect"])
async def test_whatever_the_way_of_keys_is_answered_the_message_is_read(
    device: Device, matrix: Matrix, proxy: Proxy, name: str
) -> None:
    (ana,) = await matrix.people("Ana")
    but = (UPLOAD, TO_DEVICE) if name == "an empty object" else (UPLOAD,)  # which is as it shall be
    odd = [rule(path, name, proxy) for path in KEYS if path not in but]
    proxy.rules = odd
    room = await device.meets(ana)
    for _ in range(TRIES):
        with suppress(SendFailed):
            await device.says(room, "Réunion à 18 h", key="k1")
            break
    await ana.sees("Réunion à 18 h")
    assert [one.path for one in odd if not one.struck] == []
    assert ana.screen() == ["Réunion à 18 h"]
