"""Where a ticket's phones are reached by push; kept beside the journal, and only while the ticket lives."""

from dataclasses import dataclass

import sqlalchemy as sa

from server.domain.ticket import Ticket, TicketState
from server.store import tables
from server.store.session import Session
from server.store.view import View

_p, _t = tables.push.c, tables.ticket.c
_OF_TICKET = (
    sa.select(_p.endpoint, _p.p256dh, _p.auth, _p.language, _p.ahead)
    .where(_p.branch_id == sa.bindparam("branch"), _p.ticket == sa.bindparam("ticket"))
    .order_by(_p.at)
)

TOLD = -1
MOST_AHEAD = 9
"""Nobody asks to be told earlier."""

ENDED = frozenset({TicketState.DONE, TicketState.LEFT, TicketState.EXPIRED})
"""In these a ticket's phones are forgotten; who missed the call may be called again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscription:
    """One browser of a ticket's customer: its address at the push service, its keys, and its language.

    It is told once when only so many are `ahead`; `TOLD` when it was.
    """

    endpoint: str
    p256dh: str
    auth: str
    language: str
    ahead: int = 0


def find(view: View, ticket: int) -> list[Subscription]:
    """Return the ticket's browsers, the one that asked first first."""
    values = {"branch": view.branch.id, "ticket": ticket}
    rows = view.connection.execute(_OF_TICKET, values)
    return [
        Subscription(
            endpoint=endpoint, p256dh=p256dh, auth=auth, language=language, ahead=ahead
        )
        for endpoint, p256dh, auth, language, ahead in rows
    ]


def near(view: View, queue: str) -> list[tuple[Ticket, int, Subscription]]:
    """Return who waits in the queue as near as they asked to be told, how many are ahead of them, and their browser."""
    return [
        (ticket, ahead, browser)
        for ahead, ticket in enumerate(view.front_of(queue, MOST_AHEAD + 1))
        for browser in find(view, ticket.id)
        if ahead <= browser.ahead
    ]


def told(session: Session, ticket: int, endpoint: str) -> None:
    """Remember that this browser was told that its customer is nearly there."""
    those = sa.update(tables.push).where(
        _p.branch_id == session.state.id, _p.ticket == ticket, _p.endpoint == endpoint
    )
    session.beside(those.values(ahead=TOLD))


def keep(session: Session, ticket: int, browser: Subscription) -> None:
    """Keep the browser; what was known of the same one is replaced."""
    drop(session, ticket, browser.endpoint)
    session.beside(
        sa.insert(tables.push).values(
            branch_id=session.state.id,
            ticket=ticket,
            endpoint=browser.endpoint,
            p256dh=browser.p256dh,
            auth=browser.auth,
            language=browser.language,
            ahead=browser.ahead,
            at=session.now,
        )
    )


def drop(session: Session, ticket: int, endpoint: str | None = None) -> None:
    """Forget the browser at this endpoint, or all of the ticket."""
    those = sa.delete(tables.push).where(
        _p.branch_id == session.state.id, _p.ticket == ticket
    )
    session.beside(those if endpoint is None else those.where(_p.endpoint == endpoint))


def drop_ended(session: Session) -> None:
    """Forget the browsers of every ticket that has ended, or is of an earlier day."""
    ended = sa.or_(_t.state.in_(ENDED), _t.day < session.state.day)
    branch = session.state.id
    those = sa.select(_t.id).where(_t.branch_id == branch, ended)
    session.beside(
        sa.delete(tables.push).where(_p.branch_id == branch, _p.ticket.in_(those))
    )
