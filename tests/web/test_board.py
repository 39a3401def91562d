"""The board on a television's browser: paired by comparing a code, every call shown in order, and never more believed than is true."""

import re
from collections.abc import Iterator
from time import monotonic
from typing import Any

import pytest
import requests
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Page,
    Route,
    ViewportSize,
    expect,
)

from server.usecases.setup import AddDesk, AddServicer
from tests.serving import ANSWER_WITHIN_S, Device, RunningServer
from tests.web.patience import PATIENCE_S, until

pytestmark = [pytest.mark.browser, pytest.mark.slow]

WALL: ViewportSize = {"width": 1920, "height": 1080}

HEARD = """() => {
  window.heard = [];
  const listen = (name, make) => { window[name] = make; };
  class Source {
    connect() {}
    start() {
      window.heard.push("chime");
      setTimeout(() => this.onended(), 0);
    }
  }
  listen("AudioContext", class {
    constructor() { this.state = window.loud ? "running" : "suspended"; }
    async resume() { this.state = "running"; }
    decodeAudioData(bytes, done) { done({duration: 1}); }
    createBufferSource() { return new Source(); }
  });
  Object.defineProperty(window, "speechSynthesis", {value: {
    getVoices: () => [
      {lang: "en-GB", localService: true, name: "here"},
      {lang: "de-DE", localService: false, name: "somewhere else"},
    ],
    speak: (words) => {
      if (words.text !== "") window.heard.push(words.text);
      setTimeout(() => words.onend && words.onend(), 0);
    },
  }});
  listen("SpeechSynthesisUtterance", class { constructor(text) { this.text = text; } });
}"""
"""What would be heard, written down in place of a loudspeaker; `loud` where the browser lets it sound without a key."""

SHOWN = """() => {
  window.moments = [];
  const look = () => {
    const hero = document.querySelector(".hero[data-call]");
    const now = hero ? `${hero.dataset.call}${hero.querySelector(".pulse") ? "!" : ""}` : "";
    if (window.moments[window.moments.length - 1] !== now) window.moments.push(now);
  };
  addEventListener("DOMContentLoaded", () =>
    new MutationObserver(look).observe(document.body, {subtree: true, childList: true, attributes: true}));
}"""
"""What had the large place, one after the other; with “!” while a ring draws the eye to it."""


DEAF = "void (window.fetch = () => new Promise(() => {}))"
"""As when a cable is pulled: nothing comes, and nothing says that nothing will."""


@pytest.fixture
def board(browser: Browser) -> Iterator[BrowserContext]:
    """The browser of a television."""
    context = browser.new_context(viewport=WALL, locale="en")
    context.add_init_script(f"({HEARD})()")
    context.add_init_script(f"({SHOWN})()")
    yield context
    context.close()


def pair(context: BrowserContext, server: RunningServer) -> Device:
    """Let the television be a display without comparing a code; return it."""
    display = server.device("display")
    answer = context.request.post(
        f"{server.url}/board/session",
        headers={"Authorization": f"Bearer {display.token}"},
    )
    assert answer.status == 204
    return display


def opened(context: BrowserContext, server: RunningServer, query: str = "") -> Page:
    """Return the board, paired and live."""
    pair(context, server)
    page = context.new_page()
    page.goto(f"{server.url}/board{query}")
    expect(page.locator("#words")).to_have_count(1)
    expect(page.locator(".hero, .calls").first).to_be_visible()
    return page


def call(desk: Device, *, finish: bool = True) -> None:
    """Call whoever is next at desk 3."""
    answer = desk.post("/desks/3/call-next", {"finish": finish})
    assert answer.status_code == 200, answer.text


def has_moment(page: Page, label: str) -> None:
    expect(page.locator(".hero")).to_have_attribute("data-call", label)


def moments(page: Page) -> list[str]:
    """Return what a ring drew the eye to, one after the other."""
    seen: list[str] = page.evaluate("window.moments")
    return [each.removesuffix("!") for each in seen if each.endswith("!")]


