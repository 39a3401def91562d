"""Desks: sign in and out, call next, take a break, undo, call for help, look."""

from collections.abc import Callable
from datetime import datetime

from server.domain.branch import Desk
from server.domain.refusals import (
    DeskPaused,
    DeskTaken,
    NothingToUndo,
    NotSignedIn,
    NotValid,
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
from server.store.view import View
from server.usecases.ask_help import AskHelp, ask_help
from server.usecases.call_next import CallNext, call_next
from server.usecases.console import this_desk
from server.usecases.pause import Pause, open_again, pause
from server.usecases.sign_in import SignIn, note_wrong_pin, refuse_while_locked, sign_in
from server.usecases.sign_out import sign_out
from server.usecases.undo import undo, undoable
from server.web.aside import aside
from server.web.endpoint import ANY_DEVICE, Api, Call
from shared.wire import messages, requests
from shared.wire.messages import Role


def declare(api: Api) -> None:
    """Declare the endpoints."""
    _declare_sittings(api)
    _declare_calling(api)
    _declare_rest(api)


def _declare_sittings(api: Api) -> None:
    @api.get(
        "/desks/<int:desk>",
        roles=ANY_DEVICE,
        gives={200: messages.Desk},
        refuses=[UnknownDesk],
    )
    def look(call: Call, desk: int) -> Answer:
        """Who sits at the desk, whom they serve, and what they may undo until when."""
        with call.reading() as view:
            return Answer(200, _shown(view, view.desk(desk), call.clock()))

    @api.post(
        "/desks/<int:desk>/sign-in",
        roles={Role.CONSOLE},
        takes=requests.SignIn,
        gives={200: messages.Desk},
        refuses=[UnknownDesk, WrongPin, PinLocked, DeskTaken, ServicerElsewhere],
    )
    def enter(call: Call, desk: int) -> Answer:
        """Sign a servicer in at the desk, at this console."""
        body: requests.SignIn = call.body
        _check_pin(call, body)
        command = SignIn(desk=desk, servicer=body.servicer, device=call.device.id)
        return _desk_answer(call, lambda session: sign_in(session, call.clock, command))

    @api.post(
        "/desks/<int:desk>/sign-out",
        roles={Role.CONSOLE},
        takes=requests.Nothing,
        gives={200: messages.Desk},
        refuses=[UnknownDesk, NotSignedIn, StillServing],
    )
    def go(call: Call, desk: int) -> Answer:
        """Sign the servicer out; the desk closes."""
        return _desk_answer(call, lambda session: sign_out(session, call.clock, desk))


def _declare_calling(api: Api) -> None:
    @api.post(
        "/desks/<int:desk>/call-next",
        roles={Role.CONSOLE},
        takes=requests.CallNext,
        gives={200: messages.Ticket, 204: None},
        refuses=[UnknownDesk, NotSignedIn, StillServing, DeskPaused],
    )
    def next_please(call: Call, desk: int) -> Answer:
        """Call whoever is next for this desk; 204 when nobody waits."""
        command = CallNext(finish=call.body.finish, store=call.body.store)

        def work(session: Session) -> Answer:
            this_desk(session, desk)
            ticket = call_next(session, call.clock, command)
            return (
                Answer(204) if ticket is None else Answer(200, present.ticket(ticket))
            )

        return call.write(work)

    @api.post(
        "/desks/<int:desk>/undo",
        roles={Role.CONSOLE},
        takes=requests.Nothing,
        gives={200: messages.Desk},
        refuses=[UnknownDesk, NotSignedIn, NothingToUndo],
    )
    def take_back(call: Call, desk: int) -> Answer:
        """Take back what the desk did last, within 10 s and if nobody has touched it since."""
        return _desk_answer(call, lambda session: undo(session, call.clock, desk))


def _declare_rest(api: Api) -> None:
    @api.post(
        "/desks/<int:desk>/pause",
        roles={Role.CONSOLE},
        takes=requests.Pause,
        gives={200: messages.Desk},
        refuses=[UnknownDesk, NotSignedIn, NotValid],
    )
    def rest(call: Call, desk: int) -> Answer:
        """Take a break; a customer who is there is served to the end."""
        command = Pause(desk=desk, reason=call.body.reason, until=call.body.until)
        return _desk_answer(call, lambda session: pause(session, call.clock, command))

    @api.post(
        "/desks/<int:desk>/open",
        roles={Role.CONSOLE},
        takes=requests.Nothing,
        gives={200: messages.Desk},
        refuses=[UnknownDesk, NotSignedIn],
    )
    def come_back(call: Call, desk: int) -> Answer:
        """Serve again after a break."""
        return _desk_answer(call, lambda session: open_again(session, call.clock, desk))

    @api.post(
        "/desks/<int:desk>/help",
        roles={Role.CONSOLE},
        takes=requests.Help,
        gives={200: messages.Desk},
        refuses=[UnknownDesk, NotSignedIn],
    )
    def call_for_help(call: Call, desk: int) -> Answer:
        """Call for help, or say that it has come."""
        command = AskHelp(desk=desk, wanted=call.body.wanted)
        return _desk_answer(
            call, lambda session: ask_help(session, call.clock, command)
        )


def _desk_answer(call: Call, act: Callable[[Session], Desk]) -> Answer:
    return call.write(
        lambda session: Answer(200, _shown(session, act(session), call.clock()))
    )


def _shown(view: View, desk: Desk, now: datetime) -> messages.Desk:
    offer = undoable(view, desk, now)
    undo_offer = None
    if offer is not None:
        undo_offer = messages.Undo(
            what=present.HAPPENED[type(offer.row.event)],
            until=offer.until,
            ticket=offer.label,
        )
    return present.desk(desk, view.serving(desk.number), undo_offer)


def _check_pin(call: Call, body: requests.SignIn) -> None:
    """Raise `WrongPin` or `PinLocked`; a wrong one is counted."""
    with call.reading() as view:
        refuse_while_locked(view, call.clock, body.servicer)
        pin = view.pin(body.servicer)
    if aside(pins.is_right, body.pin, pin.hash):
        return
    call.note(lambda session: note_wrong_pin(session, call.clock, body.servicer))
    raise WrongPin
