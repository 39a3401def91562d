"""The display: whose turn it is, from the live stream onto the painted window."""

import json
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QImage
from pytestqt.qtbot import QtBot

from display import app, gallery
from display.clock import steady_clock
from display.frame_log import FrameLog
from display.options import Options
from display.presenter import Presenter
from display.scene import Scene
from display.state import Called
from display.viewmodels.display_view_model import DisplayViewModel
from shared.qt import sample
from shared.qt.connection import Connection, Standing
from shared.qt.events import EventStream
from shared.qt.network import Target
from shared.qt.robot import items_below
from shared.qt.settings import ThemeMode
from shared.wire.messages import Event, Happened, Ticket, TicketState, Was
from tests.qt.fake_server import FakeServer
from tests.qt.window import Shown

AMBER = QColor("#FFC61A")
CALL_COLOUR = {
    ThemeMode.LIGHT: AMBER,
    ThemeMode.DARK: AMBER,
    ThemeMode.CONTRAST: QColor("#FFE500"),
}
WAITED = Was(state=TicketState.WAITING, queue="parking")


class FakeClock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = sample.NOW

    def __call__(self) -> datetime:
        return self.now

    def seconds(self) -> float:
        """Return the present instant in seconds."""
        return self.now.timestamp()

    def move(self, seconds: float) -> None:
        """Let time pass."""
        self.now += timedelta(seconds=seconds)


class Room:
    """A waiting room: a presenter on a clock of its own, and what was announced in it."""

    def __init__(self) -> None:
        self.clock = FakeClock()
        self.view_model = DisplayViewModel()
        self.presenter = Presenter(self.view_model, now=self.clock)
        self.announced: list[str] = []
        self.presenter.announced.connect(self._hear)
        self.presenter.begin(sample.snapshot())
        self.presenter.stand(Standing(Connection.State.Live, sample.NOW))
        self._seq = 40

    def _hear(self, call: Called) -> None:
        self.announced.append(f"{call.label}→{call.desk}")

    def tell(
        self,
        what: Happened,
        number: int,
        state: TicketState,
        *,
        desk: int | None = None,
        late: timedelta = timedelta(0),
    ) -> None:
        """Something happened to a ticket, `late` before the display hears of it."""
        self._seq += 1
        ticket = sample.ticket(number, state=state, ahead=None, desk=desk)
        event = Event(
            seq=self._seq,
            at=self.clock.now - late,
            event=what,
            ticket=ticket,
            was=WAITED,
        )
        self.presenter.happen(event)

    def call(self, number: int, desk: int, late: timedelta = timedelta(0)) -> None:
        """A desk calls a ticket."""
        self.tell(Happened.CALLED, number, TicketState.CALLED, desk=desk, late=late)

    def later(self, seconds: float) -> None:
        """Time passes."""
        self.clock.move(seconds)
        self.presenter.tick()

    @property
    def hero(self) -> str:
        """What the large place says."""
        props = self.view_model.props
        return f"{props.hero_label}→{props.hero_desk}" if props.hero_label else ""

    @property
    def rows(self) -> list[str]:
        """What the list says, newest first."""
        return [f"{row.label}→{row.desk}" for row in self.view_model.props.calls]


@pytest.fixture
def room(qtbot: QtBot) -> Room:
    """A waiting room in which nobody was called yet."""
    return Room()


def test_a_call_takes_the_large_place_and_is_announced(room: Room) -> None:
    room.call(107, 3)
    assert (room.hero, room.announced) == ("A107→3", ["A107→3"])


def test_two_calls_in_one_second_both_get_their_moment_in_order(room: Room) -> None:
    room.call(107, 3)
    room.call(108, 12)
    assert (room.hero, room.rows) == ("A107→3", ["A108→12"])
    room.later(3.9)
    assert room.hero == "A107→3"
    room.later(0.2)
    assert (room.hero, room.rows) == ("A108→12", ["A107→3"])
    assert room.announced == ["A107→3", "A108→12"]


def test_a_call_that_waits_for_its_moment_is_on_the_board_at_once(room: Room) -> None:
    room.call(107, 3)
    room.call(108, 12)
    assert room.view_model.props.calls[0].lit


