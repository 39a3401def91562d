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
Then = Callable[[Details], tuple[Deed, ...]]


class Needs(Enum):
    """What a deed cannot be done without; all but the last need somebody signed in."""

    NOTHING = auto()
    BUTTON = auto()  # the desk offers it now, see choices.py
    CUSTOMER = auto()  # somebody is at the desk
    NO_CUSTOMER = auto()  # nobody is
    TICKET = (
        auto()
    )  # a ticket chosen by its id: an open one, or a missed one that may come back
    KIOSK = auto()  # a kiosk at which somebody asks for help
    COLLEAGUE = auto()  # another desk that calls for help
    STAFF_CALL = auto()  # a manager who calls everybody
    QUEUE = auto()  # a queue that the desk does not serve
    LOAN = auto()  # a queue that the desk serves for today alone
    OFFER = auto()  # something that may be taken back
    SEAT_CHOSEN = auto()  # nobody signed in, but a desk and a name chosen


class At(Enum):
    """Whose path a deed goes to."""

    DESK = auto()
    TICKET = auto()  # the customer's at the desk, or the chosen one
    ENTRANCE = auto()  # where tickets are taken
    KIOSK = auto()  # one that somebody calls for help from
    COLLEAGUE = auto()  # another desk, the chosen one
    STAFF_CALL = auto()  # a manager's call to everybody at the desks
    HALL = auto()  # everybody who waits


def nothing(_details: Details, _now: datetime) -> Struct:
    """Say no more than the path does."""
    return requests.Nothing()


def queue_named(details: Details, _now: datetime) -> requests.LendQueue:
    """Return which queue it is about."""
    return requests.LendQueue(queue=details.text)


def nothing_more(_details: Details) -> tuple[Deed, ...]:
    """Leave it at that."""
    return ()


def noted(details: Details) -> tuple[Deed, ...]:
    """Write the note on the new ticket, where there is one."""
    return (Deed.Note,) if details.note else ()


def served(details: Details) -> tuple[Deed, ...]:
    """Whoever walked in stands here: the note, and then they are served."""
    return (*noted(details), Deed.Start)


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
    more turns it off. What it is followed by, `then` says.
    """

    at: At
    route: str
    answer: type[messages.Message]
    needs: Needs
    message: Message = nothing
    asks: Asks = Asks.Nothing
    ends: bool = False
    kept: bool = False
    while_away: bool = False
    undoable: bool = True
    then: Then = nothing_more
    is_on: Callable[[ConsoleState], bool] = off

    @property
    def outlasts(self) -> bool:
        """Whether it is tried until the server answers, however long that is away.

        What was done with the customer at the desk is: it will be as true later. A call is not: nobody is to be called
        to a desk long after somebody pressed for it.
        """
        return self.while_away or self.kept or self.needs is Needs.CUSTOMER


def number_for(details: Details, *, call: bool) -> requests.TakeNumber:
    """Return the request of a new number."""
    return requests.TakeNumber(
        queue=details.text,
        language=details.language or None,
        priority=details.priority or None,
        call=call,
    )


def sent_to(details: Details) -> requests.Transfer:
    """Return where a chosen ticket goes, from the key of a place: `queue-parking`, `desk-4`."""
    kind, _, name = details.text.partition("-")
    if kind == "desk":
        return requests.Transfer(desk=int(name))
    return requests.Transfer(queue=name)


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
        lambda given, _: number_for(given, call=True),
        asks=Asks.Newcomer,
        then=served,
    ),
    Deed.GiveNumber: Way(
        At.ENTRANCE,
        "",
        Ticket,
        Needs.NOTHING,
        lambda given, _: number_for(given, call=False),
        undoable=False,
        then=noted,
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
    Deed.Rejoin: Way(At.TICKET, "rejoin", Ticket, Needs.TICKET),
    Deed.GivePriority: Way(
        At.TICKET,
        "priority",
        Ticket,
        Needs.TICKET,
        lambda given, _: requests.GivePriority(priority=given.text or None),
        asks=Asks.Class,
    ),
    Deed.Send: Way(
        At.TICKET,
        "transfer",
        Ticket,
        Needs.TICKET,
        lambda given, _: sent_to(given),
        asks=Asks.Place,
    ),
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
        lambda given, _: requests.Note(text=given.note or given.text),
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
    Deed.HelpComing: Way(
        At.KIOSK, "coming", messages.Message, Needs.KIOSK, undoable=False
    ),
    Deed.HelpDone: Way(At.KIOSK, "done", messages.Message, Needs.KIOSK, undoable=False),
    Deed.DeskHelpComing: Way(
        At.COLLEAGUE, "help/coming", Desk, Needs.COLLEAGUE, undoable=False
    ),
    Deed.DeskHelpDone: Way(
        At.COLLEAGUE, "help/done", Desk, Needs.COLLEAGUE, undoable=False
    ),
    Deed.StaffCallDone: Way(
        At.STAFF_CALL, "done", messages.Message, Needs.STAFF_CALL, undoable=False
    ),
    Deed.ServeToo: Way(At.DESK, "lend", Desk, Needs.QUEUE, queue_named, undoable=False),
    Deed.ServeNoMore: Way(
        At.DESK, "take-back", Desk, Needs.LOAN, queue_named, undoable=False
    ),
    Deed.SayToAll: Way(
        At.HALL,
        "",
        messages.Message,
        Needs.NOTHING,
        lambda given, now: requests.SayToAll(
            texts=dict(given.texts), until=back_at(given, now)
        ),
        asks=Asks.Words,
        undoable=False,
    ),
    Deed.Undo: Way(At.DESK, "undo", Desk, Needs.OFFER, ends=True, undoable=False),
}
