"""Taking a number, finding it again, and what became of its paper."""

from flask import request

from server.domain.next_calls import next_calls
from server.domain.refusals import (
    DeskPaused,
    KioskClosed,
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
from server.present import messages as present
from server.store.session import Session
from server.usecases.note_print import NotePrint, note_print
from server.usecases.take_number import TakeNumber, take_number
from server.usecases.walk_in import WalkIn, walk_in
from server.usecases.withdraw import withdraw
from server.web.answers import Answer
from server.web.endpoint import Api, Parameter, Request
from server.web.hung_up import has_hung_up
from shared.labels import labels_meant
from shared.wire import messages, requests, routes
from shared.wire.messages import Role


def declare(api: Api) -> None:
    """Declare the endpoints."""

    @api.post(
        "/tickets",
        roles={Role.KIOSK, Role.CONSOLE},
        takes=requests.TakeNumber,
        gives={201: messages.Ticket, 204: None},
        refuses=[
            UnknownQueue,
            QueueClosed,
            QueueFull,
            KioskClosed,
            NotValid,
            PriorityNotAllowed,
            NotSignedIn,
            StillServing,
            DeskPaused,
        ],
    )
    def take(asked: Request) -> Answer:
        """Take a number in a queue; for a customer already at the desk, call it there at once. 204: it was withdrawn before it came, or its sender has hung up."""
        if has_hung_up():
            return Answer(204)
        body: requests.TakeNumber = asked.body
        command = TakeNumber(
            queue=body.queue,
            role=asked.asker.role,
            language=body.language,
            priority=body.priority,
            will_print=body.will_print,
        )

        def work(session: Session) -> Answer:
            if body.call:
                at_once = WalkIn(take=command, finish=body.finish)
                ticket = walk_in(session, at_once)
            else:
                ticket = take_number(session, command)
            state = session.state
            ahead = state.room.ahead(ticket)
            is_next = ahead is not None and ticket.id in next_calls(
                state.desks(), state.room.heads
            )
            told = present.ticket(
                ticket, ahead=ahead, next=is_next, outlook=session.outlook
            )
            return Answer(201, told)

        return asked.write(work)

    @api.get(
        "/tickets",
        roles={Role.CONSOLE, Role.MANAGER},
        gives={200: list[messages.Ticket]},
        parameters=[
            Parameter(
                "label",
                "query",
                {"type": "string"},
                "The label, as somebody says it: `a001`, `A 1`.",
            )
        ],
    )
    def find(asked: Request) -> Answer:
        """Today's tickets of this label, wherever they stand; none where there is no such number today."""
        outlook = asked.outlook
        with asked.reading() as view:
            found = view.tickets_labelled(labels_meant(request.args.get("label", "")))
            told = [
                present.ticket(each, ahead=view.place_of(each)[0], outlook=outlook)
                for each in found
            ]
            return Answer(200, told)

    @api.post(
        "/tickets/withdraw",
        roles={Role.KIOSK},
        takes=requests.TakeNumber,
        gives={200: messages.Ticket, 204: None},
        refuses=[UnknownTicket],
    )
    def take_back(asked: Request) -> Answer:
        """Withdraw the `POST /tickets` of this Idempotency-Key and body: its customer has gone.

        The ticket that it gave is left (200). Where it gave none (204), it gives none either when it arrives later.
        """
        given = asked.forestall(routes.TICKETS).message
        if not isinstance(given, messages.Ticket):
            return Answer(204)
        id = given.id
        return asked.once_more(
            lambda session: Answer(200, present.ticket(withdraw(session, id)))
        )

    @api.post(
        "/tickets/<int:id>/print",
        roles={Role.KIOSK, Role.CONSOLE},
        takes=requests.PrintOutcome,
        gives={200: messages.Ticket},
        refuses=[UnknownTicket],
    )
    def printed(asked: Request, id: int) -> Answer:
        """Say what became of the ticket's paper; a kiosk, of one that it gave itself."""
        body: requests.PrintOutcome = asked.body
        asker = asked.asker
        command = NotePrint(
            ticket=id,
            outcome=PrintState(body.outcome),
            reason=body.reason,
            given_by=asker.actor.device if asker.role is Role.KIOSK else None,
        )
        return asked.write(
            lambda session: Answer(200, present.ticket(note_print(session, command)))
        )
