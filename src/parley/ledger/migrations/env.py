"""What alembic runs: the steps, over the connection that it is given."""

from alembic import context

from parley.ledger.schema import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata, transactional_ddl=True)
context.run_migrations()
