"""The waiting room: calls for help from its kiosks, and what is told to everybody in it."""

from server.domain.refusals import NoHelpCall, NotSignedIn, NotValid
from server.present import messages as present
from server.store.session import Session
from server.usecases.call_staff import CallStaff, call_staff, end_staff_call
from server.usecases.kiosk_help import (
    CallForHelp,
    call_for_help,
    come_to_help,
    end_help,
)
from server.usecases.setup.message import SayToAll, say_to_all
from server.usecases.steps.acting import signed_in_desk
from server.web.answers import Answer
from server.web.endpoint import Api, Request
from shared.wire import messages, requests
from shared.wire.messages import Role


def declare(api: Api) -> None:
    """Declare the endpoints."""
    _declare_help(api)
    _declare_staff_call(api)

    @api.post(
        "/message",
        roles={Role.CONSOLE, Role.MANAGER},
        takes=requests.SayToAll,
        gives={200: messages.Notice, 204: None},
        refuses=[NotSignedIn, NotValid],
    )
    def tell_everybody(asked: Request) -> Answer:
        """Tell everybody who waits something, on board, kiosks and phones; 204 when that was taken back."""
        command = SayToAll(texts=asked.body.texts, until=asked.body.until)

        def work(session: Session) -> Answer:
            if asked.asker.role is Role.CONSOLE:
                signed_in_desk(session)
            said = say_to_all(session, command)
            if said is None:
                return Answer(204)
            return Answer(200, present.notice(said))

        return asked.write(work)


def _declare_help(api: Api) -> None:
    @api.post(
        "/help",
        roles={Role.KIOSK},
        takes=requests.AskForHelp,
        gives={200: messages.HelpCall, 204: None},
    )
    def ask(asked: Request) -> Answer:
        """A customer at this kiosk calls for help, or needs none any more (204)."""
        kiosk = asked.asker.actor.device or 0
        command = CallForHelp(
            kiosk=kiosk, wanted=asked.body.wanted, language=asked.body.language
        )

        def work(session: Session) -> Answer:
            call_for_help(session, command)
            return _answer(session, kiosk)

        return asked.write(work)

    @api.post(
        "/help/<int:device>/coming",
        roles={Role.CONSOLE, Role.MANAGER},
        takes=requests.Nothing,
        gives={200: messages.HelpCall, 204: None},
        refuses=[NotSignedIn, NoHelpCall],
    )
    def come(asked: Request, device: int) -> Answer:
        """Say that somebody from this desk, or a manager, is coming to the kiosk."""

        def work(session: Session) -> Answer:
            come_to_help(session, device)
            return _answer(session, device)

        return asked.write(work)

    @api.post(
        "/help/<int:device>/done",
        roles={Role.CONSOLE, Role.MANAGER},
        takes=requests.Nothing,
        gives={204: None},
        refuses=[NotSignedIn, NoHelpCall],
    )
    def end(asked: Request, device: int) -> Answer:
        """Say that whoever called for help at the kiosk was helped."""

        def work(session: Session) -> Answer:
            end_help(session, device)
            return Answer(204)

        return asked.write(work)


def _declare_staff_call(api: Api) -> None:
    @api.post(
        "/staff-call",
        roles={Role.MANAGER},
        takes=requests.CallStaff,
        gives={200: messages.StaffCall},
        refuses=[NotSignedIn],
    )
    def call(asked: Request) -> Answer:
        """Ask everybody at the desks to come and help; every console shows it."""
        command = CallStaff(reason=asked.body.reason)
        return asked.write(
            lambda session: Answer(
                200,
                present.staff_call(session.state, call_staff(session, command)),
            )
        )

    @api.post(
        "/staff-call/done",
        roles={Role.CONSOLE, Role.MANAGER},
        takes=requests.Nothing,
        gives={204: None},
        refuses=[NotSignedIn, NoHelpCall],
    )
    def enough(asked: Request) -> Answer:
        """Say that enough have come."""

        def work(session: Session) -> Answer:
            end_staff_call(session)
            return Answer(204)

        return asked.write(work)


def _answer(session: Session, kiosk: int) -> Answer:
    calls = present.help_calls(session.state)
    call = next((each for each in calls if each.device == kiosk), None)
    return Answer(204) if call is None else Answer(200, call)
