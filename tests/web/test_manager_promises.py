"""What a manager may rely on, tried in a real browser: settings come back exactly, no other site acts for them, a revoked screen is out."""

import re
from base64 import b64decode
from collections.abc import Iterator, Mapping

import pytest
import requests
from playwright.sync_api import (
    Browser,
    BrowserContext,
    FilePayload,
    Page,
    Route,
    expect,
)

from server.domain.account import AccountRole
from server.domain.branch import JoinMode
from server.usecases.setup import AddAccount, SetBranch, SetQueue
from tests.serving import Device, RunningServer

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PASSWORD = "seven green kettles"
LOGO = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII="
)
BESIDE = {"was", "own", "names", "no_logo"}
"""What a form has beside settings that are typed there: how it was, and what is there only with another language or a logo."""

FORM = "main form:has(button.primary)"
FIELDS = f"""() => [...document.querySelector("{FORM}").elements]
  .filter((each) => each.name && each.name !== "csrf" && !["file", "submit"].includes(each.type))
  .map((each) => [each.name, each.matches("[type=checkbox], [type=radio]") ? each.checked : each.value])"""
"""What stands in the form of the page one is on."""

Typed = Mapping[str, str | bool | bytes]
CHANGES: list[tuple[str, Typed]] = [
    (
        "/queues/parking/change",
        {
            "name-en": "Parking",
            "letter": "P",
            "expected_minutes": "7.5",
            "daily_cap": "90",
            "hours-own": True,
            "closing_guard": False,
            "join-open": True,
            "max_waiting": "12",
            "digits": "4",
            "first_number": "100",
        },
    ),
    (
        "/desks/3",
        {"serves-passports": False, "policy-strict": True, "name-en": "Dr. Silva"},
    ),
    (
        "/desks/3",
        {
            "policy-ratio": True,
            "place-parking": "2",
            "place-passports": "1",
            "share-parking": "3",
            "share-passports": "2",
        },
    ),
    (
        "/hours",
        {
            "day0-from1": "9",
            "day0-until1": "12:30",
            "day0-from2": "14",
            "day0-until2": "17",
            "day4-from1": "8",
            "day4-until1": "12",
            "always": False,
        },
    ),
    (
        "/branch",
        {
            "name": "Town Hall",
            "target_minutes": "7",
            "footer-en": "Welcome",
            "languages-de": True,
            "rejoin_minutes": "3",
            "rejoin_place": "5",
            "class-1-minutes": "12",
            "class-1-en": "Standing is hard for me",
            "class-2": "pregnant",
            "class-2-minutes": "15",
            "priority_roles-kiosk": True,
            "priority_ratio": "2:1",
            "time_zone": "Europe/Lisbon",
            "rollover_hour": "5",
            "first_number": "50",
            "most_postponements": "1",
            "joins_per_minute": "9",
            "pin_digits": "6",
            "place": "room",
            "ratings_by_name": True,
            "accent": "#0a55a3",
            "logo": LOGO,
        },
    ),
]
"""By page, what is typed, ticked or chosen there: a field's name, with the value behind a hyphen where there are several."""


def kind_of(name: str) -> str:
    """Return a field's name without whose it is: that of all days, classes, queues or languages is one."""
    return re.sub(r"\d|-(parking|passports|[a-z]{2})$", "", name)


@pytest.fixture
def server(server: RunningServer) -> RunningServer:
    """A server with an account, whose branch has a priority."""
    server.do(SetBranch(settings={"priorities": {"elderly": 10}}))
    server.do(
        AddAccount(
            name="ingrid", shown="Ingrid", role=AccountRole.MANAGER, password=PASSWORD
        )
    )
    return server


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A manager's laptop."""
    context = browser.new_context(
        viewport={"width": 1280, "height": 800}, locale="en", reduced_motion="reduce"
    )
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext, server: RunningServer) -> Page:
    """A page on it, signed in."""
    page = context.new_page()
    page.goto(f"{server.url}/manager/sign-in")
    sign_in(page)
    page.wait_for_url("**/manager/live")
    return page


def sign_in(page: Page) -> None:
    page.get_by_label("User name").fill("ingrid")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()


