"""Taking a number on a phone: a look takes nothing, one browser has one live ticket, and strangers far away get none."""

import re
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest
import requests
from playwright.sync_api import Browser, Page, Route, expect

from script.chromium import NAMED
from server.domain.branch import Hours, JoinMode, Span
from server.domain.hours import ALL_DAY
from server.serve.control import Refused
from server.usecases.setup import SetBranch, SetQueue
from server.web.phone.on_site import OnSite
from tests.qt.kiosk_stand import read_codes
from tests.serving import Device, RunningServer

pytestmark = pytest.mark.browser


def let_join(server: RunningServer, mode: JoinMode, slug: str = "parking") -> None:
    server.do(SetQueue(slug=slug, settings={"join": mode}))


def taken(server: RunningServer) -> int:
    count: int = server.device("manager").get("/reports/day").json()["taken"]
    return count


def code_of_this_moment(kiosk: Device) -> str:
    address: str = kiosk.get("/join-code").json()["url"]
    return address


def test_a_number_is_taken_by_one_press(page: Page, server: RunningServer) -> None:
    let_join(server, JoinMode.OPEN)
    page.goto(f"{server.url}/")
    page.get_by_text("Parking permits").click()
    assert taken(server) == 0
    page.get_by_role("button", name="Take a number").click()
    expect(page.locator("h1")).to_have_text("A001")
    assert taken(server) == 1


def test_where_it_is_off_the_page_sends_to_the_kiosk(
    page: Page, server: RunningServer
) -> None:
    page.goto(f"{server.url}/q/parking")
    expect(page.get_by_text("Take a number at the kiosk.")).to_be_visible()
    expect(page.get_by_role("button")).to_have_count(0)
    answer = requests.post(f"{server.url}/q/parking", timeout=10)
    assert (answer.status_code, taken(server)) == (403, 0)


def test_a_browser_has_one_live_ticket(page: Page, server: RunningServer) -> None:
    let_join(server, JoinMode.OPEN)
    let_join(server, JoinMode.OPEN, "passports")
    page.goto(f"{server.url}/q/parking")
    page.get_by_role("button", name="Take a number").click()
    expect(page.locator("h1")).to_have_text("A001")
    page.goto(f"{server.url}/q/passports")
    expect(page.get_by_text("You have number A001.")).to_be_visible()
    expect(page.get_by_role("button")).to_have_count(0)
    page.get_by_role("link", name="Show my number").click()
    expect(page.locator("h1")).to_have_text("A001")
    page.get_by_text("Leave the queue", exact=True).click()
    page.get_by_role("button", name="Yes, leave the queue").click()
    page.goto(f"{server.url}/q/passports")
    page.get_by_role("button", name="Take a number").click()
    expect(page.locator("h1")).to_have_text("R001")


def test_the_list_marks_which_numbers_are_not_to_be_had_on_this_phone(
    page: Page, server: RunningServer
) -> None:
    let_join(server, JoinMode.OPEN, "passports")
    page.goto(f"{server.url}/")
    lines = page.locator(".queues li")
    expect(lines.filter(has_text="Parking permits")).to_contain_text(
        "Nobody waiting · nobody serves it yet · numbers at the kiosk"
    )
    expect(lines.filter(has_text="Passports")).not_to_contain_text("kiosk")


def test_from_a_number_of_another_day_it_goes_on_to_the_queues(
    page: Page, server: RunningServer
) -> None:
    let_join(server, JoinMode.OPEN)
    page.goto(f"{server.url}/q/parking")
    page.get_by_role("button", name="Take a number").click()
    expect(page.get_by_text("0 behind")).to_be_hidden()
    server.run("close-day")
    expect(page.get_by_text("This number has expired")).to_be_visible()
    page.get_by_role("link", name="See the queues").click()
    page.get_by_text("Parking permits").click()
    expect(page.get_by_role("button", name="Take a number")).to_be_visible()


def test_two_tabs_and_a_form_sent_twice_give_one_number(
    page: Page, server: RunningServer
) -> None:
    let_join(server, JoinMode.OPEN)
    let_join(server, JoinMode.OPEN, "passports")
    other = page.context.new_page()
    page.goto(f"{server.url}/q/parking")
    other.goto(f"{server.url}/q/passports")
    page.get_by_role("button", name="Take a number").dblclick()
    expect(page.locator("h1")).to_have_text("A001")
    other.get_by_role("button", name="Take a number").click()
    expect(other.locator("h1")).to_have_text("A001")
    page.go_back()
    page.reload()
    expect(page.get_by_text("You have number A001.")).to_be_visible()
    assert taken(server) == 1


