"""The ticket page on a real phone's browser: always where you stand, and what you may do about it."""

import pytest
import requests
from playwright.sync_api import Browser, Page, expect

from tests.serving import Device, RunningServer

pytestmark = pytest.mark.browser


def is_in(page: Page, state: str) -> None:
    expect(page.locator("main.ticket")).to_have_attribute("data-state", state)


def is_live(page: Page) -> None:
    expect(page.locator("main.ticket")).to_have_attribute("data-link", "live")


def test_it_follows_the_ticket_from_waiting_to_done(
    page: Page, kiosk: Device, desk: Device
) -> None:
    first, mine = kiosk.take(), kiosk.take()
    page.goto(mine["url"])
    is_live(page)
    is_in(page, "waiting")
    expect(page.get_by_text("You are 2nd")).to_be_visible()
    desk.post("/desks/3/call-next")
    is_in(page, "next")
    desk.post("/desks/3/call-next", {"finish": True})
    is_in(page, "called")
    expect(page.locator(".desk")).to_have_text("3")
    expect(page).to_have_title("▶ DESK 3")
    desk.post(f"/tickets/{mine['id']}/start")
    is_in(page, "serving")
    desk.post(f"/tickets/{mine['id']}/finish")
    is_in(page, "done")
    assert first["label"] == "A001"


def test_it_says_the_same_without_javascript(
    browser: Browser, kiosk: Device, desk: Device
) -> None:
    kiosk.take()
    mine = kiosk.take()
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(mine["url"])
    expect(page.get_by_text("You are 2nd")).to_be_visible()
    desk.post("/desks/3/call-next")
    desk.post("/desks/3/call-next", {"finish": True})
    page.reload()
    expect(page.get_by_text("Maria is expecting you")).to_be_visible()
    page.get_by_role("button", name="I am on my way").click()
    expect(page.get_by_text("Our staff know that you are coming.")).to_be_visible()
    context.close()


def test_a_customer_leaves_and_takes_the_place_again(
    page: Page, kiosk: Device, desk: Device
) -> None:
    page.goto(kiosk.take()["url"])
    page.get_by_text("Leave the queue", exact=True).click()
    page.get_by_role("button", name="Yes, leave the queue").click()
    is_in(page, "left")
    page.get_by_role("button", name="Take my place again").click()
    is_in(page, "next")


def test_a_place_that_was_given_up_is_offered_no_longer_than_it_is_had(
    page: Page, kiosk: Device
) -> None:
    page.clock.install()
    page.goto(kiosk.take()["url"])
    page.get_by_text("Leave the queue", exact=True).click()
    page.get_by_role("button", name="Yes, leave the queue").click()
    is_in(page, "left")
    again = page.get_by_role("button", name="Take my place again")
    anew = page.get_by_role("link", name="See the queues")
    expect(again).to_be_visible()
    expect(anew).to_be_hidden()
    page.clock.fast_forward(31_000)
    expect(again).to_be_hidden()
    expect(page.get_by_text("Within 30 seconds")).to_be_hidden()
    expect(page.locator(".stub .given-up")).to_be_visible()
    expect(anew).to_be_visible()


def test_a_page_that_is_open_says_that_staff_cancelled_the_number(
    page: Page, kiosk: Device, desk: Device
) -> None:
    mine = kiosk.take()
    page.goto(mine["url"])
    is_live(page)
    desk.post(f"/tickets/{mine['id']}/cancel")
    expect(page.get_by_text("Your number was cancelled")).to_be_visible()
    expect(page.get_by_role("button", name="Take my place again")).to_be_hidden()
    expect(page.get_by_role("link", name="See the queues")).to_be_visible()


def test_a_customer_lets_others_go_first_but_only_once_per_form(
    page: Page, kiosk: Device
) -> None:
    mine = kiosk.take()
    for _ in range(4):
        kiosk.take()
    page.goto(mine["url"])
    page.get_by_text("Let others go first").click()
    page.get_by_role("button", name="3", exact=True).click()
    expect(page.get_by_text("You are 4th")).to_be_visible()
    page.go_back()
    page.reload()
    expect(page.get_by_text("You are 4th")).to_be_visible()


def test_nobody_behind_is_said_kindly(page: Page, kiosk: Device, desk: Device) -> None:
    mine = kiosk.take()
    behind = kiosk.take()
    page.goto(mine["url"])
    page.get_by_text("Let others go first").click()
    desk.post(f"/tickets/{behind['id']}/cancel")
    expect(page.locator(".postpone")).to_be_hidden()
    page.evaluate("document.querySelector('.postpone button').click()")
    expect(page.get_by_role("alert")).to_contain_text("Nobody is behind you")
    is_in(page, "next")


