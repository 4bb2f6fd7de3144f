"""What tests on Matrix ask for: one Synapse and one node a session, new people for each test."""

import asyncio
import secrets
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.needs import need
from tests.servers.matrix.bridge import Bridge, Node
from tests.servers.matrix.client import Client
from tests.servers.matrix.people import Person
from tests.servers.matrix.proxy import Proxy
from tests.servers.matrix.synapse import Account, Synapse


@dataclass
class Matrix:
    """A homeserver and the people on it. Names are their own: each test has its own Ana."""

    synapse: Synapse
    bridge: Bridge

    async def account(self, name: str, *, admin: bool = False) -> Account:
        """Someone without a client: the bot, for one."""
        return await self.synapse.register(f"{name.lower()}-{secrets.token_hex(4)}", admin=admin)

    async def person(
        self, name: str, *, url: str = "", account: Account | None = None,
        encryption: bool = True, signed: bool = True, excludes: bool = False,
    ) -> Person:  # fmt: skip
        """Registered, logged in and looking. `url`: of a proxy. `account`: if they have one.

        `encryption`: whether their client can. `signed`: whether they have signed their own device,
        as Element has people do. `excludes`: devices that their owners have not signed.
        """
        account = account or await self.account(name)
        client = Client(account, self.bridge, url or self.synapse.url)
        await client.open(encryption=encryption, signed=signed, excludes=excludes)
        return Person(name, client)

    async def people(self, *names: str, **more: Any) -> list[Person]:
        """Several at once."""
        return await asyncio.gather(*[self.person(name, **more) for name in names])

    async def pair(self, *, encrypted: bool = True) -> tuple[Person, Person]:
        """Two people in a direct room."""
        ana, ben = await self.people("Ana", "Ben")
        await ana.creates_direct_room_with(ben, encrypted=encrypted)
        await ben.joins()
        return ana, ben

    async def another_device(self, person: Person, *, signed: bool = False) -> Person:
        account = await self.synapse.login(person.client.account)
        return await self.person(person.name, account=account, signed=signed)


@pytest.fixture(scope="session")
def synapse(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Synapse]:
    """Without limits; shared by all tests of the session."""
    yield from _running(Synapse(_wanted(tmp_path_factory)))


@pytest.fixture(scope="session")
def strict_synapse(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Synapse]:
    """With the limits that Synapse has as it comes."""
    yield from _running(Synapse(_wanted(tmp_path_factory), limits=True))


@pytest.fixture
async def own_synapse(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Synapse]:
    """One that the test may stop and start."""
    server = Synapse(_wanted(tmp_path_factory))
    await server.start()
    yield server
    await server.kill()


@pytest.fixture(scope="session")
def node() -> Iterator[Node]:
    need("js")
    node = Node()
    yield node
    node.stop()


@pytest.fixture
async def bridge(node: Node) -> AsyncIterator[Bridge]:
    bridge = await Bridge.to(node)
    yield bridge
    await bridge.close()


@pytest.fixture
def matrix(synapse: Synapse, bridge: Bridge) -> Matrix:
    return Matrix(synapse, bridge)


@pytest.fixture
def strict_matrix(strict_synapse: Synapse, bridge: Bridge) -> Matrix:
    return Matrix(strict_synapse, bridge)


@pytest.fixture
def own_matrix(own_synapse: Synapse, bridge: Bridge) -> Matrix:
    return Matrix(own_synapse, bridge)


@pytest.fixture
async def proxy(synapse: Synapse) -> AsyncIterator[Proxy]:
    async with Proxy(synapse.url) as proxy:
        yield proxy


def _wanted(folders: pytest.TempPathFactory) -> Path:
    need("synapse")
    return folders.mktemp("synapse")


def _running(server: Synapse) -> Iterator[Synapse]:
    asyncio.run(server.start())
    yield server
    asyncio.run(server.kill())
