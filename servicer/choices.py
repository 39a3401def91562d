"""The state table of the console: which buttons there are, from what the console knows. Pure."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from servicer.state import ConsoleState
from servicer.terms import Deed
from shared.wire.messages import Ticket, TicketState

RECALL_AFTER = timedelta(seconds=5)
"""The server calls one ticket at most once in this time."""

MISSED_AFTER = timedelta(seconds=30)
"""Whoever was called and has not come by then is likely not to come."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One button: what it does, whether it can be pressed now, whether it is likely to be wanted, whether it is on."""

    deed: Deed
    enabled: bool = True
    prominent: bool = False
    on: bool = False


@dataclass(frozen=True, slots=True)
class Choices:
    """The primary button, which does nothing where nobody sits, and the others beside it."""

    primary: Choice = Choice(Deed.Nothing, enabled=False)
    others: tuple[Choice, ...] = ()

    def of(self, deed: Deed) -> Choice | None:
        """Return the button that does this, if there is one."""
        every = (self.primary, *self.others)
        return next((choice for choice in every if choice.deed is deed), None)


def choices(state: ConsoleState, now: datetime) -> Choices:
    """Return the buttons of a desk; without a seat there are none."""
    if state.seat is None:
        return Choices()
    ticket = state.here
    if state.away or state.parted:
        # A customer can be served without the server; that this one is done is kept and sent later.
        return Choices(
            Choice(Deed.CallNext, enabled=False)
            if ticket is None
            else Choice(Deed.Finish)
        )
    if ticket is None:
        return free(state)
    if ticket.state is TicketState.SERVING:
        return serving(state)
    since = since_call(state, ticket, now)
    return Choices(
        Choice(Deed.Start),
        (
            Choice(Deed.Recall, enabled=since >= RECALL_AFTER),
            Choice(Deed.NoShow, prominent=since >= MISSED_AFTER),
            Choice(Deed.Transfer),
            Choice(Deed.Cancel),
        ),
    )


def serving(state: ConsoleState) -> Choices:
    """Return the buttons of a desk whose customer is there; with nobody to call, done is all there is to do next."""
    aside = (Choice(Deed.Hold), Choice(Deed.Transfer), Choice(Deed.Note))
    if not state.line:
        return Choices(Choice(Deed.Finish), aside)
    return Choices(Choice(Deed.FinishAndCall), (Choice(Deed.Finish), *aside))


def free(state: ConsoleState) -> Choices:
    """Return the buttons of a desk at which nobody is."""
    if state.paused:
        return Choices(Choice(Deed.Open))
    if state.line:
        return Choices(
            Choice(Deed.CallNext),
            (Choice(Deed.CallTicket), Choice(Deed.WalkIn), Choice(Deed.Pause)),
        )
    return Choices(
        Choice(Deed.CallNext, enabled=False),
        (
            Choice(Deed.StoreNext, on=state.stored),
            Choice(Deed.WalkIn),
            Choice(Deed.Pause),
        ),
    )


def since_call(state: ConsoleState, ticket: Ticket, now: datetime) -> timedelta:
    """Return how long ago the ticket was called, by the server's clock."""
    return now + state.skew - (ticket.called_at or ticket.taken_at)
