"""The picture or PDF of an alert: taken as somebody sent it, sent on without what it betrays."""

from bot.core import Attachment
from bot.core.files import File, unpack_file
from bot.engine import Ctx, maker
from bot.engine.sent import fetched
from storage import alerts
from storage.alert_answers import Posted
from storage.alerts import Alert


def of(row: Alert | Posted) -> File | None:
    return unpack_file(row.file)


@maker("alerts.picture", picture=True)
async def picture(ctx: Ctx, alert: int) -> Attachment:
    return await _of_alert(ctx, alert)


@maker("alerts.document")
async def document(ctx: Ctx, alert: int) -> Attachment:
    return await _of_alert(ctx, alert)


async def _of_alert(ctx: Ctx, alert: int) -> Attachment:
    row = await alerts.find(ctx.tx, alert)
    file = of(row) if row is not None else None
    assert row is not None
    assert file is not None
    return await fetched(ctx, file, row.title)


@maker("alerts.sent-file")
async def shown(ctx: Ctx, platform: str, id: str, name: str, mime: str) -> Attachment:
    """In a preview: what was sent, as it would be sent on."""
    return await fetched(ctx, File(platform, id, name, mime), name)
