"""A database that goes away in the very moment of a commit: it may have been kept, or not."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from storage.db import Database, Tx
from tests.playground import Playground


class Gone(Exception):
    """The answer to the commit did not come."""


def answers_no_commit(db: Database, patch: pytest.MonkeyPatch) -> None:
    real = db.transaction

    @asynccontextmanager
    async def transaction() -> AsyncIterator[Tx]:
        async with real() as tx:
            yield tx
        raise Gone

    patch.setattr(db, "transaction", transaction)


async def test_what_a_round_took_without_knowing_it_is_sent_by_the_next(
    play: Playground, monkeypatch: pytest.MonkeyPatch
) -> None:
    ana = play.stranger("Ana")
    [postman] = play.app.postmen
    await play.local.say("ana", "/voies answers:a news:b urgent:c")
    await play.app.dispatcher.handle_some()
    with monkeypatch.context() as patch:
        answers_no_commit(play.db, patch)
        with pytest.raises(Gone):
            await postman.round()
    await play.settle()
    assert sorted(ana.everything.split()) == ["a", "b", "c"]


async def test_what_was_settled_without_knowing_it_is_not_sent_again(
    play: Playground, monkeypatch: pytest.MonkeyPatch
) -> None:
    ana = play.stranger("Ana")
    [postman] = play.app.postmen
    await play.local.say("ana", "/voies answers:a news:b urgent:c")
    await play.app.dispatcher.handle_some()
    await postman.round()
    await postman.idle()
    with monkeypatch.context() as patch:
        answers_no_commit(play.db, patch)
        for _ in range(2):
            with pytest.raises(Gone):
                await postman.round()
    await play.settle()
    assert sorted(ana.everything.split()) == ["a", "b", "c"]
