"""A branch from its journal alone."""

from collections.abc import Iterator

from server.domain.counting import Counter, QueueDay
from server.domain.state import BranchState, Change
from server.domain.ticket import Ticket
from server.store import journal
from server.store.view import View


class Replay:
    """A branch folded from its journal's first row on, with every ticket and counter there ever was; up to row `to` where one is said."""

    def __init__(self, view: View, to: int | None = None) -> None:
        self.state = BranchState(view.branch.id, view.branch.slug)
        self.tickets: dict[int, Ticket] = {}
        self.counters: dict[QueueDay, Counter] = {}
        self._rows = journal.read(view.connection, view.branch.id, to=to)

    def __iter__(self) -> Iterator[Change]:
        """Go one row further at each step; raise `OutOfSequence`."""
        for row in self._rows:
            ended = None if row.ticket is None else self.tickets.get(row.ticket)
            change = self.state.apply(row, ended)
            if change.after is not None:
                self.tickets[change.after.id] = change.after
            self.counters |= change.counters
            yield change
