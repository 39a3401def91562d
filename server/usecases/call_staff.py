"""A manager asks everybody at the desks to come and help."""

from dataclasses import dataclass

from server.domain import events
from server.domain.phrases import phrase
from server.domain.refusals import NoHelpCall, NotSignedIn
from server.domain.today import StaffCall
from server.store.session import Session
from server.usecases.steps.acting import who_helps
from server.usecases.steps.day import keep_day
from server.usecases.steps.words import one_line

_MOST_LETTERS = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class CallStaff:
    """Why, and where to, in a manager's words; nothing where everybody knows."""

    reason: str | None = None


def call_staff(session: Session, command: CallStaff) -> StaffCall:
    """Return the call, which every console shows; raise `NotSignedIn` unless a manager asks, or `NotValid` for what no screen can show."""
    keep_day(session)
    manager = session.actor.manager
    if manager is None:
        raise NotSignedIn
    reason = command.reason and command.reason.strip()
    if reason:
        reason = one_line("reason", phrase("A message"), reason, _MOST_LETTERS)
    there = session.state.today.staff_call
    if there is None or (there.by, there.reason) != (manager, reason or None):
        session.record(events.StaffCalled(by=manager, reason=reason or None))
    call = session.state.today.staff_call
    assert call is not None
    return call


def end_staff_call(session: Session) -> None:
    """Forget the call: enough have come; raise `NotSignedIn`, or `NoHelpCall` where there is none."""
    who_helps(session)
    if session.state.today.staff_call is None:
        raise NoHelpCall
    session.record(events.StaffCallEnded())
