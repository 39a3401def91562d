"""A chain of who signed in."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    """Let each sign-in have a link; those that are there have none, as the server's secret is not at hand."""
    op.add_column("sign_in", sa.Column("before", sa.LargeBinary()))
    op.add_column("sign_in", sa.Column("link", sa.LargeBinary()))
