"""What staff set by hand until the day ends."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """Add what is empty so far; branches get their digest when they are written next."""
    op.add_column(
        "branch", sa.Column("today", sa.Text(), nullable=False, server_default="{}")
    )
    op.execute("UPDATE branch SET digest = NULL")