def test_ten_calls_at_once_each_get_at_least_four_seconds(room: Room) -> None:
    heroes = []
    for number in range(101, 111):
        room.call(number, 3)
    for _ in range(10):
        heroes.append(room.hero)
        room.later(4)
    assert heroes == [f"A{number}→3" for number in range(101, 111)]


def test_a_call_alone_is_replaced_at_once_only_after_twelve_seconds(room: Room) -> None:
    room.call(107, 3)
    room.later(11)
    room.tell(Happened.FINISHED, 107, TicketState.DONE, desk=3)
    assert room.hero == ""


def test_a_call_answered_within_four_seconds_still_keeps_its_moment(room: Room) -> None:
    room.call(107, 3)
    room.tell(Happened.FINISHED, 107, TicketState.DONE, desk=3)
    assert room.hero == "A107→3"
    assert not room.view_model.props.hero_lit
    room.later(4)
    assert (room.hero, room.rows) == ("", ["A107→3"])


def test_done_gives_the_large_place_to_the_newest_call_that_is_open(room: Room) -> None:
    room.call(107, 3)
    room.later(15)
    room.call(108, 4)
    room.later(15)
    room.tell(Happened.FINISHED, 108, TicketState.DONE, desk=4)
    assert (room.hero, room.rows) == ("A107→3", ["A108→4"])
    assert room.announced == ["A107→3", "A108→4"]


def test_a_call_is_amber_for_sixty_seconds(room: Room) -> None:
    room.call(107, 3)
    room.later(59.9)
    assert room.view_model.props.hero_lit
    room.later(0.2)
    assert not room.view_model.props.hero_lit
    assert room.hero == "A107→3"


def test_a_call_stays_amber_only_until_the_customer_arrives(room: Room) -> None:
    room.call(107, 3)
    room.tell(Happened.STARTED, 107, TicketState.SERVING, desk=3)
    assert not room.view_model.props.hero_lit


def test_a_recall_gets_a_moment_of_its_own(room: Room) -> None:
    room.call(107, 3)
    room.later(70)
    room.tell(Happened.RECALLED, 107, TicketState.CALLED, desk=3)
    assert room.announced == ["A107→3", "A107→3"]
    assert room.view_model.props.hero_lit
    assert room.rows == []


def test_a_call_taken_back_is_gone_at_once(room: Room) -> None:
    room.call(107, 3)
    room.call(108, 4)
    room.tell(Happened.UNDONE, 107, TicketState.WAITING)
    assert (room.hero, room.rows) == ("A108→4", [])


def test_a_call_heard_of_late_is_on_the_board_but_not_announced(room: Room) -> None:
    room.call(107, 3, late=timedelta(seconds=31))
    assert (room.hero, room.rows, room.announced) == ("", ["A107→3"], [])


def test_a_snapshot_shows_the_calls_it_tells_of_and_announces_none(room: Room) -> None:
    calls = [sample.call(109, 5), sample.call(107, 3, ago=timedelta(minutes=2))]
    room.presenter.begin(sample.snapshot(seq=60, calls=calls))
    assert (room.hero, room.rows, room.announced) == ("A109→5", ["A107→3"], [])
    assert room.view_model.props.hero_lit
    assert not room.view_model.props.calls[0].lit


def test_a_new_day_clears_the_board(room: Room) -> None:
    room.call(107, 3)
    closed = sample.event(99, Happened.DAY_CLOSED, branch=sample.branch())
    room.presenter.happen(closed)
    assert (room.hero, room.rows) == ("", [])


def test_after_a_minute_without_the_server_people_are_asked_to_listen(
    room: Room,
) -> None:
    room.call(107, 3)
    lost = Standing(Connection.State.Reconnecting, room.clock.now)
    room.presenter.stand(lost)
    truths = [room.view_model.props.truth.name]
    room.clock.move(10)
    room.presenter.stand(Standing(Connection.State.Away, lost.last_truth))
    truths.append(room.view_model.props.truth.name)
    room.later(50)
    truths.append(room.view_model.props.truth.name)
    assert truths == ["Unsure", "Old", "TooOld"]
    assert (room.hero, room.view_model.props.as_of) == ("A107→3", "10:42")


