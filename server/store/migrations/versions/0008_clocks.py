"""Which date of the clock the open day stands for, and by which clock each branch is right."""

import sqlalchemy as sa
from alembic import op

from server.store.tables import Duration

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Let each open day stand for its own date; the branches' rows get their digest when they are written next."""
    op.add_column(
        "branch",
        sa.Column("stands_for", sa.Date(), nullable=False, server_default="1970-01-01"),
    )
    op.execute("UPDATE branch SET stands_for = day, digest = NULL")
    op.create_table(
        "clock",
        sa.Column("branch_id", sa.Integer(), nullable=False),
        sa.Column("boot", sa.Text(), nullable=False),
        sa.Column("ahead", Duration(), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.Column("digest", sa.LargeBinary()),
        sa.ForeignKeyConstraint(["branch_id"], ["branch.id"]),
        sa.PrimaryKeyConstraint("branch_id"),
    )
