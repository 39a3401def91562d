"""How each deed is done: one row says all that buttons, answers, the server and a crash need to know. Pure."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, auto

from msgspec import Struct

from servicer.state import ConsoleState, Details
from servicer.terms import Asks, Deed
from shared.wire import messages, requests, routes
from shared.wire.messages import Desk, Ticket

Route = Callable[[int, int], str]
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


def at_desk(action: str) -> Route:
    """Return the path of what the desk itself does."""
    return lambda desk, _ticket: routes.desk(desk, action)


def with_ticket(move: str) -> Route:
    """Return the path of a move of one ticket: the customer's at the desk, or the chosen one."""
    return lambda _desk, ticket: routes.ticket(ticket, move)


def new_ticket(_desk: int, _ticket: int) -> str:
    """Return the path where tickets are taken."""
    return routes.TICKETS


def nothing(_details: Details, _now: datetime) -> Struct:
    """Say no more than the path does."""
    return requests.Nothing()


def off(_state: ConsoleState) -> bool:
    """Return that a deed which is no switch is never on."""
    return False


@dataclass(frozen=True, slots=True)
class Way:
    """How one deed is done.

    `route` makes a path of the desk's number and the ticket's id, `message` a body of the details and the server's
    time; `answer` is what comes back. `asks` is what the servicer is asked first. A deed that `ends` parts with the
    desk's customer; one that is `kept` is true whether or not the server has heard of it, and is sent even after a
    crash. `while_away` may be begun while the server is away, `undoable` can be taken back. Where `is_on`, pressing
    once more turns it off.
    """

    route: Route
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
        at_desk("sign-in"),
        Desk,
        Needs.SEAT_CHOSEN,
        lambda given, _: requests.SignIn(servicer=given.text, pin=given.pin),
        while_away=True,
        undoable=False,
    ),
    Deed.SignOut: Way(
        at_desk("sign-out"), Desk, Needs.NO_CUSTOMER, while_away=True, undoable=False
    ),
    Deed.CallNext: Way(
        at_desk("call-next"), Ticket, Needs.BUTTON, lambda *_: requests.CallNext()
    ),
    Deed.CallTicket: Way(
        with_ticket("call"),
        Ticket,
        Needs.TICKET,
        lambda *_: requests.CallTicket(),
        asks=Asks.Ticket,
    ),
    Deed.WalkIn: Way(
        new_ticket,
        Ticket,
        Needs.NOTHING,
        lambda given, _: requests.TakeNumber(queue=given.text, call=True),
        asks=Asks.Queue,
    ),
    Deed.StoreNext: Way(
        at_desk("call-next"),
        Ticket,
        Needs.BUTTON,
        lambda given, _: requests.CallNext(store=given.wanted),
        is_on=lambda state: state.stored,
    ),
    Deed.Recall: Way(with_ticket("recall"), Ticket, Needs.BUTTON),
    Deed.Start: Way(with_ticket("start"), Ticket, Needs.BUTTON, kept=True),
    Deed.Finish: Way(
        with_ticket("finish"),
        Ticket,
        Needs.BUTTON,
        ends=True,
        kept=True,
        while_away=True,
    ),
    Deed.FinishAndCall: Way(
        at_desk("call-next"),
        Ticket,
        Needs.BUTTON,
        lambda *_: requests.CallNext(finish=True),
        ends=True,
    ),
    Deed.NoShow: Way(
        with_ticket("no-show"), Ticket, Needs.BUTTON, ends=True, kept=True
    ),
    Deed.Hold: Way(
        with_ticket("hold"),
        Ticket,
        Needs.CUSTOMER,
        lambda given, _: requests.Hold(reason=given.text or None),
        asks=Asks.Reason,
        ends=True,
    ),
    Deed.Resume: Way(with_ticket("resume"), Ticket, Needs.TICKET),
    Deed.Transfer: Way(
        with_ticket("transfer"),
        Ticket,
        Needs.CUSTOMER,
        lambda given, _: requests.Transfer(
            queue=given.text or None, desk=given.number or None
        ),
        asks=Asks.Place,
        ends=True,
    ),
    Deed.Cancel: Way(
        with_ticket("cancel"),
        Ticket,
        Needs.CUSTOMER,
        asks=Asks.Confirmation,
        ends=True,
    ),
    Deed.Note: Way(
        with_ticket("note"),
        Ticket,
        Needs.CUSTOMER,
        lambda given, _: requests.Note(text=given.text),
        asks=Asks.Remark,
    ),
    Deed.Pause: Way(
        at_desk("pause"),
        Desk,
        Needs.NOTHING,
        lambda given, now: requests.Pause(
            reason=given.text or None, until=back_at(given, now)
        ),
        asks=Asks.Minutes,
    ),
    Deed.Open: Way(at_desk("open"), Desk, Needs.BUTTON),
    Deed.Help: Way(
        at_desk("help"),
        Desk,
        Needs.NOTHING,
        lambda given, _: requests.Help(wanted=given.wanted),
        is_on=lambda state: state.helped,
    ),
    Deed.Undo: Way(at_desk("undo"), Desk, Needs.OFFER, ends=True, undoable=False),
}
