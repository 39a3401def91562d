"""Passwords that somebody else gave, which are changed before anything else."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    """Take the passwords that are there for their owners' own; accounts get their digest when they are written next."""
    op.add_column(
        "account",
        sa.Column("is_given", sa.Boolean(), nullable=False, server_default=sa.false()),
    )
    op.execute("UPDATE account SET digest = NULL")
