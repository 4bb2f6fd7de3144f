"""Who reads a live message now: a role that was taken away closes what it had opened."""

from bot.core import Right, may
from bot.engine.view import View
from storage import roster
from storage.people import Member


async def may_see(view: View, right: Right) -> bool:
    accounts = await roster.accounts_in(view.tx, view.where)
    people = [await view.tx.get(Member, account.member_id) for account in accounts]
    return any(may(person, right) for person in people)
