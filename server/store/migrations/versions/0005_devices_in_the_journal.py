"""Devices are in the journal and belong to their branch; counters know their letters; kept outcomes are opaque."""

import json
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op

from server.store.tables import Instant

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Tell the journal of the devices that are paired now, as if they had been paired just now."""
    with op.batch_alter_table("journal") as journal:
        journal.add_column(sa.Column("manager", sa.Text()))
    with op.batch_alter_table("desk") as desk:
        desk.drop_column("touched")
    _devices_by_branch()
    _outcomes()
    _pairings()
    _letters()


def _devices_by_branch() -> None:
    op.create_table(
        "device_new",
        sa.Column("branch_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("token_hash", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", Instant(), nullable=False),
        sa.Column("revoked_at", Instant()),
        sa.ForeignKeyConstraint(["branch_id"], ["branch.id"]),
        sa.PrimaryKeyConstraint("branch_id", "id"),
        sa.UniqueConstraint("token_hash"),
    )
    columns = "branch_id, id, role, name, token_hash, created_at, revoked_at"
    op.execute(f"INSERT INTO device_new ({columns}) SELECT {columns} FROM device")
    op.drop_table("device")
    op.rename_table("device_new", "device")


def _outcomes() -> None:
    """Join status and answer to the bytes that the web packs them in: `201 {…}`."""
    op.create_table(
        "idempotency_new",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("fingerprint", sa.LargeBinary(), nullable=False),
        sa.Column("outcome", sa.LargeBinary(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("key", "scope"),
        sqlite_with_rowid=False,
    )
    op.execute(
        "INSERT INTO idempotency_new (key, scope, fingerprint, outcome, at) SELECT key, scope, "
        "fingerprint, CAST(status || ' ' || CAST(answer AS TEXT) AS BLOB), at FROM idempotency"
    )
    op.drop_table("idempotency")
    op.rename_table("idempotency_new", "idempotency")
    op.create_index("idempotency_by_age", "idempotency", ["at"])


def _pairings() -> None:
    connection = op.get_bind()
    branches = connection.execute(
        sa.text("SELECT id, last_seq, last_moment FROM branch")
    )
    for branch_id, last_seq, moment in branches.fetchall():
        seq = last_seq
        for kind, body in _told_of_devices(connection, branch_id):
            seq += 1
            connection.execute(
                sa.text(
                    "INSERT INTO journal (branch_id, seq, act, at, kind, body) "
                    "VALUES (:branch, :seq, :seq, :at, :kind, :body)"
                ),
                {
                    "branch": branch_id,
                    "seq": seq,
                    "at": moment,
                    "kind": kind,
                    "body": json.dumps(body),
                },
            )
        connection.execute(
            sa.text("UPDATE branch SET last_seq = :seq WHERE id = :branch"),
            {"branch": branch_id, "seq": seq},
        )


def _letters() -> None:
    """Write down which letters each queue's numbers bore on each day."""
    with op.batch_alter_table("counter") as counter:
        counter.add_column(
            sa.Column("letters", sa.Text(), nullable=False, server_default="")
        )
    connection = op.get_bind()
    bore: defaultdict[tuple[int, str, str], set[str]] = defaultdict(set)
    taken = connection.execute(
        sa.text("SELECT branch_id, body FROM journal WHERE kind = 'taken'")
    )
    for branch_id, body in taken:
        told = json.loads(body)
        letter = told["label"].rstrip("0123456789")
        bore[branch_id, told["queue"], told["day"]].add(letter)
    for (branch_id, queue, day), letters in bore.items():
        connection.execute(
            sa.text(
                "UPDATE counter SET letters = :letters "
                "WHERE branch_id = :branch AND queue = :queue AND day = :day"
            ),
            {
                "letters": " ".join(sorted(letters)),
                "branch": branch_id,
                "queue": queue,
                "day": day,
            },
        )


def _told_of_devices(
    connection: sa.Connection, branch_id: int
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield what the journal would say; with a row for each, no later one has a device's id as its seq."""
    devices = connection.execute(
        sa.text(
            "SELECT id, role, name, revoked_at FROM device "
            "WHERE branch_id = :branch ORDER BY id"
        ),
        {"branch": branch_id},
    )
    for id, role, name, revoked_at in devices.fetchall():
        yield "device_paired", {"device": {"id": id, "role": role, "name": name}}
        if revoked_at is not None:
            yield "device_revoked", {"device": id}
