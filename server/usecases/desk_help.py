"""Somebody comes to a desk that called for help: from another desk, or a manager."""

from server.domain import events
from server.domain.branch import Desk
from server.domain.refusals import NoHelpCall
from server.store.session import Session
from server.usecases.steps.acting import who_helps


def come_to_desk(session: Session, number: int) -> Desk:
    """Return the desk, to which whoever asks is coming; raise `UnknownDesk`, `NotSignedIn`, `NoHelpCall`."""
    desk, helper = _calling(session, number), who_helps(session)
    if desk.helper == helper:
        return desk
    # As the console it came from, not as its desk: it is no act that the desk takes back.
    return session.record(events.HelperComing(desk=number, helper=helper))


def end_desk_help(session: Session, number: int) -> Desk:
    """Return the desk, which was helped; raise as `come_to_desk` does."""
    desk = _calling(session, number)
    who_helps(session)
    return session.record(events.HelpAsked(desk=desk.number, wanted=False))


def _calling(session: Session, number: int) -> Desk:
    desk = session.state.desk(number)
    if desk.help_since is None:
        raise NoHelpCall
    return desk
