"""The chain of what was set up and what managers did: each link is made of the one before and of its journal row.

A link cannot be made without the server's secret: who can write into the database, and has not that as well, can alter
nothing unseen, not even by making every digest anew.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
import structlog

from server.domain.events import Recorded
from server.store import digests, journal, tables
from server.store.acknowledged import LastLink, Linked
from server.store.journal import UnreadableRow
from server.store.tokens import TicketTokens

log = structlog.get_logger(__name__)

_a, _j = tables.audit.c, tables.journal.c
_LAST = (
    sa.select(_a.seq, _a.link)
    .where(_a.branch_id == sa.bindparam("branch"))
    .order_by(_a.seq.desc())
    .limit(1)
)
_before = tables.journal.alias("before")
_CHAIN = (
    sa.select(
        _a.seq.label("entry"),
        _a.link,
        _before.c.digest.label("before"),
        *digests.plain(tables.journal),
    )
    .join_from(
        tables.audit,
        tables.journal,
        sa.and_(_j.branch_id == _a.branch_id, _j.seq == _a.seq),
        isouter=True,
    )
    .outerjoin(
        _before,
        sa.and_(_before.c.branch_id == _a.branch_id, _before.c.seq == _a.seq - 1),
    )
    .where(_a.branch_id == sa.bindparam("branch"))
    .order_by(_a.seq)
)
_OWN_COLUMNS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit:
    """How many entries the chain has, and the seq of the first that is not what was written, None where all are.

    Entries from before there was a chain are `unchained`: only their rows' own digests speak for them. `sign_ins_altered_from` is
    the number of the first sign-in that is not what was written.
    """

    entries: int
    unchained: int
    altered_from: int | None
    sign_ins_altered_from: int | None = None


def append(
    connection: sa.Connection,
    tokens: TicketTokens,
    branch_id: int,
    rows: Iterable[tuple[int, bytes]],
) -> Linked:
    """Add links for journal rows, given by seq and digest, behind those that are there; return what was added."""
    last = connection.execute(_LAST, {"branch": branch_id}).one_or_none()
    before = first = None if last is None else last.link
    links: list[dict[str, Any]] = []
    for seq, digest in rows:
        before = tokens.link(before, seq, digest)
        links.append({"branch_id": branch_id, "seq": seq, "link": before})
    connection.execute(sa.insert(tables.audit), links)
    return Linked(first, LastLink(links[-1]["seq"], links[-1]["link"]))


def last_of(connection: sa.Connection, branch_id: int) -> LastLink | None:
    """Return the link that the branch's chain ends with, None where there is none yet."""
    row = connection.execute(_LAST, {"branch": branch_id}).one_or_none()
    return None if row is None or row.link is None else LastLink(row.seq, row.link)


def has(connection: sa.Connection, branch_id: int, last: LastLink) -> bool:
    """Return whether this link is still in its place."""
    asked = sa.select(_a.link).where(_a.branch_id == branch_id, _a.seq == last.seq)
    return connection.execute(asked).scalar() == last.link


def read(
    connection: sa.Connection, branch_id: int, before: int | None = None
) -> Iterator[Recorded]:
    """Yield the rows of the chain in order, up to the one before row `before`; those that cannot be read are left out."""
    which = [_a.branch_id == branch_id]
    if before is not None:
        which.append(_a.seq < before)
    asked = journal.ROWS.join(
        tables.audit, sa.and_(_a.branch_id == _j.branch_id, _a.seq == _j.seq)
    )
    for row in connection.execute(asked.where(*which).order_by(_a.seq)):
        try:
            yield journal.from_row(row)
        except UnreadableRow as error:
            log.error("journal row cannot be read", seq=error.seq)  # noqa: TRY400  # where it is, says enough


def look_through(
    connection: sa.Connection,
    branch_id: int,
    tokens: TicketTokens,
    told: LastLink | None,
) -> Audit:
    """Return whether anything of the chain was altered afterwards, or taken away up to the link that it was `told` to end with."""
    entries = unchained = 0
    before: bytes | None = None
    first = altered_from = None
    for row in connection.execute(_CHAIN, {"branch": branch_id}):
        entries += 1
        first = first or row.entry
        written = row[_OWN_COLUMNS:]
        is_whole = written[1] is not None and digests.is_whole(
            tables.journal, written, row.before
        )
        begins = before is None
        if row.link is None and begins:
            unchained += 1
        else:
            made = tokens.link(before, row.entry, written[-1] or b"")
            is_linked = row.link == made
            if begins and not is_linked:
                # Nobody knows where the chain began, nor what is written before this.
                altered_from = first
            is_whole = is_whole and is_linked
            before = row.link or b""
        if not is_whole and altered_from is None:
            altered_from = row.entry
    if told is not None and not has(connection, branch_id, told):
        # Where the chain was taken away as a whole, neither.
        since = told.seq if before is not None else first or told.seq
        altered_from = min(since, altered_from or since)
    return Audit(entries=entries, unchained=unchained, altered_from=altered_from)


def entries(connection: sa.Connection, branch_id: int) -> set[int]:
    """Return the seqs of all rows in the chain."""
    asked = sa.select(_a.seq).where(_a.branch_id == branch_id)
    return set(connection.execute(asked).scalars())
