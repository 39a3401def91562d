"""How each deed is done: one row says all that buttons, answers, the server and a crash need to know. Pure."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, auto

from msgspec import Struct

from servicer.state import ConsoleState, Details
from servicer.terms import Asks, Deed
from shared.wire import messages, requests
from shared.wire.messages import Desk, Ticket

Message = Callable[[Details, datetime], Struct]


class Needs(Enum):
    """What a deed cannot be done without; all but the last need somebody signed in."""

    NOTHING = auto()
    BUTTON = auto()  # the desk offers it now, see choices.py
    CUSTOMER = auto()  # somebody is at the desk
    NO_CUSTOMER = auto()  # nobody is
    TICKET = auto()  # an open ticket, chosen by its id
    OFFER = auto()  # something that may be taken back
    SEAT_CHOSEN = auto()  # nobody signed in, but a desk and a name chosen


class At(Enum):
    """Whose path a deed goes to."""

    DESK = auto()
    TICKET = auto()  # the customer's at the desk, or the chosen one
    ENTRANCE = auto()  # where tickets are taken


def nothing(_details: Details, _now: datetime) -> Struct:
    """Say no more than the path does."""
    return requests.Nothing()


def off(_state: ConsoleState) -> bool:
    """Return that a deed which is no switch is never on."""
    return False


@dataclass(frozen=True, slots=True)
class Way:
    """How one deed is done.

    `route` is the last word of the path; `message` makes a body of the details and the server's time, and `answer` is
    what comes back. `asks` is what the servicer is asked first. What `ends` parts with the desk's customer; what is
    `kept` is true whether or not the server has heard of it, and is sent even after a crash. What may be begun
    `while_away` needs no server at that moment; what is `undoable` can be taken back. Where `is_on`, pressing once
    more turns it off.
    """

    at: At
    route: str
    answer: type[messages.Ticket] | type[messages.Desk]
    needs: Needs
    message: Message = nothing
    asks: Asks = Asks.Nothing
    ends: bool = False
    kept: bool = False
    while_away: bool = False
    undoable: bool = True
    is_on: Callable[[ConsoleState], bool] = off


def back_at(details: Details, now: datetime) -> datetime | None:
    """Return when a break of so many minutes ends; none is until the servicer is back."""
    return now + timedelta(minutes=details.number) if details.number else None


DEEDS: Mapping[Deed, Way] = {
    Deed.SignIn: Way(
        At.DESK,
        "sign-in",
        Desk,
        Needs.SEAT_CHOSEN,
        lambda given, _: requests.SignIn(servicer=given.text, pin=given.pin),
        while_away=True,
        undoable=False,
    ),
    Deed.SignOut: Way(
        At.DESK, "sign-out", Desk, Needs.NO_CUSTOMER, while_away=True, undoable=False
    ),
    Deed.CallNext: Way(
        At.DESK, "call-next", Ticket, Needs.BUTTON, lambda *_: requests.CallNext()
    ),
    Deed.CallTicket: Way(
        At.TICKET,
        "call",
        Ticket,
        Needs.TICKET,
        lambda *_: requests.CallTicket(),
        asks=Asks.Ticket,
    ),
    Deed.WalkIn: Way(
        At.ENTRANCE,
        "",
        Ticket,
        Needs.NOTHING,
        lambda given, _: requests.TakeNumber(queue=given.text, call=True),
        asks=Asks.Queue,
    ),
    Deed.StoreNext: Way(
        At.DESK,
        "call-next",
        Ticket,
        Needs.BUTTON,
        lambda given, _: requests.CallNext(store=given.wanted),
        is_on=lambda state: state.stored,
    ),
    Deed.Recall: Way(At.TICKET, "recall", Ticket, Needs.BUTTON),
    Deed.Start: Way(At.TICKET, "start", Ticket, Needs.BUTTON, kept=True),
    Deed.Finish: Way(
        At.TICKET,
        "finish",
        Ticket,
        Needs.BUTTON,
        ends=True,
        kept=True,
        while_away=True,
    ),
    Deed.FinishAndCall: Way(
        At.DESK,
        "call-next",
        Ticket,
        Needs.BUTTON,
        lambda *_: requests.CallNext(finish=True),
        ends=True,
    ),
    Deed.NoShow: Way(At.TICKET, "no-show", Ticket, Needs.BUTTON, ends=True, kept=True),
    Deed.Hold: Way(
        At.TICKET,
        "hold",
        Ticket,
        Needs.CUSTOMER,
        lambda given, _: requests.Hold(reason=given.text or None),
        asks=Asks.Reason,
        ends=True,
    ),
    Deed.Resume: Way(At.TICKET, "resume", Ticket, Needs.TICKET),
    Deed.Transfer: Way(
        At.TICKET,
        "transfer",
        Ticket,
        Needs.CUSTOMER,
        lambda given, _: requests.Transfer(
            queue=given.text or None, desk=given.number or None
        ),
        asks=Asks.Place,
        ends=True,
    ),
    Deed.Cancel: Way(
        At.TICKET,
        "cancel",
        Ticket,
        Needs.CUSTOMER,
        asks=Asks.Confirmation,
        ends=True,
    ),
    Deed.Note: Way(
        At.TICKET,
        "note",
        Ticket,
        Needs.CUSTOMER,
        lambda given, _: requests.Note(text=given.text),
        asks=Asks.Remark,
    ),
    Deed.Pause: Way(
        At.DESK,
        "pause",
        Desk,
        Needs.NOTHING,
        lambda given, now: requests.Pause(
            reason=given.text or None, until=back_at(given, now)
        ),
        asks=Asks.Minutes,
    ),
    Deed.Open: Way(At.DESK, "open", Desk, Needs.BUTTON),
    Deed.Help: Way(
        At.DESK,
        "help",
        Desk,
        Needs.NOTHING,
        lambda given, _: requests.Help(wanted=given.wanted),
        is_on=lambda state: state.helped,
    ),
    Deed.Undo: Way(At.DESK, "undo", Desk, Needs.OFFER, ends=True, undoable=False),
}
