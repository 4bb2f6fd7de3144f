"""Alembic runs this for every command; `storage.schema` gave it the connection."""

from alembic import context

from storage.migrations.ids import counted_on
from storage.migrations.plain_types import plainly
from storage.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata(),
    compare_type=True,
    render_as_batch=True,
    render_item=plainly,
)
with counted_on():
    context.run_migrations()
