"""Tries at PINs are counted by the console at which they are made."""

import sqlalchemy as sa
from alembic import op

from server.store.tables import Instant

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Count anew, at each console by itself; locks that stood are over."""
    with op.batch_alter_table("servicer") as servicer:
        servicer.drop_column("failures")
        servicer.drop_column("locked_until")
    op.create_table(
        "pin_try",
        sa.Column(
            "branch_id", sa.Integer(), sa.ForeignKey("branch.id"), nullable=False
        ),
        sa.Column("device", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("servicer", sa.Text(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("branch_id", "device", "servicer"),
    )
