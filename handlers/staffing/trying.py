"""«🧪 Essai sur moi»: the call as a member will see it, with buttons that do nothing."""

from bot.core import Message, Span, Text
from bot.engine import Ctx
from handlers.staffing import preview
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
        Text("card-ask", {"slots": len(draft.slots), "drill": "yes" if draft.drill else "no"}),
    ]
    lines += [preview.slot_line(ctx, s) for s in draft.slots[:6]]
    lines += preview.where_lines(draft)
    return Message(tuple(lines))
