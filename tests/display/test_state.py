"""Which call has its moment when, by tables: what happened, and what the room sees after so many seconds."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta

import pytest
from msgspec.structs import replace as with_fields

from display import state as folds
from display.state import DisplayState, next_due
from shared.qt import sample
from shared.wire.following import FollowedBranch
from shared.wire.messages import Branch, Call, Event, Happened, TicketState, Was

WAITING, CALLED, SERVING, HELD, DONE, MISSED, LEFT = (
    TicketState.WAITING,
    TicketState.CALLED,
    TicketState.SERVING,
    TicketState.HELD,
    TicketState.DONE,
    TicketState.MISSED,
    TicketState.LEFT,
)
WAITED = Was(state=WAITING, queue="parking")
NEW = DisplayState(now=sample.NOW)


def seconds(count: float) -> timedelta:
    """Return so many seconds."""
    return timedelta(seconds=count)


class Room:
    """A waiting room in the seconds after NOW."""

    def __init__(self, *calls: Call, of: Branch | None = None) -> None:
        self._called: dict[int, float] = {}
        self._seq = 40
        begun = folds.began(NEW, sample.snapshot(of, calls=calls))
        self.state = folds.stood(begun, sample.LIVE)

    def at(self, second: float) -> "Room":
        """Time passes until then."""
        self.state = folds.ticked(self.state, sample.NOW + seconds(second))
        return self

    def call(
        self,
        number: int,
        desk: int = 3,
        *,
        late: float = 0,
        what: Happened = Happened.CALLED,
        language: str | None = None,
    ) -> "Room":
        """A desk calls a ticket; the display hears of it late."""
        now = (self.state.now - sample.NOW).total_seconds()
        self._called[number] = now - late
        return self.tell(what, number, CALLED, desk, at=now - late, language=language)

    def recall(self, number: int, desk: int = 3) -> "Room":
        """A desk calls a ticket again."""
        return self.call(number, desk, what=Happened.RECALLED)

    def tell(
        self,
        what: Happened,
        number: int,
        state: TicketState,
        desk: int | None = None,
        *,
        called: float | None = None,
        at: float | None = None,
        language: str | None = None,
        board: Sequence[Call] | None = None,
    ) -> "Room":
        """Something else happens to a ticket, called at this second, else when it was; `board` is then the whole one."""
        self._seq += 1
        since = self._called.get(number) if called is None else called
        ticket = sample.ticket(
            number,
            state=state,
            desk=desk,
            called_at=None if since is None else sample.NOW + seconds(since),
        )
        event = Event(
            seq=self._seq,
            at=self.state.now if at is None else sample.NOW + seconds(at),
            event=what,
            ticket=with_fields(ticket, language=language),
            was=WAITED,
            recent_calls=None if board is None else list(board),
        )
        self.state = folds.happened(self.state, event)
        return self

    def speak(self, speaking: bool) -> "Room":
        """Something begins to be said, or has been."""
        self.state = folds.spoke(self.state, speaking)
        return self

    @property
    def hero(self) -> str:
        """What has the large place."""
        moment = self.state.moment
        return "" if moment is None else f"{moment.call.label}→{moment.call.desk}"

    @property
    def calls(self) -> list[str]:
        """The board, newest first."""
        return [f"{call.label}→{call.desk}" for call in self.state.calls]

    @property
    def pending(self) -> list[str]:
        """Whoever waits for their moment."""
        return [call.label for call in self.state.pending]


Made = Callable[[], Room]


def two() -> Room:
    """Return a room in which A108 was called a second after A107."""
    return Room().call(107).at(1).call(108, 4)


def undone_recall() -> Room:
    """Return a room in which A107 was called again, which was undone a moment later."""
    board = [sample.call(108, 4, ago=seconds(-1)), sample.call(107, 3)]
    room = two().at(2).recall(107)
    return room.tell(Happened.UNDONE, 107, CALLED, 3, called=0, board=board)


@pytest.mark.parametrize(
    ("made", "hero", "pending"),
    [
        (Room, "", []),
        (lambda: Room().call(107), "A107→3", []),
        (two, "A107→3", ["A108"]),
        # Others wait: four seconds are enough.
        (lambda: two().at(3.9), "A107→3", ["A108"]),
        (lambda: two().at(4), "A108→4", []),
        (lambda: two().call(109, 5).at(4), "A108→4", ["A109"]),
        (lambda: two().call(109, 5).at(4).at(8), "A109→5", []),
        (lambda: Room().call(107).at(3.9).call(108, 4), "A107→3", ["A108"]),
        (lambda: Room().call(107).at(4).call(108, 4), "A108→4", []),
        (lambda: Room().call(107).at(200), "A107→3", []),
        # What is being said is what is shown, for twenty seconds at most.
        (lambda: two().speak(True).at(19.9), "A107→3", ["A108"]),
        (lambda: two().speak(True).at(20), "A108→4", []),
        (lambda: two().speak(True).at(6).speak(False), "A108→4", []),
        (lambda: Room().call(107).speak(True).at(13).call(108, 4), "A107→3", ["A108"]),
        # Whoever arrives leaves the place after four seconds, to the newest who is still asked.
        (
            lambda: Room().call(107).at(3).tell(Happened.STARTED, 107, SERVING, 3),
            "A107→3",
            [],
        ),
        (
            lambda: two().at(4).at(30).tell(Happened.FINISHED, 108, DONE, 4),
            "A107→3",
            [],
        ),
        (
            lambda: (
                Room().call(107).at(1).tell(Happened.FINISHED, 107, DONE, 3).at(3.9)
            ),
            "A107→3",
            [],
        ),
        (
            lambda: Room().call(107).at(1).tell(Happened.FINISHED, 107, DONE, 3).at(4),
            "",
            [],
        ),
        (lambda: Room().call(107).at(5).tell(Happened.MISSED, 107, MISSED, 3), "", []),
        # Whoever has been found meanwhile needs no moment any more.
        (lambda: two().tell(Happened.STARTED, 108, SERVING, 4), "A107→3", []),
        (lambda: two().tell(Happened.RETURNED, 108, WAITING), "A107→3", []),
        # Taken back, it is gone at once.
        (lambda: Room().call(107).tell(Happened.UNDONE, 107, WAITING), "", []),
        (lambda: two().tell(Happened.UNDONE, 107, WAITING), "A108→4", []),
        (lambda: two().tell(Happened.LEFT, 107, LEFT, 3), "A108→4", []),
        # Heard of late it has no moment, but its place on the board.
        (lambda: Room().call(107, late=30), "A107→3", []),
        (lambda: Room().call(106).at(1).call(107, 4, late=30), "A106→3", ["A107"]),
        (lambda: Room().call(106).at(1).call(107, 4, late=31), "A106→3", []),
        # A recall has a moment of its own, one for all that is asked until then.
        (lambda: Room().call(107).at(1).recall(107), "A107→3", ["A107"]),
        (lambda: two().recall(108, 4), "A107→3", ["A108"]),
        (lambda: two().recall(107).recall(107), "A107→3", ["A108", "A107"]),
    ],
)
def test_each_call_has_its_moment_in_turn(
    made: Made, hero: str, pending: list[str]
) -> None:
    room = made()
    assert (room.hero, room.pending) == (hero, pending)


@pytest.mark.parametrize(
    ("made", "board"),
    [
        (two, ["A108→4", "A107→3"]),
        (lambda: two().recall(107), ["A107→3", "A108→4"]),
        (lambda: two().call(107, 5), ["A107→5", "A108→4"]),
        (lambda: two().tell(Happened.FINISHED, 107, DONE, 3), ["A108→4", "A107→3"]),
        (lambda: two().tell(Happened.LEFT, 107, LEFT, 3), ["A108→4"]),
        (
            lambda: (
                two()
                .tell(Happened.LEFT, 107, LEFT, 3)
                .tell(Happened.UNDONE, 107, CALLED, 3)
            ),
            ["A108→4", "A107→3"],
        ),
        # The recall is undone: it is where a display that begins now shows it.
        (
            undone_recall,
            ["A108→4", "A107→3"],
        ),
        (lambda: Room().tell(Happened.TAKEN, 109, WAITING), []),
    ],
)
def test_the_board_has_each_call_where_a_fresh_one_has_it(
    made: Made, board: list[str]
) -> None:
    room = made()
    assert room.calls == board


def test_a_recall_that_is_undone_before_its_moment_has_none() -> None:
    assert undone_recall().pending == ["A108"]


def test_what_undoing_brings_back_makes_no_sound() -> None:
    room = Room().call(107).at(1).tell(Happened.CANCELLED, 107, LEFT, 3).at(2)
    room.tell(Happened.UNDONE, 107, CALLED, 3)
    assert (room.hero, room.pending) == ("A107→3", [])
    assert room.state.moment is not None
    assert not room.state.moment.fresh


def test_a_snapshot_announces_nothing_and_forgets_what_waited() -> None:
    room = two()
    called = sample.call(108, 4, ago=seconds(-1))
    again = folds.began(room.state, sample.snapshot(calls=[called]))
    assert again.moment is not None
    assert (again.moment.call.label, again.moment.fresh) == ("A108", False)
    assert again.pending == ()
    assert [(call.label, call.seq) for call in again.calls] == [("A108", 40)]
    answered = sample.call(108, 4, state=SERVING)
    assert folds.began(room.state, sample.snapshot(calls=[answered])).moment
    done = sample.call(108, 4, state=DONE)
    assert folds.began(room.state, sample.snapshot(calls=[done])).moment is None


def full_board() -> Room:
    """Return a room in which A107 was called in French, and then twelve others."""
    room = Room().call(107, language="fr")
    for number in range(108, 120):
        room.at(number - 107).call(number, 4)
    return room


def test_an_older_call_stays_as_it_was_heard_first_and_is_on_no_board() -> None:
    room = full_board()
    (first,) = room.state.older
    room.tell(Happened.STARTED, 107, SERVING, 3)
    (now,) = room.state.older
    assert "A107→3" not in room.calls
    assert now == replace(first, state=SERVING)
    assert (now.seq, now.language) == (41, "fr")


def test_a_snapshot_forgets_older_calls() -> None:
    again = folds.began(full_board().state, sample.snapshot(calls=[]))
    assert (again.calls, again.older) == ((), ())


def test_a_new_day_clears_the_board() -> None:
    state = folds.happened(
        two().state,
        with_fields(
            sample.event(50, Happened.DAY_CLOSED, branch=sample.branch()),
            recent_calls=[],
        ),
    )
    assert (state.calls, state.pending, state.moment) == ((), (), None)


def lit(room: Room) -> list[str]:
    """Return which calls are amber."""
    return [c.label for c in room.state.calls if folds.is_lit(room.state, c)]


@pytest.mark.parametrize(
    ("made", "amber"),
    [
        (two, ["A108", "A107"]),
        (lambda: two().at(59.9), ["A108", "A107"]),
        (lambda: two().at(60), ["A108"]),
        (lambda: two().at(5).at(61), []),
        (lambda: two().tell(Happened.STARTED, 107, SERVING, 3), ["A108"]),
        (lambda: Room().call(107, late=40).at(19), ["A107"]),
        (lambda: Room().call(107, late=40).at(20), []),
        # One that has its moment late is amber all the same.
        (lambda: two().speak(True).at(19).at(61), ["A108"]),
    ],
)
def test_a_call_is_amber_for_a_minute_until_it_is_answered(
    made: Made, amber: list[str]
) -> None:
    room = made()
    assert lit(room) == amber


def test_a_moment_that_comes_late_is_amber_for_its_twelve_seconds() -> None:
    room = Room().call(107)
    for number in range(108, 124):
        room.call(number, 4)
    for turn in range(1, 17):
        room.at(4 * turn)
    assert (room.hero, lit(room)) == ("A123→4", ["A123"])
    assert lit(room.at(64 + 11.9)) == ["A123"]
    assert lit(room.at(64 + 12)) == []


def test_a_clock_that_is_behind_the_servers_makes_no_call_old() -> None:
    slow = replace(NEW, now=sample.NOW - timedelta(hours=2))
    called = sample.call(107, 3, ago=seconds(20))
    state = folds.began(slow, sample.snapshot(calls=[called]))
    assert state.calls[0].since == slow.now - seconds(20)
    assert folds.is_lit(state, state.calls[0])


def test_a_server_whose_clock_is_set_forward_makes_its_calls_no_older() -> None:
    room = Room()
    room.call(107, late=-3600)
    assert room.state.calls[0].since == sample.NOW
    assert room.state.ahead == timedelta(hours=1)
    # One that is told late does not set it back.
    room.call(108, 4, late=5)
    assert room.state.ahead == timedelta(hours=1)


@pytest.mark.parametrize(
    ("live_for", "ahead"),
    [(10, 0), (10.1, -3600)],
    ids=["it may have been missed", "nothing was missed"],
)
def test_a_server_whose_clock_is_set_back_makes_its_calls_no_older(
    live_for: float, ahead: float
) -> None:
    room = Room().at(live_for).call(107, late=3600)
    assert room.state.ahead == seconds(ahead)
    assert room.state.moment is not None
    assert room.state.moment.fresh == (ahead < 0)


@pytest.mark.parametrize(("late", "ahead"), [(30, 0), (30.1, -30.1)])
def test_what_is_only_a_little_late_sets_no_clock(late: float, ahead: float) -> None:
    assert Room().at(11).call(107, late=late).state.ahead == seconds(ahead)


def test_after_a_gap_what_comes_late_was_missed() -> None:
    room = Room().at(60)
    room.state = folds.stood(room.state, sample.RECONNECTING)
    room.state = folds.stood(room.at(300).state, sample.LIVE)
    assert room.at(310).call(107, late=120).state.ahead == seconds(0)
    assert room.at(311).call(108, late=120).state.ahead == seconds(-120)


@pytest.mark.parametrize(
    ("made", "due"),
    [
        # The clock's next minute: NOW is a whole one.
        (Room, 60),
        (lambda: Room().at(59.5), 60),
        (lambda: Room().call(107), 12),
        (lambda: Room().call(107).at(12), 60),
        (two, 4),
        (lambda: two().at(4), 16),
        (lambda: two().speak(True), 4),
        (lambda: two().speak(True).at(4), 20),
        (lambda: Room().call(107).at(1).tell(Happened.STARTED, 107, SERVING, 3), 12),
        (lambda: Room().call(107).at(1).tell(Happened.FINISHED, 107, DONE, 3), 4),
        (lambda: Room(sample.call(107, 3, ago=seconds(30))), 30),
    ],
)
def test_the_screen_changes_by_itself_when_it_has_to(made: Made, due: float) -> None:
    room = made()
    assert next_due(room.state) == sample.NOW + seconds(due)


def test_the_screen_changes_with_the_servers_minutes() -> None:
    state = replace(NEW, now=sample.NOW, ahead=seconds(50))
    assert next_due(state) == sample.NOW + seconds(10)


def test_a_lost_server_is_spoken_of_after_a_minute() -> None:
    room = Room().at(5)
    room.state = folds.stood(room.state, sample.LIVE)
    heard_at = room.state.now
    room.at(10)
    for lost in (sample.RECONNECTING, sample.AWAY):
        room.state = folds.stood(room.state, lost)
        assert (room.state.link, room.state.lost_at) == (lost, heard_at)
        room.at(20)
    assert next_due(room.at(60).state) == heard_at + seconds(60)
    room.state = folds.stood(room.state, sample.LIVE)
    assert (room.state.link, room.state.lost_at) == (sample.LIVE, None)
    assert room.state.heard_at == room.state.now
    assert folds.stood(NEW, sample.AWAY).lost_at == sample.NOW


@pytest.mark.parametrize(("told", "language"), [(None, None), ("fr", "fr")])
def test_a_call_keeps_the_language_of_its_customer(
    told: str | None, language: str | None
) -> None:
    room = Room().call(107, language=told).at(1).call(108, 4, language="de")
    room.tell(Happened.STARTED, 107, SERVING, 3)
    assert [call.language for call in room.state.calls] == ["de", language]


def test_a_call_without_a_desk_is_none() -> None:
    room = two().tell(Happened.CALLED, 109, CALLED)
    assert (room.calls, room.pending) == (["A108→4", "A107→3"], ["A108"])


def test_each_time_of_asking_is_told_apart() -> None:
    room = Room().call(107)
    first = room.state.calls[0].seq
    room.recall(107)
    assert room.state.calls[0].seq > first
    again = room.state.calls[0].seq
    room.at(2).tell(Happened.STARTED, 107, SERVING, 3)
    assert room.state.calls[0].seq == again


def test_the_display_follows_its_branch() -> None:
    taken = sample.event(41, Happened.TAKEN, sample.ticket(107), None)
    assert folds.happened(NEW, taken) == NEW
    room = Room()
    before = room.state
    after = folds.happened(before, taken)
    assert after.followed is not None
    assert after.followed.waiting["parking"] == 4
    assert replace(after, followed=before.followed) == before


@pytest.mark.parametrize(
    ("first", "offered", "shown"),
    [
        (None, None, "en"),
        (None, ["de", "en"], "de"),
        ("fr", ["de"], "fr"),
        (None, [], "en"),
    ],
)
def test_the_language_is_the_installers_else_the_branchs_first(
    first: str | None, offered: list[str] | None, shown: str
) -> None:
    followed = (
        None
        if offered is None
        else FollowedBranch(with_fields(sample.branch(), languages=offered))
    )
    state = replace(NEW, first_language=first, followed=followed)
    assert state.language == shown
