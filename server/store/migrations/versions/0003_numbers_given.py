"""Counters know how many numbers were given, whichever number was the first."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the count; a day that is under way began at 1."""
    with op.batch_alter_table("counter") as counter:
        counter.add_column(
            sa.Column("given", sa.Integer(), nullable=False, server_default="0")
        )
    op.execute("UPDATE counter SET given = last_number WHERE last_number > 0")
