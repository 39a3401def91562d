"""What each closed day amounts to, kept beside the journal; it may be thrown away, and is counted anew."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import blake2b
from itertools import pairwise
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import msgspec
import sqlalchemy as sa
import structlog

from server.domain import events
from server.domain.events import Recorded
from server.domain.figures.day import day_figures
from server.domain.figures.kept import VERSION, DayFigures
from server.store import digests, journal, tables
from server.store.digests import Damaged
from server.store.view import View

if TYPE_CHECKING:
    from server.store.session import Session

log = structlog.get_logger(__name__)

_f = tables.day_figures.c
_KEPT = sa.select(*digests.plain(tables.day_figures)).where(
    _f.branch_id == sa.bindparam("branch"),
    _f.day.between(sa.bindparam("first"), sa.bindparam("last")),
)
_VERSIONS = sa.select(_f.day, _f.version).where(
    _f.branch_id == sa.bindparam("branch"),
    _f.day.between(sa.bindparam("first"), sa.bindparam("last")),
)
_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(DayFigures)

_KINDS = (
    events.Taken,
    events.Called,
    events.Started,
    events.Finished,
    events.Missed,
    events.Held,
    events.Resumed,
    events.Transferred,
    events.Left,
    events.Cancelled,
    events.Returned,
    events.Rejoined,
    events.Undone,
    events.Expired,
    events.SignedIn,
    events.SignedOut,
    events.Paused,
    events.Opened,
    events.DeskUndone,
    events.DeskConfigured,
    events.QueueLent,
    events.ClockSet,
)
"""The facts that a day's figures are made of."""


@dataclass(frozen=True, slots=True)
class Span:
    """From which row of the journal to which one a business day was open; the last is None where it still is."""

    day: date
    first: int
    last: int | None


class Spans:
    """When each business day was open; where the clock was set, a day may have been open twice."""

    def __init__(self, view: View) -> None:
        self._ends = journal.ends_of_days(view.connection, view.branch.id)
        self.all = _spans(self._ends, view.branch.day)

    def between(self, first: date, last: date) -> list[date]:
        """Return the days, from the first to the last, that were ever open."""
        return sorted({span.day for span in self.all if first <= span.day <= last})

    def of(self, day: date) -> list[Span]:
        """Return the spans of one day."""
        return [span for span in self.all if span.day == day]

    def settings_of_clock(self) -> list[Recorded]:
        """Return every row that says that the clock was set."""
        return [row for row in self._ends if isinstance(row.event, events.ClockSet)]


def _spans(ends: Sequence[Recorded], open_day: date) -> list[Span]:
    """Return what these rows divide the journal into, day by day, up to the one that is open."""
    days: list[date] = []
    first: date | None = None
    for row in ends:
        match row.event:
            case events.DayClosed(closed=closed, opened=opened):
                first = first or closed
                days.append(opened)
            case events.ClockSet(day=day):
                days.append(day)
    opening = first or open_day
    seqs = [0, *(row.seq for row in ends)]
    return [
        *(
            Span(day, begin + 1, end)
            for day, (begin, end) in zip([opening, *days], pairwise(seqs), strict=False)
        ),
        Span(open_day, seqs[-1] + 1, None),
    ]


def count(
    view: View, day: date, spans: Spans, until: datetime | None = None
) -> DayFigures:
    """Return what the day amounts to, counted from its tickets and the journal; `until` now where it is open. Raise `Damaged`."""
    visits = view.days(day, day).visits()
    rows = _rows(view, spans, day, [visit.id for visit in visits])
    zone = ZoneInfo(view.branch.settings.time_zone)
    return day_figures(day, visits, rows, zone, until)


def _rows(
    view: View, spans: Spans, day: date, tickets: Iterable[int]
) -> list[Recorded]:
    """Return the rows of the day, in order, those of its tickets that were written while the clock said that it was another one, and how
    desks were set up when it began."""
    connection, branch_id = view.connection, view.branch.id
    of_day = spans.of(day)
    began = min((span.first for span in of_day), default=0)
    set_up = journal.desks_set_up(connection, branch_id, began)
    rows: dict[int, Recorded] = {}
    for span in of_day:
        last = view.branch.seq if span.last is None else span.last
        found = journal.stretch(connection, branch_id, span.first, last, _KINDS)
        rows.update((row.seq, row) for row in found)
    strays = [id for id in tickets if id not in rows]
    if strays:
        of_strays = journal.of_tickets(connection, branch_id, strays)
        rows.update(
            (row.seq, row) for row in of_strays if isinstance(row.event, _KINDS)
        )
    if rows:
        first, last = min(rows), max(rows)
        rows.update(
            (row.seq, row)
            for row in spans.settings_of_clock()
            if first < row.seq < last
        )
    rows.update((row.seq, row) for row in set_up)
    return [rows[seq] for seq in sorted(rows)]


def kept(view: View, first: date, last: date) -> dict[date, DayFigures]:
    """Return what is kept of these days, by day; what is damaged is as if it were not, and is logged."""
    asked = view.connection.execute(
        _KEPT, {"branch": view.branch.id, "first": first, "last": last}
    )
    found: dict[date, DayFigures] = {}
    for row in asked:
        try:
            figures = _decoder.decode(_sound(row))
        except (Damaged, msgspec.DecodeError) as error:
            log.error("figures cannot be read", why=str(error))  # noqa: TRY400  # which day, says enough
        else:
            found[figures.day] = figures
    return found


def _sound(row: sa.Row[Any]) -> bytes:
    """Return what is kept, as it was written; raise `Damaged`."""
    if row.digest != _digest(row.body):
        raise Damaged(f"{digests.named(tables.day_figures, row)} is damaged.")
    return bytes(row.body)


def _digest(body: bytes) -> bytes:
    # Not of the row written out, as elsewhere: a year of them takes a quarter of a second then.
    return blake2b(body, digest_size=16).digest()


def uncounted(view: View, first: date, last: date, spans: Spans) -> list[date]:
    """Return the closed days among these of which nothing is kept, or only what an older arithmetic counted, latest first."""
    asked = view.connection.execute(
        _VERSIONS, {"branch": view.branch.id, "first": first, "last": last}
    )
    versions = {row.day: row.version for row in asked}
    return [
        day
        for day in reversed(spans.between(first, last))
        if day != view.branch.day and versions.get(day) != VERSION
    ]


def keep(session: "Session", figures: DayFigures) -> None:
    """Keep what the day amounts to, in place of what was kept of it before."""
    forget(session, figures.day)
    body = _encoder.encode(figures)
    session.beside(
        sa.insert(tables.day_figures).values(
            branch_id=session.state.id,
            day=figures.day,
            version=VERSION,
            body=body,
            digest=_digest(body),
        )
    )


def forget(session: "Session", day: date) -> None:
    """Keep nothing of the day: it is open again."""
    session.beside(
        sa.delete(tables.day_figures).where(
            _f.branch_id == session.state.id, _f.day == day
        )
    )


def outdate(session: "Session") -> None:
    """Have every day counted anew: what is kept was counted by other clocks."""
    of_branch = _f.branch_id == session.state.id
    session.beside(sa.update(tables.day_figures).where(of_branch).values(version=0))
