"""What lies in a data directory, looked at before anything in it is changed: never is a branch begun in another one's place."""

import re
from pathlib import Path

import sqlalchemy as sa

from server.store import database, digests, tables
from server.store.database import FILE
from server.store.tokens import SECRET_BYTES, TicketTokens, token_hash

KEY = "secret.key"

_LAST_TICKETS = 3
"""So many are asked whose key it is: of older ones a digest does not tell whether they are whole."""

_REVISION = re.compile(r"\d{4}")


class Incomplete(Exception):
    """Database and key are not those that belong together; `str()` says which, and what to do."""


def look(directory: Path) -> None:
    """Raise `Incomplete` where there is a key without the queue's database, or a database that is another program's."""
    path, has_key = directory / FILE, (directory / KEY).exists()
    found = _tables_in(directory)
    if not found and has_key:
        raise Incomplete(
            f"In {directory} there is a {KEY}, but its {FILE} is missing or empty. Put it back. "
            f"To begin anew with an empty branch, move {KEY} away too."
        )
    if found and not _is_ours(directory, found, has_key=has_key):
        raise Incomplete(
            f"{path} is the database of another program. Move it away, and put the {FILE} of this branch in its place."
        )


def key_is_missing(directory: Path) -> Incomplete:
    """Return what to say of a database that is in use and has no key."""
    return Incomplete(
        f"In {directory} there is a {FILE}, but its {KEY} is missing: addresses of tickets and PINs come from it. "
        "Put it back."
    )


def look_at_key(directory: Path, engine: sa.Engine, secret: bytes) -> None:
    """Raise `Incomplete` where this is no whole secret, or not the one that made the addresses of the last tickets."""
    if len(secret) < SECRET_BYTES:
        raise Incomplete(f"In {directory} the {KEY} is cut off. Put the copy back.")
    tokens, t = TicketTokens(secret), tables.ticket.c
    last = sa.select(tables.ticket).order_by(t.id.desc()).limit(_LAST_TICKETS)
    with engine.connect() as connection:
        rows = connection.execute(last).all()
    made = [
        row.token_hash == token_hash(tokens.of(row.branch_id, row.id, row.taken_at))
        for row in rows
        if digests.is_whole(tables.ticket, row)
    ]
    if made and not any(made):
        raise Incomplete(
            f"In {directory} the {KEY} is not the one that belongs to this {FILE}: addresses of tickets and PINs come "
            "from it. Put the right one back."
        )


def _tables_in(directory: Path) -> set[str]:
    """Return the names of the tables in the database; none where there is no database."""
    if not database.is_there(directory):
        return set()
    with database.looking(directory) as connection:
        return set(sa.inspect(connection).get_table_names())


def _is_ours(directory: Path, found: set[str], *, has_key: bool) -> bool:
    """Return whether our migrations made the tables; where there is a key, there is a branch too."""
    if "alembic_version" not in found or (has_key and tables.branch.name not in found):
        return False
    with database.looking(directory) as connection:
        revision = connection.exec_driver_sql("SELECT version_num FROM alembic_version")
        made_by = revision.scalar()
        if made_by is None or not _REVISION.fullmatch(str(made_by)):
            return False
        if not has_key:
            return True
        return connection.execute(sa.select(tables.branch.c.id)).first() is not None
