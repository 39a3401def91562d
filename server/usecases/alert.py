"""A customer asks to be alerted by push, or no longer."""

from dataclasses import replace

from server.domain.refusals import TooLate
from server.domain.ticket import OPEN_STATES
from server.store import pushes
from server.store.pushes import Subscription
from server.store.session import Session

MOST_BROWSERS = 5
"""Per ticket: a family's phones. The one that asked first goes when there are more."""


def keep_alert(session: Session, ticket_id: int, browser: Subscription) -> None:
    """Alert this browser when the ticket is called, and once when it is as near as asked; raise `TooLate` when it has ended."""
    ticket = session.ticket(ticket_id)
    if ticket.state not in OPEN_STATES:
        raise TooLate(ticket, "be alerted")
    ahead = session.state.room.ahead(ticket)
    if ahead is not None and ahead <= browser.ahead:
        # Whoever asks stands that near already, and sees it.
        browser = replace(browser, ahead=pushes.TOLD)
    others = [
        known.endpoint
        for known in pushes.find(session.flush(), ticket_id)
        if known.endpoint != browser.endpoint
    ]
    too_many = max(0, len(others) + 1 - MOST_BROWSERS)
    for endpoint in others[:too_many]:
        pushes.drop(session, ticket_id, endpoint)
    pushes.keep(session, ticket_id, browser)


def drop_alert(session: Session, ticket_id: int, endpoint: str) -> None:
    """Alert this browser no longer; nothing happens when it never was."""
    pushes.drop(session, ticket_id, endpoint)
