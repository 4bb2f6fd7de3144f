"""Makes what is attached to a message when it is sent, outside of every transaction.

A roster takes a tenth of a second to draw, a list of three hundred people a second to typeset:
meanwhile the one writer of the database belongs to those who tap.
"""

import logging
from dataclasses import replace

from bot.core import Wording
from bot.engine.context import Ctx
from bot.engine.owed import Owed
from bot.engine.registry import Parts
from storage.db import Database
from storage.people import Member

log = logging.getLogger(__name__)


async def attach(db: Database, parts: Parts, wording: Wording) -> Wording:
    """The wording with its attachment. A maker with a bug is logged; the words go out alone."""
    assert wording.made is not None
    call, words = wording.made.call, replace(wording, made=None)
    maker = parts.registry.makers[call.action]
    try:
        async with db.reading() as tx:
            member = await tx.get(Member, wording.made.by)
            ctx = Ctx(tx, parts, parts.clock(), Owed(), member=member)
            return replace(words, attachment=await maker.run(ctx, **call.args))
    except Exception:
        log.exception("attachment failed", extra={"job": call.action})
        return words
