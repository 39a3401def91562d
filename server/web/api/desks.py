"""Desks: sign in and out, call next, look."""

from server.domain.refusals import (
    DeskTaken,
    NotSignedIn,
    PinLocked,
    ServicerElsewhere,
    StillServing,
    UnknownDesk,
    WrongPin,
)
from server.live import present
from server.store import pins
from server.store.once import Answer
from server.store.session import Session
from server.usecases.call_next import CallNext, call_next
from server.usecases.console import require_desk
from server.usecases.sign_in import SignIn, note_wrong_pin, refuse_while_locked, sign_in
from server.usecases.sign_out import sign_out
from server.web.aside import aside
from server.web.endpoint import ANY_DEVICE, Api, Call
from shared.wire import messages
from shared.wire.messages import Role


def declare(api: Api) -> None:
    """Declare the endpoints."""

    @api.get(
        "/desks/<int:desk>",
        roles=ANY_DEVICE,
        gives={200: messages.Desk},
        refuses=[UnknownDesk],
    )
    def look(call: Call, desk: int) -> Answer:
        """Who sits at the desk and whom they serve."""
        with call.reading() as view:
            return Answer(200, present.desk(view.desk(desk), view.serving(desk)))

    @api.post(
        "/desks/<int:desk>/sign-in",
        roles={Role.CONSOLE},
        takes=messages.SignIn,
        gives={200: messages.Desk},
        refuses=[UnknownDesk, WrongPin, PinLocked, DeskTaken, ServicerElsewhere],
    )
    def enter(call: Call, desk: int) -> Answer:
        """Sign a servicer in at the desk, at this console."""
        body: messages.SignIn = call.body
        _check_pin(call, body)
        command = SignIn(desk=desk, servicer=body.servicer, device=call.device.id)

        def work(session: Session) -> Answer:
            signed_in = sign_in(session, call.clock, command)
            return Answer(200, present.desk(signed_in, session.serving(desk)))

        return call.write(work)

    @api.post(
        "/desks/<int:desk>/sign-out",
        roles={Role.CONSOLE},
        takes=messages.Nothing,
        gives={200: messages.Desk},
        refuses=[UnknownDesk, NotSignedIn, StillServing],
    )
    def go(call: Call, desk: int) -> Answer:
        """Sign the servicer out; the desk closes."""
        return call.write(
            lambda session: Answer(
                200, present.desk(sign_out(session, call.clock, desk), None)
            )
        )

    @api.post(
        "/desks/<int:desk>/call-next",
        roles={Role.CONSOLE},
        takes=messages.CallNext,
        gives={200: messages.Ticket, 204: None},
        refuses=[UnknownDesk, NotSignedIn, StillServing],
    )
    def next_please(call: Call, desk: int) -> Answer:
        """Call whoever is next for this desk; 204 when nobody waits."""
        command = CallNext(finish=call.body.finish)

        def work(session: Session) -> Answer:
            require_desk(session, desk)
            ticket = call_next(session, call.clock, command)
            return (
                Answer(204) if ticket is None else Answer(200, present.ticket(ticket))
            )

        return call.write(work)


def _check_pin(call: Call, body: messages.SignIn) -> None:
    """Raise `WrongPin` or `PinLocked`; a wrong one is counted."""
    with call.reading() as view:
        refuse_while_locked(view, call.clock, body.servicer)
        pin = view.pin(body.servicer)
    if aside(pins.is_right, body.pin, pin.hash):
        return
    call.note(lambda session: note_wrong_pin(session, call.clock, body.servicer))
    raise WrongPin
