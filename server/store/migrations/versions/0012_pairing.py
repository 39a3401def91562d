"""Screens that asked to be paired, consoles that are bound to a desk, what devices say of themselves."""

import sqlalchemy as sa
from alembic import op

from server.store.tables import Instant

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Add what is empty everywhere so far; rows get their digest when they are written next."""
    op.add_column("device", sa.Column("desk", sa.Integer()))
    op.execute("UPDATE device SET digest = NULL")
    op.create_table(
        "pairing",
        sa.Column("branch_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("device", sa.Integer()),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("fetched", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["branch_id"], ["branch.id"]),
        sa.PrimaryKeyConstraint("branch_id", "id"),
    )
    op.create_table(
        "report",
        sa.Column("branch_id", sa.Integer(), nullable=False),
        sa.Column("device", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("paper", sa.Text()),
        sa.Column("screen", sa.Text(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["branch_id"], ["branch.id"]),
        sa.PrimaryKeyConstraint("branch_id", "device"),
    )
