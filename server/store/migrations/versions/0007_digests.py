"""Rows carry digests of themselves; a row that is written to prove that one can be."""

import sqlalchemy as sa
from alembic import op

from server.store.tables import Instant

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
    for table in _SEALED:
        op.add_column(table, sa.Column("digest", sa.LargeBinary()))
    op.create_table(
        "pulse",
        sa.Column("branch_id", sa.Integer(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["branch_id"], ["branch.id"]),
        sa.PrimaryKeyConstraint("branch_id"),
    )
