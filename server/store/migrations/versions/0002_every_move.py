"""Every move of a ticket and a desk; each journal row knows the act it belongs to."""

import sqlalchemy as sa
from alembic import op

from server.store.tables import Instant

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add what holds, transfers, breaks, help, prints and undo need."""
    with op.batch_alter_table("desk") as desk:
        desk.add_column(
            sa.Column("policy", sa.Text(), nullable=False, server_default="oldest")
        )
        desk.add_column(
            sa.Column("weights", sa.Text(), nullable=False, server_default="[]")
        )
        desk.add_column(sa.Column("reason", sa.Text()))
        desk.add_column(sa.Column("back_at", Instant()))
        desk.add_column(sa.Column("help_since", Instant()))
        desk.add_column(sa.Column("stored_since", Instant()))
        desk.add_column(
            sa.Column("turns", sa.Text(), nullable=False, server_default="{}")
        )
        desk.add_column(
            sa.Column("touched", sa.BigInteger(), nullable=False, server_default="0")
        )
    with op.batch_alter_table("ticket") as ticket:
        ticket.add_column(sa.Column("for_desk", sa.Integer()))
        ticket.add_column(sa.Column("hold_reason", sa.Text()))
        ticket.add_column(sa.Column("note", sa.Text()))
        ticket.add_column(
            sa.Column("postponed", sa.Integer(), nullable=False, server_default="0")
        )
        ticket.add_column(sa.Column("on_my_way_at", Instant()))
        ticket.add_column(sa.Column("print", sa.Text()))
        ticket.add_column(sa.Column("rating", sa.Integer()))
    with op.batch_alter_table("journal") as journal:
        journal.add_column(
            sa.Column("act", sa.BigInteger(), nullable=False, server_default="0")
        )
    op.execute("UPDATE journal SET act = seq")
    op.create_index("journal_of_desk", "journal", ["branch_id", "desk", "seq"])
    _find_answers_by_key()


def _find_answers_by_key() -> None:
    """Put the key first in the primary key: a whole group of requests is looked up by it at once."""
    op.rename_table("idempotency", "idempotency_by_scope")
    op.drop_index("idempotency_by_age")
    op.create_table(
        "idempotency",
        sa.Column("key", sa.Text(), primary_key=True),
        sa.Column("scope", sa.Text(), primary_key=True),
        sa.Column("fingerprint", sa.LargeBinary(), nullable=False),
        sa.Column("status", sa.Integer(), nullable=False),
        sa.Column("answer", sa.LargeBinary(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sqlite_with_rowid=False,
    )
    op.execute(
        "INSERT INTO idempotency (key, scope, fingerprint, status, answer, at) "
        "SELECT key, scope, fingerprint, status, answer, at FROM idempotency_by_scope"
    )
    op.drop_table("idempotency_by_scope")
    op.create_index("idempotency_by_age", "idempotency", ["at"])