def says_not_live(page: Page) -> None:
    expect(page.locator(".inverse")).to_contain_text("Reconnecting · last update")


def hears(page: Page, wanted: list[str]) -> None:
    """Wait until just this was heard."""
    until(page, f"JSON.stringify(window.heard) === JSON.stringify({wanted})")


def code_on(page: Page) -> str:
    """Return the eight characters, once they are there."""
    expect(page.locator(".box")).to_have_count(8)
    return "".join(page.locator(".box .code").all_inner_texts())


def test_it_is_paired_by_comparing_eight_characters_and_goes_on_by_itself(
    board: BrowserContext, server: RunningServer
) -> None:
    page = board.new_page()
    page.goto(f"{server.url}/board")
    expect(page.get_by_text("Pair this screen")).to_be_visible()
    where = server.url.removeprefix("http://")
    expect(page.get_by_text(f"{where}/manager/devices")).to_be_visible()
    expect(page.locator("img.qr")).to_be_visible()
    server.run("device", "approve", code_on(page), "--name", "Waiting room")
    expect(page.get_by_text("Nobody called yet")).to_be_visible()
    page.reload()
    expect(page.get_by_text("Nobody called yet")).to_be_visible()


def test_a_screen_that_is_not_approved_says_so_and_shows_a_new_code(
    board: BrowserContext, server: RunningServer
) -> None:
    page = board.new_page()
    page.goto(f"{server.url}/board")
    code = code_on(page)
    server.run("device", "refuse", code)
    expect(page.get_by_text("A manager did not approve this screen")).to_be_visible()
    expect(page.locator(".boxes")).not_to_have_attribute("aria-label", " ".join(code))


def test_a_screen_that_is_let_in_as_something_else_is_no_board(
    board: BrowserContext, server: RunningServer
) -> None:
    page = board.new_page()
    page.goto(f"{server.url}/board")
    server.run(
        "device", "approve", code_on(page), "--as", "kiosk", "--name", "No board"
    )
    expect(page.get_by_text("A manager did not approve this screen")).to_be_visible()


def test_a_removed_screen_says_so_at_once_and_is_ready_to_be_paired_again(
    board: BrowserContext, server: RunningServer
) -> None:
    page = opened(board, server)
    listed = server.run("device", "list")
    display = re.search(r"display [0-9a-f]{8}", listed)
    assert display is not None
    server.run("device", "remove", display[0], "--yes")
    expect(page.get_by_text("This screen is no longer paired")).to_be_visible()
    server.run("device", "approve", code_on(page), "--name", "Waiting room")
    expect(page.get_by_text("Nobody called yet")).to_be_visible()


def test_each_of_many_calls_has_its_moment_one_after_the_other_in_their_order(
    board: BrowserContext, server: RunningServer, kiosk: Device, desk: Device
) -> None:
    page = opened(board, server)
    second = server.device("console")
    second.sign_in(desk=4, servicer="Servicer 4")
    for _ in range(4):
        kiosk.take()
    call(desk)
    second.post("/desks/4/call-next")
    has_moment(page, "A001")
    has_moment(page, "A002")
    assert moments(page) == ["A001", "A002"]
    rows = page.locator(".calls .call")
    expect(rows.first).to_have_attribute("data-call", "A001")


