"""Phones that asked to be alerted, by ticket."""

import sqlalchemy as sa
from alembic import op

from server.store.tables import Instant

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add where a ticket's phones are reached."""
    op.create_table(
        "push",
        sa.Column("branch_id", sa.Integer(), nullable=False),
        sa.Column("ticket", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("endpoint", sa.Text(), nullable=False),
        sa.Column("p256dh", sa.Text(), nullable=False),
        sa.Column("auth", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["branch_id"], ["branch.id"]),
        sa.PrimaryKeyConstraint("branch_id", "ticket", "endpoint"),
    )
