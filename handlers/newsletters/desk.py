"""An issue as its editors see it: one message that follows along, with what can be done now."""

from collections.abc import Sequence

from bot.core import Button, Lang, Message, Right, Span, Text
from bot.core.audience import unpack
from bot.core.files import unpack_file
from bot.core.messages import Arg
from bot.engine import View, card, holding, labels
from bot.engine.readers import may_see
from handlers.newsletters import keys, letter, sending, whom
from storage import ledger, newsletters
from storage.newsletters import Article, Asked, Issue, State
from storage.outbox import State as Sent


@card(keys.DESK)
async def desk(view: View, issue_id: int) -> Message | None:
    issue = await view.tx.get(Issue, issue_id)
    if issue is None:
        return None
    if issue.state is State.DROPPED or not await may_see(view, Right.WRITE_NEWS):
        return Message((Text("news-desk-closed", {"name": letter.name(issue).text}),))
    pieces = await newsletters.articles(view.tx, issue_id)
    lines = [
        Text("news-desk-head", {"name": letter.name(issue).text}),
        await _state(view, issue),
        *_texts(await letter.text_of(view.tx, issue), pieces),
        *await _rest(view, issue),
        *(() if issue.gone else await _contributions(view, issue, pieces)),
    ]
    return Message(tuple(lines), _buttons(issue))


async def _state(view: View, issue: Issue) -> Text:
    args: dict[str, Arg] = {**sending.counts(issue), "missed": "yes" if issue.missed_at else "no"}
    if issue.state is State.SCHEDULED and issue.send_at is not None:
        args["at"] = issue.send_at
    if issue.state is State.LOCKED and issue.missed_at is not None:
        args["at"] = issue.missed_at
    if issue.state is State.LEAVING:
        waiting, first = await newsletters.still_waiting(view.tx, issue.id)
        found = await ledger.progress(view.tx, keys.about(issue.id))
        owed = found.get(Sent.DUE, 0) + found.get(Sent.SENDING, 0)
        args["waiting"], args["people"] = waiting + owed, max(0, issue.people - owed)
        args["asleep"] = "yes" if first is not None and first - view.now > sending.AWAY else "no"
    if issue.state is State.SENT and issue.left_at is not None:
        args["at"] = issue.left_at
    return Text(f"news-state-{issue.state.value}", args)


def _texts(text: str, pieces: Sequence[Article]) -> list[Text]:
    used = sum(1 for one in pieces if one.used and one.text)
    return [Text("news-desk-text", {"length": len(text), "articles": used})]


async def _contributions(view: View, issue: Issue, pieces: Sequence[Article]) -> list[Text]:
    """Who has delivered, who has not, who said no; and until when. Last: names do not belong on
    a locked phone."""
    lines: list[Text] = []
    if issue.deadline is not None:
        day = issue.deadline.astimezone(view.zone).date()
        lines.append(Text("news-desk-deadline", {"day": day}))
    asked = [one for one in pieces if one.asked is not Asked.OWN]
    members = await labels.members(view.tx, [one.author_id for one in asked if one.author_id])
    for state in (Asked.GIVEN, Asked.WAITING, Asked.DECLINED):
        names = tuple(
            Span(members[one.author_id].name)
            for one in asked
            if one.asked is state and one.author_id in members
        )
        if names:
            lines.append(Text(f"news-desk-{state.value}", {"names": names}))
    return lines


async def _rest(view: View, issue: Issue) -> list[Text]:
    lines: list[Text] = []
    file = unpack_file(issue.file)
    if file is not None:
        kind = "picture" if file.is_picture else "document"
        says = "yes" if file.says or not file.is_picture else "no"
        lines.append(Text("news-desk-file", {"kind": kind, "file": Span(file.name), "says": says}))
    audience = unpack(issue.audience)
    named = await whom.in_words(view.tx, Lang(view.lang), audience)
    lines.append(Text("news-desk-whom", {"whom": named}))
    if issue.state is State.LEAVING:
        ended = await ledger.progress(view.tx, keys.about(issue.id))
        failed = ended.get(Sent.FAILED, 0) + ended.get(Sent.UNKNOWN, 0)
        if failed:
            lines.append(Text("news-desk-failed", {"count": failed}))
    return lines


def _buttons(issue: Issue) -> tuple[Button, ...]:
    """The likeliest first; every emoji once."""
    pages: tuple[str, ...]
    match issue.state:
        case State.DRAFT:
            pages = ("articles", "edit", "contributors", "file", "whom", "preview", "lock", "drop")
        case State.LOCKED | State.SCHEDULED:
            pages = ("preview", "unlock", "drop")
        case State.LEAVING:
            pages = ("resume", "halt") if issue.missed_at is not None else ("halt",)
        case State.WAITING:
            return (holding.hold_back_button(keys.about(issue.id)),)
        case _:
            pages = ()
    return tuple(Button(Text(f"news-to-{page}"), keys.opens(page, issue.id)) for page in pages)
