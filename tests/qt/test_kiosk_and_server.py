"""Before a real server that is paused, killed and started: whoever gave a tap up is never called, and whoever asks for help is told who comes."""

import os
import re
import signal
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtNetwork import QNetworkAccessManager
from pytestqt.qtbot import QtBot

from kiosk.presenter import Pace
from kiosk.terms import Shown
from shared.qt import sample
from shared.qt.network import Target
from shared.wire import routes
from shared.wire.messages import Problem
from tests.qt.fake_server import FakeServer, Reply
from tests.qt.kiosk_stand import KioskStand, with_counter
from tests.server.conftest import free_port
from tests.server.test_waits import until_known
from tests.serving import Device, RunningServer

pytestmark = pytest.mark.slow

UNWELL = Reply(503, body=b"")
SOON = Pace(slow_ms=1, late_ms=50, give_up_ms=60_000)
AT_ONCE = Pace(slow_ms=1, late_ms=1, give_up_ms=100)

Stand = Callable[..., KioskStand]


@pytest.fixture
def running(tmp_path: Path) -> Iterator[RunningServer]:
    """A server with two queues and a desk that serves."""
    server = RunningServer(tmp_path / "data", free_port())
    server.set_up()
    server.start()
    yield server
    server.stop()


@pytest.fixture
def desk(running: RunningServer) -> Device:
    """The console of a desk at which Maria serves."""
    console = running.device("console")
    console.sign_in()
    return console


@pytest.fixture
def token(running: RunningServer) -> str:
    """The kiosk's token, the same over its restarts."""
    return running.device("kiosk").token


@pytest.fixture
def kiosk_dir(tmp_path: Path) -> Path:
    """Where the kiosk keeps what must survive."""
    return tmp_path / "kiosk"


@pytest.fixture
def stand(
    qtbot: QtBot,
    running: RunningServer,
    token: str,
    network: QNetworkAccessManager,
    kiosk_dir: Path,
) -> Iterator[Stand]:
    """Puts up a kiosk before the real server and waits until it is at home."""
    standing: list[KioskStand] = []

    def put_up(**options: Any) -> KioskStand:
        target = Target(running.url, token)
        kiosk = KioskStand(target, network, kiosk_dir, **options)
        standing.append(kiosk)
        qtbot.waitUntil(lambda: kiosk.screen is not Shown.Connecting)
        return kiosk

    yield put_up
    for kiosk in standing:
        kiosk.close()


def processes(server: RunningServer) -> list[int]:
    """Return the process that watches and those that serve."""
    told = Path(f"/proc/{server.pid}/task/{server.pid}/children").read_text()
    return [server.pid, *map(int, told.split())]


def all_told(qtbot: QtBot, kiosk_dir: Path) -> None:
    """Wait until the server knows of everything that was given up."""
    qtbot.waitUntil(lambda: list(kiosk_dir.iterdir()) == [])


def line(desk: Device) -> tuple[int, list[str]]:
    """Return how many wait anywhere, and who was called."""
    board = desk.get("/board").json()
    called = [call["label"] for call in board["recent_calls"]]
    return sum(board["waiting"].values()), called


@pytest.mark.slow
def test_whoever_cancels_before_a_paused_server_is_not_in_line_when_it_is_back(
    qtbot: QtBot,
    running: RunningServer,
    desk: Device,
    stand: Stand,
    kiosk_dir: Path,
) -> None:
    kiosk = stand(pace=SOON)
    paused = processes(running)
    for process in paused:
        os.kill(process, signal.SIGSTOP)
    try:
        # One after the other: the kiosk is free again for the next.
        for queue in ("parking", "passports"):
            kiosk.press(f"queue-{queue}")
            qtbot.waitUntil(lambda: kiosk.sees("cancel"))
            kiosk.press("cancel")
            assert kiosk.screen is Shown.Home
    finally:
        for process in reversed(paused):
            os.kill(process, signal.SIGCONT)
    all_told(qtbot, kiosk_dir)
    assert line(desk) == (0, [])
    kiosk.press("queue-parking")
    qtbot.waitUntil(lambda: kiosk.text("issuedLabel") != "")
    assert line(desk) == (1, [])


@pytest.mark.slow
def test_a_tap_that_nobody_waits_for_is_given_up_and_stays_so_over_a_restart_of_the_kiosk(
    qtbot: QtBot,
    running: RunningServer,
    desk: Device,
    stand: Stand,
    kiosk_dir: Path,
) -> None:
    assert desk.post("/desks/3/call-next", {"store": True}).status_code < 300
    crashed = stand(pace=AT_ONCE)
    running.kill()
    crashed.press("queue-parking")
    qtbot.waitUntil(lambda: crashed.screen not in (Shown.Taking, Shown.NoNumber))
    crashed.close()
    assert [each.name for each in kiosk_dir.iterdir()] == ["kiosk-given-up.json"]
    running.start()
    kiosk = stand()
    all_told(qtbot, kiosk_dir)
    # Nobody is called, though a desk stands ready for whoever comes next.
    assert line(desk) == (0, [])
    kiosk.press("queue-parking")
    qtbot.waitUntil(lambda: kiosk.text("issuedLabel") == "A001")


