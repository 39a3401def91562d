"""Messages to all, calls for help at kiosks, names of desks, turns by priority, logos, telling phones early, devices last seen."""

import sqlalchemy as sa
from alembic import op

from server.store.tables import Instant

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Add what is empty everywhere so far; rows get their digest when they are written next."""
    op.add_column("branch", sa.Column("message", sa.Text()))
    _add("branch", "help", sa.Text(), "{}")
    _add("desk", "names", sa.Text(), "{}")
    _add("counter", "turns", sa.Text(), "[0,0]")
    _add("push", "ahead", sa.Integer(), "0")
    for table in ("branch", "desk", "counter"):
        op.execute(f"UPDATE {table} SET digest = NULL")
    op.create_table(
        "picture",
        sa.Column("branch_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("digest", sa.LargeBinary()),
        sa.ForeignKeyConstraint(["branch_id"], ["branch.id"]),
        sa.PrimaryKeyConstraint("branch_id", "name"),
    )
    op.create_table(
        "seen",
        sa.Column("branch_id", sa.Integer(), nullable=False),
        sa.Column("device", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["branch_id"], ["branch.id"]),
        sa.PrimaryKeyConstraint("branch_id", "device"),
    )
    op.create_index(
        "ticket_missed",
        "ticket",
        ["branch_id", "day"],
        sqlite_where=sa.text("state = 'missed'"),
        postgresql_where=sa.text("state = 'missed'"),
    )


def _add(table: str, name: str, kind: sa.Text | sa.Integer, default: str) -> None:
    op.add_column(table, sa.Column(name, kind, nullable=False, server_default=default))