def test_of_a_burst_of_calls_each_has_its_moment_in_its_order(
    board: BrowserContext, server: RunningServer, kiosk: Device
) -> None:
    page = board.new_page()
    page.clock.install()
    pair(board, server)
    page.goto(f"{server.url}/board")
    expect(page.get_by_text("Nobody called yet")).to_be_visible()
    for number in range(5, 10):
        server.do(AddDesk(number=number, queues=("parking",)))
        server.do(AddServicer(name=f"Servicer {number}", pin="482913"))
        kiosk.take()
    for number in range(5, 10):
        console = server.device("console")
        console.sign_in(desk=number, servicer=f"Servicer {number}")
        console.post(f"/desks/{number}/call-next")
    expect(page.locator(".calls .call")).to_have_count(4)
    for waiting in range(1, 6):
        page.clock.run_for(4_000)
        # The server's clock takes no such leaps: unless it has a word in between, it has fallen silent.
        kiosk.take()
        expect(page.get_by_label(f"{waiting} waiting")).to_be_visible()
    wanted = [f"A00{number}" for number in range(1, 6)]
    has_moment(page, wanted[-1])
    assert moments(page) == wanted


def test_a_screen_that_is_looked_for_shows_what_it_is_called(
    board: BrowserContext, server: RunningServer
) -> None:
    page = board.new_page()
    page.clock.install()
    page.goto(f"{server.url}/board")
    server.run("device", "approve", code_on(page), "--name", "By the stairs")
    page.clock.run_for(3_000)
    expect(page.get_by_text("Nobody called yet")).to_be_visible()
    server.run("device", "ask", "By the stairs", "beep")
    expect(page.get_by_text("By the stairs")).to_be_visible()
    page.clock.run_for(10_000)
    expect(page.get_by_text("By the stairs")).to_be_hidden()
    listed = server.run("device", "list")
    assert "1920×1080" in listed, listed


def test_what_was_called_while_the_server_was_away_has_its_moment_once_it_is_back(
    board: BrowserContext, server: RunningServer, kiosk: Device, desk: Device
) -> None:
    page = opened(board, server)
    kiosk.take()
    kiosk.take()
    call(desk)
    has_moment(page, "A001")
    board.set_offline(True)
    server.stop()
    expect(page.get_by_text("Reconnecting …")).to_be_visible()
    server.start()
    call(desk)
    board.set_offline(False)
    has_moment(page, "A002")
    expect(page.get_by_text("Reconnecting …")).to_be_hidden()
    assert moments(page) == ["A001", "A002"]


def test_within_ten_seconds_without_a_word_it_says_that_it_is_not_live(
    board: BrowserContext, server: RunningServer, kiosk: Device, desk: Device
) -> None:
    page = board.new_page()
    page.clock.install()
    pair(board, server)
    page.goto(f"{server.url}/board")
    kiosk.take()
    call(desk)
    has_moment(page, "A001")
    page.evaluate(DEAF)
    server.stop()
    expect(page.get_by_text("Reconnecting …")).to_be_visible()
    page.clock.fast_forward(10_000)
    says_not_live(page)
    expect(page.locator(".hero.lit")).to_have_count(0)
    expect(page.get_by_text("Please listen for staff.")).to_be_visible()


def test_a_stream_that_only_falls_silent_is_noticed_too(
    board: BrowserContext, server: RunningServer
) -> None:
    page = board.new_page()
    page.clock.install()
    pair(board, server)
    # One word, and then nothing any more: the connection stays.
    page.add_init_script(
        """{
          const ask = window.fetch;
          window.fetch = async (...what) => {
            const answer = await ask(...what);
            if (!String(what[0]).endsWith("/board/events")) return answer;
            const first = (await answer.clone().body.getReader().read()).value;
            const body = new ReadableStream({start: (to) => to.enqueue(first)});
            return new Response(body, {headers: answer.headers});
          };
        }"""
    )
    page.goto(f"{server.url}/board")
    expect(page.get_by_text("Nobody called yet")).to_be_visible()
    page.evaluate(DEAF)
    page.clock.run_for(10_000)
    says_not_live(page)


