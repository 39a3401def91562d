"""What each desk is about, as far as that is needed to foresee when it calls the next one."""

from datetime import datetime

from server.domain.branch import Desk, DeskState
from server.domain.state import BranchState
from server.domain.ticket import Ticket, TicketState
from server.forecast.scene import AtWork, Busy

_GONE_AFTER_S = 300.0
"""A free desk that calls nobody for so long, while somebody waits whom it may serve, is not counted on."""


class Work:
    """Since when each desk has its customer, and since when each free one could call somebody; seconds since 1970."""

    def __init__(self) -> None:
        self.since: dict[int, float] = {}
        self.could_since: dict[int, float | None] = {}

    def note_waiting(self, ticket: Ticket, state: BranchState, at: float) -> None:
        """Somebody waits who did not a moment ago."""
        for number, since in self.could_since.items():
            if since is None and _may_call(state.all_desks[number], ticket):
                self.could_since[number] = at

    def note_gone(self, state: BranchState) -> None:
        """Somebody waits no longer."""
        for number, since in self.could_since.items():
            if since is not None and not _could(state, number):
                self.could_since[number] = None

    def note_called(self, desk: int, at: float) -> float | None:
        """The desk has called somebody; return how long it took, where it could have done so before."""
        could_since = self.could_since.pop(desk, None)
        self.since[desk] = at
        return None if could_since is None else at - could_since

    def note_free(self, number: int, state: BranchState, at: float) -> float:
        """Whoever was at the desk is there no longer; return for how long they were."""
        took = at - self.since.pop(number, at)
        self.look(number, state, at)
        return took

    def look(self, number: int, state: BranchState, at: float) -> None:
        """See whether the desk is free to call, after it changed."""
        desk = state.all_desks[number]
        is_free = desk.state is DeskState.OPEN and state.room.at_desk(number) is None
        if not is_free or desk.removed:
            self.could_since.pop(number, None)
        elif not _could(state, number):
            self.could_since[number] = None
        elif self.could_since.get(number) is None:
            self.could_since[number] = at

    def now(self, state: BranchState, at: float) -> list[AtWork]:
        """Return the desks that will call somebody, and what they are about."""
        found = (self._now(desk, state, at) for desk in state.desks())
        return [each for each in found if each is not None]

    def _now(self, desk: Desk, state: BranchState, at: float) -> AtWork | None:
        ticket = state.room.at_desk(desk.number)
        if ticket is not None and desk.state is not DeskState.CLOSED:
            since = self.since.get(desk.number, ticket.since.timestamp())
            busy = AtWork(desk, Busy.SERVING, max(0.0, at - since), ticket.queue)
            return busy if desk.state is DeskState.OPEN else None
        match desk.state:
            case DeskState.CLOSED:
                return None
            case DeskState.PAUSED:
                left = 0.0 if desk.back_at is None else desk.back_at.timestamp() - at
                return AtWork(desk, Busy.AWAY, left) if left > 0 else None
            case DeskState.OPEN:
                since = self.could_since.get(desk.number) or at
                could = max(0.0, at - since)
                is_gone = could > _GONE_AFTER_S
                return None if is_gone else AtWork(desk, Busy.FREE, could)

    def shift(self, by: float) -> None:
        """The clock was set."""
        self.since = {number: at + by for number, at in self.since.items()}
        self.could_since = {
            number: None if at is None else at + by
            for number, at in self.could_since.items()
        }


def _could(state: BranchState, number: int) -> bool:
    return bool(state.room.heads(state.all_desks[number]))


def _may_call(desk: Desk, ticket: Ticket) -> bool:
    if ticket.for_desk is not None:
        return ticket.for_desk == desk.number
    return ticket.queue in desk.serves


def is_waiting(ticket: Ticket | None) -> bool:
    """Return whether there is such a ticket, and it waits."""
    return ticket is not None and ticket.state is TicketState.WAITING


def seconds(moment: datetime) -> float:
    """Return the moment as seconds since 1970."""
    return moment.timestamp()
