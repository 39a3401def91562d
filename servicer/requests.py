"""What each deed asks of the server. Pure."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from msgspec import Struct

from servicer.state import Act, ConsoleState
from servicer.viewmodels.console_terms import Terms
from shared.wire import messages, requests, routes

Deed = Terms.Deed

MOVES = {
    Deed.Recall: "recall",
    Deed.Start: "start",
    Deed.Finish: "finish",
    Deed.NoShow: "no-show",
    Deed.Cancel: "cancel",
    Deed.Resume: "resume",
}
"""The deeds that are a move of a ticket and say nothing more."""

AT_DESK = {
    Deed.SignOut: "sign-out",
    Deed.Open: "open",
    Deed.Undo: "undo",
}
"""The deeds that are the desk's own and say nothing more."""


@dataclass(frozen=True, slots=True)
class Request:
    """Where a deed goes, what it says, and what it is answered with."""

    path: str
    message: Struct
    kind: type[messages.Ticket] | type[messages.Desk]


def sign_in(state: ConsoleState, pin: str) -> Request:
    """Return the request by which who was chosen sits down at the desk that was chosen."""
    chosen = state.chosen
    message = requests.SignIn(servicer=chosen.servicer or "", pin=pin)
    return Request(routes.desk(chosen.desk or 0, "sign-in"), message, messages.Desk)


def request_of(act: Act, desk: int, now: datetime) -> Request:
    """Return the request of any other act at this desk; `now` is by the server's clock."""
    if act.deed in AT_DESK:
        path = routes.desk(desk, AT_DESK[act.deed])
        return Request(path, requests.Nothing(), messages.Desk)
    match act.deed:
        case Deed.CallNext | Deed.FinishAndCall:
            call = requests.CallNext(finish=act.deed is Deed.FinishAndCall)
            return Request(routes.desk(desk, "call-next"), call, messages.Ticket)
        case Deed.StoreNext:
            store = requests.CallNext(store=act.details.number == 0)
            return Request(routes.desk(desk, "call-next"), store, messages.Ticket)
        case Deed.WalkIn:
            take = requests.TakeNumber(queue=act.details.text, call=True)
            return Request(routes.TICKETS, take, messages.Ticket)
        case Deed.Pause:
            back = _until(now, act.details.number)
            pause = requests.Pause(reason=act.details.text or None, until=back)
            return Request(routes.desk(desk, "pause"), pause, messages.Desk)
        case Deed.Help:
            wanted = requests.Help(wanted=act.details.number == 0)
            return Request(routes.desk(desk, "help"), wanted, messages.Desk)
    assert act.ticket is not None
    move, message = _move(act)
    return Request(routes.ticket(act.ticket.id, move), message, messages.Ticket)


def _move(act: Act) -> tuple[str, Struct]:
    details = act.details
    match act.deed:
        case Deed.Hold:
            return "hold", requests.Hold(reason=details.text or None)
        case Deed.Note:
            return "note", requests.Note(text=details.text)
        case Deed.Transfer:
            to_desk = details.number or None
            return "transfer", requests.Transfer(
                queue=details.text or None, desk=to_desk, to_end=False
            )
        case Deed.CallTicket:
            return "call", requests.CallTicket()
    return MOVES[act.deed], requests.Nothing()


def _until(now: datetime, minutes: int) -> datetime | None:
    return now + timedelta(minutes=minutes) if minutes else None