def test_sound_is_asked_for_once_and_a_key_switches_it_on(
    board: BrowserContext, server: RunningServer, kiosk: Device, desk: Device
) -> None:
    page = board.new_page()
    page.clock.install()
    pair(board, server)
    page.goto(f"{server.url}/board")
    asked = page.get_by_text("Press OK to switch the sound on.")
    expect(asked).to_be_visible()
    page.clock.run_for(125_000)
    expect(asked).to_be_hidden()
    page.reload()
    expect(asked).to_be_visible()
    page.keyboard.press("Enter")
    expect(asked).to_be_hidden()
    kiosk.take()
    call(desk)
    has_moment(page, "A001")
    said = "A 0 0 1, desk 3"
    hears(page, ["chime", said])
    page.clock.run_for(3_000)
    hears(page, ["chime", said, said])


def test_managers_know_whether_the_board_is_heard(
    board: BrowserContext, server: RunningServer
) -> None:
    manager = server.device("manager")

    def comes(page: Page, sound: str) -> None:
        end = monotonic() + PATIENCE_S
        while sound not in [each["sound"] for each in manager.get("/devices").json()]:
            assert monotonic() < end, f"Nobody is told {sound}"
            page.wait_for_timeout(50)

    page = opened(board, server)
    comes(page, "mute")
    page.keyboard.press("Enter")
    comes(page, "there")
    page.goto(f"{server.url}/board?language=de")
    comes(page, "mute")
    page.keyboard.press("Enter")
    comes(page, "no-voice")


@pytest.mark.parametrize(
    ("query", "heard"),
    [("?speech=off", ["chime"]), ("?language=de", ["chime"]), ("?sound=off", [])],
)
def test_nothing_is_heard_that_is_not_wanted_or_would_leave_the_house(
    board: BrowserContext,
    server: RunningServer,
    kiosk: Device,
    desk: Device,
    query: str,
    heard: list[str],
) -> None:
    """The German voice is one of its maker's servers: the chime has to do."""
    board.add_init_script("window.loud = true")
    page = board.new_page()
    page.clock.install()
    pair(board, server)
    page.goto(f"{server.url}/board{query}")
    kiosk.take()
    call(desk)
    has_moment(page, "A001")
    hears(page, heard)
    page.clock.run_for(4_000)
    hears(page, heard)


def test_a_chime_that_did_not_come_at_first_is_asked_for_again(
    board: BrowserContext, server: RunningServer, kiosk: Device, desk: Device
) -> None:
    board.add_init_script("window.loud = true")
    page = board.new_page()
    page.clock.install()
    pair(board, server)
    asked = list[str]()

    def fail_once(route: Route) -> None:
        asked.append(route.request.url)
        route.abort() if len(asked) == 1 else route.continue_()

    page.route("**/*chime*", fail_once)
    with page.expect_event("requestfailed"):
        page.goto(f"{server.url}/board")
    expect(page.get_by_text("Nobody called yet")).to_be_visible()
    with page.expect_event("requestfinished", lambda request: request.url in asked):
        page.clock.run_for(5_000)
    kiosk.take()
    call(desk)
    has_moment(page, "A001")
    hears(page, ["chime", "A 0 0 1, desk 3"])


def test_after_a_sound_that_goes_wrong_the_next_call_is_heard(
    board: BrowserContext, server: RunningServer, kiosk: Device, desk: Device
) -> None:
    board.add_init_script("window.loud = true")
    page = opened(board, server, "?speech=off")
    page.evaluate(
        """() => {
          const make = AudioContext.prototype.createBufferSource;
          AudioContext.prototype.createBufferSource = () => {
            AudioContext.prototype.createBufferSource = make;
            throw new Error("no loudspeaker");
          };
        }"""
    )
    kiosk.take()
    kiosk.take()
    call(desk)
    has_moment(page, "A001")
    call(desk)
    has_moment(page, "A002")
    hears(page, ["chime"])


