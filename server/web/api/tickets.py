"""Taking a number."""

from server.domain.refusals import QueueClosed, QueueFull, UnknownQueue
from server.live import present
from server.store.once import Answer
from server.store.session import Session
from server.usecases.take_number import TakeNumber, take_number
from server.web.endpoint import Api, Call
from shared.wire import messages
from shared.wire.messages import Role


def declare(api: Api) -> None:
    """Declare the endpoint."""

    @api.post(
        "/tickets",
        roles={Role.KIOSK, Role.CONSOLE},
        takes=messages.TakeNumber,
        gives={201: messages.Ticket},
        refuses=[UnknownQueue, QueueClosed, QueueFull],
    )
    def take(call: Call) -> Answer:
        """Take a number in a queue."""
        body: messages.TakeNumber = call.body
        command = TakeNumber(
            queue=body.queue, language=body.language, priority=body.priority
        )

        def work(session: Session) -> Answer:
            ticket = take_number(session, call.clock, command)
            return Answer(201, present.ticket(ticket, ahead=session.ahead(ticket)))

        return call.write(work)
