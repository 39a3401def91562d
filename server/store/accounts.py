"""What accounts are let in by, kept beside the journal, which says whose they are: passwords, second factors, sessions.

Of secrets there are hashes only; the second factor's is drawn from the server's own, so that a copy of the database
without `secret.key` says nothing about it.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from server.domain import events
from server.domain.account import Account
from server.store import sign_ins, tables
from server.store.digests import sealed
from server.store.rows import to_account

if TYPE_CHECKING:
    from server.store.session import Session

IDLE = timedelta(minutes=30)
LONGEST = timedelta(hours=12)
GRAVE_WITHIN = timedelta(minutes=5)
TRIES_KEPT = timedelta(days=2)
CODE_KEPT = timedelta(hours=1)

_a, _s, _t = tables.account.c, tables.account_session.c, tables.account_try.c
_u, _r, _c = tables.used_code.c, tables.recovery_code.c, tables.start_code.c
_ACCOUNT = sa.select(tables.account).where(
    _a.branch_id == sa.bindparam("branch"), _a.name == sa.bindparam("name")
)
_COUNTING = (
    sa.select(_s.token_hash, _s.seen_at, _s.began_at)
    .join(
        tables.account,
        sa.and_(_a.branch_id == _s.branch_id, _a.name == _s.account, ~_a.removed),
    )
    .where(_s.token_hash.in_(sa.bindparam("hashes", expanding=True)))
)
_SESSION = sa.select(tables.account_session).where(_s.token_hash == sa.bindparam("hash"))  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Credentials:
    """An account with what it is let in by: the hash of its password, and the salt of its second factor if it has one.

    Where somebody else gave the password, `is_given`, its owner chooses another before anything else.
    """

    account: Account
    password_hash: str
    factor_salt: bytes | None
    is_given: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedIn:
    """Somebody who is signed in with a browser: since when, when last heard of, and when they last gave their password."""

    token_hash: bytes
    branch_id: int
    account: Account
    began_at: datetime
    seen_at: datetime
    proved_at: datetime
    address: str
    browser: str
    has_given_password: bool

    def is_over(self, now: datetime) -> bool:
        """Return whether it was left alone for half an hour, or is half a day old; a moment yet to come counts as much."""
        return _is_over(self.seen_at, self.began_at, now)

    def is_proved(self, now: datetime) -> bool:
        """Return whether the password was given within the last five minutes."""
        return abs(now - self.proved_at) < GRAVE_WITHIN


def _is_over(seen_at: datetime, began_at: datetime, now: datetime) -> bool:
    return abs(now - seen_at) >= IDLE or not -IDLE < now - began_at < LONGEST


# --- accounts -----------------------------------------------------------------------------------


def find(connection: sa.Connection, branch_id: int, name: str) -> Credentials | None:
    """Return the account with what it is let in by, None where there is none, or no longer; raise `Damaged`."""
    row = connection.execute(
        _ACCOUNT, {"branch": branch_id, "name": name}
    ).one_or_none()
    if row is None or row.removed:
        return None
    return Credentials(
        account=to_account(row),
        password_hash=row.password_hash,
        factor_salt=row.factor_salt,
        is_given=row.is_given,
    )


def is_any(connection: sa.Connection, branch_id: int) -> bool:
    """Return whether the branch has any account."""
    here = sa.select(_a.name).where(_a.branch_id == branch_id, ~_a.removed).limit(1)
    return connection.execute(here).first() is not None


def keep(
    session: "Session",
    account: Account,
    *,
    password_hash: str | None = None,
    is_given: bool = False,
    factor_salt: bytes | None = None,
) -> None:
    """Have the account be so from now on, with this password, its own or one that somebody else gave, or with the one it has; its second factor is the one it has where it has one, unless another is given."""
    branch_id, connection = session.state.id, session.flush().connection
    before = find(connection, branch_id, account.name)
    known = session.state.all_accounts.get(account.name)
    if known != account:
        session.record(events.AccountConfigured(account=account))
    if password_hash is not None and known is not None and not known.removed:
        session.record(events.PasswordChanged(account=account.name))
    if before is not None and password_hash is None:
        password_hash, is_given = before.password_hash, before.is_given
    if account.has_second_factor and factor_salt is None and before is not None:
        factor_salt = before.factor_salt
    row = {
        "branch_id": branch_id,
        "name": account.name,
        "shown": account.shown,
        "role": account.role.value,
        "has_second_factor": account.has_second_factor,
        "removed": account.removed,
        "password_hash": "" if account.removed else password_hash or "",
        "factor_salt": factor_salt if account.has_second_factor else None,
        "is_given": is_given and not account.removed,
    }
    mine = _a.branch_id == branch_id, _a.name == account.name
    session.beside(sa.delete(tables.account).where(*mine))
    session.beside(sa.insert(tables.account).values(sealed(tables.account, row)))


# --- sessions -----------------------------------------------------------------------------------


def find_session(connection: sa.Connection, token_hash: bytes) -> SignedIn | None:
    """Return whose session this is, over or not; None where there is none, or its account is gone."""
    row = connection.execute(_SESSION, {"hash": token_hash}).one_or_none()
    if row is None:
        return None
    found = find(connection, row.branch_id, row.account)
    return None if found is None else _signed_in(row, found)


def counting(connection: sa.Connection, hashes: set[bytes], now: datetime) -> set[bytes]:  # fmt: skip
    """Return which of these sessions are not over, and are of an account that is there."""
    rows = connection.execute(_COUNTING, {"hashes": list(hashes)})
    return {
        row.token_hash for row in rows if not _is_over(row.seen_at, row.began_at, now)
    }


def sessions_of(connection: sa.Connection, branch_id: int, name: str) -> list[SignedIn]:
    """Return where the account is signed in, the latest heard of first; some may be over."""
    found = find(connection, branch_id, name)
    if found is None:
        return []
    rows = connection.execute(
        sa.select(tables.account_session)
        .where(_s.branch_id == branch_id, _s.account == name)
        .order_by(_s.seen_at.desc())
    )
    return [_signed_in(row, found) for row in rows]


def begin_session(
    session: "Session", account: str, token_hash: bytes, address: str, browser: str
) -> None:
    """Have whoever holds the token of this hash be signed in; sessions that are over go."""
    now = session.now
    over = sa.or_(_s.seen_at <= now - IDLE, _s.began_at <= now - LONGEST)
    session.beside(sa.delete(tables.account_session).where(over))
    session.beside(
        sa.insert(tables.account_session).values(
            token_hash=token_hash,
            branch_id=session.state.id,
            account=account,
            began_at=now,
            seen_at=now,
            proved_at=now,
            address=address,
            browser=browser,
        )
    )


def note_seen(session: "Session", token_hash: bytes, *, proved: bool = False) -> None:
    """Remember that somebody used the session just now, and whether they gave their password again."""
    values: dict[str, Any] = {"seen_at": session.now}
    if proved:
        values["proved_at"] = session.now
    this = _s.token_hash == token_hash
    session.beside(sa.update(tables.account_session).where(this).values(values))


def end_session(session: "Session", token_hash: bytes) -> None:
    """Have nobody be signed in by this token any more."""
    session.beside(sa.delete(tables.account_session).where(_s.token_hash == token_hash))


def end_sessions(session: "Session", account: str, *, but: bytes | None = None) -> None:
    """Sign the account out everywhere, or everywhere else than with this token."""
    those = [_s.branch_id == session.state.id, _s.account == account]
    if but is not None:
        those.append(_s.token_hash != but)
    session.beside(sa.delete(tables.account_session).where(*those))


def _signed_in(row: sa.Row[Any], found: Credentials) -> SignedIn:
    return SignedIn(
        token_hash=row.token_hash,
        branch_id=row.branch_id,
        account=found.account,
        began_at=row.began_at,
        seen_at=row.seen_at,
        proved_at=row.proved_at,
        address=row.address,
        browser=row.browser,
        has_given_password=found.is_given,
    )


# --- tries --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Tries:
    """How many wrong passwords or codes were tried for an account from somewhere, and when the last was."""

    whence: str
    count: int
    at: datetime


def tries_of(connection: sa.Connection, branch_id: int, account: str) -> list[Tries]:
    """Return what was tried for the account, by where it came from."""
    rows = connection.execute(
        sa.select(_t.whence, _t.tries, _t.at).where(
            _t.branch_id == branch_id, _t.account == account
        )
    )
    return [Tries(whence=row.whence, count=row.tries, at=row.at) for row in rows]


def count_try(session: "Session", account: str, tries: Tries) -> None:
    """Keep how many were tried for the account from there."""
    forget_tries(session, account, tries.whence)
    session.beside(
        sa.insert(tables.account_try).values(
            branch_id=session.state.id,
            account=account,
            whence=tries.whence,
            tries=tries.count,
            at=tries.at,
        )
    )


def forget_tries(session: "Session", account: str, whence: str | None = None) -> None:
    """Count what was tried for the account no longer, from there or from anywhere."""
    those = [_t.branch_id == session.state.id, _t.account == account]
    if whence is not None:
        those.append(_t.whence == whence)
    session.beside(sa.delete(tables.account_try).where(*those))


# --- second factors -----------------------------------------------------------------------------


def last_step(connection: sa.Connection, branch_id: int, account: str) -> int:
    """Return the half minute of the last six digits that the account used; 0 before the first."""
    mine = _u.branch_id == branch_id, _u.account == account
    found = connection.execute(sa.select(_u.step).where(*mine)).scalar_one_or_none()
    return found or 0


def use_step(session: "Session", account: str, step: int) -> None:
    """Let no six digits of this half minute, or of one before, count any more."""
    mine = _u.branch_id == session.state.id, _u.account == account
    session.beside(sa.delete(tables.used_code).where(*mine))
    session.beside(
        sa.insert(tables.used_code).values(
            branch_id=session.state.id, account=account, step=step
        )
    )


def recovery_codes(connection: sa.Connection, branch_id: int, account: str) -> set[bytes]:  # fmt: skip
    """Return the hashes of the recovery codes that were not used yet."""
    mine = _r.branch_id == branch_id, _r.account == account
    return set(connection.execute(sa.select(_r.code_hash).where(*mine)).scalars())


def put_recovery_codes(session: "Session", account: str, hashes: list[bytes]) -> None:
    """Let the codes of these hashes count, and none given before."""
    branch_id = session.state.id
    mine = _r.branch_id == branch_id, _r.account == account
    session.beside(sa.delete(tables.recovery_code).where(*mine))
    for hashed in hashes:
        session.beside(
            sa.insert(tables.recovery_code).values(
                branch_id=branch_id, account=account, code_hash=hashed
            )
        )


def use_recovery_code(session: "Session", account: str, hashed: bytes) -> None:
    """Let the code of this hash count no more."""
    session.beside(
        sa.delete(tables.recovery_code).where(
            _r.branch_id == session.state.id,
            _r.account == account,
            _r.code_hash == hashed,
        )
    )


# --- the first account --------------------------------------------------------------------------


def put_start_code(session: "Session", hashed: bytes) -> None:
    """Let the code of this hash make the first account, and none given before."""
    drop_start_code(session)
    session.beside(
        sa.insert(tables.start_code).values(
            branch_id=session.state.id, code_hash=hashed, at=session.now
        )
    )


def drop_start_code(session: "Session") -> None:
    """Let no code make an account."""
    mine = _c.branch_id == session.state.id
    session.beside(sa.delete(tables.start_code).where(mine))


def start_code(connection: sa.Connection, branch_id: int, now: datetime) -> bytes | None:  # fmt: skip
    """Return the hash of the code that makes the first account, None where there is none that counts."""
    row = connection.execute(
        sa.select(_c.code_hash, _c.at).where(_c.branch_id == branch_id)
    ).one_or_none()
    if row is None or abs(now - row.at) >= CODE_KEPT:
        return None
    return bytes(row.code_hash)


# --- forgetting -----------------------------------------------------------------------------------


def forget_old(now: datetime) -> list[sa.Delete]:
    """Return the statements that forget who signed in a year ago, wrong tries of days ago, and sessions that are over."""
    over = sa.or_(_s.seen_at <= now - IDLE, _s.began_at <= now - LONGEST)
    return [
        sign_ins.forget_old(now),
        sa.delete(tables.account_try).where(_t.at < now - TRIES_KEPT),
        sa.delete(tables.account_session).where(over),
    ]
