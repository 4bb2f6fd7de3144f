"""Pages of the web are fetched within limits, and never from a private address."""

import asyncio
import gzip
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from ipaddress import IPv4Address, IPv6Address

import pytest
from aiohttp import web
from aiohttp.abc import AbstractResolver, ResolveResult
from hypothesis import given
from hypothesis import strategies as st

from bot.core.webaddress import Unfit, is_public, unfit
from bot.engine.outside import MOST, Outside, Page, Unfetched

Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Names(AbstractResolver):
    """Every name leads to one address."""

    def __init__(self, address: str = "127.0.0.1") -> None:
        self.address = address

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        return [
            ResolveResult(
                hostname=host, host=self.address, port=port, family=socket.AF_INET, proto=0,
                flags=0,
            )
        ]  # fmt: skip

    async def close(self) -> None:
        """Nothing is held."""


def ours(*, seconds: float = 5) -> Outside:
    """This machine is allowed: what a test may reach."""
    return Outside(lambda _: True, lambda _: None, Names(), seconds)


@asynccontextmanager
async def serving(answer: Answer) -> AsyncIterator[str]:
    app = web.Application()
    app.router.add_get("/{path:.*}", answer)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    assert site._server is not None
    port = site._server.sockets[0].getsockname()[1]  # type: ignore[attr-defined]
    yield f"http://127.0.0.1:{port}"
    await runner.cleanup()


async def says(words: str) -> Answer:
    async def answer(request: web.Request) -> web.Response:
        return web.Response(text=words, headers={"ETag": '"1"', "Last-Modified": "today"})

    return answer


async def why(outside: Outside, url: str) -> str:
    with pytest.raises(Unfetched) as found:
        await outside.fetch(url)
    return found.value.why


async def test_a_page_comes_with_what_tells_whether_it_has_changed() -> None:
    async with serving(await says("feed")) as url:
        page = await ours().fetch(f"{url}/feed")
    assert page == Page(f"{url}/feed", b"feed", '"1"', "today")


async def test_what_has_not_changed_is_not_sent_again() -> None:
    async def answer(request: web.Request) -> web.Response:
        same = request.headers.get("If-None-Match") == '"1"'
        return web.Response(status=304 if same else 200)

    async with serving(answer) as url:
        assert (await ours().fetch(url, etag='"1"')).same


@pytest.mark.parametrize(
    ("url", "wrong"),
    [
        ("https://127.0.0.1/feed", Unfit.PRIVATE),
        ("http://[::1]/", Unfit.PRIVATE),
        ("http://[::ffff:10.0.0.1]/", Unfit.PRIVATE),
        ("http://[64:ff9b::a00:1]/", Unfit.PRIVATE),
        ("http://[2002:7f00:1::]/", Unfit.PRIVATE),
        ("http://169.254.169.254/latest/meta-data", Unfit.PRIVATE),
        ("http://192.168.1.1/", Unfit.PRIVATE),
        ("http://100.64.0.1/", Unfit.PRIVATE),
        ("http://LOCALHOST./", Unfit.PRIVATE),
        ("http://printer.local/", Unfit.PRIVATE),
        ("http://metadata.google.internal/", Unfit.PRIVATE),
        ("https://www.example.org:6379/", Unfit.PORT),
        ("https://me:secret@www.example.org/", Unfit.SECRET),
        ("file:///etc/passwd", Unfit.NO_ADDRESS),
        ("gopher://example.org/", Unfit.NO_ADDRESS),
        ("https://intranet/", Unfit.NO_ADDRESS),
        ("http://2130706433/", Unfit.NO_ADDRESS),
        ("https://exa mple.org/", Unfit.NO_ADDRESS),
        ("https://[::1/", Unfit.NO_ADDRESS),
        (f"https://example.org/{'a' * 500}", Unfit.NO_ADDRESS),
        ("https://www.example.org/feed", None),
        ("http://8.8.8.8/feed", None),
    ],
)
async def test_addresses_are_judged_as_they_are_written(url: str, wrong: Unfit | None) -> None:
    assert unfit(url) is wrong
    if wrong is not None:
        assert await why(Outside(), url) == wrong.value


@pytest.mark.parametrize("name", ["www.example.org", "１２７.0.0.1", "0x7f.0.0.1"])
async def test_a_name_that_leads_to_a_private_address_is_refused(name: str) -> None:
    """However it is written: what is judged is where the connection would go."""
    outside = Outside(resolver=Names("127.0.0.1"))
    assert await why(outside, f"http://{name}/") == "private"


async def test_a_redirect_to_a_private_address_is_refused() -> None:
    async def answer(request: web.Request) -> web.Response:
        raise web.HTTPFound("http://169.254.169.254/latest/meta-data")

    async with serving(answer) as url:
        outside = ours()
        outside.judge = lambda one: None if one.startswith(url) else unfit(one)
        assert await why(outside, url) == "private"


async def test_redirects_are_followed_but_not_for_ever_and_not_into_the_clear() -> None:
    async def answer(request: web.Request) -> web.Response:
        left = int(request.match_info["path"])
        if left:
            raise web.HTTPMovedPermanently(f"/{left - 1}")
        return web.Response(text="there")

    async with serving(answer) as url:
        assert (await ours().fetch(f"{url}/4")).data == b"there"
        assert await why(ours(), f"{url}/5") == "redirects"


async def test_a_page_that_is_too_large_is_not_read_to_its_end_packed_or_not() -> None:
    async def packed(request: web.Request) -> web.Response:
        data = gzip.compress(b"0" * (MOST + 1))
        return web.Response(body=data, headers={"Content-Encoding": "gzip"})

    for answer in (await says("0" * (MOST + 1)), packed):
        async with serving(answer) as url:
            assert await why(ours(), url) == "large"
    async with serving(await says("0" * MOST)) as url:
        assert len((await ours().fetch(url)).data) == MOST


async def test_a_page_that_drips_is_given_up() -> None:
    async def answer(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        for _ in range(20):
            await response.write(b"<")
            await asyncio.sleep(0.05)
        return response

    async with serving(answer) as url:
        assert await why(ours(seconds=0.2), url) == "slow"


@pytest.mark.parametrize(
    ("status", "word"), [(404, "gone"), (410, "gone"), (403, "refused"), (500, "refused")]
)
async def test_what_a_server_refuses_is_told_apart(status: int, word: str) -> None:
    async def answer(request: web.Request) -> web.Response:
        return web.Response(status=status)

    async with serving(answer) as url:
        assert await why(ours(), url) == word


async def test_a_machine_that_does_not_answer_is_away() -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
    assert await why(ours(), f"http://127.0.0.1:{port}/") == "away"


async def test_the_environment_s_proxy_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    async with serving(await says("feed")) as url:
        assert (await ours().fetch(url)).data == b"feed"


@given(st.ip_addresses())
def test_no_private_ip_address_is_public(address: IPv4Address | IPv6Address) -> None:
    assert not (address.is_private and is_public(str(address)))
    assert not (address.is_loopback and is_public(str(address)))


@given(st.text(max_size=80))
def test_no_text_makes_the_judge_fail(text: str) -> None:
    assert unfit(f"https://{text}") in (None, *Unfit)
    assert not is_public(text) or text
