"""A device says how it is, and does what a manager asks of it: it chimes and shows its name, or prints a test."""

from pathlib import Path

from PySide6.QtNetwork import QNetworkAccessManager
from pytestqt.qtbot import QtBot

from shared.qt.client import Client
from shared.qt.events import EventStream
from shared.qt.network import Target
from shared.qt.reporting import Reporter
from shared.qt.summons import DeviceViewModel, Summons
from shared.wire import codec, routes
from shared.wire.messages import Problem, Role
from shared.wire.pairing import (
    DEVICE_ASKED,
    DEVICE_CHANGED,
    DeviceAsked,
    DeviceReport,
    DeviceTask,
    OwnDevice,
    PaperState,
    SoundState,
)
from tests.qt.fake_server import FakeServer, Heard, Reply
from tests.qt.kiosk_stand import KioskStand, at_once

OWN = OwnDevice(id=7, name="Entrance", role=Role.KIOSK)


def said(event: str, message: object) -> bytes:
    """Return an event that is about a device alone, and has no number."""
    return b"event: %s\ndata: %s\n\n" % (event.encode(), codec.encode(message))


class Device:
    """A kiosk's parts that speak of the kiosk itself."""

    def __init__(self, server: FakeServer, network: QNetworkAccessManager) -> None:
        self.reports: list[DeviceReport] = []
        self.chimes: list[bool] = []
        self.tests: list[bool] = []
        self.told: list[OwnDevice] = []
        self.view_model = DeviceViewModel()
        server.acts["GET", routes.OWN_DEVICE] = lambda _heard: Reply(200, OWN)
        server.acts.setdefault(("POST", routes.OWN_REPORT), self._hear)
        target = Target(server.url, "the token")
        client = Client(target, network)
        self.stream = EventStream(target, network, backoff=at_once())
        self.reporter = Reporter(client, self.stream, "1.4", soon_ms=1, every_ms=60_000)
        self.summons = Summons(
            client,
            self.stream,
            self.view_model,
            lambda: self.chimes.append(True),
            shown_ms=20,
        )
        self.summons.test_print.connect(lambda: self.tests.append(True))
        self.summons.told.connect(self.told.append)
        self.stream.start()

    def _hear(self, heard: Heard) -> Reply:
        self.reports.append(codec.decode(heard.body, DeviceReport))
        return Reply(204)


def test_it_reports_at_its_start_and_when_something_changes(
    qtbot: QtBot, server: FakeServer, network: QNetworkAccessManager
) -> None:
    device = Device(server, network)
    qtbot.waitUntil(lambda: device.reports == [DeviceReport(version="1.4")])
    device.reporter.tell_paper(PaperState.OUT)
    qtbot.waitUntil(lambda: len(device.reports) == 2)
    assert device.reports[1] == DeviceReport(version="1.4", paper=PaperState.OUT)
    device.reporter.tell_sound(SoundState.MUTE)
    qtbot.waitUntil(lambda: len(device.reports) == 3)
    assert device.reports[2].sound is SoundState.MUTE
    assert device.reports[2].paper is PaperState.OUT
    device.stream.stop()


def test_a_report_that_got_no_answer_is_not_asked_again_and_again(
    qtbot: QtBot, server: FakeServer, network: QNetworkAccessManager
) -> None:
    server.acts["POST", routes.OWN_REPORT] = lambda _heard: Reply(503, body=b"")
    device = Device(server, network)
    qtbot.waitUntil(lambda: len(server.posts(routes.OWN_REPORT)) == 1)
    qtbot.wait(100)
    assert len(server.posts(routes.OWN_REPORT)) == 1
    device.reporter.tell_paper(PaperState.THERE)
    qtbot.waitUntil(lambda: len(server.posts(routes.OWN_REPORT)) == 2)
    device.stream.stop()


def test_a_server_that_wants_no_reports_hears_none_after_the_first(
    qtbot: QtBot, server: FakeServer, network: QNetworkAccessManager
) -> None:
    nothing = Problem(type="not-found", title="", status=404, detail="")
    server.acts["POST", routes.OWN_REPORT] = lambda _heard: Reply(404, nothing)
    device = Device(server, network)
    qtbot.waitUntil(lambda: len(server.posts(routes.OWN_REPORT)) == 1)
    qtbot.waitUntil(lambda: device.stream.link.live)
    device.stream.stop()


def test_asked_to_beep_it_chimes_and_shows_its_name_for_a_while(
    qtbot: QtBot, server: FakeServer, network: QNetworkAccessManager
) -> None:
    device = Device(server, network)
    shown: list[str] = []
    device.view_model.shownNameChanged.connect(
        lambda: shown.append(str(device.view_model.property("shownName")))
    )
    qtbot.waitUntil(lambda: device.told == [OWN])
    server.send(said(DEVICE_ASKED, DeviceAsked(device=7, task=DeviceTask.BEEP)))
    qtbot.waitUntil(lambda: shown == ["Entrance", ""])
    assert device.chimes == [True]
    assert device.stream.link.live
    device.stream.stop()


def test_asked_to_print_it_prints_a_test(
    qtbot: QtBot, server: FakeServer, network: QNetworkAccessManager
) -> None:
    device = Device(server, network)
    qtbot.waitUntil(lambda: device.told == [OWN])
    server.send(said(DEVICE_ASKED, DeviceAsked(device=7, task=DeviceTask.TEST_PRINT)))
    qtbot.waitUntil(lambda: device.tests == [True])
    assert device.chimes == []
    device.stream.stop()


def test_renamed_or_bound_it_knows_at_once(
    qtbot: QtBot, server: FakeServer, network: QNetworkAccessManager
) -> None:
    device = Device(server, network)
    qtbot.waitUntil(lambda: device.told == [OWN])
    bound = OwnDevice(id=7, name="Desk 3", role=Role.CONSOLE, desk=3)
    server.send(said(DEVICE_CHANGED, bound))
    qtbot.waitUntil(lambda: device.told == [OWN, bound])
    device.stream.stop()


def test_a_kiosk_shows_its_name_over_everything_for_as_long_as_it_is_looked_for(
    qtbot: QtBot, target: Target, network: QNetworkAccessManager, tmp_path: Path
) -> None:
    kiosk = KioskStand(target, network, tmp_path)
    kiosk.views.device.show("Entrance")
    assert kiosk.sees("device-name")
    assert kiosk.says("Entrance")
    kiosk.views.device.show("")
    assert not kiosk.sees("device-name")
    kiosk.close()
