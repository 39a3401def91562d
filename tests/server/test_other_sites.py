"""No other site acts in anybody's name, and nobody's ticket is planted in another's browser."""

import re
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from server.domain.branch import JoinMode
from server.usecases.setup import SetQueue
from tests.server.in_time import BranchInTime

HERE = {"Origin": "http://localhost"}
SENT_ALONG = [
    {"Origin": "http://evil.example"},
    {"Origin": "https://localhost.evil.example"},
    {"Origin": "http://localhost:8001"},
    {"Origin": "null"},
    {"Origin": "file://"},
    {"Origin": "http://[::1"},
    {"Origin": "http://localhost@evil.example"},
    {"Referer": "http://evil.example/localhost"},
    {"Sec-Fetch-Site": "cross-site", **HERE},
    {"Sec-Fetch-Site": "same-site", **HERE},
]


@pytest.fixture
def branch(branch: BranchInTime) -> BranchInTime:
    """A branch where anybody may take a number on a phone."""
    branch.do(SetQueue(slug="parking", settings={"join": JoinMode.OPEN}))
    return branch


def browser(branch: BranchInTime, *, cookies: bool = True) -> FlaskClient:
    """Return a browser of somebody's own."""
    return branch.http.application.test_client(use_cookies=cookies)


def look(phone: FlaskClient) -> dict[str, str]:
    """Open the queue's page, and return its form."""
    page = phone.get("/q/parking").text
    return dict(re.findall(r'name="(\w+)" value="([^"]*)"', page))


def press(
    phone: FlaskClient, form: Any = None, headers: dict[str, str] = HERE
) -> TestResponse:
    """Send the form."""
    return phone.post("/q/parking", data=form or {}, headers=headers)


def ticket_of(answer: TestResponse) -> str:
    assert answer.status_code == 303, answer.text
    assert answer.location.startswith("/t/")
    return answer.location


@pytest.mark.parametrize("headers", SENT_ALONG, ids=str)
def test_what_another_site_sends_is_refused(
    branch: BranchInTime, headers: dict[str, str]
) -> None:
    page = branch.device("kiosk").take()["url"].partition("localhost")[2]
    phone = browser(branch)
    form = look(phone)
    rows = branch.rows()
    for path in ("/q/parking", f"{page}/leave", f"{page}/on-my-way", f"{page}/push"):
        assert phone.post(path, data=form, headers=headers).status_code == 403, path
    assert branch.rows() == rows
    assert phone.get("/q/parking", headers=headers).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        HERE,
        {"Origin": "http://localhost:80"},
        {"Referer": "http://localhost/q/parking"},
        {"Sec-Fetch-Site": "same-origin"},
        {"Sec-Fetch-Site": "same-origin", "Origin": "https://queue.example"},
        {},
    ],
    ids=str,
)
def test_the_own_form_takes_a_number(
    branch: BranchInTime, headers: dict[str, str]
) -> None:
    phone = browser(branch)
    form = look(phone)
    ticket = ticket_of(press(phone, form, headers))
    # However often it is sent.
    assert ticket_of(press(phone, form, headers)) == ticket
    assert branch.rows("taken") == 1


def test_a_form_counts_only_with_the_cookie_it_was_shown_to(
    branch: BranchInTime,
) -> None:
    phone, other = browser(branch), browser(branch)
    form, others = look(phone), look(other)
    for given in (others, {}, {"form": "x"}, {"form": form["form"] + "x"}):
        assert press(phone, given, {}).status_code == 403
        # Of the page itself, it may be an old one: it is shown anew.
        assert press(phone, given).location == "/q/parking"
    assert branch.rows("taken") == 0
    ticket_of(press(phone, form, {}))


def test_programs_without_cookies_take_a_number_each(branch: BranchInTime) -> None:
    tickets = {ticket_of(press(browser(branch), headers={})) for _ in range(3)}
    assert len(tickets) == 3


def test_two_who_send_the_same_value_have_a_ticket_each(branch: BranchInTime) -> None:
    value = {"browser": "A" * 22, "form": "A" * 22}
    hands = [browser(branch, cookies=False) for _ in range(2)]
    assert len({ticket_of(press(phone, value)) for phone in hands}) == 2


def test_without_cookies_a_double_tap_is_one_tap_for_a_minute(
    branch: BranchInTime,
) -> None:
    phone = browser(branch, cookies=False)
    form = look(phone)
    first = ticket_of(press(phone, form))
    branch.clock.forward(seconds=59)
    assert ticket_of(press(phone, form)) == first
    branch.clock.forward(seconds=2)
    assert ticket_of(press(phone, form)) != first


@pytest.mark.parametrize(
    "other",
    [{"User-Agent": "Another/1.0"}, {"environ": {"REMOTE_ADDR": "10.0.0.9"}}],
    ids=str,
)
def test_a_form_in_other_hands_gives_another_ticket(
    branch: BranchInTime, other: dict[str, Any]
) -> None:
    phone = browser(branch, cookies=False)
    form = look(phone)
    mine = ticket_of(press(phone, form))
    environ = other.pop("environ", {})
    theirs = phone.post(
        "/q/parking", data=form, headers={**HERE, **other}, environ_overrides=environ
    )
    assert ticket_of(theirs) != mine


@pytest.mark.parametrize("headers", [{}, HERE], ids=str)
def test_a_browser_remembers_only_what_it_asked_for_itself(
    branch: BranchInTime, headers: dict[str, str]
) -> None:
    """An old browser says nothing of where a form comes from, so it may be another site's."""
    phone = browser(branch)
    answer = press(phone, headers=headers)
    assert ("Set-Cookie" in answer.headers) == bool(headers)


def test_nobody_plants_a_ticket_that_was_served_in_another_browser(
    branch: BranchInTime,
) -> None:
    kiosk, desk = branch.device("kiosk"), branch.console()
    theirs = kiosk.take()
    desk.call_next()
    desk.move(theirs, "finish")
    phone = browser(branch)
    mine = ticket_of(press(phone, look(phone)))
    planted = phone.post("/q/parking", data={"after": theirs["url"].rpartition("/")[2]})
    assert "Set-Cookie" not in planted.headers
    assert mine in phone.get("/q/parking").text


def test_the_moves_of_a_ticket_need_nothing_but_its_address(
    branch: BranchInTime,
) -> None:
    page = branch.device("kiosk").take()["url"].partition("localhost")[2]
    assert browser(branch, cookies=False).post(f"{page}/leave").status_code == 303
    assert branch.rows("left") == 1
