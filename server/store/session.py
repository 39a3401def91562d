"""One unit of work on one branch: what the use cases read, and the only way they change anything."""

from dataclasses import replace
from datetime import datetime
from typing import overload

import sqlalchemy as sa

from server.domain import events
from server.domain.branch import Desk
from server.domain.events import Actor, Recorded
from server.domain.moves import check_move, move_of
from server.domain.state import BranchState
from server.domain.ticket import Ticket
from server.forecast.outlook import UNKNOWN, Outlook
from server.store.changes import Changes
from server.store.tokens import TicketTokens
from server.store.view import View


class Session:
    """A unit's branch as it stands now (`state`), its one instant (`now`), who acts in it (`actor`), what only the server can compute (`tokens`), and what is known of waits (`outlook`).

    What it records is part of the state at once, and in the tables with the commit.
    """

    def __init__(
        self,
        view: View,
        state: BranchState,
        earlier: Changes,
        actor: Actor,
        now: datetime,
        tokens: TicketTokens,
        outlook: Outlook = UNKNOWN,
        *,
        is_put_right: bool = True,
    ) -> None:
        """`is_put_right` is False where the clock was set and what that changes could not be recorded yet."""
        self.state = state
        self.is_put_right = is_put_right
        self.actor = actor
        self.now = now
        self.changes = Changes()
        self._view = view
        self._earlier = earlier
        self._act = state.seq + 1
        self.tokens = tokens
        self.outlook = outlook

    def flush(self) -> View:
        """Write what earlier units of this commit did, and return a view of the tables as they are then."""
        self._earlier.write(self._view.connection, self.tokens)
        return self._view

    def ticket(self, id: int) -> Ticket:
        """Return the ticket, open or ended; raise `UnknownTicket`."""
        return (
            self.state.room.ticket(id)
            or self.changes.ticket(self.state.id, id)
            or self._earlier.ticket(self.state.id, id)
            or self._view.ticket(id)
        )

    def last_act(self, desk: int) -> list[Recorded]:
        """Return the rows of what a desk did last, in order, also in this unit; empty when it never did anything."""
        own = [change.row for change in self.changes.made]
        mine = [row for row in own if row.actor.desk == desk]
        return mine or self.flush().last_act(desk)

    def acting(self, who: Desk | Actor) -> "Acting":
        """Record as somebody else within a `with`: as the servicer at this desk, beside whoever asked, or as this actor."""
        if isinstance(who, Desk):
            who = replace(self.actor, desk=who.number, servicer=who.servicer)
        return Acting(self, who)

    @overload
    def record(
        self, event: events.TicketEvent, about: Ticket | None = None
    ) -> Ticket: ...
    @overload
    def record(self, event: events.DeskEvent) -> Desk: ...
    @overload
    def record(self, event: events.BranchEvent) -> None: ...
    def record(
        self, event: events.Event, about: Ticket | None = None
    ) -> Ticket | Desk | None:
        """Write a row of the journal, and return what it is about as it stands then: a ticket, or else a desk.

        A ticket that is just taken is about no other; its id is the row's seq. Raises `WrongState` for a move that may not
        start from where the ticket stands.
        """
        move = move_of(event)
        if move is not None and about is not None:
            check_move(about, move)
        seq = self.state.seq + 1
        id = about.id if about is not None else None
        row = Recorded(
            seq=seq,
            act=self._act,
            at=self.now,
            actor=self.actor,
            event=event,
            ticket=seq if isinstance(event, events.Taken) else id,
        )
        change = self.state.apply(row, about)
        self.changes.add(change)
        return change.after or change.desk

    def beside(self, statement: sa.Insert | sa.Update | sa.Delete) -> None:
        """Change what is kept beside the journal: secrets, and what is kept for a while only."""
        self.changes.statements.append(statement)


class Acting:
    """A stretch of a unit in which somebody acts."""

    def __init__(self, session: Session, actor: Actor) -> None:
        self._session = session
        self._actor = actor

    def __enter__(self) -> None:
        self._before, self._session.actor = self._session.actor, self._actor

    def __exit__(self, *failure: object) -> None:
        self._session.actor = self._before
