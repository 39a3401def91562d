"""Desks: sign in and out, call next, take a break, undo, call for help, look."""

from collections.abc import Callable

from flask import current_app

from server.domain.branch import Desk
from server.domain.refusals import (
    BoundElsewhere,
    DeskPaused,
    DeskTaken,
    NoHelpCall,
    NothingToUndo,
    NotSignedIn,
    NotValid,
    PinLocked,
    ServicerElsewhere,
    StillServing,
    UnknownDesk,
    UnknownQueue,
    WrongPin,
)
from server.forecast.advice import Declined
from server.live.hub import Hub
from server.present import messages as present
from server.present.events import happened
from server.store.session import Session
from server.usecases.ask_help import AskHelp, ask_help
from server.usecases.call_next import CallNext, call_next
from server.usecases.desk_help import come_to_desk, end_desk_help
from server.usecases.lend_queue import (
    LendQueue,
    TakeQueueBack,
    lend_queue,
    take_queue_back,
)
from server.usecases.pause import Pause, open_again, pause
from server.usecases.sign_in import SignIn, sign_in
from server.usecases.sign_out import sign_out
from server.usecases.steps.acting import staff_of, this_desk
from server.usecases.try_pin import pin_was_right, refuse_while_locked, try_pin
from server.usecases.undo import Act, undo, undoable
from server.web.answers import Answer
from server.web.endpoint import ANY_DEVICE, Api, Request
from shared.wire import messages, requests
from shared.wire.messages import Role


def declare(api: Api) -> None:
    """Declare the endpoints."""
    _declare_sittings(api)
    _declare_calling(api)
    _declare_rest(api)
    _declare_help(api)
    _declare_lending(api)


def _declare_sittings(api: Api) -> None:
    @api.get(
        "/desks/<int:desk>",
        roles=ANY_DEVICE,
        gives={200: messages.Desk},
        refuses=[UnknownDesk],
    )
    def look(asked: Request, desk: int) -> Answer:
        """Who sits at the desk, whom they serve, and what they may undo until when."""
        with asked.reading() as view:
            found, last = view.desk(desk), view.last_act(desk)
            act = Act.of(last, view.ticket, view.branch.day, asked.now)
            serving, called = view.serving(desk), view.called
            return Answer(200, present.desk(found, serving, called, _offer(found, act)))

    @api.post(
        "/desks/<int:desk>/sign-in",
        roles={Role.CONSOLE},
        takes=requests.SignIn,
        gives={200: messages.Desk},
        refuses=[
            UnknownDesk,
            WrongPin,
            PinLocked,
            BoundElsewhere,
            DeskTaken,
            ServicerElsewhere,
        ],
    )
    def enter(asked: Request, desk: int) -> Answer:
        """Sign a servicer in at the desk, at this console."""
        body: requests.SignIn = asked.body
        _check_pin(asked, body)
        command = SignIn(desk=desk, servicer=body.servicer)
        return _desk_answer(asked, lambda session: sign_in(session, command))

    @api.post(
        "/desks/<int:desk>/sign-out",
        roles={Role.CONSOLE},
        takes=requests.Nothing,
        gives={200: messages.Desk},
        refuses=[UnknownDesk, NotSignedIn, StillServing],
    )
    def go(asked: Request, desk: int) -> Answer:
        """Sign the servicer out; the desk closes."""
        return _desk_answer(asked, lambda session: sign_out(session, desk))


def _declare_calling(api: Api) -> None:
    @api.post(
        "/desks/<int:desk>/call-next",
        roles={Role.CONSOLE},
        takes=requests.CallNext,
        gives={200: messages.Ticket, 204: None},
        refuses=[UnknownDesk, NotSignedIn, StillServing, DeskPaused],
    )
    def next_please(asked: Request, desk: int) -> Answer:
        """Call whoever is next for this desk; 204 when nobody waits."""
        command = CallNext(finish=asked.body.finish, store=asked.body.store)

        def work(session: Session) -> Answer:
            this_desk(session, desk)
            ticket = call_next(session, command)
            return (
                Answer(204) if ticket is None else Answer(200, present.ticket(ticket))
            )

        return asked.write(work)

    @api.post(
        "/desks/<int:desk>/undo",
        roles={Role.CONSOLE},
        takes=requests.Nothing,
        gives={200: messages.Desk},
        refuses=[UnknownDesk, NotSignedIn, NothingToUndo],
    )
    def take_back(asked: Request, desk: int) -> Answer:
        """Take back what the desk did last, within 10 s and if nobody has touched it since."""
        return _desk_answer(asked, lambda session: undo(session, desk))


def _declare_rest(api: Api) -> None:
    @api.post(
        "/desks/<int:desk>/pause",
        roles={Role.CONSOLE},
        takes=requests.Pause,
        gives={200: messages.Desk},
        refuses=[UnknownDesk, NotSignedIn, NotValid],
    )
    def rest(asked: Request, desk: int) -> Answer:
        """Take a break; a customer who is there is served to the end."""
        command = Pause(desk=desk, reason=asked.body.reason, until=asked.body.until)
        return _desk_answer(asked, lambda session: pause(session, command))

    @api.post(
        "/desks/<int:desk>/open",
        roles={Role.CONSOLE},
        takes=requests.Nothing,
        gives={200: messages.Desk},
        refuses=[UnknownDesk, NotSignedIn],
    )
    def come_back(asked: Request, desk: int) -> Answer:
        """Serve again after a break."""
        return _desk_answer(asked, lambda session: open_again(session, desk))


