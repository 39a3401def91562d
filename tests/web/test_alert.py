"""“Alert me”: once pressed, the phone sounds, vibrates and stays awake; loudspeaker, motor and screen are stand-ins."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.serving import Device, RunningServer
from tests.web.patience import until

pytestmark = pytest.mark.browser

DEVICES = """
(() => {
  const seen = window.seen = { tones: [], vibrations: [], locks: 0, released: 0 };
  const locks = [];
  let taps = 0;
  addEventListener("pointerdown", () => taps += 1, true);
  class Node { connect(other) { return other; } }
  class Gain extends Node {
    gain = { setValueAtTime() {}, exponentialRampToValueAtTime() {} };
  }
  class Oscillator extends Node {
    frequency = { value: 0 };
    start() { seen.tones.push(this.frequency.value); }
    stop() {}
  }
  window.AudioContext = class extends EventTarget {
    state = navigator.userActivation.isActive && !window.deaf ? "running" : "suspended";
    currentTime = 0;
    destination = new Node();
    createGain() { return new Gain(); }
    createOscillator() { return new Oscillator(); }
    constructor() {
      super();
      window.audio = this;
    }
    take(state) {
      this.tapsBefore = taps;
      this.become(state);
    }
    become(state) {
      this.state = state;
      this.dispatchEvent(new Event("statechange"));
    }
    async resume() {
      // As iPhones do at times: it is never answered.
      if (window.deaf) await new Promise(() => {});
      while (taps === this.tapsBefore) await new Promise(requestAnimationFrame);
      while (!navigator.userActivation.isActive) await new Promise(requestAnimationFrame);
      this.become("running");
    }
  };
  navigator.vibrate = (pattern) => seen.vibrations.push(pattern);
  Object.defineProperty(navigator, "wakeLock", { value: {
    request: async () => {
      seen.locks += 1;
      const lock = { released: false, release() { this.released = true; seen.released += 1; } };
      locks.push(lock);
      return lock;
    },
  } });
  let hidden = false;
  Object.defineProperty(document, "hidden", { get: () => hidden });
  window.lookAway = (away) => {
    hidden = away;
    // As browsers do: nothing keeps a screen on that shows something else.
    if (away) locks.forEach((lock) => lock.released = true);
    document.dispatchEvent(new Event("visibilitychange"));
  };
})();
"""
CONFIRMED, NEXT, CALLED = [660], [660], [880, 880, 880]


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A phone whose loudspeaker, motor and screen write down what they do."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, locale="en")
    context.add_init_script(DEVICES)
    yield context.new_page()
    context.close()


def press(page: Page) -> None:
    page.get_by_role("button", name="Alert me when it’s my turn").click()


def switch_off(page: Page) -> None:
    page.get_by_role("button", name="Switch off").click()


def stands(page: Page, how: str) -> None:
    """Expect the alerts to be off, sound or push, or asleep until somebody taps."""
    expect(page.locator(".alert")).to_have_attribute("data-is", how)


def tones(page: Page, wanted: list[int]) -> None:
    """Expect these tones, and no others, since the page was loaded."""
    until(page, f"seen.tones.length >= {len(wanted)}")
    assert page.evaluate("seen.tones") == wanted


def is_in(page: Page, state: str) -> None:
    expect(page.locator("main.ticket")).to_have_attribute("data-state", state)
    expect(page.locator("main.ticket")).to_have_attribute("data-link", "live")


def call_next(desk: Device) -> dict[str, object]:
    answer = desk.post("/desks/3/call-next", {"finish": True})
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


def test_pressed_it_sounds_when_next_and_when_called(
    page: Page, kiosk: Device, desk: Device
) -> None:
    kiosk.take()
    page.goto(kiosk.take()["url"])
    press(page)
    tones(page, CONFIRMED)
    assert page.evaluate("seen.locks") == 1
    call_next(desk)
    is_in(page, "next")
    tones(page, CONFIRMED + NEXT)
    call_next(desk)
    is_in(page, "called")
    tones(page, CONFIRMED + NEXT + CALLED)
    assert page.evaluate("seen.vibrations") == [[200], [300, 150, 300, 150, 300]]


@pytest.mark.parametrize("ahead", [1, 2])
def test_it_sounds_when_as_many_are_ahead_as_the_customer_chose(
    page: Page, kiosk: Device, desk: Device, ahead: int
) -> None:
    for _ in range(3):
        kiosk.take()
    page.goto(kiosk.take()["url"])
    press(page)
    page.get_by_label(str(ahead), exact=True).check(force=True)
    for left in (2, 1, 0):
        call_next(desk)
        expect(page.locator("main.ticket")).to_have_attribute(
            "data-state", "waiting" if left else "next"
        )
        expect(page.locator("[data-count=ahead]")).to_have_text(f"{left} ahead")
        tones(page, CONFIRMED + (NEXT if left <= ahead else []))
    assert page.evaluate("seen.vibrations") == [[200]]
    page.reload()
    expect(page.get_by_label(str(ahead), exact=True)).to_be_checked()


def test_it_offers_only_what_can_still_ring_and_asks_nothing_where_nothing_is_left(
    page: Page, kiosk: Device, desk: Device
) -> None:
    for _ in range(3):
        kiosk.take()
    page.goto(kiosk.take()["url"])
    press(page)
    offered = page.locator(".near label:not([hidden])")
    for left in (["nobody", "1", "2"], ["nobody", "1"]):
        expect(offered).to_have_text(left)
        expect(page.locator(".near")).to_be_visible()
        call_next(desk)
    expect(page.locator("[data-count=ahead]")).to_have_text("1 ahead")
    expect(page.locator(".near")).to_be_hidden()


def test_the_sound_can_be_tried_out(page: Page, kiosk: Device) -> None:
    page.goto(kiosk.take()["url"])
    press(page)
    stands(page, "sound")
    page.get_by_role("button", name="Test sound").click()
    tones(page, CONFIRMED + CONFIRMED)


def test_not_pressed_it_is_silent(page: Page, kiosk: Device, desk: Device) -> None:
    page.goto(kiosk.take()["url"])
    is_in(page, "next")
    call_next(desk)
    is_in(page, "called")
    assert page.evaluate("seen") == {
        "tones": [],
        "vibrations": [],
        "locks": 0,
        "released": 0,
    }
    assert page.evaluate("localStorage.length") == 0


def test_it_is_switched_off_again(page: Page, kiosk: Device, desk: Device) -> None:
    page.goto(kiosk.take()["url"])
    stands(page, "off")
    press(page)
    stands(page, "sound")
    switch_off(page)
    stands(page, "off")
    until(page, "seen.released === 1")
    call_next(desk)
    is_in(page, "called")
    tones(page, CONFIRMED)


def test_a_second_call_sounds_again(page: Page, kiosk: Device, desk: Device) -> None:
    mine = kiosk.take()
    page.goto(mine["url"])
    press(page)
    call_next(desk)
    tones(page, CONFIRMED + CALLED)
    desk.post(f"/tickets/{mine['id']}/hold")
    is_in(page, "held")
    desk.post(f"/tickets/{mine['id']}/call")
    tones(page, CONFIRMED + CALLED + CALLED)


def test_a_reload_keeps_it_and_asks_for_a_tap(
    page: Page, kiosk: Device, desk: Device
) -> None:
    kiosk.take()
    page.goto(kiosk.take()["url"])
    press(page)
    page.reload()
    hint = page.get_by_text("Tap to keep the sound on")
    expect(hint).to_be_visible()
    assert page.evaluate("seen.locks") == 1
    switch_off(page)
    expect(hint).to_be_hidden()
    stands(page, "sound")
    call_next(desk)
    is_in(page, "next")
    tones(page, NEXT)


def hears(page: Page, how: str) -> None:
    """Expect the page to say so, and to ask for a tap exactly where it may help."""
    stands(page, how)
    hint = page.get_by_text("Tap to keep the sound on")
    expect(hint).to_be_visible(visible=how == "asleep")


@pytest.mark.parametrize("state", ["interrupted", "suspended"])
def test_a_sound_that_the_phone_took_away_is_asked_back(
    page: Page, kiosk: Device, desk: Device, state: str
) -> None:
    kiosk.take()
    page.goto(kiosk.take()["url"])
    press(page)
    hears(page, "sound")
    page.evaluate("state => audio.take(state)", state)
    hears(page, "asleep")
    page.locator("h1").click()
    hears(page, "sound")
    call_next(desk)
    is_in(page, "next")
    tones(page, CONFIRMED + NEXT)


def test_a_sound_that_comes_back_by_itself_asks_for_nothing(
    page: Page, kiosk: Device
) -> None:
    page.goto(kiosk.take()["url"])
    press(page)
    page.evaluate("audio.take('interrupted')")
    hears(page, "asleep")
    page.evaluate("audio.become('running')")
    hears(page, "sound")


def test_a_sound_that_is_never_given_is_not_claimed_and_comes_from_a_new_start(
    page: Page, kiosk: Device
) -> None:
    page.add_init_script("window.deaf = true")
    page.goto(kiosk.take()["url"])
    press(page)
    hears(page, "asleep")
    page.evaluate("() => { deaf = false; audio.resume = () => new Promise(() => {}); }")
    page.locator("h1").click()
    hears(page, "sound")


def test_what_cannot_be_made_to_sound_can_be_switched_off(
    page: Page, kiosk: Device
) -> None:
    page.add_init_script("window.deaf = true")
    page.goto(kiosk.take()["url"])
    press(page)
    hears(page, "asleep")
    switch_off(page)
    hears(page, "off")


OPEN = "Keep this page open and the screen on."
HOME = "tap Share, then “Add to Home Screen”"
PLAIN = "Object.defineProperty(window, 'isSecureContext', { get: () => false });"
IPHONE = """
delete window.PushManager;
navigator.standalone = STANDALONE;
Object.defineProperty(navigator, "maxTouchPoints", { get: () => 5 });
document.addEventListener("DOMContentLoaded", () => document.querySelector(".alert").dataset.push = "BKey");
"""


@pytest.mark.parametrize(
    ("phone", "said"),
    [
        (PLAIN, OPEN),
        (IPHONE.replace("STANDALONE", "false"), HOME),
        (IPHONE.replace("STANDALONE", "true"), OPEN),
        (PLAIN + IPHONE.replace("STANDALONE", "false"), OPEN),
    ],
    ids=["plain http", "iPhone", "iPhone that never pushes", "iPhone on plain http"],
)
def test_what_a_locked_phone_will_miss_is_said_to_whoever_wants_alerts(
    page: Page, kiosk: Device, phone: str, said: str
) -> None:
    page.add_init_script(phone)
    page.goto(kiosk.take()["url"])
    is_in(page, "first")
    said_there = page.locator(".alert [role=status]")
    expect(said_there).to_be_hidden()
    press(page)
    expect(said_there).to_contain_text(said)
    switch_off(page)
    expect(said_there).to_be_hidden()


def test_a_call_that_was_announced_is_not_announced_by_a_reload(
    page: Page, kiosk: Device, desk: Device
) -> None:
    page.goto(kiosk.take()["url"])
    press(page)
    call_next(desk)
    tones(page, CONFIRMED + CALLED)
    page.reload()
    is_in(page, "called")
    page.locator("h1").click()
    assert page.evaluate("[seen.tones, seen.vibrations]") == [[], []]


def test_a_call_during_a_restart_is_announced_once(
    page: Page, kiosk: Device, desk: Device, server: RunningServer
) -> None:
    page.goto(kiosk.take()["url"])
    press(page)
    call_next(desk)
    tones(page, CONFIRMED + CALLED)
    server.kill()
    expect(page.locator("main.ticket")).to_have_attribute("data-link", "lost")
    server.start()
    expect(page.locator("main.ticket")).to_have_attribute(
        "data-link", "live", timeout=20_000
    )
    tones(page, CONFIRMED + CALLED)


def test_a_screen_that_was_looked_away_from_stays_on_again(
    page: Page, kiosk: Device
) -> None:
    page.goto(kiosk.take()["url"])
    press(page)
    until(page, "seen.locks === 1")
    page.evaluate("lookAway(true)")
    assert page.evaluate("seen.locks") == 1
    page.evaluate("lookAway(false)")
    until(page, "seen.locks === 2")


def test_the_screen_may_go_off_once_the_desk_is_reached(
    page: Page, kiosk: Device, desk: Device
) -> None:
    mine = kiosk.take()
    page.goto(mine["url"])
    press(page)
    call_next(desk)
    is_in(page, "called")
    assert page.evaluate("[seen.locks, seen.released]") == [1, 0]
    desk.post(f"/tickets/{mine['id']}/start")
    until(page, "seen.released === 1")
    desk.post(f"/tickets/{mine['id']}/finish")
    page.reload()
    is_in(page, "done")
    assert page.evaluate("seen.locks") == 0


def test_the_title_flashes_while_nobody_looks(
    page: Page, kiosk: Device, desk: Device
) -> None:
    page.goto(kiosk.take()["url"])
    press(page)
    page.evaluate("lookAway(true)")
    call_next(desk)
    expect(page).to_have_title("▶ DESK 3")
    expect(page).to_have_title("A001")
    expect(page).to_have_title("▶ DESK 3")


def test_without_a_script_there_is_no_button(browser: Browser, kiosk: Device) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(kiosk.take()["url"])
    expect(page.get_by_text("You are first in line.")).to_be_visible()
    expect(page.locator(".alert")).to_be_hidden()
    context.close()