def test_nobody_is_offered_to_let_others_go_first_where_nobody_is_behind(
    page: Page, kiosk: Device
) -> None:
    page.goto(kiosk.take()["url"])
    is_live(page)
    others = page.get_by_text("Let others go first")
    expect(others).to_be_hidden()
    kiosk.take()
    expect(others).to_be_visible()


def test_nobody_is_told_to_stay_close_while_no_desk_is_open(
    page: Page, kiosk: Device, server: RunningServer
) -> None:
    page.goto(kiosk.take()["url"])
    is_live(page)
    is_in(page, "first")
    expect(page.get_by_text("You are first in line.")).to_be_visible()
    expect(page.get_by_text("Nobody is serving just now.")).to_be_visible()
    console = server.device("console")
    console.sign_in()
    is_in(page, "next")
    expect(page.get_by_text("Nobody is serving just now.")).to_be_hidden()
    console.post("/desks/3/pause", {"reason": "lunch"})
    is_in(page, "first")
    console.post("/desks/3/open")
    is_in(page, "next")
    server.run("message", "set", "We are late")
    expect(page.get_by_text("We are late")).to_be_visible()
    console.post("/desks/3/sign-out")
    is_in(page, "first")
    page.get_by_text("Leave the queue", exact=True).click()
    page.get_by_role("button", name="Yes, leave the queue").click()
    is_in(page, "left")
    expect(page.get_by_text("We are late")).to_be_hidden()


def test_only_whoever_is_called_next_is_told_so_though_a_desk_serves_several_queues(
    page: Page, kiosk: Device, desk: Device
) -> None:
    """The desk serves both queues, whoever came first of both before the others."""
    other, mine = kiosk.take("passports"), kiosk.take("parking")
    assert 'data-state="first"' in requests.get(mine["url"], timeout=10).text
    assert (other["next"], mine["ahead"], mine["next"]) == (True, 0, False)
    page.goto(mine["url"])
    is_live(page)
    is_in(page, "first")
    before_me = page.get_by_text("Somebody of another queue may be called before you.")
    expect(before_me).to_be_visible()
    # Once this is told, nothing of this queue is left to tell: what comes next is the other queue's news.
    kiosk.take("parking")
    expect(page.locator("main.ticket")).to_have_attribute("data-behind", "1")
    desk.post("/desks/3/call-next")
    is_in(page, "next")
    expect(before_me).to_be_hidden()
    page.reload()
    is_in(page, "next")


def test_a_message_to_everybody_comes_and_goes_on_the_page(
    page: Page, kiosk: Device, desk: Device
) -> None:
    page.goto(kiosk.take()["url"])
    is_live(page)
    desk.post("/message", {"texts": {"en": "We are running late."}})
    expect(page.get_by_text("We are running late.")).to_be_visible()
    page.reload()
    expect(page.get_by_text("We are running late.")).to_be_visible()
    desk.post("/message")
    expect(page.get_by_text("We are running late.")).to_be_hidden()


def test_a_room_is_called_as_the_branch_calls_it(
    page: Page, kiosk: Device, desk: Device, server: RunningServer
) -> None:
    server.run("branch", "set", "--place", "room", "--name", "Harbour Clinic")
    server.run("desk", "set", "3", "--name", "Laboratory")
    page.goto(kiosk.take()["url"])
    desk.post("/desks/3/call-next")
    is_in(page, "called")
    expect(page.get_by_text("Go to room")).to_be_visible()
    expect(page.get_by_text("Laboratory")).to_be_visible()
    expect(page).to_have_title("▶ ROOM 3")
    expect(page.get_by_text("Harbour Clinic")).to_be_visible()


def test_a_missed_place_is_kept_until_it_says_and_no_longer(
    page: Page, kiosk: Device, desk: Device, server: RunningServer
) -> None:
    server.run("branch", "set", "--rejoin-minutes", "7")
    mine = kiosk.take()
    page.clock.install()
    page.goto(mine["url"])
    is_live(page)
    desk.post("/desks/3/call-next")
    desk.post(f"/tickets/{mine['id']}/no-show")
    is_in(page, "missed")
    expect(page.get_by_text("Your place is kept until")).to_be_visible()
    page.clock.fast_forward(6 * 60 * 1000)
    expect(page.get_by_role("button", name="I am here")).to_be_visible()
    page.clock.fast_forward(2 * 60 * 1000)
    expect(page.get_by_text("Your place is kept no longer")).to_be_visible()
    expect(page.get_by_role("button", name="I am here")).to_be_hidden()


def test_a_missed_customer_waits_near_the_front_again(
    page: Page, kiosk: Device, desk: Device
) -> None:
    mine = kiosk.take()
    page.goto(mine["url"])
    desk.post("/desks/3/call-next")
    desk.post(f"/tickets/{mine['id']}/no-show")
    is_in(page, "missed")
    page.get_by_role("button", name="I am here").click()
    is_in(page, "next")