def test_a_form_sent_twice_without_cookies_gives_one_number(
    server: RunningServer,
) -> None:
    let_join(server, JoinMode.OPEN)
    url = f"{server.url}/q/parking"
    text = requests.get(url, timeout=10).text
    form = dict(re.findall(r'name="(\w+)" value="([^"]*)"', text))
    answers = [requests.post(url, form, timeout=10) for _ in range(3)]
    assert {answer.status_code for answer in answers} == {200}
    assert (len({answer.url for answer in answers}), taken(server)) == (1, 1)


def test_on_site_the_code_at_the_kiosk_lets_in(
    page: Page, server: RunningServer, kiosk: Device
) -> None:
    let_join(server, JoinMode.ONSITE)
    page.goto(f"{server.url}/q/parking")
    expect(page.get_by_text("scan the code at the kiosk")).to_be_visible()
    expect(page.get_by_role("button")).to_have_count(0)
    page.goto(code_of_this_moment(kiosk))
    page.get_by_text("Parking permits").click()
    page.get_by_role("button", name="Take a number").click()
    expect(page.locator("h1")).to_have_text("A001")


def test_an_old_or_made_up_code_is_said_kindly(
    page: Page, server: RunningServer
) -> None:
    let_join(server, JoinMode.ONSITE)
    page.goto(f"{server.url}/q/parking?code=AAAAAAAAAAAA")
    expect(page.get_by_role("alert")).to_contain_text("no longer valid")
    expect(page.get_by_role("button")).to_have_count(0)
    answer = requests.post(
        f"{server.url}/q/parking",
        {"entry": "9999999999.AAAAAAAAAAAA"},
        headers={"Accept": "text/html"},
        timeout=10,
    )
    assert answer.status_code == 403
    assert "Scan the code at the kiosk" in answer.text


def test_too_many_from_one_address_wait_a_minute(
    browser: Browser, server: RunningServer
) -> None:
    let_join(server, JoinMode.OPEN)
    server.do(SetBranch(settings={"joins_per_minute": 3}))
    url = f"{server.url}/q/parking"
    for _ in range(3):
        assert requests.post(url, timeout=10).status_code == 200
    program = {"Accept": "application/json"}
    answer = requests.post(url, headers=program, timeout=10)
    assert (answer.status_code, taken(server)) == (429, 3)
    assert 0 < int(answer.headers["Retry-After"]) <= 60
    assert answer.headers["Content-Type"] == "application/problem+json"
    page = browser.new_page()
    page.goto(url)
    page.get_by_role("button", name="Take a number").click()
    expect(page.get_by_role("heading", name="Just a moment")).to_be_visible()
    page.close()


def test_a_full_queue_and_a_closed_one_offer_no_button(
    page: Page, server: RunningServer, kiosk: Device
) -> None:
    let_join(server, JoinMode.OPEN)
    server.do(SetQueue(slug="parking", settings={"daily_cap": 1}))
    kiosk.take()
    page.goto(f"{server.url}/q/parking")
    expect(page.get_by_text("All numbers of today are given.")).to_be_visible()
    expect(page.get_by_role("button")).to_have_count(0)
    server.run("queue", "set", "parking", "--hours", "closed")
    page.reload()
    expect(page.get_by_text("This queue is closed now.")).to_be_visible()


def test_a_queue_with_too_many_waiting_is_full_just_now(
    page: Page, server: RunningServer, kiosk: Device
) -> None:
    let_join(server, JoinMode.OPEN)
    server.do(SetQueue(slug="parking", settings={"max_waiting": 1}))
    kiosk.take()
    page.goto(f"{server.url}/q/parking")
    expect(page.get_by_text("No more numbers can be given just now.")).to_be_visible()
    expect(page.get_by_role("button")).to_have_count(0)


def test_when_those_who_wait_fill_the_day_the_page_says_so(
    page: Page, server: RunningServer, kiosk: Device
) -> None:
    let_join(server, JoinMode.OPEN)
    kiosk.take()
    kiosk.take()
    # Open for two days, so that midnight may pass meanwhile; three customers take three days.
    today = datetime.now(UTC).date()
    span: tuple[Span, ...] = (ALL_DAY,)
    days = {today: span, today + timedelta(days=1): span}
    two_days = Hours(week={}, exceptions=days)
    settings = {"hours": two_days, "expected_minutes": 24 * 60.0}
    server.do(SetQueue(slug="parking", settings=settings))
    page.goto(f"{server.url}/q/parking")
    expect(page.get_by_text("fill the time until we close")).to_be_visible()
    expect(page.get_by_role("button")).to_have_count(0)