def test_the_clock_is_the_servers_in_the_branchs_time_zone(room: Room) -> None:
    room.clock.move(3600)  # this machine's clock runs an hour ahead
    room.presenter.begin(sample.snapshot())
    assert room.view_model.props.clock == "10:42"
    room.later(60)
    assert room.view_model.props.clock == "10:43"


def test_correcting_the_machines_time_makes_no_call_old(qtbot: QtBot) -> None:
    machine, since_boot = FakeClock(), FakeClock()
    clock = steady_clock(machine, since_boot.seconds)
    machine.move(365 * 86400)  # corrected from the network
    since_boot.move(60)
    assert clock() == sample.NOW + timedelta(seconds=60)


def test_setting_the_servers_time_forward_makes_no_call_old(room: Room) -> None:
    room.call(107, 3, late=-timedelta(hours=1))
    room.later(15)
    room.call(108, 3, late=-timedelta(hours=1))
    assert room.announced == ["A107→3", "A108→3"]


def test_a_call_on_the_stream_is_painted_amber_with_its_desk(
    server: FakeServer, target: Target, network: object, qtbot: QtBot
) -> None:
    with Shown(app, Scene(gallery.at(sample.branch(), "en"))) as shown:
        stream = EventStream(target, network)  # type: ignore[arg-type]
        presenter = Presenter(view_model_of(shown), now=lambda: sample.NOW)
        stream.began.connect(presenter.begin)
        stream.happened.connect(presenter.happen)
        stream.standing_changed.connect(lambda: presenter.stand(stream.standing))
        stream.start()
        qtbot.waitUntil(lambda: presenter.state.picture is not None)
        server.tell(sample.event(41, Happened.CALLED, called_ticket(107, 3), WAITED))
        qtbot.waitUntil(lambda: shown.sees("call-A107"))
        assert share_of(shown.picture(), AMBER) > 0.2
        server.tell(
            sample.event(
                42, Happened.STARTED, called_ticket(107, 3, TicketState.SERVING)
            )
        )
        qtbot.waitUntil(lambda: share_of(shown.picture(), AMBER) < 0.01)
        stream.stop()


@pytest.mark.parametrize("theme", list(ThemeMode))
@pytest.mark.parametrize(
    "name", ["call", "nobody-called-yet", "please-listen", "closed"]
)
def test_each_state_is_drawn_in_each_theme(
    name: str, theme: ThemeMode, qtbot: QtBot
) -> None:
    with Shown(app, gallery.screens("en")[name], theme=theme) as shown:
        assert (share_of(shown.picture(), CALL_COLOUR[theme]) > 0.2) == (name == "call")


def view_model_of(shown: Shown) -> DisplayViewModel:
    """Return the view model that a window shows."""
    found = shown.models["display"]
    assert isinstance(found, DisplayViewModel)
    return found


def share_of(picture: QImage, colour: QColor) -> float:
    """Return which part of a picture has this colour."""
    points = [
        (x, y)
        for x in range(0, picture.width(), 16)
        for y in range(0, picture.height(), 16)
    ]
    hits = sum(picture.pixelColor(x, y) == colour for x, y in points)
    return hits / len(points)


def called_ticket(
    number: int, desk: int, state: TicketState = TicketState.CALLED
) -> Ticket:
    """Return a ticket that a desk called."""
    return sample.ticket(number, state=state, ahead=None, desk=desk)


def test_a_call_steps_in_front_of_the_pictures(qtbot: QtBot) -> None:
    scenes = gallery.screens("en")
    with (
        Shown(app, scenes["pictures"]) as quiet,
        Shown(app, scenes["pictures-call"]) as call,
    ):
        bright = brightness(quiet, "media")
        assert brightness(call, "media") < bright * 0.8


def brightness(shown: Shown, name: str) -> float:
    """Return how light the item of this name is painted on average, from 0 to 1."""
    item = shown.item(name)
    box = item.mapRectToScene(QRectF(0, 0, item.width(), item.height())).toRect()
    small = shown.picture().copy(box).scaled(8, 8)
    points = [small.pixelColor(x, y).lightnessF() for x in range(8) for y in range(8)]
    return sum(points) / len(points)


