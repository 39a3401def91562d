"""What displays say of their sound."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    """Nothing is known of it so far."""
    op.add_column("report", sa.Column("sound", sa.Text()))