def fields(page: Page, url: str) -> list[tuple[str, str | bool]]:
    """Open this page and return what stands in its form."""
    page.goto(url)
    return [(name, value) for name, value in page.evaluate(FIELDS)]


def give(page: Page, name: str, value: str | bool | bytes) -> None:
    """Type it into this field, choose it, send it as a file, or tick it or not."""
    field = page.locator(f'{FORM} [name="{name}"]')
    if isinstance(value, bytes):
        return field.set_input_files(
            FilePayload(name=name, mimeType="image/png", buffer=value)
        )
    if isinstance(value, str) and field.evaluate("(field) => field.matches('select')"):
        field.select_option(value)
        return None
    if isinstance(value, str):
        return field.fill(value)
    if not field.count():
        name, _, choice = name.rpartition("-")
        field = page.locator(f'{FORM} [name="{name}"][value="{choice}"]')
    return field.set_checked(value, force=True)


@pytest.mark.parametrize(("path", "typed"), CHANGES)
def test_each_setting_is_put_back_exactly(
    page: Page, server: RunningServer, path: str, typed: Typed
) -> None:
    url = f"{server.url}/manager{path}"
    before = fields(page, url)
    page.evaluate(
        "document.querySelectorAll('details').forEach((each) => each.open = true)"
    )
    for name, value in typed.items():
        give(page, name, value)
    page.locator(f"{FORM} button.primary").click()
    expect(page.locator(".toast")).to_be_visible()
    changed = fields(page, url)
    altered = {name for name, _ in {*changed} - {*before}}
    assert altered >= {name for name, _ in before} & {*typed}
    page.goto(f"{server.url}/manager/changes")
    page.get_by_role("button", name="Put back").first.click()
    expect(page.locator(".toast")).to_be_visible()
    assert fields(page, url) == before


def test_no_setting_was_left_out_of_what_is_put_back(
    page: Page, server: RunningServer
) -> None:
    for path in dict(CHANGES):
        typed = {
            kind_of(name) for where, given in CHANGES if where == path for name in given
        }
        there = {
            kind_of(name) for name, _ in fields(page, f"{server.url}/manager{path}")
        }
        choices = {name.rpartition("-")[0] for name in typed}
        assert there - typed - choices - BESIDE == set(), path


ELSEWHERE = "http://elsewhere.example/"
LURE = """<form method="post" action="{action}"><input name="csrf" value="AAAA"><button>A free cake</button></form>"""


def test_what_another_site_sends_in_a_managers_name_does_nothing(
    page: Page, server: RunningServer
) -> None:
    action = f"{server.url}/manager/queues/parking/remove"

    def lure(route: Route) -> None:
        route.fulfill(body=LURE.format(action=action), content_type="text/html")

    page.route(ELSEWHERE, lure)
    page.goto(ELSEWHERE)
    with page.expect_response(action) as refused:
        page.get_by_role("button").click()
    assert refused.value.status == 403
    expect(page.locator("h1")).to_be_visible()
    page.goto(f"{server.url}/manager/queues/parking/change")
    expect(page.locator("#letter")).to_have_value("A")


def test_a_form_without_its_seal_does_nothing(
    page: Page, server: RunningServer
) -> None:
    page.goto(f"{server.url}/manager/queues/parking/change")
    page.locator(f"{FORM} [name=csrf]").evaluate("(seal) => seal.remove()")
    give(page, "letter", "P")
    with page.expect_response("**/parking/change") as refused:
        page.get_by_role("button", name="Save").click()
    assert refused.value.status == 403
    page.goto(f"{server.url}/manager/queues/parking/change")
    expect(page.locator("#letter")).to_have_value("A")


def test_whoever_is_signed_out_meanwhile_signs_in_and_goes_on(
    page: Page, context: BrowserContext, server: RunningServer
) -> None:
    page.goto(f"{server.url}/manager/queues/parking/change")
    context.clear_cookies()
    give(page, "letter", "P")
    page.get_by_role("button", name="Save").click()
    expect(page.locator("h1")).to_have_text("Sign in")
    sign_in(page)
    page.wait_for_url("**/manager/queues/parking/change")
    expect(page.locator("#letter")).to_have_value("A")


