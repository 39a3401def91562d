"""Taking a number, and what became of its paper."""

from server.domain.refusals import (
    DeskPaused,
    NotSignedIn,
    NotValid,
    PriorityNotAllowed,
    QueueClosed,
    QueueFull,
    StillServing,
    UnknownQueue,
    UnknownTicket,
)
from server.domain.ticket import PrintState
from server.live import present
from server.store.once import Answer
from server.store.session import Session
from server.usecases.note_print import NotePrint, note_print
from server.usecases.take_number import TakeNumber, take_number
from server.usecases.walk_in import WalkIn, walk_in
from server.web.endpoint import Api, Call
from shared.wire import messages, requests
from shared.wire.messages import Role


def declare(api: Api) -> None:
    """Declare the endpoints."""

    @api.post(
        "/tickets",
        roles={Role.KIOSK, Role.CONSOLE},
        takes=requests.TakeNumber,
        gives={201: messages.Ticket},
        refuses=[
            UnknownQueue,
            QueueClosed,
            QueueFull,
            NotValid,
            PriorityNotAllowed,
            NotSignedIn,
            StillServing,
            DeskPaused,
        ],
    )
    def take(call: Call) -> Answer:
        """Take a number in a queue; for a customer already at the desk, call it there at once."""
        body: requests.TakeNumber = call.body
        command = TakeNumber(
            queue=body.queue,
            role=call.device.role,
            language=body.language,
            priority=body.priority,
            will_print=body.will_print,
        )

        def work(session: Session) -> Answer:
            if body.call:
                at_once = WalkIn(take=command, finish=body.finish)
                ticket = walk_in(session, call.clock, at_once)
            else:
                ticket = take_number(session, call.clock, command)
            return Answer(201, present.ticket(ticket, ahead=session.ahead(ticket)))

        return call.write(work)

    @api.post(
        "/tickets/<int:id>/print",
        roles={Role.KIOSK, Role.CONSOLE},
        takes=requests.PrintOutcome,
        gives={200: messages.Ticket},
        refuses=[UnknownTicket],
    )
    def printed(call: Call, id: int) -> Answer:
        """Say what became of the ticket's paper."""
        body: requests.PrintOutcome = call.body
        command = NotePrint(
            ticket=id, outcome=PrintState(body.outcome), reason=body.reason
        )
        return call.write(
            lambda session: Answer(
                200, present.ticket(note_print(session, call.clock, command))
            )
        )
