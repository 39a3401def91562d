"""The live picture of one branch: what is open now, kept by folding events, so that no watcher costs a query."""

from collections import Counter, deque
from dataclasses import replace
from datetime import datetime

from server.domain import events
from server.domain.branch import Desk, Queue
from server.domain.life import after_call, desk_of, evolve_desk
from server.domain.limits import Load, open_desks
from server.domain.room import Room
from server.domain.ticket import Ticket
from server.live import present
from server.store.ledger import Ledger
from server.store.session import Told
from server.store.view import View
from shared.wire import messages


class Picture:
    """A branch as it stands after journal row `seq`; built from a view, then kept by `apply`."""

    def __init__(self, view: View) -> None:
        self._ledger: Ledger = view.ledger
        self.seq = view.ledger.seq
        self._queues: dict[str, Queue] = {q.slug: q for q in view.queues()}
        self._desks: dict[int, Desk] = {d.number: d for d in view.desks()}
        self._servicers = {servicer.name for servicer in view.servicers()}
        self._room = Room(view.open_tickets())
        self._given = Counter(
            {queue: counter.given for (queue, _), counter in view.counters().items()}
        )
        self._calls: deque[Ticket] = deque(
            view.recent_calls(present.RECENT_CALLS), present.RECENT_CALLS
        )

    # --- keeping it -------------------------------------------------------------------------

    def apply(self, told: Told) -> None:
        """Bring the picture one journal row further."""
        self.seq = told.row.seq
        if told.after is not None:
            self._room.put(told.after)
            self._renew_call(told.before, told.after)
            if isinstance(told.row.event, events.Taken):
                self._given[told.after.queue] += 1
            if isinstance(told.row.event, events.Called):
                number = told.row.event.desk
                self._desks[number] = after_call(self._desks[number], told.row.event)
        else:
            self._apply_setup(told)

    def _renew_call(self, before: Ticket | None, after: Ticket) -> None:
        called_again = before is None or before.called_seq != after.called_seq
        if called_again or after.desk is None:
            for call in [call for call in self._calls if call.id == after.id]:
                self._calls.remove(call)
        if after.called_seq is None or after.desk is None:
            return
        if called_again:
            self._calls.appendleft(after)
        else:
            for place, call in enumerate(self._calls):
                if call.id == after.id:
                    self._calls[place] = after

    def _apply_setup(self, told: Told) -> None:
        match told.row.event:
            case events.QueueConfigured(queue=queue):
                self._queues.pop(queue.slug, None)
                if not queue.removed:
                    self._queues[queue.slug] = queue
            case events.DeskConfigured(desk=desk) if desk.number not in self._desks:
                self._desks[desk.number] = desk
            case events.DeskConfigured(desk=desk) if desk.removed:
                self._desks.pop(desk.number, None)
            case events.DeskConfigured(desk=desk):
                self._desks[desk.number] = evolve_desk(
                    self._desks[desk.number], told.row
                )
            case events.ServicerConfigured(servicer=servicer):
                self._servicers.discard(servicer.name)
                if not servicer.removed:
                    self._servicers.add(servicer.name)
            case events.BranchConfigured(settings=settings):
                self._ledger = replace(self._ledger, settings=settings)
            case events.DayClosed(opened=day):
                self._ledger = replace(self._ledger, day=day)
                self._given.clear()
                self._calls.clear()
            case event:
                number = desk_of(event)
                assert number is not None
                self._desks[number] = evolve_desk(self._desks[number], told.row)

    # --- showing it -------------------------------------------------------------------------

    def event(self, told: Told, now: datetime) -> messages.Event:
        """Return the row as watchers hear it, with what it is about as it stands now."""
        row, after, before = told.row, told.after, told.before
        happened = present.HAPPENED[type(row.event)]
        if after is not None:
            return messages.Event(
                seq=row.seq,
                at=row.at,
                event=happened,
                ticket=present.ticket(after),
                was=None if before is None else present.was(before),
            )
        number = desk_of(row.event)
        if number is not None:
            desk = present.desk(self._desks[number], self._room.at_desk(number))
            return messages.Event(seq=row.seq, at=row.at, event=happened, desk=desk)
        return messages.Event(
            seq=row.seq, at=row.at, event=happened, branch=self.branch(now)
        )

    def snapshot(self, now: datetime) -> messages.Snapshot:
        """Return everything a face needs to start from here."""
        return messages.Snapshot(
            seq=self.seq,
            branch=self.branch(now),
            board=present.board(self._calls, self.waiting(), self.seq),
            tickets=[present.ticket(t) for t in self._room.tickets()],
        )

    def branch(self, now: datetime) -> messages.Branch:
        """Return the branch as it stands."""
        return present.branch(
            self._ledger,
            sorted(self._queues.values(), key=lambda queue: queue.ordinal),
            sorted(self._desks.values(), key=lambda desk: desk.number),
            self._room.tickets(),
            self._loads(),
            sorted(self._servicers),
            now,
        )

    def waiting(self) -> dict[str, int]:
        """Return how many wait in each queue."""
        return {slug: len(self._room.line(slug)) for slug in self._queues}

    def _loads(self) -> dict[str, Load]:
        return {
            slug: Load(
                waiting=len(self._room.line(slug)),
                given=self._given[slug],
                desks=open_desks(self._desks.values(), slug),
            )
            for slug in self._queues
        }

    def places(self, queue: str) -> dict[int, int]:
        """Return how many wait ahead of each waiting ticket of the queue, by ticket id, in one pass."""
        return {id: ahead for ahead, (_, id) in enumerate(self._room.line(queue))}

    def open_ticket(self, id: int) -> Ticket | None:
        """Return the ticket if it has not ended."""
        return self._room.ticket(id)