def test_an_answered_call_is_not_said_again(
    board: BrowserContext, server: RunningServer, kiosk: Device, desk: Device
) -> None:
    board.add_init_script("window.loud = true")
    page = board.new_page()
    page.clock.install()
    pair(board, server)
    page.goto(f"{server.url}/board")
    ticket = kiosk.take()
    call(desk)
    has_moment(page, "A001")
    hears(page, ["chime", "A 0 0 1, desk 3"])
    desk.post(f"/tickets/{ticket['id']}/start")
    expect(page.locator(".hero.lit")).to_have_count(0)
    page.clock.run_for(4_000)
    hears(page, ["chime", "A 0 0 1, desk 3"])


def test_it_speaks_the_branchs_language_and_its_directions(
    board: BrowserContext, server: RunningServer
) -> None:
    page = opened(board, server)
    expect(page.locator("html")).to_have_attribute("dir", "ltr")
    server.run("branch", "set", "--language", "ar", "--language", "en")
    expect(page.locator("html")).to_have_attribute("lang", "ar")
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    box = page.locator(".mark").bounding_box()
    assert box is not None
    assert box["x"] > WALL["width"] / 2


def test_no_policy_is_broken_and_nothing_goes_wrong_on_the_way(
    board: BrowserContext, server: RunningServer, kiosk: Device, desk: Device
) -> None:
    complaints: list[str] = []
    page = board.new_page()
    page.on("console", lambda said: complaints.append(said.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    pair(board, server)
    page.goto(f"{server.url}/board?theme=light")
    kiosk.take()
    call(desk)
    has_moment(page, "A001")
    page.keyboard.press("Enter")
    assert complaints == []


def test_the_cookie_opens_the_boards_stream_and_nothing_else(
    board: BrowserContext, server: RunningServer
) -> None:
    display = pair(board, server)
    (cookie,) = board.cookies()
    assert cookie["httpOnly"]
    assert (cookie["sameSite"], cookie["path"]) == ("Strict", "/board")
    kept = {"Cookie": f"{cookie['name']}={display.token}"}
    for path in ("/branch", "/events", "/board", "/openapi.json"):
        answer = ask(server, f"/api/v1{path}", kept)
        assert answer.status_code == (200 if path == "/openapi.json" else 401), path
    assert ask(server, "/board/events", kept).status_code == 200
    assert ask(server, "/board/events", {}).status_code == 401
    elsewhere = {**kept, "Origin": "http://elsewhere.example"}
    assert ask(server, "/board/events", elsewhere).status_code == 403


@pytest.mark.parametrize("role", ["kiosk", "console", "manager"])
def test_no_other_devices_token_makes_a_board(server: RunningServer, role: str) -> None:
    token = server.device(role).token
    answer = requests.post(
        f"{server.url}/board/session",
        headers={"Authorization": f"Bearer {token}"},
        timeout=ANSWER_WITHIN_S,
    )
    assert (answer.status_code, answer.cookies.get_dict()) == (403, {})
    kept = {"Cookie": f"board={token}"}
    assert ask(server, "/board/events", kept).status_code == 403


def ask(server: RunningServer, path: str, headers: dict[str, str]) -> requests.Response:
    """GET a path without reading what it answers."""
    answer = requests.get(
        server.url + path, headers=headers, timeout=ANSWER_WITHIN_S, stream=True
    )
    answer.close()
    return answer


def test_the_page_of_one_release_never_loads_another_ones_scripts(
    board: BrowserContext, server: RunningServer
) -> None:
    loaded: list[str] = []

    def note(route: Route) -> None:
        loaded.append(route.request.url)
        route.continue_()

    board.route("**/*.js", note)
    opened(board, server)
    below = {url.partition("/together/")[2].partition("/")[0] for url in loaded}
    assert len(loaded) > 10
    assert len(below) == 1
    for url in loaded[:2]:
        answer: Any = requests.get(url, timeout=ANSWER_WITHIN_S)
        assert "immutable" in answer.headers["Cache-Control"]
    other = loaded[0].replace(below.pop(), "000000000000")
    answer = requests.get(other, timeout=ANSWER_WITHIN_S)
    assert "immutable" not in answer.headers["Cache-Control"]
