"""A branch's own row: where it stands, for whoever has no more of it at hand."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from server.domain.branch import BranchSettings, HelpCall, Message
from server.domain.state import BranchState
from server.domain.today import Today
from server.store import digests, tables
from server.store.rows import (
    help_of,
    message_of,
    plain,
    settings_of_branch,
    today_of,
)

_b = tables.branch.c
_READ = sa.select(tables.branch).where(_b.id == sa.bindparam("branch"))


@dataclass(frozen=True, slots=True, kw_only=True)
class BranchRow:
    """A branch's settings, business day and the date it stands for, last `seq`, and the latest moment it has seen.

    `message` and `help` are what is told to everybody who waits, and who asks for help at the kiosks; `today` is what staff
    set by hand until the day ends.
    """

    id: int
    slug: str
    settings: BranchSettings
    seq: int
    moment: datetime
    day: date
    stands_for: date
    message: Message | None
    help: dict[int, HelpCall]
    today: Today


def read(connection: sa.Connection, branch_id: int) -> BranchRow:
    """Return where the branch stands; raise `Damaged`."""
    row = connection.execute(_READ, {"branch": branch_id}).one()
    digests.check(tables.branch, row)
    return BranchRow(
        id=row.id,
        slug=row.slug,
        settings=settings_of_branch.decode(row.settings),
        seq=row.last_seq,
        moment=row.last_moment,
        day=row.day,
        stands_for=row.stands_for,
        message=None if row.message is None else message_of.decode(row.message),
        help=help_of.decode(row.help),
        today=today_of.decode(row.today),
    )


def of(state: BranchState) -> BranchRow:
    """Return where a branch in memory stands."""
    return BranchRow(
        id=state.id,
        slug=state.slug,
        settings=state.settings,
        seq=state.seq,
        moment=state.moment,
        day=state.day,
        stands_for=state.stands_for,
        message=state.message,
        help=dict(state.help),
        today=state.today,
    )


def values_of(state: BranchState) -> dict[str, Any]:
    """Return the row of a branch that stands so."""
    return {
        "id": state.id,
        "slug": state.slug,
        "settings": plain(state.settings),
        "last_seq": state.seq,
        "last_moment": state.moment,
        "day": state.day,
        "stands_for": state.stands_for,
        "message": plain(state.message),
        "help": plain(state.help),
        "today": plain(state.today),
    }
