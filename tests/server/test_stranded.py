"""Whoever waits where no desk calls is shown to every console, and any of them may call that ticket."""

from collections.abc import Callable
from typing import Any

import pytest

from server.usecases.setup import AddDesk, AddQueue, RemoveDesk, RemoveQueue, SetDesk
from tests.server.in_time import BranchInTime, Device


def stranded(device: Device) -> list[int]:
    """Return the ids that the branch tells the device of."""
    return list(device.get("/branch").json["stranded"])


def a_queue_that_is_new(branch: BranchInTime, desk: Device) -> Any:
    branch.do(AddQueue(slug="tax", names={"en": "Tax"}))
    return desk.take("tax")


def desks_set_to_other_queues(branch: BranchInTime, desk: Device) -> Any:
    ticket = desk.take("passports")
    for number in (3, 4):
        branch.do(SetDesk(number=number, queues=("parking",)))
    return ticket


def a_queue_removed_and_added_anew(branch: BranchInTime, desk: Device) -> Any:
    branch.do(RemoveQueue(slug="passports"))
    branch.do(AddQueue(slug="passports", names={"en": "Passports again"}))
    return desk.take("passports")


def sent_to_a_queue_that_nobody_serves(branch: BranchInTime, desk: Device) -> Any:
    branch.do(AddQueue(slug="tax", names={"en": "Tax"}))
    ticket = desk.take("parking")
    desk.move(ticket, "transfer", {"queue": "tax"})
    return ticket


def resumed_where_nobody_serves_any_more(branch: BranchInTime, desk: Device) -> Any:
    desk.take("passports")
    ticket = desk.call_next()
    desk.move(ticket, "hold")
    for number in (3, 4):
        branch.do(SetDesk(number=number, queues=("parking",)))
    desk.move(ticket, "resume")
    return ticket


def back_from_leaving_for_a_desk_that_is_gone(
    branch: BranchInTime, desk: Device
) -> Any:
    ticket = desk.take("parking")
    desk.move(ticket, "transfer", {"desk": 4})
    desk.customer(ticket, "leave")
    branch.do(RemoveDesk(number=4))
    assert desk.customer(ticket, "return") == "done"
    return ticket


def back_from_missing_the_call_of_a_desk_that_is_gone(
    branch: BranchInTime, desk: Device
) -> Any:
    other = branch.console(4, "José")
    ticket = desk.take("parking")
    desk.move(ticket, "transfer", {"desk": 4})
    other.call_next(4)
    other.move(ticket, "no-show")
    other.post("/desks/4/sign-out")
    branch.do(RemoveDesk(number=4))
    desk.move(ticket, "rejoin")
    return ticket


@pytest.mark.slow
@pytest.mark.parametrize(
    "way",
    [
        a_queue_that_is_new,
        desks_set_to_other_queues,
        a_queue_removed_and_added_anew,
        sent_to_a_queue_that_nobody_serves,
        resumed_where_nobody_serves_any_more,
        back_from_leaving_for_a_desk_that_is_gone,
        back_from_missing_the_call_of_a_desk_that_is_gone,
    ],
)
def test_who_waits_where_no_desk_calls_is_shown_and_may_be_called_by_any(
    branch: BranchInTime, way: Callable[[BranchInTime, Device], Any]
) -> None:
    desk = branch.console()
    ticket = way(branch, desk)
    assert desk.post("/desks/3/call-next").status_code == 204
    assert stranded(desk) == [ticket["id"]]
    called = desk.move(ticket, "call")
    assert (called.status_code, called.json["desk"]) == (200, 3)
    assert stranded(desk) == []


def test_a_desk_that_is_closed_still_serves_its_queues_and_those_sent_to_it(
    branch: BranchInTime,
) -> None:
    desk = branch.console()
    branch.do(AddDesk(number=9, queues=("passports",)))
    for number in (3, 4):
        branch.do(SetDesk(number=number, queues=("parking",)))
    desk.take("passports")
    sent = desk.take("parking")
    desk.move(sent, "transfer", {"desk": 9})
    assert stranded(desk) == []


def test_they_are_told_in_their_order_and_no_more_once_a_desk_serves_them(
    branch: BranchInTime,
) -> None:
    desk = branch.console()
    branch.do(AddQueue(slug="tax", names={"en": "Tax"}))
    branch.do(AddQueue(slug="dogs", names={"en": "Dogs"}))
    dog, tax = desk.take("dogs"), desk.take("tax")
    assert stranded(desk) == [dog["id"], tax["id"]]
    branch.do(SetDesk(number=4, queues=("dogs",)))
    assert stranded(desk) == [tax["id"]]


def test_nobody_but_staff_is_told_of_them(branch: BranchInTime) -> None:
    branch.do(AddQueue(slug="tax", names={"en": "Tax"}))
    branch.device("kiosk").take("tax")
    told = {role: stranded(branch.device(role)) for role in ("kiosk", "display")}
    assert told == {"kiosk": [], "display": []}
    assert len(stranded(branch.device("manager"))) == 1
