"""The calls that a board shows, newest first, as they follow from the tickets that were called last."""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass

from server.domain.ticket import AT_DESK, Ticket

RECENT_CALLS = 12
"""A board's calls are those of the tickets called last, so many; one whose customer waits again has gone from it."""


@dataclass(frozen=True, slots=True)
class RecentCalls:
    """Today's tickets that were called last, oldest call first: all whose last call is in journal row `since` or later."""

    tickets: tuple[Ticket, ...] = ()
    since: int = 0

    @classmethod
    def known(cls, calls: Mapping[int, Ticket], *, complete: bool) -> "RecentCalls":
        """Return these tickets, by the seq of their last call; `complete` when no others were called."""
        tickets = tuple(calls[seq] for seq in sorted(calls))
        return cls(tickets, 0 if complete else min(calls))

    def on_board(self) -> list[Ticket]:
        """Return the tickets that the board shows, newest call first."""
        return on_board(self.tickets[-RECENT_CALLS:])

    def with_ticket(self, ticket: Ticket, *, today: bool, spare: int) -> "RecentCalls":
        """Return the calls after the ticket has become so; `spare` are kept beyond those of a board, for each desk may undo one."""
        calls = [call for call in self.tickets if call.id != ticket.id]
        since, seq = self.since, ticket.called_seq or 0
        gone = ticket.is_test and ticket.state not in AT_DESK
        if seq and seq >= since and today and not gone:
            place = bisect_left(calls, seq, key=lambda call: call.called_seq or 0)
            calls.insert(place, ticket)
        surplus = len(calls) - RECENT_CALLS - spare
        if surplus > 0:
            del calls[:surplus]
            since = calls[0].called_seq or 0
        return RecentCalls(tuple(calls), since)


def on_board(called: tuple[Ticket, ...] | list[Ticket]) -> list[Ticket]:
    """Return, newest first, whom of those called last the board shows; `called` is oldest first."""
    return [ticket for ticket in reversed(called) if ticket.desk is not None]