def _declare_help(api: Api) -> None:
    @api.post(
        "/desks/<int:desk>/help",
        roles={Role.CONSOLE},
        takes=requests.Help,
        gives={200: messages.Desk},
        refuses=[UnknownDesk, NotSignedIn],
    )
    def call_for_help(asked: Request, desk: int) -> Answer:
        """Call for help, or say that it has come."""
        command = AskHelp(desk=desk, wanted=asked.body.wanted)
        return _desk_answer(asked, lambda session: ask_help(session, command))

    @api.post(
        "/desks/<int:desk>/help/coming",
        roles={Role.CONSOLE, Role.MANAGER},
        takes=requests.Nothing,
        gives={200: messages.Desk},
        refuses=[UnknownDesk, NotSignedIn, NoHelpCall],
    )
    def come(asked: Request, desk: int) -> Answer:
        """Say that one is coming to the desk: somebody from the asking console's desk, or a manager."""
        return _others_desk(asked, lambda session: come_to_desk(session, desk))

    @api.post(
        "/desks/<int:desk>/help/done",
        roles={Role.CONSOLE, Role.MANAGER},
        takes=requests.Nothing,
        gives={200: messages.Desk},
        refuses=[UnknownDesk, NotSignedIn, NoHelpCall],
    )
    def end(asked: Request, desk: int) -> Answer:
        """Say that the desk was helped."""
        return _others_desk(asked, lambda session: end_desk_help(session, desk))


def _declare_lending(api: Api) -> None:
    @api.post(
        "/desks/<int:desk>/lend",
        roles={Role.CONSOLE, Role.MANAGER},
        takes=requests.LendQueue,
        gives={200: messages.Desk},
        refuses=[UnknownDesk, UnknownQueue, NotSignedIn, NotValid],
    )
    def lend(asked: Request, desk: int) -> Answer:
        """Let the desk serve one more queue until the business day ends: a manager any desk, a console the one that is signed in there."""
        command = LendQueue(desk=desk, queue=asked.body.queue)
        return _others_desk(asked, lambda session: lend_queue(session, command))

    @api.post(
        "/desks/<int:desk>/take-back",
        roles={Role.CONSOLE, Role.MANAGER},
        takes=requests.LendQueue,
        gives={200: messages.Desk},
        refuses=[UnknownDesk, NotSignedIn, NotValid],
    )
    def take_queue(asked: Request, desk: int) -> Answer:
        """Let the desk serve a queue no longer that it was lent, by whomever: a manager any desk, a console the one that is signed in there."""
        command = TakeQueueBack(desk=desk, queue=asked.body.queue)
        return _others_desk(asked, lambda session: take_queue_back(session, command))

    @api.post(
        "/desks/<int:desk>/not-now",
        roles={Role.CONSOLE, Role.MANAGER},
        takes=requests.LendQueue,
        gives={200: messages.Desk},
        refuses=[UnknownDesk, UnknownQueue, NotSignedIn],
    )
    def decline(asked: Request, desk: int) -> Answer:
        """Ask another desk than this one, where one could, to serve the queue too, until that is wanted anew: a manager for any desk, a console for the one that is signed in there."""
        declined = Declined(queue=asked.body.queue, desk=desk)

        def work(session: Session) -> Desk:
            session.state.queue(declined.queue)
            staff_of(session, desk)
            return session.state.desk(desk)

        answer = _others_desk(asked, work)
        hub: Hub = current_app.extensions["hub"]
        hub.decline(asked.asker.branch_id, declined)
        return answer


def _desk_answer(asked: Request, act: Callable[[Session], Desk]) -> Answer:
    def work(session: Session) -> Answer:
        desk = act(session)
        last = Act.of(
            session.last_act(desk.number),
            session.ticket,
            session.state.day,
            session.now,
        )
        serving, called = session.state.room.at_desk(desk.number), session.state.called
        return Answer(200, present.desk(desk, serving, called, _offer(desk, last)))

    return asked.write(work)


def _others_desk(asked: Request, act: Callable[[Session], Desk]) -> Answer:
    """Answer with a desk that is not the asker's: what it may undo is nobody else's business."""

    def work(session: Session) -> Answer:
        desk = act(session)
        serving = session.state.room.at_desk(desk.number)
        return Answer(200, present.desk(desk, serving, session.state.called))

    return asked.write(work)


def _offer(desk: Desk, last: Act) -> messages.Undo | None:
    offer = undoable(desk, last)
    if offer is None:
        return None
    what = happened(offer.row.event)
    return messages.Undo(what=what, until=offer.until, ticket=offer.label)


def _check_pin(asked: Request, body: requests.SignIn) -> None:
    """Raise `WrongPin`, `PinLocked` or `Busy`; each PIN that is looked at was counted before.

    Whoever does not serve here is answered in the same way and after the same time.
    """
    store, console = asked.store, asked.asker.actor.device or 0
    with asked.reading() as view:
        refuse_while_locked(view.pin_tries(console), asked.now)
        kept = view.pin_hash(body.servicer)
    with store.pins.place():
        asked.note(lambda session: try_pin(session, body.servicer))
        looked_at = kept or store.pins.nobodys
        if not store.wait(store.pins.is_right(body.pin, looked_at)):
            raise WrongPin
    asked.note(lambda session: pin_was_right(session, body.servicer, looked_at))