@pytest.mark.parametrize("entry", ["9" * 5_000 + ".x", "٣.x", "1.é", "."])
def test_a_made_up_pass_is_refused_whatever_is_in_it(
    server: RunningServer, entry: str
) -> None:
    let_join(server, JoinMode.ONSITE)
    answer = requests.post(f"{server.url}/q/parking", {"entry": entry}, timeout=10)
    assert (answer.status_code, taken(server)) == (403, 0)


@pytest.mark.parametrize("most", [0, -5, 10_001])
def test_a_flood_limit_that_lets_nobody_in_is_no_setting(
    server: RunningServer, most: int
) -> None:
    with pytest.raises(Refused, match="Numbers per address and minute"):
        server.do(SetBranch(settings={"joins_per_minute": most}))


def test_a_look_by_a_program_takes_nothing(server: RunningServer) -> None:
    let_join(server, JoinMode.OPEN)
    for method in ("GET", "HEAD", "OPTIONS"):
        for path in ("/", "/q/parking", "/q/parking/poster"):
            answer = requests.request(method, server.url + path, timeout=10)
            assert answer.status_code == 200
    assert taken(server) == 0


def test_the_posters_code_leads_to_the_queue(page: Page, server: RunningServer) -> None:
    let_join(server, JoinMode.OPEN)
    page.goto(f"{server.url}/q/parking/poster")
    assert read_codes_of(page) == [f"{server.url}/q/parking"]


def test_a_code_is_good_for_its_window_and_the_ones_beside_it() -> None:
    from server.store.tokens import TicketTokens

    on_site = OnSite(TicketTokens(b"x" * 32))
    now = datetime(2026, 1, 5, 9, 0, 10, tzinfo=UTC)
    code = on_site.code(1, now)
    for seconds, fresh in (
        (0, True),
        (30, True),
        (-30, True),
        (60, False),
        (-60, False),
    ):
        assert on_site.is_fresh(code, 1, now + timedelta(seconds=seconds)) is fresh
    assert not on_site.is_fresh(code, 2, now)
    entry = on_site.new_pass(1, now)
    assert on_site.lets_in(entry, 1, now + timedelta(minutes=9))
    assert not on_site.lets_in(entry, 1, now + timedelta(minutes=11))
    assert not on_site.lets_in("9" + entry, 1, now)


def read_codes_of(page: Page) -> list[str]:
    """Return what a phone's camera reads from the page."""
    from PySide6.QtGui import QImage

    return read_codes(QImage.fromData(page.screenshot(full_page=True)))


def test_on_plain_http_where_browsers_say_less_a_number_is_taken_and_left(
    page: Page, server: RunningServer
) -> None:
    """Without TLS, and by another name than this machine's own, only `Origin` tells our forms from another site's."""
    let_join(server, JoinMode.OPEN)
    sent: list[dict[str, str]] = []
    page.on("request", lambda request: sent.append(request.all_headers()))
    page.goto(f"http://{NAMED}:{server.port}/q/parking")
    page.get_by_role("button", name="Take a number").click()
    expect(page.locator("h1")).to_have_text("A001")
    page.get_by_text("Leave the queue", exact=True).click()
    page.get_by_role("button", name="Yes, leave the queue").click()
    expect(page.get_by_text("You left the queue")).to_be_visible()
    assert not any("sec-fetch-site" in headers for headers in sent)


def fulfil(page: str, route: Route) -> None:
    route.fulfill(content_type="text/html", body=page)


def test_on_plain_http_another_sites_form_takes_nothing(
    page: Page, server: RunningServer
) -> None:
    let_join(server, JoinMode.OPEN)
    action = f"http://{NAMED}:{server.port}/q/parking"
    form = f'<form method="post" action="{action}"><button>Win</button></form>'
    for policy in ("origin", "no-referrer"):
        evil = f"http://{policy}.example/"
        trap = f'<meta name="referrer" content="{policy}">{form}'
        page.route(evil, partial(fulfil, trap))
        page.goto(evil)
        with page.expect_response(action) as answer:
            page.get_by_role("button", name="Win").click()
        assert (answer.value.status, taken(server)) == (403, 0)
        assert page.context.cookies() == []
