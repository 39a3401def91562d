"""The display as it is painted: colours, sizes, columns, directions, the pulse."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QImage
from pytestqt.qtbot import QtBot

from display import app, gallery
from display.frame_log import FrameLog
from display.options import Options
from display.presenter import Presenter
from display.scene import Scene
from display.viewmodels.display_view_model import DisplayViewModel
from shared.qt import sample
from shared.qt.events import EventStream
from shared.qt.follow import follow
from shared.qt.network import Target
from shared.qt.robot import items_below
from shared.qt.settings import ThemeMode
from shared.wire.messages import Happened, Ticket, TicketState, Was
from tests.qt.fake_server import FakeServer
from tests.qt.window import Shown

AMBER = QColor("#FFC61A")
CALL_COLOUR = {
    ThemeMode.LIGHT: AMBER,
    ThemeMode.DARK: AMBER,
    ThemeMode.CONTRAST: QColor("#FFE500"),
}
WAITED = Was(state=TicketState.WAITING, queue="parking")


def test_a_call_on_the_stream_is_painted_amber_with_its_desk(
    server: FakeServer, target: Target, network: object, qtbot: QtBot
) -> None:
    with Shown(app, Scene(gallery.at(sample.branch(), "en"))) as shown:
        stream = EventStream(target, network)  # type: ignore[arg-type]
        presenter = Presenter(view_model_of(shown), now=lambda: sample.NOW)
        follow(stream, presenter)
        stream.start()
        qtbot.waitUntil(lambda: presenter.state.followed is not None)
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
    return sample.ticket(
        number, state=state, ahead=None, desk=desk, called_at=sample.NOW
    )


def test_a_call_steps_in_front_of_the_pictures(qtbot: QtBot) -> None:
    scenes = gallery.screens("en")
    with (
        Shown(app, scenes["pictures"]) as quiet,
        Shown(app, scenes["pictures-call"]) as call,
    ):
        bright = brightness(quiet, "media")
        assert brightness(call, "media") < bright * 0.8


@pytest.mark.qt_log_ignore("Error decoding")
def test_a_file_that_is_no_picture_is_passed_over(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "1-broken.png").write_bytes(b"no picture")
    (tmp_path / "2-empty.jpg").write_bytes(b"")
    sky = QImage(64, 64, QImage.Format.Format_RGB32)
    sky.fill(QColor("#FFFFFF"))
    sky.save(str(tmp_path / "3-sky.png"))
    scene = Scene(gallery.at(sample.branch(), "en"), Options(media=tmp_path))
    with Shown(app, scene) as shown:
        qtbot.waitUntil(lambda: brightness(shown, "media") > 0.95)


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
