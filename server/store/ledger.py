"""Where a branch stands."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from server.domain.branch import BranchSettings
from server.store import tables
from server.store.rows import plain, settings_of_branch

_b = tables.branch.c
_READ = sa.select(tables.branch).where(_b.id == sa.bindparam("branch"))


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


def to_row(ledger: Ledger) -> dict[str, Any]:
    """Return where the branch stands as its table takes it."""
    return {
        "id": ledger.id,
        "slug": ledger.slug,
        "settings": plain(ledger.settings),
        "last_seq": ledger.seq,
        "last_moment": ledger.moment,
        "day": ledger.day,
    }
