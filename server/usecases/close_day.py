"""The business day ends."""

from server.store.session import Session
from server.usecases.steps.day import keep_day


def close_day(session: Session) -> bool:
    """Close the branch's day if another has begun since; return whether it did."""
    return keep_day(session)
