"""Trying the whole way of a ticket out, with a number that counts nowhere."""

from server.domain.refusals import NotValid, UnknownDevice, UnknownQueue, UnknownTicket
from server.present import messages as present
from server.store.session import Session
from server.usecases.trial import (
    AwaitTestNumber,
    TakeTestNumber,
    await_test_number,
    end_test,
    take_test_number,
)
from server.web.answers import Answer
from server.web.endpoint import Api, Request
from shared.wire import messages, requests
from shared.wire.messages import Role

BY_MANAGERS = frozenset({Role.MANAGER})


def declare(api: Api) -> None:
    """Declare the endpoints."""

    @api.post(
        "/test-tickets",
        roles=BY_MANAGERS,
        takes=requests.TakeTestNumber,
        gives={201: messages.Ticket},
        refuses=[UnknownQueue],
    )
    def take(asked: Request) -> Answer:
        """Take a test number: it goes the whole way of a ticket, also in a queue that is closed, and counts in no figure."""
        command = TakeTestNumber(queue=asked.body.queue, language=asked.body.language)

        def work(session: Session) -> Answer:
            ticket = take_test_number(session, command)
            ahead = session.state.room.ahead(ticket)
            return Answer(
                201, present.ticket(ticket, ahead=ahead, outlook=session.outlook)
            )

        return asked.write(work)

    @api.post(
        "/test-tickets/next",
        roles=BY_MANAGERS,
        takes=requests.AwaitTestNumber,
        gives={204: None},
        refuses=[UnknownDevice, NotValid],
    )
    def await_one(asked: Request) -> Answer:
        """Let the next number that this kiosk gives, or any, be a test; within ten minutes."""
        command = AwaitTestNumber(device=asked.body.device)

        def work(session: Session) -> Answer:
            await_test_number(session, command)
            return Answer(204)

        return asked.write(work)

    @api.post(
        "/test-tickets/<int:id>/end",
        roles=BY_MANAGERS,
        takes=requests.Nothing,
        gives={204: None},
        refuses=[UnknownTicket, NotValid],
    )
    def end(asked: Request, id: int) -> Answer:
        """Let the test number be gone, wherever it stands."""

        def work(session: Session) -> Answer:
            end_test(session, id)
            return Answer(204)

        return asked.write(work)
