"""Where a branch stands."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

import sqlalchemy as sa

from server.domain.branch import BranchSettings
from server.store import tables
from server.store.rows import plain, settings_of_branch

_b = tables.branch.c
_READ = sa.select(tables.branch).where(_b.id == sa.bindparam("branch"))
_WRITE = sa.update(tables.branch).where(_b.id == sa.bindparam("branch"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """A branch's settings, business day, last `seq`, and the latest moment it has seen."""

    id: int
    slug: str
    settings: BranchSettings
    seq: int
    moment: datetime
    day: date


def read_ledger(connection: sa.Connection, branch_id: int) -> Ledger:
    """Return where the branch stands."""
    row = connection.execute(_READ, {"branch": branch_id}).one()
    return Ledger(
        id=row.id,
        slug=row.slug,
        settings=settings_of_branch.decode(row.settings),
        seq=row.last_seq,
        moment=row.last_moment,
        day=row.day,
    )


def write_ledgers(connection: sa.Connection, ledgers: Iterable[Ledger]) -> None:
    """Keep where these branches stand."""
    for ledger in ledgers:
        connection.execute(
            _WRITE.values(
                last_seq=ledger.seq,
                last_moment=ledger.moment,
                day=ledger.day,
                settings=plain(ledger.settings),
            ),
            {"branch": ledger.id},
        )
