"""The page of a number that ended before its turn: who ended it, and what is offered for how long."""

import pytest

from tests.server.in_time import BranchInTime, Device

RETURN, QUEUES = "/return", "See the queues"


def page(branch: BranchInTime, url: str) -> str:
    return branch.http.get(f"/t/{url.rpartition('/')[2]}").text


@pytest.fixture
def desk(branch: BranchInTime) -> Device:
    return branch.console()


@pytest.mark.parametrize(
    ("seconds", "is_offered"), [(0, True), (29, True), (31, False), (3600, False)]
)
def test_the_place_is_offered_again_for_as_long_as_it_is_had(
    branch: BranchInTime, desk: Device, seconds: int, is_offered: bool
) -> None:
    ticket = desk.take()
    assert desk.customer(ticket, "leave") == "done"
    branch.clock.forward(seconds=seconds)
    shown = page(branch, ticket["url"])
    assert "You left the queue" in shown
    assert f'data-back="{"yes" if is_offered else "no"}"' in shown
    assert (RETURN in shown) is is_offered
    assert (desk.customer(ticket, "return") == "done") is is_offered


def test_who_was_cancelled_by_staff_reads_so_and_is_offered_nothing_that_is_refused(
    branch: BranchInTime, desk: Device
) -> None:
    ticket = desk.take()
    desk.move(ticket, "cancel")
    shown = page(branch, ticket["url"])
    assert "Your number was cancelled" in shown
    assert "You left" not in shown
    assert 'data-back="no"' in shown
    assert RETURN not in shown
    assert QUEUES in shown
    assert "Maria" not in shown
    assert "· Cancelled" in shown
