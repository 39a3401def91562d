"""What is known of a branch's waits at one moment, as everybody is told it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from server.domain.promise import Promise
from server.domain.ticket import Ticket, TicketState
from server.forecast.advice import NO_ADVICE, Advice


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """How long everybody who waits will wait still, by ticket, and whoever came now, by queue, as of journal row `seq`.

    Nobody is in it of whom nothing can be said: no open desk serves them. `waiting` has how many waited in each queue then, `further`
    by how much longer those would wait who came right after a newcomer, one by one, `shown` what screens say of newcomers: they do not flicker, so that it may be a little older. `advice` is for whoever looks after the hall, and
    `usual` for those at the desks: how long customers of a queue usually keep one.
    """

    seq: int = 0
    tickets: Mapping[int, Promise] = field(default_factory=dict)
    newcomers: Mapping[str, Promise] = field(default_factory=dict)
    waiting: Mapping[str, int] = field(default_factory=dict)
    further: Mapping[str, Sequence[Promise]] = field(default_factory=dict)
    shown: Mapping[str, Promise] = field(default_factory=dict)
    advice: Advice = NO_ADVICE
    usual: Mapping[str, Promise] = field(default_factory=dict)

    def says_what(self, other: "Outlook") -> bool:
        """Return whether people are told the same by the other one."""
        return (self.shown, self.tickets, self.advice) == (
            other.shown,
            other.tickets,
            other.advice,
        )

    def of(self, ticket: Ticket) -> Promise | None:
        """Return how long the ticket will wait still; whoever came after that row waits as was promised at the door, and of whoever was moved since nothing is known yet."""
        if ticket.state is not TicketState.WAITING:
            return None
        if ticket.id > self.seq:
            return ticket.promise
        if ticket.touched > self.seq:
            return None
        return self.tickets.get(ticket.id)

    def of_newcomer(self, queue: str, ahead: int) -> Promise | None:
        """Return how long somebody will wait who comes now and finds so many before them, whoever else came or went since."""
        promise = self.newcomers.get(queue)
        if promise is None:
            return None
        waiting = self.waiting.get(queue, ahead)
        further = self.further.get(queue)
        if ahead <= waiting or not further:
            return promise.times((ahead + 1) / (waiting + 1))
        more = ahead - waiting
        if more <= len(further):
            return promise.longer_by(further[more - 1])
        return promise.longer_by(further[-1].times(more / len(further)))

    def shown_of(self, queue: str, waiting: int) -> Promise | None:
        """Return what screens say of newcomers to a queue in which so many wait; if others came or went since, what is known of that."""
        if waiting == self.waiting.get(queue, waiting):
            return self.shown.get(queue, self.newcomers.get(queue))
        return self.of_newcomer(queue, waiting)


UNKNOWN = Outlook()
"""Nothing is known of anybody."""
