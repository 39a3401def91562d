"""Where a ticket's phones are reached by push; kept beside the journal, and only while the ticket lives."""

from dataclasses import dataclass

import sqlalchemy as sa

from server.domain.ticket import TicketState
from server.store import tables
from server.store.session import Session
from server.store.view import View

_p, _t = tables.push.c, tables.ticket.c
_OF_TICKET = (
    sa.select(_p.endpoint, _p.p256dh, _p.auth, _p.language)
    .where(_p.branch_id == sa.bindparam("branch"), _p.ticket == sa.bindparam("ticket"))
    .order_by(_p.at)
)

ENDED = frozenset({TicketState.DONE, TicketState.LEFT, TicketState.EXPIRED})
"""In these a ticket's phones are forgotten; who missed the call may be called again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscription:
    """One browser of a ticket's customer: its address at the push service, its keys, and its language."""

    endpoint: str
    p256dh: str
    auth: str
    language: str


def find(view: View, ticket: int) -> list[Subscription]:
    """Return the ticket's browsers, the one that asked first first."""
    values = {"branch": view.branch.id, "ticket": ticket}
    rows = view.connection.execute(_OF_TICKET, values)
    return [
        Subscription(endpoint=endpoint, p256dh=p256dh, auth=auth, language=language)
        for endpoint, p256dh, auth, language in rows
    ]


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
