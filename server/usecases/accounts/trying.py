"""Passwords and codes are tried for an account: counted before anybody looks at them, by where they come from.

Whoever tries from elsewhere locks nobody out: tries are counted for each network by itself, and those of a browser
that signed in before are counted by that browser alone, whatever others do from its network.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil

from server.domain.refusals import SignInLocked
from server.store import accounts
from server.store.accounts import Tries
from server.store.session import Session

TRIES_BEFORE_LOCK = 5
FIRST_LOCK = timedelta(minutes=5)
LONGEST_LOCK = timedelta(hours=1)
FORGOTTEN_AFTER = timedelta(days=1)
"""A try counts for a day, by a clock that may have been wrong: one a day ahead counts no more either."""

TRIES_BEFORE_SLOW = 50
SLOWLY = timedelta(minutes=1)
"""After so many wrong tries of strange browsers within a day, one a minute of theirs is looked at, from wherever."""

ANYWHERE = "anywhere"
CODES = "codes"
"""Under these the tries of all strange browsers are counted together: all of them, and those at the six digits."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where somebody tries from: a network, or, where it signed in at the account before, a browser."""

    whence: str
    is_known: bool


def count_try(
    session: Session, account: str, origin: Origin, *, at_code: bool = False
) -> None:
    """Count one more try at the password, or at the code that comes after it; raise `SignInLocked` instead while none is looked at."""
    known = _known(session, account)
    refuse_while_locked(known, origin, session.now)
    for whence in _counted(origin, at_code=at_code):
        before = _count(known, whence, session.now)
        tries = Tries(whence=whence, count=before + 1, at=session.now)
        accounts.count_try(session, account, tries)
    for tries in known:
        if not _counts(tries, session.now):
            accounts.forget_tries(session, account, tries.whence)


def take_back(
    session: Session, account: str, origin: Origin, *, at_code: bool = False
) -> None:
    """Count the last try no longer: it was right, as far as it goes."""
    known = _known(session, account)
    for whence in _counted(origin, at_code=at_code):
        for tries in known:
            if tries.whence == whence:
                fewer = Tries(whence=whence, count=tries.count - 1, at=tries.at)
                accounts.count_try(session, account, fewer)


def was_right(
    session: Session, account: str, origin: Origin, *, at_code: bool = False
) -> None:
    """Forget what was tried from there; of what strange browsers tried from wherever, only the last."""
    take_back(session, account, origin, at_code=at_code)
    accounts.forget_tries(session, account, origin.whence)


def refuse_while_locked(known: Iterable[Tries], origin: Origin, now: datetime) -> None:
    """Raise `SignInLocked` while what was tried keeps this try from being looked at.

    From the fifth wrong one on from the same place: 5 minutes, doubling up to an hour.
    """
    known = list(known)
    until = [_locked_until(known, origin.whence, now)]
    if not origin.is_known:
        until += [_locked_until(known, CODES, now), _slow_until(known, now)]
    latest = max((each for each in until if each is not None), default=now)
    if now < latest:
        raise SignInLocked(ceil((latest - now).total_seconds()))


def _locked_until(known: list[Tries], whence: str, now: datetime) -> datetime | None:
    more = _count(known, whence, now) - TRIES_BEFORE_LOCK
    last = _last(known, whence, now)
    if more < 0 or last is None:
        return None
    lock: timedelta = FIRST_LOCK * 2 ** min(more, 10)
    return last + min(lock, LONGEST_LOCK)


def _slow_until(known: list[Tries], now: datetime) -> datetime | None:
    last = _last(known, ANYWHERE, now)
    if last is None or _count(known, ANYWHERE, now) < TRIES_BEFORE_SLOW:
        return None
    return last + SLOWLY


def _known(session: Session, account: str) -> list[Tries]:
    view = session.flush()
    return accounts.tries_of(view.connection, session.state.id, account)


def _counted(origin: Origin, *, at_code: bool) -> list[str]:
    together = [ANYWHERE, *([CODES] if at_code else [])]
    return [origin.whence, *([] if origin.is_known else together)]


def _count(known: Iterable[Tries], whence: str, now: datetime) -> int:
    return sum(t.count for t in known if t.whence == whence and _counts(t, now))


def _last(known: Iterable[Tries], whence: str, now: datetime) -> datetime | None:
    # What is yet to come was written by a clock that was wrong, and locks nobody.
    past = [tries.at for tries in known if tries.whence == whence and tries.at <= now]
    return max(past, default=None)


def _counts(tries: Tries, now: datetime) -> bool:
    return abs(now - tries.at) < FORGOTTEN_AFTER
