"""A chain of what was set up and what managers did."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"

_SET_UP = (
    "branch_configured",
    "queue_configured",
    "desk_configured",
    "servicer_configured",
    "account_configured",
    "password_changed",
    "device_paired",
    "device_configured",
    "device_revoked",
    "queue_switched",
    "kiosk_switched",
    "queue_lent",
    "message_set",
    "staff_called",
    "staff_call_ended",
    "day_closed",
)


def upgrade() -> None:
    """Begin the chain with the rows that are there; they have no links, as the server's secret is not at hand."""
    op.create_table(
        "audit",
        sa.Column("branch_id", sa.Integer(), nullable=False),
        sa.Column("seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("link", sa.LargeBinary()),
        sa.ForeignKeyConstraint(["branch_id"], ["branch.id"]),
        sa.PrimaryKeyConstraint("branch_id", "seq"),
    )
    kinds = ", ".join(f"'{kind}'" for kind in _SET_UP)
    op.execute(
        "INSERT INTO audit (branch_id, seq) SELECT branch_id, seq FROM journal "
        f"WHERE manager IS NOT NULL OR kind IN ({kinds})"
    )