def test_the_desk_hears_that_the_customer_is_coming(
    page: Page, kiosk: Device, desk: Device
) -> None:
    page.goto(kiosk.take()["url"])
    desk.post("/desks/3/call-next")
    is_in(page, "called")
    stream = desk.events()
    stream.until("snapshot")
    page.get_by_role("button", name="I am on my way").click()
    assert stream.until("on_my_way")["ticket"]["on_my_way_at"]
    stream.close()


def test_a_customer_says_how_it_was_and_takes_another_number(
    page: Page, kiosk: Device, desk: Device
) -> None:
    mine = kiosk.take()
    page.goto(mine["url"])
    desk.post("/desks/3/call-next")
    desk.post(f"/tickets/{mine['id']}/finish")
    is_in(page, "done")
    page.get_by_role("button", name="Good").click()
    expect(page.get_by_text("Thank you for telling us.")).to_be_visible()
    page.get_by_role("button", name="Take another number").click()
    expect(page.locator("h1")).to_have_text("A002")


def test_a_server_restart_is_said_and_got_over(
    page: Page, kiosk: Device, server: RunningServer
) -> None:
    page.goto(kiosk.take()["url"])
    is_live(page)
    server.kill()
    expect(page.locator("main.ticket")).to_have_attribute("data-link", "lost")
    expect(page.get_by_text("Reconnecting…")).to_be_visible()
    expect(page.locator("h1")).to_have_text("A001")
    server.start()
    expect(page.locator("main.ticket")).to_have_attribute(
        "data-link", "live", timeout=20_000
    )


def test_turning_the_phone_loses_nothing(page: Page, kiosk: Device) -> None:
    kiosk.take()
    page.goto(kiosk.take()["url"])
    is_live(page)
    for width, height in ((844, 390), (390, 844), (320, 568)):
        page.set_viewport_size({"width": width, "height": height})
        for words in ("A002", "You are 2nd"):
            expect(page.get_by_text(words).first).to_be_in_viewport()
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_an_unknown_address_is_a_page_that_says_so(
    page: Page, server: RunningServer
) -> None:
    answer = page.goto(f"{server.url}/t/AAAAAAAAAAAAAAAAAAAAAA")
    assert answer is not None
    assert answer.status == 404
    expect(page.locator("h1")).to_be_visible()


def test_the_page_weighs_little_and_asks_nobody_else(
    page: Page, kiosk: Device, server: RunningServer
) -> None:
    asked: list[str] = []
    weight = 0
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")

    def finished(event: dict[str, float]) -> None:
        nonlocal weight
        weight += int(event["encodedDataLength"])

    session.on("Network.loadingFinished", finished)
    page.on("request", lambda request: asked.append(request.url))
    page.goto(kiosk.take()["url"])
    is_live(page)
    page.evaluate("document.fonts.ready")
    assert all(url.startswith(server.url) for url in asked)
    assert 0 < weight <= 60_000


def test_the_language_that_is_chosen_on_a_page_holds_for_all_of_them(
    page: Page, kiosk: Device, server: RunningServer
) -> None:
    """A ticket taken at a kiosk in English, in the hands of somebody who does not read it."""
    server.run("branch", "set", "--language", "en", "--language", "ar")
    page.goto(kiosk.take()["url"])
    is_live(page)
    page.get_by_label("Language").click()
    page.get_by_role("link", name="العربية").click()
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    page.goto(f"{server.url}/q/parking?language=AR-EG")
    expect(page.locator("html")).to_have_attribute("lang", "ar")
    page.goto(f"{server.url}/back")
    expect(page.locator("html")).to_have_attribute("lang", "ar")
    page.go_back()
    page.go_back()
    page.reload()
    is_in(page, "first")
    expect(page.locator("html")).to_have_attribute("lang", "ar")


def test_a_branch_of_one_language_offers_no_choice(
    page: Page, kiosk: Device, server: RunningServer
) -> None:
    server.run("branch", "set", "--language", "de")
    page.goto(kiosk.take()["url"])
    is_live(page)
    expect(page.locator(".languages")).to_have_count(0)


def test_whoever_is_called_next_is_told_so_though_somebody_before_them_waits_for_another_desk(
    page: Page, kiosk: Device, desk: Device, server: RunningServer
) -> None:
    sent, mine = kiosk.take(), kiosk.take()
    desk.post(f"/tickets/{sent['id']}/transfer", {"queue": "parking", "desk": 4})
    assert 'data-state="next"' in requests.get(mine["url"], timeout=10).text
    page.goto(mine["url"])
    is_live(page)
    is_in(page, "next")
    assert kiosk.take()["next"] is False
    desk.post("/desks/3/call-next")
    is_in(page, "called")
