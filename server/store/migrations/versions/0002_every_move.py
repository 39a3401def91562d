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
