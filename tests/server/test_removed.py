"""What is removed takes nobody along: no customer waits where nobody calls, no desk stays open at a console that is gone."""

from collections.abc import Callable
from concurrent.futures import Future

import pytest

from server.domain.refusals import NotValid
from server.store.store import MAIN_BRANCH
from server.usecases.setup import RemoveDesk, RemoveDevice, RemoveQueue
from tests.server.in_time import BranchInTime, Device

pytestmark = pytest.mark.slow


def open_in(branch: BranchInTime, queue: str) -> list[str]:
    """Return who is open in the queue."""
    with branch.store.reading(MAIN_BRANCH) as view:
        return [t.label for t in view.open_tickets() if t.queue == queue]


def named(branch: BranchInTime, role: str) -> list[str]:
    """Return the names of the devices of this role, the first paired first."""
    with branch.store.reading(MAIN_BRANCH) as view:
        return [device.name for device in view.devices() if device.role == role]


def undo_a_cancel(desk: Device) -> Callable[[], str]:
    ticket = desk.take("passports")
    desk.move(ticket, "cancel")
    return lambda: str(desk.post("/desks/3/undo").json["type"])


def undo_a_finish(desk: Device) -> Callable[[], str]:
    desk.take("passports")
    desk.move(desk.call_next(), "finish")
    return lambda: str(desk.post("/desks/3/undo").json["type"])


def come_back(desk: Device) -> Callable[[], str]:
    ticket = desk.take("passports")
    desk.customer(ticket, "leave")
    return lambda: desk.customer(ticket, "return")


def rejoin(desk: Device) -> Callable[[], str]:
    desk.take("passports")
    ticket = desk.call_next()
    desk.move(ticket, "no-show")
    return lambda: desk.customer(ticket, "rejoin")


def rejoin_at_the_desk(desk: Device) -> Callable[[], str]:
    desk.take("passports")
    ticket = desk.call_next()
    desk.move(ticket, "no-show")
    return lambda: str(desk.move(ticket, "rejoin").json["type"])


@pytest.mark.parametrize(
    ("way", "said"),
    [
        (undo_a_cancel, "nothing-to-undo"),
        (undo_a_finish, "nothing-to-undo"),
        (come_back, "TooLate"),
        (rejoin, "TooLate"),
        (rejoin_at_the_desk, "too-late"),
    ],
)
def test_nobody_comes_back_into_a_queue_that_is_gone(
    branch: BranchInTime, way: Callable[[Device], Callable[[], str]], said: str
) -> None:
    again = way(branch.console())
    branch.do(RemoveQueue(slug="passports"))
    assert again() == said
    assert open_in(branch, "passports") == []


def test_a_desk_for_which_somebody_waits_is_not_removed(branch: BranchInTime) -> None:
    desk = branch.console()
    ticket = desk.take()
    desk.move(ticket, "transfer", {"desk": 4})
    with pytest.raises(NotValid, match="wait for desk 4"):
        branch.do(RemoveDesk(number=4))
    desk.move(ticket, "cancel")
    branch.do(RemoveDesk(number=4))


def test_a_desk_at_which_somebody_was_put_aside_is_not_removed(
    branch: BranchInTime,
) -> None:
    desk = branch.console()
    desk.take()
    ticket = desk.call_next()
    desk.move(ticket, "hold")
    desk.post("/desks/3/sign-out")
    with pytest.raises(NotValid, match="A001 was put aside at desk 3"):
        branch.do(RemoveDesk(number=3))
    branch.console(4, "José").move(ticket, "resume")
    branch.do(RemoveDesk(number=3))


def test_nobody_is_put_aside_again_at_a_desk_that_is_gone(branch: BranchInTime) -> None:
    other = branch.console(4, "José")
    desk = branch.console()
    desk.take()
    ticket = desk.call_next()
    desk.move(ticket, "hold")
    desk.post("/desks/3/sign-out")
    other.move(ticket, "call")
    branch.do(RemoveDesk(number=3))
    assert other.post("/desks/4/undo").json["type"] == "nothing-to-undo"


def test_the_board_forgets_a_queue_that_is_gone(branch: BranchInTime) -> None:
    desk = branch.console()
    desk.move(desk.take("passports"), "cancel")
    branch.do(RemoveQueue(slug="passports"))
    assert desk.get("/board").json["waiting"] == {"parking": 0}


def test_a_desk_whose_console_is_revoked_closes_and_nobody_is_called_there(
    branch: BranchInTime,
) -> None:
    kiosk, desk = branch.device("kiosk"), branch.console()
    desk.post("/desks/3/call-next", {"store": True})
    branch.do(RemoveDevice(name=named(branch, "console")[0]))
    assert kiosk.get("/desks/3").json["state"] == "closed"
    assert kiosk.take()["state"] == "waiting"
    branch.do(RemoveDesk(number=3))


def test_who_serves_somebody_at_a_revoked_console_goes_on_at_another(
    branch: BranchInTime,
) -> None:
    desk = branch.console()
    desk.take()
    ticket = desk.call_next()
    branch.do(RemoveDevice(name=named(branch, "console")[0]))
    other = branch.console()
    assert other.move(ticket, "finish").status_code == 200


def test_a_device_that_is_revoked_while_it_asks_is_refused(
    branch: BranchInTime, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = branch.device("console")

    is_right = branch.store.pins.is_right

    def slowly(pin: str, kept: str) -> Future[bool]:
        branch.do(RemoveDevice(name=named(branch, "console")[0]))
        return is_right(pin, kept)

    monkeypatch.setattr(branch.store.pins, "is_right", slowly)
    body = {"servicer": "Maria", "pin": "482913"}
    assert desk.post("/desks/3/sign-in", body).status_code == 401
    assert branch.rows("signed_in") == 0
