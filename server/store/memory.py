"""Every branch as the units before have left it; until their commit is on disk, that can be taken back."""

import sqlalchemy as sa

from server.domain.state import BranchState, Mark
from server.store import branch_row, journal
from server.store.digests import Damaged
from server.store.load import forward, load
from server.store.view import View


class Memory:
    """What the writer remembers of each branch."""

    def __init__(self) -> None:
        self._states: dict[int, BranchState] = {}
        self._marks: dict[int, Mark] = {}
        """How each branch was before the commit that is being made."""
        self._unsure: set[int] = set()
        """Branches of which rows may be on disk that are not here: a commit has failed."""

    def branch(self, connection: sa.Connection, branch_id: int) -> BranchState:
        """Return the branch as it is now, and have it go `back` to there; raise `Damaged`."""
        state = self._states.get(branch_id)
        if state is None:
            state = load(View(connection, branch_row.read(connection, branch_id)))
            self._states[branch_id] = state
        elif branch_id in self._unsure:
            _catch_up(connection, state)
        self._unsure.discard(branch_id)
        if branch_id not in self._marks:
            self._marks[branch_id] = state.mark()
        return state

    def settle(self) -> None:
        """Have every branch stay as the commit has left it."""
        for branch_id in self._marks:
            self._states[branch_id].settle()
        self._marks.clear()

    def back(self) -> None:
        """Have every branch be as before the commit, of which nobody knows whether it is on disk; the journal will say.

        The tables are not asked: a row that is damaged there costs nobody anything but who needs that row.
        """
        for branch_id, mark in self._marks.items():
            self._states[branch_id].back(mark)
        self._unsure.update(self._states)
        self.settle()


def _catch_up(connection: sa.Connection, state: BranchState) -> None:
    """Bring the state as far as the journal goes; raise `Damaged` where that ends before it."""
    for _ in forward(View(connection, branch_row.of(state)), state):
        pass
    last = journal.last_seq(connection, state.id)
    if last != state.seq:
        raise Damaged(f"Journal rows {last + 1} to {state.seq} are lost.")
