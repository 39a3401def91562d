"""What the command line may do beside the running server: set the branch up, and what managers do during the day."""

from dataclasses import dataclass

from server.domain.branch import Desk
from server.domain.ticket import Ticket
from server.store.session import Session
from server.usecases.call_staff import CallStaff, call_staff, end_staff_call
from server.usecases.cancel import cancel
from server.usecases.desk_help import come_to_desk, end_desk_help
from server.usecases.lend_queue import (
    LendQueue,
    TakeQueueBack,
    lend_queue,
    take_queue_back,
)
from server.usecases.prioritise import Prioritise, prioritise
from server.usecases.setup import COMMANDS, SetUp
from server.usecases.switch_kiosk import CloseKiosk, OpenKiosk, close_kiosk, open_kiosk
from server.usecases.switch_queue import (
    CloseQueue,
    LetHoursSay,
    OpenQueue,
    close_queue,
    let_hours_say,
    open_queue,
)
from server.usecases.take_back import TakeBack, take_back
from server.usecases.transfer import Transfer, transfer
from server.usecases.trial import (
    AwaitTestNumber,
    TakeTestNumber,
    await_test_number,
    end_test,
    take_test_number,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelTicket:
    """A ticket to cancel."""

    ticket: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ComeToDesk:
    """A desk that called for help, to which somebody comes."""

    desk: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EndDeskHelp:
    """A desk that was helped."""

    desk: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EndTest:
    """A test number that is to be gone, and none is awaited any more."""

    ticket: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EndStaffCall:
    """Nothing to say: enough have come."""


def _cancel(session: Session, command: CancelTicket) -> Ticket:
    return cancel(session, command.ticket)


def _come(session: Session, command: ComeToDesk) -> Desk:
    return come_to_desk(session, command.desk)


def _end_help(session: Session, command: EndDeskHelp) -> Desk:
    return end_desk_help(session, command.desk)


def _end_test(session: Session, command: EndTest) -> None:
    end_test(session, command.ticket)


def _end_call(session: Session, _command: EndStaffCall) -> None:
    end_staff_call(session)


ACTS: dict[str, SetUp] = {
    **COMMANDS,
    **{
        takes.__name__: SetUp(takes, run)
        for takes, run in (
            (CloseQueue, close_queue),
            (OpenQueue, open_queue),
            (LetHoursSay, let_hours_say),
            (CloseKiosk, close_kiosk),
            (OpenKiosk, open_kiosk),
            (CancelTicket, _cancel),
            (Transfer, transfer),
            (Prioritise, prioritise),
            (TakeBack, take_back),
            (TakeTestNumber, take_test_number),
            (AwaitTestNumber, await_test_number),
            (EndTest, _end_test),
            (LendQueue, lend_queue),
            (TakeQueueBack, take_queue_back),
            (ComeToDesk, _come),
            (EndDeskHelp, _end_help),
            (CallStaff, call_staff),
            (EndStaffCall, _end_call),
        )
    },
}
"""What there is to do, by the name of the message that says it."""
