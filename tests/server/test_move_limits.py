"""A phone may move its ticket as often as anybody presses, and no script fills the journal."""

from typing import Any

import pytest
import requests

from server.web.phone.flood import MOVES_OF_TICKET
from tests.server.in_time import BranchInTime
from tests.serving import Device

pytestmark = pytest.mark.slow


def page_of(branch: BranchInTime) -> str:
    """Take a number, and return its page."""
    return str(branch.device("kiosk").take()["url"].partition("localhost")[2])


def press(branch: BranchInTime, page: str, move: str, **options: Any) -> int:
    return branch.http.post(f"{page}/{move}", **options).status_code


def test_leaving_and_coming_back_in_a_loop_ends_after_some_presses(
    kiosk: Device,
) -> None:
    url = kiosk.take()["url"]
    answers = [
        requests.post(f"{url}/{move}", timeout=30, allow_redirects=False)
        for _ in range(41)
        for move in ("leave", "return")
    ]
    status = [answer.status_code for answer in answers]
    assert status == [303] * MOVES_OF_TICKET + [429] * (82 - MOVES_OF_TICKET)
    assert 0 < int(answers[-1].headers["Retry-After"]) <= 60
    assert "wait a moment" in answers[-1].text
    assert requests.get(url, timeout=30).status_code == 200


def test_a_minute_later_the_ticket_moves_again(branch: BranchInTime) -> None:
    page, other = page_of(branch), page_of(branch)
    for _ in range(MOVES_OF_TICKET):
        press(branch, page, "on-my-way")
    assert press(branch, page, "leave") == 429
    assert branch.rows("left") == 0
    # Nobody else waits for it.
    assert press(branch, other, "leave") == 303
    branch.clock.forward(minutes=1)
    assert press(branch, page, "leave") == 303


def test_from_one_address_a_whole_waiting_room_may_move(branch: BranchInTime) -> None:
    pages = [page_of(branch) for _ in range(61)]
    status = [press(branch, page, "leave") for page in pages for _ in range(10)]
    assert status == [303] * 600 + [429] * 10
    elsewhere = {"environ_overrides": {"REMOTE_ADDR": "10.0.0.9"}}
    assert press(branch, pages[-1], "leave", **elsewhere) == 303


@pytest.mark.parametrize("move", ["rate", "postpone", "rejoin", "nothing-such"])
def test_moves_that_are_refused_count_too(branch: BranchInTime, move: str) -> None:
    page = page_of(branch)
    status = [press(branch, page, move) for _ in range(MOVES_OF_TICKET + 1)]
    assert (status[-1] == 429) == (move != "nothing-such")
