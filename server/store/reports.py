"""What devices say of themselves, the latest word of each; kept beside the journal."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

import sqlalchemy as sa

from server.store import tables

if TYPE_CHECKING:
    from server.store.session import Session

_r = tables.report.c


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Its program's version, how its paper is where it prints, its sound where it calls out, its screen in pixels, and since when paper and sound are so."""

    version: str
    paper: str | None
    sound: str | None
    screen: str
    at: datetime


def keep(session: "Session", device: int, report: Report) -> None:
    """Remember what the device said of itself, in place of what it said before."""
    branch = session.state.id
    mine = _r.branch_id == branch, _r.device == device
    session.beside(sa.delete(tables.report).where(*mine))
    session.beside(
        sa.insert(tables.report).values(
            branch_id=branch,
            device=device,
            version=report.version,
            paper=report.paper,
            sound=report.sound,
            screen=report.screen,
            at=report.at,
        )
    )


def find(connection: sa.Connection, branch_id: int) -> dict[int, Report]:
    """Return what each device said last, by its id; those that said nothing are left out."""
    rows = connection.execute(sa.select(tables.report).where(_r.branch_id == branch_id))
    return {
        row.device: Report(
            version=row.version,
            paper=row.paper,
            sound=row.sound,
            screen=row.screen,
            at=row.at,
        )
        for row in rows
    }
