"""What customers were told about their wait, and what was learnt to tell it."""

import sqlalchemy as sa
from alembic import op

from server.store.tables import Instant

revision = "0018"
down_revision = "0017"


def upgrade() -> None:
    """Nobody was told anything so far; tickets get their digest when they are written next."""
    op.add_column("ticket", sa.Column("promise", sa.Text()))
    op.execute("UPDATE ticket SET digest = NULL")
    op.create_table(
        "told",
        sa.Column("branch_id", sa.Integer(), nullable=False),
        sa.Column("ticket", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("ranges", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["branch_id"], ["branch.id"]),
        sa.PrimaryKeyConstraint("branch_id", "ticket"),
    )
    op.create_index("told_by_day", "told", ["branch_id", "day"])
    op.create_table(
        "learnt",
        sa.Column("branch_id", sa.Integer(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["branch_id"], ["branch.id"]),
        sa.PrimaryKeyConstraint("branch_id"),
    )
