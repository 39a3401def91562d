"""What each deed asks of the server. Pure."""

from dataclasses import dataclass

from msgspec import Struct

from servicer.state import Act, ConsoleState
from servicer.viewmodels.console_terms import Terms
from shared.wire import messages, routes

Deed = Terms.Deed

MOVES = {
    Deed.Recall: "recall",
    Deed.Start: "start",
    Deed.Finish: "finish",
    Deed.NoShow: "no-show",
}
"""The deeds that are a move of the desk's ticket."""


@dataclass(frozen=True, slots=True)
class Request:
    """Where a deed goes, what it says, and what it is answered with."""

    path: str
    message: Struct
    kind: type[messages.Ticket] | type[messages.Desk]


def sign_in(state: ConsoleState, pin: str) -> Request:
    """Return the request by which who was chosen sits down at the desk that was chosen."""
    chosen = state.chosen
    message = messages.SignIn(servicer=chosen.servicer or "", pin=pin)
    return Request(routes.desk(chosen.desk or 0, "sign-in"), message, messages.Desk)


def request_of(act: Act, desk: int) -> Request:
    """Return the request of any other act at this desk."""
    nothing = messages.Nothing()
    if act.deed is Deed.SignOut:
        return Request(routes.desk(desk, "sign-out"), nothing, messages.Desk)
    if act.deed in (Deed.CallNext, Deed.FinishAndCall):
        call = messages.CallNext(finish=act.deed is Deed.FinishAndCall)
        return Request(routes.desk(desk, "call-next"), call, messages.Ticket)
    assert act.ticket is not None
    path = routes.ticket(act.ticket.id, MOVES[act.deed])
    return Request(path, nothing, messages.Ticket)
