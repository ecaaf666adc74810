"""What Alembic runs for each step: on the connection it is handed, inside its transaction."""

from alembic import context

from service.store.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    # SQLite cannot alter a column: Alembic copies the table instead.
    render_as_batch=True,
    transactional_ddl=False,
)
context.run_migrations()
