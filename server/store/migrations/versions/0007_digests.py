"""Rows carry digests of themselves; tickets know by how much the clock was set; a row that proves that one can be written."""

import sqlalchemy as sa
from alembic import op

from server.store.tables import Duration, Instant

revision = "0007"
down_revision = "0006"

_SEALED = (
    "branch",
    "queue",
    "counter",
    "desk",
    "servicer",
    "device",
    "ticket",
    "journal",
    "idempotency",
)


def upgrade() -> None:
    """Give the rows that are there none: they get one when they are written next."""
    op.add_column(
        "ticket",
        sa.Column("corrected", Duration(), nullable=False, server_default="0"),
    )
    for table in _SEALED:
        op.add_column(table, sa.Column("digest", sa.LargeBinary()))
    op.create_table(
        "pulse",
        sa.Column("branch_id", sa.Integer(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["branch_id"], ["branch.id"]),
        sa.PrimaryKeyConstraint("branch_id"),
    )
