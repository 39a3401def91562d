"""An index of the rows that are about no ticket, by which a branch of long ago is found."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"


def upgrade() -> None:
    """Index the rows that are there."""
    op.create_index(
        "journal_about_none",
        "journal",
        ["branch_id", "kind", "seq", "desk"],
        sqlite_where=sa.text("ticket IS NULL"),
        postgresql_where=sa.text("ticket IS NULL"),
    )
