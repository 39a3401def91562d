"""The display: whose turn it is, from the live stream onto the painted window."""

from datetime import datetime, timedelta

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from display.presenter import Presenter
from display.state import Called
from display.viewmodels.display_view_model import DisplayViewModel
from shared.qt import sample
from shared.qt.clock import steady_clock
from shared.qt.settings import ThemeMode
from shared.wire.link import Link, LinkState
from shared.wire.messages import Event, Happened, TicketState, Was
from tests.clock import FakeClock

AMBER = QColor("#FFC61A")
CALL_COLOUR = {
    ThemeMode.LIGHT: AMBER,
    ThemeMode.DARK: AMBER,
    ThemeMode.CONTRAST: QColor("#FFE500"),
}
WAITED = Was(state=TicketState.WAITING, queue="parking")


class Room:
    """A waiting room: a presenter on a clock of its own, and what was announced in it."""

    def __init__(self) -> None:
        self.clock = FakeClock(sample.NOW)
        self.view_model = DisplayViewModel()
        self.presenter = Presenter(self.view_model, now=self.clock)
        self.announced: list[str] = []
        self.presenter.announced.connect(self._hear)
        self.presenter.begin(sample.snapshot())
        self.presenter.stand(Link(LinkState.Live, sample.NOW))
        self._seq = 40
        self._called_at: dict[int, datetime] = {}

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
        ticket = sample.ticket(
            number,
            state=state,
            ahead=None,
            desk=desk,
            called_at=self._called_at.get(number),
        )
        event = Event(
            seq=self._seq,
            at=self.clock.now - late,
            event=what,
            ticket=ticket,
            was=WAITED,
        )
        self.presenter.happen(event)

    def call(
        self,
        number: int,
        desk: int,
        late: timedelta = timedelta(0),
        what: Happened = Happened.CALLED,
    ) -> None:
        """A desk calls a ticket."""
        self._called_at[number] = self.clock.now - late
        self.tell(what, number, TicketState.CALLED, desk=desk, late=late)

    def later(self, seconds: float) -> None:
        """Time passes."""
        self.clock.turn(seconds)
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
    room.call(107, 3, what=Happened.RECALLED)
    assert room.announced == ["A107→3", "A107→3"]
    assert room.view_model.props.hero_lit
    assert room.rows == []


def test_a_call_taken_back_is_gone_at_once(room: Room) -> None:
    room.call(107, 3)
    room.call(108, 4)
    room.tell(Happened.UNDONE, 107, TicketState.WAITING)
    assert (room.hero, room.rows) == ("A108→4", [])


@pytest.mark.parametrize("taken_off", [TicketState.LEFT, TicketState.MISSED])
def test_a_call_that_undoing_brings_back_is_where_it_was_without_a_sound(
    room: Room, taken_off: TicketState
) -> None:
    room.call(107, 3)
    room.later(5)
    room.tell(Happened.CANCELLED, 107, taken_off, desk=3)
    room.later(5)
    room.tell(Happened.UNDONE, 107, TicketState.CALLED, desk=3)
    assert (room.hero, room.announced) == ("A107→3", ["A107→3"])


def test_a_call_brought_back_stands_behind_those_called_since(room: Room) -> None:
    room.call(107, 3)
    room.later(5)
    room.call(108, 4)
    room.tell(Happened.LEFT, 107, TicketState.LEFT, desk=3)
    room.tell(Happened.UNDONE, 107, TicketState.CALLED, desk=3)
    room.later(12)
    assert (room.hero, room.rows) == ("A108→4", ["A107→3"])


def test_a_moment_that_comes_after_a_minute_is_amber_all_the_same(room: Room) -> None:
    for number in range(20):
        room.call(number, number + 1)
    amber = []
    for _ in range(20):
        amber.append(room.view_model.props.hero_lit)
        room.later(4)
    assert room.announced[-1] == "A019→20"
    assert amber == [True] * 20


def test_each_call_has_its_columns_large_place_in_turn(room: Room) -> None:
    for number in range(6):
        room.call(number, number + 1)
    large = []
    for _ in range(6):
        first = room.view_model.props.column_calls[0]
        large.append((first.label, first.lit))
        room.later(4)
    assert large == [(f"A00{number}", True) for number in range(6)]


def test_a_call_heard_of_late_is_on_the_board_but_not_announced(room: Room) -> None:
    room.call(107, 3, late=timedelta(seconds=31))
    assert (room.hero, room.rows, room.announced) == ("A107→3", [], [])


def test_a_snapshot_shows_the_calls_it_tells_of_and_announces_none(room: Room) -> None:
    calls = [sample.call(109, 5), sample.call(107, 3, ago=timedelta(minutes=2))]
    room.presenter.begin(sample.snapshot(seq=60, calls=calls))
    assert (room.hero, room.rows, room.announced) == ("A109→5", ["A107→3"], [])
    assert room.view_model.props.hero_lit
    assert not room.view_model.props.calls[0].lit


def test_a_new_day_clears_the_board(room: Room) -> None:
    room.call(107, 3)
    closed = sample.event(99, Happened.DAY_CLOSED, branch=sample.branch())
    room.presenter.happen(replace(closed, recent_calls=[]))
    assert (room.hero, room.rows) == ("", [])


def test_after_a_minute_without_the_server_people_are_asked_to_listen(
    room: Room,
) -> None:
    room.call(107, 3)
    room.presenter.stand(Link(LinkState.Live, room.clock.now))
    lost = Link(LinkState.Reconnecting, room.clock.now)
    room.clock.turn(9)  # the stream is silent that long before anybody can tell
    room.presenter.stand(lost)
    truths = [room.view_model.props.truth.name]
    room.clock.turn(1)
    room.presenter.stand(Link(LinkState.Away, lost.last_truth))
    truths.append(room.view_model.props.truth.name)
    room.later(50)
    truths.append(room.view_model.props.truth.name)
    assert truths == ["Unsure", "Old", "TooOld"]
    assert (room.hero, room.view_model.props.as_of) == ("A107→3", "10:42")


def test_the_clock_is_the_servers_in_the_branchs_time_zone(room: Room) -> None:
    room.clock.turn(3600)  # this machine's clock runs an hour ahead
    room.presenter.begin(sample.snapshot())
    assert room.view_model.props.clock == "10:42"
    room.later(60)
    assert room.view_model.props.clock == "10:43"


def test_correcting_the_machines_time_makes_no_call_old(qtbot: QtBot) -> None:
    machine, since_boot = FakeClock(sample.NOW), FakeClock(sample.NOW)
    clock = steady_clock(machine, lambda: since_boot().timestamp())
    machine.turn(365 * 86400)  # corrected from the network
    since_boot.turn(60)
    assert clock() == sample.NOW + timedelta(seconds=60)


def test_setting_the_servers_time_forward_makes_no_call_old(room: Room) -> None:
    room.call(107, 3, late=-timedelta(hours=1))
    room.later(15)
    room.call(108, 3, late=-timedelta(hours=1))
    assert room.announced == ["A107→3", "A108→3"]
