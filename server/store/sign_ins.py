"""Who signed in to the manager's pages, or tried to: each written down once, and linked to the one before, as changes are.

They are forgotten after a year, all but the last; so each holds the link before its own.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from server.store import tables
from server.store.acknowledged import Chain, LastLink, Linked
from server.store.tables import EPOCH
from server.store.tokens import TicketTokens

if TYPE_CHECKING:
    from server.store.session import Session

KEPT = timedelta(days=365)

_i = tables.sign_in.c
_MICROSECOND = timedelta(microseconds=1)
_BYTES = 16


class SignInOutcome(StrEnum):
    """What became of somebody who wanted to sign in."""

    IN = "in"
    WRONG_PASSWORD = "wrong-password"  # noqa: S105
    WRONG_CODE = "wrong-code"
    RECOVERY_CODE = "recovery-code"
    OUT = "out"


@dataclass(frozen=True, slots=True, kw_only=True)
class SignInRecord:
    """Somebody signed in or failed to: at which account, from where; `account` is empty where there is none of the name."""

    at: datetime
    account: str
    outcome: SignInOutcome
    address: str
    browser: str


def record_sign_in(session: "Session", record: SignInRecord) -> None:
    """Write down, for good, that somebody signed in or failed to."""
    branch_id, connection = session.state.id, session.flush().connection
    id = (connection.execute(sa.select(sa.func.max(_i.id))).scalar() or 0) + 1
    last = last_of(connection, branch_id)
    before = None if last is None else last.link
    link = session.tokens.link(before, id, _digest(branch_id, record))
    session.beside(
        sa.insert(tables.sign_in).values(
            id=id,
            branch_id=branch_id,
            at=record.at,
            account=record.account,
            outcome=record.outcome.value,
            address=record.address,
            browser=record.browser,
            before=before,
            link=link,
        )
    )
    added = Linked(before, LastLink(id, link))
    session.changes.link(Chain.SIGN_INS, branch_id, added)


def sign_ins(
    connection: sa.Connection, branch_id: int, most: int, before: int | None = None
) -> list[SignInRecord]:
    """Return who signed in or failed to, the latest first; what is damaged is left out, and told by `altered_from`."""
    asked = sa.select(tables.sign_in).where(_i.branch_id == branch_id)
    if before is not None:
        asked = asked.where(_i.id < before)
    rows = connection.execute(asked.order_by(_i.id.desc()).limit(most))
    return [_to_record(row) for row in rows if row.outcome in list(SignInOutcome)]


def last_of(connection: sa.Connection, branch_id: int) -> LastLink | None:
    """Return the link that the branch's chain ends with, None where there is none yet."""
    asked = sa.select(_i.id, _i.link).where(_i.branch_id == branch_id)
    row = connection.execute(asked.order_by(_i.id.desc()).limit(1)).one_or_none()
    return None if row is None or row.link is None else LastLink(row.id, row.link)


def has(connection: sa.Connection, branch_id: int, last: LastLink) -> bool:
    """Return whether this link is still in its place."""
    asked = sa.select(_i.link).where(_i.branch_id == branch_id, _i.id == last.seq)
    return connection.execute(asked).scalar() == last.link


def altered_from(
    connection: sa.Connection,
    branch_id: int,
    tokens: TicketTokens,
    told: LastLink | None,
) -> int | None:
    """Return the number of the first sign-in that is not what was written, or of the one that the chain was `told` to end with where that is gone; None where all are there."""
    before: bytes | None = None
    is_first = True
    asked = sa.select(tables.sign_in).where(_i.branch_id == branch_id).order_by(_i.id)
    for row in connection.execute(asked):
        if row.link is None and before is None:
            continue
        # What came before the first that is kept was forgotten.
        follows = is_first or row.before == before
        if not follows or row.link != _link_of(row, tokens):
            return int(row.id)
        before, is_first = row.link, False
    if told is not None and not has(connection, branch_id, told):
        return told.seq
    return None


def forget_old(now: datetime) -> sa.Delete:
    """Return the statement that forgets who signed in a year ago, but for the last there is."""
    last = sa.select(sa.func.max(_i.id)).group_by(_i.branch_id)
    return sa.delete(tables.sign_in).where(_i.at < now - KEPT, _i.id.not_in(last))


def _link_of(row: Any, tokens: TicketTokens) -> bytes | None:
    if row.outcome not in list(SignInOutcome):
        return None
    return tokens.link(row.before, row.id, _digest(row.branch_id, _to_record(row)))


def _digest(branch_id: int, record: SignInRecord) -> bytes:
    at = (record.at - EPOCH) // _MICROSECOND
    told = (branch_id, at, record.account, record.outcome.value, record.address, record.browser)  # fmt: skip
    return blake2b(repr(told).encode(), digest_size=_BYTES).digest()


def _to_record(row: Any) -> SignInRecord:
    return SignInRecord(
        at=row.at,
        account=row.account,
        outcome=SignInOutcome(row.outcome),
        address=row.address,
        browser=row.browser,
    )
