"""«🧪 Essai sur moi»: the call as a member will see it, with buttons that do nothing."""

from bot.core import Message, Span, Text
from bot.engine import Ctx
from handlers.staffing import opening, preview
from handlers.staffing.rules.draft import Draft


def sample(ctx: Ctx, draft: Draft) -> Message:
    head = Text(
        "card-head", {"title": Span(draft.title), "kind": "survey" if draft.survey else "call"}
    )
    lines = [Text("sample-head")]
    if draft.drill:
        lines.append(Text("drill-head"))
    lines += [
        head,
        _ask(draft),
    ]
    lines += preview.slot_lines(ctx, draft.slots)
    lines += preview.where_lines(draft, opening.reply_by(ctx, draft))
    return Message(tuple(lines))


def _ask(draft: Draft) -> Text:
    if draft.survey:
        return Text("survey-ask", {"slots": len(draft.slots)})
    return Text("card-ask", {"slots": len(draft.slots), "drill": "yes" if draft.drill else "no"})