def test_each_queue_may_have_a_column_with_its_newest_call_first(qtbot: QtBot) -> None:
    with Shown(app, gallery.screens("en")["columns-two-calls"]) as shown:
        newest = [shown.item(f"call-{label}") for label in ("A107", "R389", "L041")]
        places = [item.mapToScene(QPointF(0, 0)) for item in newest]
        assert [place.x() for place in places] == sorted(place.x() for place in places)
        assert len({place.y() for place in places}) == 1
        earlier = shown.item("call-R388")
        assert earlier.mapToScene(QPointF(0, 0)).y() > places[1].y()


def test_in_arabic_the_newest_call_is_on_the_right(qtbot: QtBot) -> None:
    left, right = hero_and_row("en"), hero_and_row("ar")
    assert left[0] < left[1]
    assert right[0] > right[1]


def hero_and_row(language: str) -> tuple[float, float]:
    """Return how far right the large place and the first row of the list begin."""
    scene = gallery.screens(language)["call"]
    with Shown(app, scene, language=language) as shown:
        hero = shown.item("hero").mapToScene(QPointF(0, 0)).x()
        return hero, shown.item("call-R388").mapToScene(QPointF(0, 0)).x()


@pytest.mark.parametrize("distance", [3, 6, 12])
def test_the_painted_digits_are_as_high_as_the_room_needs(
    qtbot: QtBot, distance: int
) -> None:
    state = gallery.screens("en")["call"].state
    options = Options(diagonal_in=86, distance_m=distance)
    with Shown(app, Scene(state, options)) as shown:
        label = shown.item("hero-label")
        pixel_mm = 86 * 25.4 / (1920**2 + 1080**2) ** 0.5
        cap = QFontMetricsF(label.property("font"))
        assert cap.capHeight() * pixel_mm >= max(51, 11 * distance)


def test_a_room_that_is_too_large_is_told_so_on_the_board(qtbot: QtBot) -> None:
    with Shown(app, gallery.screens("en")["too-far-away"]) as shown:
        texts = [str(item.property("text")) for item in shown.items()]
        assert any(text.startswith("Too small for 20 m") for text in texts)


def test_each_painted_call_is_written_down_once_for_measuring(
    qtbot: QtBot, tmp_path: Path
) -> None:
    log = tmp_path / "frames"
    with Shown(app, Scene(gallery.at(sample.branch(), "en"))) as shown:
        view_model = view_model_of(shown)
        FrameLog(log, view_model, shown.window)
        call = gallery.called(gallery.at(sample.branch(), "en"), 107, 3, seq=41)
        for _ in range(2):
            view_model.become(call)
            shown.picture()
            shown.window.update()
            qtbot.waitUntil(log.exists)
        lines = [json.loads(line) for line in log.read_text("utf-8").splitlines()]
        assert [(each["label"], each["desk"], each["seq"]) for each in lines] == [
            ("A107", 3, 41)
        ]


def pulse_of(shown: Shown) -> tuple[bool, int, int]:
    """Return whether the large place pulses, how long one pulse takes, and how many there are."""
    hero = shown.item("hero")
    ring = next(item for item in items_below(hero) if item.objectName() == "pulse")
    return ring.property("running"), ring.property("period"), ring.property("times")


@pytest.mark.parametrize("still", [False, True], ids=["moving", "reduced motion"])
def test_a_new_call_pulses_at_most_once_a_second_for_five_seconds(
    qtbot: QtBot, still: bool
) -> None:
    quiet = gallery.at(sample.branch(), "en")
    with Shown(app, Scene(quiet), still=still) as shown:
        view_model_of(shown).become(gallery.called(quiet, 107, 3, seq=41))
        running, period, times = pulse_of(shown)
        assert running is not still
        assert period >= 1000
        assert period * times <= 5000


def test_a_call_that_a_snapshot_tells_of_does_not_pulse(qtbot: QtBot) -> None:
    with Shown(app, gallery.screens("en")["call"], still=False) as shown:
        answered = gallery.screens("en")["call-answered"].state
        view_model_of(shown).become(answered)
        assert pulse_of(shown)[0] is False
