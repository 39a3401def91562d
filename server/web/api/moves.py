"""What staff may do with a ticket."""

from collections.abc import Callable, Iterable
from functools import partial

import msgspec

from server.domain.refusals import (
    DeskPaused,
    NotSignedIn,
    NotValid,
    OtherDesk,
    RecalledTooSoon,
    StillServing,
    TooLate,
    UnknownDesk,
    UnknownQueue,
    UnknownTicket,
    WrongState,
)
from server.domain.ticket import Ticket
from server.live import present
from server.store.once import Answer
from server.store.session import Session
from server.usecases.call_next import CallTicket, call_ticket
from server.usecases.cancel import Cancel, cancel
from server.usecases.finish import finish
from server.usecases.hold import Hold, hold
from server.usecases.no_show import no_show
from server.usecases.note import Note, note
from server.usecases.recall import recall
from server.usecases.rejoin import rejoin_at_desk
from server.usecases.resume import resume
from server.usecases.start import start
from server.usecases.transfer import Transfer, transfer
from server.web.endpoint import Api, Call
from shared.wire import messages, requests
from shared.wire.messages import Role

Make = Callable[[Session, Call, int], Ticket]
"""A move: the session, the request, and the ticket's id."""

AT_CONSOLE = frozenset({Role.CONSOLE})
BY_STAFF = frozenset({Role.CONSOLE, Role.MANAGER})


def declare(api: Api) -> None:
    """Declare one endpoint per move; a console makes it as the desk that is signed in there."""
    declare_move = partial(_declare_move, api)
    _declare_calls(declare_move)
    _declare_endings(declare_move)
    _declare_detours(declare_move)


def _declare_move(
    api: Api,
    name: str,
    summary: str,
    make: Make,
    *,
    takes: type[msgspec.Struct] = requests.Nothing,
    refuses: Iterable[type[Exception]] = (),
    roles: frozenset[Role] = AT_CONSOLE,
) -> None:
    def view(call: Call, id: int) -> Answer:
        def work(session: Session) -> Answer:
            ticket = make(session, call, id)
            return Answer(200, present.ticket(ticket, ahead=session.ahead(ticket)))

        return call.write(work)

    view.__doc__ = summary
    api.post(
        f"/tickets/<int:id>/{name}",
        roles=roles,
        takes=takes,
        gives={200: messages.Ticket},
        refuses=[UnknownTicket, NotSignedIn, WrongState, *refuses],
    )(view)


def _declare_calls(declare_move: Callable[..., None]) -> None:
    def call_it(session: Session, call: Call, id: int) -> Ticket:
        command = CallTicket(ticket=id, finish=call.body.finish)
        return call_ticket(session, call.clock, command)

    declare_move(
        "call",
        "Call this very ticket.",
        call_it,
        takes=requests.CallTicket,
        refuses=[StillServing, DeskPaused],
    )
    declare_move(
        "recall",
        "Ask the customer again, at most once per 5 s.",
        lambda session, call, id: recall(session, call.clock, id),
        refuses=[OtherDesk, RecalledTooSoon],
    )
    declare_move(
        "start",
        "The customer has arrived.",
        lambda session, call, id: start(session, call.clock, id),
        refuses=[OtherDesk],
    )


def _declare_endings(declare_move: Callable[..., None]) -> None:
    def cancel_it(session: Session, call: Call, id: int) -> Ticket:
        command = Cancel(ticket=id, manager=_by_manager(call))
        return cancel(session, call.clock, command)

    declare_move(
        "finish",
        "The customer has been served.",
        lambda session, call, id: finish(session, call.clock, id),
        refuses=[OtherDesk],
    )
    declare_move(
        "no-show",
        "The customer did not come.",
        lambda session, call, id: no_show(session, call.clock, id),
        refuses=[OtherDesk],
    )
    declare_move(
        "cancel",
        "Take the customer's place back.",
        cancel_it,
        roles=BY_STAFF,
        refuses=[OtherDesk],
    )


def _declare_detours(declare_move: Callable[..., None]) -> None:
    def hold_it(session: Session, call: Call, id: int) -> Ticket:
        return hold(session, call.clock, Hold(ticket=id, reason=call.body.reason))

    def transfer_it(session: Session, call: Call, id: int) -> Ticket:
        command = Transfer(
            ticket=id,
            queue=call.body.queue,
            desk=call.body.desk,
            to_end=call.body.to_end,
            manager=_by_manager(call),
        )
        return transfer(session, call.clock, command)

    def note_it(session: Session, call: Call, id: int) -> Ticket:
        return note(session, call.clock, Note(ticket=id, text=call.body.text))

    declare_move(
        "hold",
        "Put the customer aside for a while.",
        hold_it,
        takes=requests.Hold,
        refuses=[OtherDesk],
    )
    declare_move(
        "resume",
        "Let a held customer wait again, at the old place.",
        lambda session, call, id: resume(session, call.clock, id),
    )
    declare_move(
        "rejoin",
        "Let a customer who missed the call wait again, near the front.",
        lambda session, call, id: rejoin_at_desk(session, call.clock, id),
        refuses=[TooLate],
    )
    declare_move(
        "transfer",
        "Send the customer to another queue or desk, with the same ticket.",
        transfer_it,
        takes=requests.Transfer,
        roles=BY_STAFF,
        refuses=[OtherDesk, UnknownQueue, UnknownDesk, NotValid],
    )
    declare_move(
        "note",
        "Write something about the ticket, for colleagues only.",
        note_it,
        takes=requests.Note,
    )


def _by_manager(call: Call) -> bool:
    return call.device.role == Role.MANAGER