@pytest.mark.slow
def test_whoever_tries_again_gets_one_number(
    qtbot: QtBot, running: RunningServer, desk: Device, stand: Stand
) -> None:
    kiosk = stand(pace=SOON)
    running.kill()
    kiosk.press("queue-parking")
    qtbot.waitUntil(lambda: kiosk.sees("try-again"))
    assert kiosk.says("none will be called for you")
    running.start()
    if kiosk.sees("try-again"):
        kiosk.press("try-again")
    qtbot.waitUntil(lambda: kiosk.text("issuedLabel") == "A001")
    assert line(desk) == (1, [])


@pytest.mark.slow
def test_a_manager_closes_one_kiosk_and_opens_it_again_before_who_stands_there(
    qtbot: QtBot, running: RunningServer, stand: Stand, tmp_path: Path
) -> None:
    manager = running.device("manager")
    kiosk = stand(summoned=True)
    qtbot.waitUntil(lambda: kiosk.presenter.state.device > 0)
    own = kiosk.presenter.state.device
    other = running.device("kiosk")
    other_id = other.get("/device").json()["id"]
    assert manager.post(f"/devices/{other_id}/close").status_code == 200
    assert manager.post(f"/devices/{own}/close").status_code == 200
    qtbot.waitUntil(lambda: kiosk.says("This kiosk is closed"))
    assert not kiosk.sees("queue-parking")
    assert manager.post(f"/devices/{own}/open").status_code == 204
    qtbot.waitUntil(lambda: kiosk.sees("queue-parking"))
    kiosk.press("queue-parking")
    qtbot.waitUntil(lambda: kiosk.text("issuedLabel") == "A001")


@pytest.mark.slow
def test_a_kiosk_that_is_started_while_it_is_closed_says_so(
    qtbot: QtBot, running: RunningServer, token: str, stand: Stand
) -> None:
    own = Device(running, token).get("/device").json()["id"]
    assert running.device("manager").post(f"/devices/{own}/close").ok
    kiosk = stand(summoned=True)
    qtbot.waitUntil(lambda: kiosk.says("This kiosk is closed"))


@pytest.mark.slow
def test_whoever_asks_for_help_is_told_when_a_manager_comes(
    qtbot: QtBot, running: RunningServer, stand: Stand
) -> None:
    kiosk = stand()
    kiosk.press("help")
    qtbot.waitUntil(lambda: kiosk.says("We told our staff"))
    manager = running.device("manager")
    (call,) = manager.get("/branch").json()["help"]
    assert manager.post(f"/help/{call['device']}/coming").status_code == 200
    qtbot.waitUntil(lambda: kiosk.text("coming") == "A manager is coming.")


@pytest.mark.slow
def test_whoever_asks_for_help_is_told_as_soon_as_somebody_comes(
    qtbot: QtBot, desk: Device, stand: Stand
) -> None:
    kiosk = stand()
    kiosk.press("help")
    qtbot.waitUntil(lambda: kiosk.says("We told our staff"))
    (call,) = desk.get("/branch").json()["help"]
    assert kiosk.says(call["kiosk"])
    assert desk.post(f"/help/{call['device']}/coming").status_code == 200
    qtbot.waitUntil(lambda: kiosk.text("coming") == "Somebody is coming from desk 3.")
    kiosk.press("no-help")
    qtbot.waitUntil(lambda: desk.get("/branch").json()["help"] == [])


# --- what the server is told ------------------------------------------------------------------


@pytest.fixture
def before(
    qtbot: QtBot, target: Target, network: QNetworkAccessManager, kiosk_dir: Path
) -> Iterator[Stand]:
    """Puts up a kiosk before the server that a test commands."""
    standing: list[KioskStand] = []

    def put_up(token: str | None = None, **options: Any) -> KioskStand:
        own = target if token is None else Target(target.server, token)
        kiosk = KioskStand(own, network, kiosk_dir, **options)
        standing.append(kiosk)
        qtbot.waitUntil(lambda: kiosk.screen is not Shown.Connecting)
        return kiosk

    yield put_up
    for kiosk in standing:
        kiosk.close()


