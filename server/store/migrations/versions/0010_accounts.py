"""Accounts of who opens the manager's pages: their passwords, sessions, tries, second factors, and who signed in."""

import sqlalchemy as sa
from alembic import op

from server.store.tables import Instant

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Add what is empty everywhere so far."""
    _of_branch(
        "account",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("shown", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("has_second_factor", sa.Boolean(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.Column("password_hash", sa.Text(), nullable=False),
        sa.Column("factor_salt", sa.LargeBinary()),
        sa.Column("digest", sa.LargeBinary()),
        sa.PrimaryKeyConstraint("branch_id", "name"),
    )
    _of_branch(
        "account_session",
        sa.Column("token_hash", sa.LargeBinary(), nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("began_at", Instant(), nullable=False),
        sa.Column("seen_at", Instant(), nullable=False),
        sa.Column("proved_at", Instant(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("browser", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("token_hash"),
    )
    op.create_index("account_session_of", "account_session", ["branch_id", "account"])
    _of_branch(
        "account_try",
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("whence", sa.Text(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("branch_id", "account", "whence"),
    )
    _of_branch(
        "used_code",
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("step", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("branch_id", "account"),
    )
    _of_branch(
        "recovery_code",
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("code_hash", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("branch_id", "account", "code_hash"),
    )
    _of_branch(
        "start_code",
        sa.Column("code_hash", sa.LargeBinary(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("branch_id"),
    )
    _of_branch(
        "sign_in",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("browser", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("sign_in_by_age", "sign_in", ["branch_id", "at"])


def _of_branch(
    name: str, *columns: sa.Column[object] | sa.PrimaryKeyConstraint
) -> None:
    op.create_table(
        name,
        sa.Column(
            "branch_id", sa.Integer(), sa.ForeignKey("branch.id"), nullable=False
        ),
        *columns,
    )
