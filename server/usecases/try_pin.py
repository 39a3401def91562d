"""A PIN is tried at a console: counted before anybody looks at it, so that no more are looked at than may be."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from server.domain.refusals import PinLocked, WrongPin
from server.store import credentials
from server.store.credentials import Tries
from server.store.session import Session

TRIES_BEFORE_LOCK = 5
FIRST_LOCK = timedelta(minutes=5)
LONGEST_LOCK = timedelta(hours=1)
FORGOTTEN_AFTER = timedelta(days=1)
"""A try counts for a day, by a clock that may have been wrong: one a day ahead counts no more either."""

NOBODY = ""
"""Under this name tries for whoever does not serve here are counted, so that names made up take no room."""


def try_pin(session: Session, servicer: str) -> None:
    """Count one more try for this name at the console that asks; raise `PinLocked` instead while that is locked.

    The console is locked by the tries for all names together, and nobody is locked at another one.
    """
    console = _console(session)
    known = session.flush().pin_tries(console)
    refuse_while_locked(known, session.now)
    name = servicer if servicer in session.state.servicers() else NOBODY
    before = 0
    for tries in known:
        if not _counts(tries, session.now):
            credentials.forget_tries_for(session, console, tries.servicer)
        elif tries.servicer == name:
            before = tries.count
    credentials.count_try(session, console, Tries(name, before + 1, session.now))


def pin_was_right(session: Session, servicer: str, pin_hash: str) -> None:
    """Count the tries for this name at the console that asks no longer; those for other names stay.

    Raises `WrongPin` where the PIN that was looked at counts no more.
    """
    if session.flush().pin_hash(servicer) != pin_hash:
        raise WrongPin
    credentials.forget_tries_for(session, _console(session), servicer)


def refuse_while_locked(known: Iterable[Tries], now: datetime) -> None:
    """Raise `PinLocked` while these tries lock their console."""
    until = locked_until(known, now)
    if until is not None:
        raise PinLocked(int((until - now).total_seconds()) + 1)


def locked_until(known: Iterable[Tries], now: datetime) -> datetime | None:
    """Return until when these tries lock their console, None where they do not: from the fifth on 5 minutes, doubling up to an hour."""
    known = [tries for tries in known if _counts(tries, now)]
    more = sum(tries.count for tries in known) - TRIES_BEFORE_LOCK
    # What is yet to come was written by a clock that was wrong, and locks nobody.
    past = [tries.at for tries in known if tries.at <= now]
    if more < 0 or not past:
        return None
    until = max(past) + min(FIRST_LOCK * 2 ** min(more, 10), LONGEST_LOCK)
    return until if now < until else None


def _counts(tries: Tries, now: datetime) -> bool:
    return abs(now - tries.at) < FORGOTTEN_AFTER


def _console(session: Session) -> int:
    console = session.actor.device
    assert console is not None, "only a console signs anybody in"
    return console
