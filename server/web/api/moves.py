"""What staff may do with a ticket."""

from collections.abc import Callable, Iterable
from functools import partial

import msgspec

from server.domain.moves import Move
from server.domain.refusals import (
    DeskPaused,
    NothingToUndo,
    NotSignedIn,
    NotValid,
    OtherDesk,
    PriorityNotAllowed,
    RecalledTooSoon,
    StillServing,
    TooLate,
    UnknownDesk,
    UnknownQueue,
    UnknownTicket,
    WrongState,
)
from server.domain.ticket import Ticket
from server.present import messages as present
from server.store.session import Session
from server.usecases.call_next import CallTicket, call_ticket
from server.usecases.cancel import cancel
from server.usecases.finish import finish
from server.usecases.hold import Hold, hold
from server.usecases.no_show import no_show
from server.usecases.note import Note, note
from server.usecases.prioritise import Prioritise, prioritise
from server.usecases.recall import recall
from server.usecases.rejoin import rejoin_at_desk
from server.usecases.resume import resume
from server.usecases.start import start
from server.usecases.take_back import TakeBack, take_back
from server.usecases.transfer import Transfer, transfer
from server.web.answers import Answer
from server.web.endpoint import Api, Request
from shared.wire import messages, requests
from shared.wire.messages import Role

Make = Callable[[Session, Request, int], Ticket]
"""A move: the session, the request, and the ticket's id."""

AT_CONSOLE = frozenset({Role.CONSOLE})
BY_MANAGERS = frozenset({Role.MANAGER})
BY_STAFF = frozenset({Role.CONSOLE, Role.MANAGER})


def declare(api: Api) -> None:
    """Declare one endpoint per move; a console makes it as the desk that is signed in there."""
    declare_move = partial(_declare_move, api)
    _declare_calls(declare_move)
    _declare_endings(declare_move)
    _declare_detours(declare_move)


def _declare_move(
    api: Api,
    name: Move | str,
    summary: str,
    make: Make,
    *,
    takes: type[msgspec.Struct] = requests.Nothing,
    refuses: Iterable[type[Exception]] = (),
    roles: frozenset[Role] = AT_CONSOLE,
) -> None:
    def view(asked: Request, id: int) -> Answer:
        def work(session: Session) -> Answer:
            ticket = make(session, asked, id)
            ahead, outlook = session.state.room.ahead(ticket), session.outlook
            return Answer(200, present.ticket(ticket, ahead=ahead, outlook=outlook))

        return asked.write(work)

    view.__doc__ = summary
    api.post(
        f"/tickets/<int:id>/{name}",
        roles=roles,
        takes=takes,
        gives={200: messages.Ticket},
        refuses=[UnknownTicket, NotSignedIn, WrongState, *refuses],
    )(view)


def _declare_calls(declare_move: Callable[..., None]) -> None:
    def call_it(session: Session, asked: Request, id: int) -> Ticket:
        command = CallTicket(ticket=id, finish=asked.body.finish)
        return call_ticket(session, command)

    declare_move(
        Move.CALL,
        "Call this very ticket, also one that was missed a moment ago.",
        call_it,
        takes=requests.CallTicket,
        refuses=[StillServing, DeskPaused, TooLate],
    )
    declare_move(
        Move.RECALL,
        "Ask the customer again, at most once per 5 s.",
        lambda session, _asked, id: recall(session, id),
        refuses=[OtherDesk, RecalledTooSoon],
    )
    declare_move(
        Move.START,
        "The customer has arrived.",
        lambda session, _asked, id: start(session, id),
        refuses=[OtherDesk],
    )


def _declare_endings(declare_move: Callable[..., None]) -> None:
    declare_move(
        Move.FINISH,
        "The customer has been served.",
        lambda session, _asked, id: finish(session, id),
        refuses=[OtherDesk],
    )
    declare_move(
        Move.NO_SHOW,
        "The customer did not come.",
        lambda session, _asked, id: no_show(session, id),
        refuses=[OtherDesk],
    )
    declare_move(
        Move.CANCEL,
        "Take the customer's place back.",
        lambda session, _asked, id: cancel(session, id),
        roles=BY_STAFF,
        refuses=[OtherDesk],
    )


def _declare_detours(declare_move: Callable[..., None]) -> None:
    def hold_it(session: Session, asked: Request, id: int) -> Ticket:
        return hold(session, Hold(ticket=id, reason=asked.body.reason))

    def transfer_it(session: Session, asked: Request, id: int) -> Ticket:
        command = Transfer(
            ticket=id,
            queue=asked.body.queue,
            desk=asked.body.desk,
            to_end=asked.body.to_end,
        )
        return transfer(session, command)

    def note_it(session: Session, asked: Request, id: int) -> Ticket:
        return note(session, Note(ticket=id, text=asked.body.text))

    declare_move(
        Move.HOLD,
        "Put the customer aside for a while.",
        hold_it,
        takes=requests.Hold,
        refuses=[OtherDesk],
    )
    declare_move(
        Move.RESUME,
        "Let a held customer wait again, at the old place.",
        lambda session, _asked, id: resume(session, id),
    )
    declare_move(
        Move.REJOIN,
        "Let a customer who missed the call wait again, near the front.",
        lambda session, _asked, id: rejoin_at_desk(session, id),
        refuses=[TooLate],
    )
    declare_move(
        Move.TRANSFER,
        "Send the customer to another queue or desk, with the same ticket.",
        transfer_it,
        takes=requests.Transfer,
        roles=BY_STAFF,
        refuses=[OtherDesk, UnknownQueue, UnknownDesk, NotValid],
    )

    def prioritise_it(session: Session, asked: Request, id: int) -> Ticket:
        command = Prioritise(
            ticket=id, priority=asked.body.priority, role=asked.asker.role
        )
        return prioritise(session, command)

    declare_move(
        Move.PRIORITISE,
        "Give a waiting customer a priority class, or none any more.",
        prioritise_it,
        takes=requests.GivePriority,
        roles=BY_STAFF,
        refuses=[NotValid, PriorityNotAllowed, OtherDesk],
    )
    declare_move(
        "undo",
        "Take back what this manager did to the ticket last, within 10 s and if nobody has touched it since.",
        lambda session, _asked, id: take_back(session, TakeBack(ticket=id)),
        roles=BY_MANAGERS,
        refuses=[NothingToUndo],
    )
    declare_move(
        "note",
        "Write something about the ticket, for colleagues only.",
        note_it,
        takes=requests.Note,
    )
