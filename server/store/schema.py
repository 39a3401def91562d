"""Brings a database to the present schema, and gives a new one its first branch."""

import os
from datetime import datetime
from pathlib import Path
from time import monotonic, sleep
from zoneinfo import available_timezones

import sqlalchemy as sa

from server.domain.branch import BranchSettings
from server.domain.events import SYSTEM, BranchConfigured, Recorded
from server.domain.numbering import business_day
from server.domain.state import BranchState
from server.store import database, journal, tables
from server.store.branch_row import values_of
from server.store.bulk import APPEND, PUT_BRANCH, write_all

HEAD = "0020"
"""The newest migration; `server/store/migrations/versions` has them all."""

_MIGRATIONS = Path(__file__).parent / "migrations"


class SchemaTooNew(Exception):
    """A newer version of the program wrote this database."""


def prepare(engine: sa.Engine, now: datetime) -> None:
    """Migrate to `HEAD` where needed and make sure there is a branch; raise `SchemaTooNew`."""
    with engine.connect() as connection, database.begin(connection, sleep, monotonic()):
        revision = _revision(connection)
        if revision is not None and revision > HEAD:
            raise SchemaTooNew(f"schema {revision}, this program knows up to {HEAD}")
        if revision != HEAD:
            _migrate(connection)
        if not branch_ids(connection):
            _add_first_branch(connection, now)


def is_used(engine: sa.Engine) -> bool:
    """Return whether anything was ever put into the database that its key is needed for."""
    with engine.connect() as connection:
        return any(
            connection.execute(sa.select(table.c.branch_id).limit(1)).first()
            for table in (tables.ticket, tables.servicer, tables.account)
        )


def branch_ids(connection: sa.Connection) -> list[int]:
    """Return the ids of all branches."""
    return list(connection.execute(sa.select(tables.branch.c.id)).scalars())


def _revision(connection: sa.Connection) -> str | None:
    # Asked without Alembic: its import costs a third of a start, and most starts have nothing to migrate.
    if not sa.inspect(connection).has_table("alembic_version"):
        return None
    return connection.exec_driver_sql(
        "SELECT version_num FROM alembic_version"
    ).scalar_one_or_none()


def _migrate(connection: sa.Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _add_first_branch(connection: sa.Connection, now: datetime) -> None:
    settings = BranchSettings(time_zone=_local_time_zone())
    day = business_day(now, settings.time_zone, settings.rollover_hour)
    branch = BranchState(1, "main")
    first = Recorded(
        seq=1,
        act=1,
        at=now,
        actor=SYSTEM,
        event=BranchConfigured(settings=settings, day=day),
    )
    branch.apply(first)
    write_all(connection, PUT_BRANCH, [values_of(branch)])
    write_all(connection, APPEND, [journal.to_row(branch.id, first, None)])
    # What links are made with is not there yet.
    entry = {"branch_id": branch.id, "seq": first.seq}
    connection.execute(sa.insert(tables.audit).values(entry))


def _local_time_zone() -> str:
    """Return the machine's IANA time zone, or UTC where it does not say."""
    told = os.environ.get("TZ", "").removeprefix(":")
    if told in available_timezones():
        return told
    link = Path("/etc/localtime")
    if link.is_symlink():
        _, found, name = str(link.readlink()).partition("zoneinfo/")
        if found:
            return name
    return "UTC"
