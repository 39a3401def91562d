"""Set the branch up."""

from dataclasses import dataclass, replace
from typing import Any
from zoneinfo import available_timezones

from server.domain import events
from server.domain.branch import BranchSettings
from server.domain.refusals import NotValid
from server.store.session import Session
from server.store.store import Clock


@dataclass(frozen=True, slots=True, kw_only=True)
class SetBranch:
    """Settings of the branch to change; fields of `BranchSettings` by name."""

    settings: dict[str, Any]


def set_branch(session: Session, clock: Clock, command: SetBranch) -> BranchSettings:
    """Return the branch's settings after the change; raise `NotValid`."""
    settings = replace(session.ledger.settings, **command.settings)
    if settings.time_zone not in available_timezones():
        raise NotValid("time_zone", f"“{settings.time_zone}” is not an IANA time zone.")
    session.record_branch(events.BranchConfigured(settings=settings), at=clock())
    return settings