def test_without_scripts_everything_but_what_changes_by_itself_is_there(
    browser: Browser, server: RunningServer, kiosk: Device
) -> None:
    context = browser.new_context(java_script_enabled=False, locale="en")
    page = context.new_page()
    toast = page.locator(".toast")

    def press(name: str, within: str = "main") -> None:
        page.locator(within).get_by_role("button", name=name).first.click()

    page.goto(f"{server.url}/manager/sign-in")
    sign_in(page)
    press("Close", "tr:has-text('Parking permits')")
    assert kiosk.post("/tickets", {"queue": "parking"}).status_code == 409
    press("Undo", ".toast")
    kiosk.take()

    page.goto(f"{server.url}/manager/message")
    page.locator("[name=text-en]").fill("We are late.")
    page.locator("main button.primary").click()
    assert kiosk.get("/branch").json()["message"]["texts"] == {"en": "We are late."}

    asked = requests.post(
        f"{server.url}/api/v1/pairings",
        json={"role": "kiosk", "name": "Door"},
        timeout=30,
    ).json()
    page.goto(f"{server.url}/manager/devices")
    press("Approve")
    secret = {"Authorization": f"Bearer {asked['secret']}"}
    told = requests.get(
        f"{server.url}/api/v1/pairings/{asked['id']}", headers=secret, timeout=30
    ).json()
    assert told["status"] == "approved"
    page.goto(f"{server.url}/manager/devices")
    row = page.locator("tr", has_text="Door")
    row.locator("summary").click()
    row.get_by_role("link", name="Rename").click()
    page.locator("[name=name]").fill("Gate")
    page.locator("main button.primary").click()
    expect(page.locator("main")).to_contain_text("Gate")

    page.goto(f"{server.url}/manager/people/add")
    page.locator("[name=name]").fill("Zoe")
    page.locator("main button.primary").click()
    pin = page.locator(".slips .code").inner_text()
    me = {"servicer": "Zoe", "pin": pin.replace(" ", "")}
    assert server.device("console").post("/desks/3/sign-in", me).status_code == 200

    page.goto(f"{server.url}/manager/queues/parking/change")
    page.locator("[name=letter]").fill("P")
    page.locator("main button.primary").click()
    expect(toast).to_contain_text("Put back")
    page.goto(f"{server.url}/manager/changes")
    press("Put back")
    assert kiosk.take()["label"] == "A002"

    page.goto(f"{server.url}/manager/account")
    press("Sign out")
    page.goto(f"{server.url}/manager/live")
    expect(page.locator("h1")).to_have_text("Sign in")
    context.close()


def test_each_poster_is_one_page_of_paper(page: Page, server: RunningServer) -> None:
    for slug in ("parking", "passports"):
        server.do(SetQueue(slug=slug, settings={"join": JoinMode.OPEN}))
    page.goto(f"{server.url}/manager/posters")
    assert page.pdf(prefer_css_page_size=True).count(b"/Type /Page\n") == 2
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 680, "height": 1000})
    for poster in page.locator(".poster").all():
        box = poster.bounding_box()
        code = poster.locator("svg").bounding_box()
        assert box
        assert code
        assert code["width"] > 500
        assert abs((code["x"] + code["width"] / 2) - 340) < 2, "in the middle"
        assert box["x"] >= 0


def test_a_revoked_screen_is_out_at_its_next_word(
    page: Page, server: RunningServer, kiosk: Device
) -> None:
    kiosk.take()
    page.goto(f"{server.url}/manager/devices")
    page.locator("tr", has_text="kiosk").locator("summary").click()
    page.get_by_role("link", name="Revoke").click()
    page.get_by_role("button", name="Revoke").click()
    # What the address says of it goes once it is shown.
    page.wait_for_url(re.compile("/manager/devices([?]|$)"))
    assert kiosk.get("/branch").status_code == 401
    answer = kiosk.post("/tickets", {"queue": "parking"})
    assert (answer.status_code, answer.json()["type"]) == (401, "unauthenticated")