def test_what_is_given_up_is_withdrawn_under_the_key_and_in_the_words_of_its_tap(
    qtbot: QtBot, server: FakeServer, before: Stand, kiosk_dir: Path
) -> None:
    counter = with_counter(server)
    server.acts["POST", routes.WITHDRAW] = lambda heard: Reply(204)
    # The number is given, and nobody hears of it.
    server.replies.extend([Reply(0, lost=True), *[UNWELL] * 1000])
    kiosk = before(pace=SOON)
    kiosk.press("queue-parking")
    qtbot.waitUntil(lambda: kiosk.sees("cancel"))
    assert kiosk.text("countdown").startswith("Goes back to the start in ")
    kiosk.press("cancel")
    server.replies.clear()
    qtbot.waitUntil(lambda: server.posts(routes.WITHDRAW) != [])
    all_told(qtbot, kiosk_dir)
    tap, withdrawal = server.posts()[0], server.posts(routes.WITHDRAW)[-1]
    assert (withdrawal.key, withdrawal.body) == (tap.key, tap.body)
    assert list(counter.given) == [tap.key]
    kiosk.press("queue-bills")
    qtbot.waitUntil(lambda: kiosk.text("issuedLabel") == "L108")
    assert len([post for post in server.posts() if post.key != tap.key]) == 1


@pytest.mark.parametrize("status", [429, 507])
def test_a_server_that_cannot_take_it_back_now_is_told_again(
    qtbot: QtBot, server: FakeServer, before: Stand, kiosk_dir: Path, status: int
) -> None:
    no = Problem(type="not-now", title="Not now", status=status, detail="")
    answers = [Reply(status, no), Reply(204)]
    server.acts["POST", routes.WITHDRAW] = lambda heard: answers.pop(0)
    server.acts["POST", routes.TICKETS] = lambda heard: UNWELL
    kiosk = before(pace=AT_ONCE)
    kiosk.press("queue-parking")
    qtbot.waitUntil(lambda: answers == [])
    all_told(qtbot, kiosk_dir)


def test_whoever_gives_up_a_change_keeps_the_number_they_have(
    qtbot: QtBot, server: FakeServer, before: Stand
) -> None:
    with_counter(server)
    kiosk = before(pace=SOON)
    kiosk.press("queue-parking")
    qtbot.waitUntil(lambda: kiosk.text("issuedLabel") == "A107")
    kiosk.press("change")
    server.replies.extend([UNWELL] * 1000)
    kiosk.press("queue-bills")
    qtbot.waitUntil(lambda: kiosk.sees("cancel"))
    assert kiosk.text("cancel") == "Keep A107"
    kiosk.press("cancel")
    assert kiosk.text("issuedLabel") == "A107"
    assert server.posts(f"{sample.TICKET_URL}/leave") == []


def test_a_tap_that_is_too_old_at_the_next_start_is_withdrawn(
    qtbot: QtBot, server: FakeServer, before: Stand, kiosk_dir: Path
) -> None:
    server.acts["POST", routes.WITHDRAW] = lambda heard: Reply(204)
    server.replies.extend([UNWELL] * 1000)
    crashed = before()
    crashed.press("queue-parking")
    qtbot.waitUntil(lambda: server.posts() != [])
    crashed.close()
    server.replies.clear()
    # By its token the new start is told from what the old one had sent already.
    kiosk = before("anew", now=lambda: sample.NOW + timedelta(seconds=46))
    assert kiosk.screen is Shown.Home
    all_told(qtbot, kiosk_dir)
    asked_anew = [
        h for h in server.posts() if h.headers["Authorization"] == "Bearer anew"
    ]
    assert asked_anew == []
    assert server.posts(routes.WITHDRAW)[0].key == server.posts()[0].key


def test_its_queues_and_the_number_say_how_long_it_takes_while_somebody_serves(
    qtbot: QtBot, running: RunningServer, desk: Device, stand: Stand
) -> None:
    other = running.device("kiosk")
    until_known(other)
    for _ in range(4):
        other.take()
    kiosk = stand()
    qtbot.waitUntil(lambda: bool(re.search(r"about \d+–\d+ min", kiosk.texts())))
    kiosk.press("queue-parking")
    qtbot.waitUntil(lambda: kiosk.shows(Shown.Issued))
    assert re.fullmatch(r"about \d+–\d+ min", kiosk.text("how-long"))
    desk.post("/desks/3/pause")
    nobody = "Nobody is serving yet. Please wait until you are called."
    qtbot.waitUntil(lambda: kiosk.text("how-long") == nobody)
    kiosk.press("done")
    qtbot.waitUntil(lambda: kiosk.shows(Shown.Home))
    qtbot.waitUntil(lambda: " min" not in kiosk.texts())


def test_a_queue_that_no_open_desk_serves_says_so_before_it_is_tapped(
    qtbot: QtBot, running: RunningServer, desk: Device, stand: Stand
) -> None:
    running.run("desk", "set", "3", "--queue", "passports")
    running.device("kiosk").take()
    kiosk = stand()
    qtbot.waitUntil(lambda: "1 waiting · nobody serves it yet" in kiosk.texts())
    assert "Next, at once" in kiosk.texts()
    running.run("desk", "set", "3", "--queue", "passports", "--queue", "parking")
    qtbot.waitUntil(lambda: "nobody serves it yet" not in kiosk.texts())
