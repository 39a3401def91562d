"""The display as it is painted: colours, sizes, columns, directions, the pulse."""

import json
from itertools import pairwise
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
from shared.qt.settings import Size, ThemeMode
from shared.wire.messages import Happened, Ticket, TicketState, Was
from tests.qt.fake_server import FakeServer
from tests.qt.window import Shown

pytestmark = pytest.mark.slow

AMBER = QColor("#FFC61A")
GROUND = QColor("#0B1521")
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


def box_of(shown: Shown, name: str) -> QRectF:
    """Return where the item of this name stands in its window."""
    item = shown.item(name)
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


@pytest.mark.parametrize("name", ["call-pulsing", "columns-pulsing"])
@pytest.mark.parametrize("size", [Size(1920, 1080), Size(1080, 1920)], ids=str)
def test_the_ring_of_a_new_call_is_painted_outside_its_card_where_nothing_else_is(
    qtbot: QtBot, name: str, size: Size
) -> None:
    with Shown(app, gallery.screens("en")[name], size=size) as shown:
        ring = box_of(shown, "pulse")
        picture = shown.picture()
        middle = round(ring.center().y())
        edge = round(ring.left())
        # 8 px of amber, then 6 px of ground, then the card.
        assert picture.pixelColor(edge + 4, middle) == AMBER
        assert picture.pixelColor(edge + 11, middle) == GROUND
        assert picture.pixelColor(edge + 18, middle) == AMBER
    still = gallery.screens("en")[name.replace("-pulsing", "")]
    with Shown(app, still, size=size) as shown:
        assert shown.picture().pixelColor(edge + 4, middle) == GROUND


@pytest.mark.parametrize("language", ["en", "ar"])
def test_number_arrow_and_desk_of_a_row_stand_close_together(
    qtbot: QtBot, language: str
) -> None:
    scene = gallery.screens(language)["call"]
    with Shown(app, scene, language=language) as shown:
        row = shown.item("call-R388")
        parts = [
            item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))
            for item in items_below(row)
            if item.property("text") in ("R388", "12") or item.property("mirrors")
        ]
        parts.sort(key=lambda part: part.center().x())
        whole = row.mapRectToScene(QRectF(0, 0, row.width(), row.height()))
        assert len(parts) == 3
        near = parts[0].left() - whole.left()
        if language == "ar":
            near = whole.right() - parts[-1].right()
        assert near < 40
        assert all(
            later.left() - earlier.right() < 240 for earlier, later in pairwise(parts)
        )


def test_at_closing_time_the_board_asks_those_still_waiting_to_stay(
    qtbot: QtBot,
) -> None:
    with Shown(app, gallery.screens("en")["closing"]) as shown:
        words = str(shown.text("closing"))
        assert words == "No new numbers today. 2 still waiting, please stay."
        assert shown.text("notice-more") == (
            "Everyone with a number is seen. Opens tomorrow at 09:00"
        )
        assert shown.text("hero-label") == "A131"


def test_a_message_to_all_stands_above_the_call_with_its_start(qtbot: QtBot) -> None:
    with Shown(app, gallery.screens("en")["message"]) as shown:
        assert shown.text("message").startswith("We are running 20 minutes late")
        assert shown.text("notice-since") == "since 10:20"
        assert box_of(shown, "message").bottom() < box_of(shown, "hero").top()


@pytest.mark.parametrize("size", [Size(1920, 1080), Size(1080, 1920)], ids=str)
def test_while_it_is_not_live_branch_and_clock_stay_above_the_bar(
    qtbot: QtBot, size: Size
) -> None:
    with Shown(app, gallery.screens("en")["reconnecting"], size=size) as shown:
        bar = box_of(shown, "truth")
        assert box_of(shown, "branch").bottom() <= bar.top()
        assert box_of(shown, "clock").bottom() <= bar.top()
        assert bar.bottom() <= box_of(shown, "hero").top()
        assert share_of(shown.picture(), AMBER) < 0.01
        assert shown.text("footer").startswith("Please listen for staff")


def test_what_is_only_for_the_installer_leaves_the_customers_their_line(
    qtbot: QtBot,
) -> None:
    with Shown(app, gallery.screens("en")["too-far-away"]) as shown:
        assert shown.text("too-small") == "Too small for 20 m"
        assert shown.text("corner") == "Open until 16:00"
        assert shown.text("footer").startswith("Missed your number?")
        assert box_of(shown, "too-small").left() > box_of(shown, "footer").right()
        assert box_of(shown, "corner").left() > box_of(shown, "too-small").right()


def test_who_was_called_last_and_which_desks_are_open_is_told_while_nobody_is_called(
    qtbot: QtBot,
) -> None:
    with Shown(app, gallery.screens("en")["all-answered"]) as shown:
        assert [shown.text(f"at-{label}") for label in ("R388", "A106", "L041")] == [
            "10:40",
            "10:38",
            "10:35",
        ]
        assert all(shown.sees(f"open-{desk}") for desk in (1, 2, 3, 7, 12))


@pytest.mark.parametrize("language", ["en", "de", "ar"])
@pytest.mark.parametrize("size", [Size(1920, 1080), Size(1080, 1920)], ids=str)
def test_the_names_in_the_strip_have_one_size(
    qtbot: QtBot, language: str, size: Size
) -> None:
    scene = gallery.screens(language)["call"]
    with Shown(app, scene, size=size, language=language) as shown:
        names = [item for item in shown.items() if item.objectName() == "strip-name"]
        sizes = {item.property("font").pixelSize() for item in names}
        assert len(names) == 3
        assert len(sizes) == 1
        assert not any(item.property("truncated") for item in names)


def test_a_room_with_a_name_is_shown_and_said_with_it(qtbot: QtBot) -> None:
    with Shown(app, gallery.screens("de")["rooms"], language="de") as shown:
        assert shown.item("hero").property("spoken") == "A107, Raum 3, Labor"
        assert shown.text("hero-desk-word") == "Raum"
        assert shown.text("hero-desk-name") == "Labor"
