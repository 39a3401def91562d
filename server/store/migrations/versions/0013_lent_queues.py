"""Queues that desks were lent, and who comes to a desk that called for help."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    """Add what is empty so far; desks get their digest when they are written next."""
    op.add_column(
        "desk", sa.Column("lent", sa.Text(), nullable=False, server_default="[]")
    )
    op.add_column("desk", sa.Column("helper", sa.Text()))
    op.execute("UPDATE desk SET digest = NULL")
