"""What a desk did with its time, by a table of days at one desk; moments are minutes after nine."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import reduce

import pytest

from server.domain import events, life
from server.domain.branch import Desk, DeskState
from server.domain.events import Actor, Event, Recorded
from server.domain.figures.presence import Spent, Stretch, stretches
from server.domain.figures.undone import counted
from server.domain.numbering import TEST
from server.domain.ticket import Ticket

NINE = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
DAY = date(2026, 11, 23)


def taken(label: str = "A001", queue: str = "parking") -> events.Taken:
    return events.Taken(queue=queue, day=DAY, number=1, label=label, position="1")


IN = events.SignedIn(desk=3, servicer="Maria", device=1)
OUT = events.SignedOut(desk=3, servicer="Maria")
CALLED = events.Called(desk=3, servicer="Maria")
STARTED, FINISHED, MISSED, HELD = events.Started(), events.Finished(), events.Missed(), events.Held()  # fmt: skip
PAUSED, OPENED = events.Paused(desk=3), events.Opened(desk=3)
SENT_ON = events.Transferred(queue="passports", position="2")
SENT_HERE = events.Transferred(queue="passports", position="2", desk=3)
BACK_AT_WORK = events.DeskUndone(
    restored=Desk(number=3, queues=("parking",), state=DeskState.OPEN, servicer="Maria")
)
OF_PARKING = events.DeskConfigured(desk=Desk(number=3, queues=("parking",)))
OF_BOTH = events.DeskConfigured(desk=Desk(number=3, queues=("parking", "passports")))
LENT, GIVEN_BACK = (
    events.QueueLent(desk=3, queues=queues) for queues in (("passports",), ())
)
PASSPORT = taken(queue="passports")
UNDONE = "undone"
"""Takes the last row about the ticket back."""


def rows_of(*steps: tuple[float, Event | str] | tuple[float, Event | str, int]) -> list[Recorded]:  # fmt: skip
    """Return the journal of these steps; tickets are called by a number each."""
    rows: list[Recorded] = []
    ids: dict[int, int] = {}
    for seq, (minute, what, *about) in enumerate(steps, start=1):
        name = about[0] if about else None
        if name is not None:
            ids.setdefault(name, seq)
        ticket = None if name is None else ids[name]
        past = [row for row in rows if row.ticket == ticket]
        event = (
            events.Undone(restored=told(past[:-1])) if isinstance(what, str) else what
        )
        at = NINE + timedelta(minutes=minute)
        actor = Actor(desk=3, servicer="Maria")
        rows.append(
            Recorded(seq=seq, act=seq, at=at, actor=actor, event=event, ticket=ticket)
        )
    return rows


def told(rows: list[Recorded]) -> Ticket:
    ticket = reduce(life.evolve, rows, None)
    assert ticket is not None
    return replace(ticket, touched=max(row.seq for row in rows))


DAYS = {
    "nobody comes": ([(0, IN), (60, OUT)], {"free": 60}),
    "one is served, and the desk is free before and after": (
        [(0, IN), (10, taken(), 1), (10, CALLED, 1), (15, FINISHED, 1), (60, OUT)],
        {"serving": 5, "free": 55},
    ),
    "who walks up keeps the desk from others, and so does who does not come": (
        [(0, IN), (9, taken(), 1), (10, taken(), 2), (10, CALLED, 1), (12, STARTED, 1), (15, FINISHED, 1),
         (15, CALLED, 2), (16, MISSED, 2), (60, OUT)],
        {"serving": 7, "free": 53},
    ),
    "while somebody waits for the call the desk is not free": (
        [(0, IN), (5, taken(), 1), (7, CALLED, 1), (10, FINISHED, 1), (60, OUT)],
        {"serving": 5, "free": 55},
    ),
    "whoever lets somebody wait for longer than a quarter of an hour does something else": (
        [(0, IN), (5, taken(), 1), (40, CALLED, 1), (45, FINISHED, 1), (60, OUT)],
        {"serving": 20, "free": 40},
    ),
    "the gap begins with the desk being free": (
        [(0, IN), (1, taken(), 1), (1, CALLED, 1), (2, taken(), 2), (5, FINISHED, 1), (6, CALLED, 2), (9, FINISHED, 2), (10, OUT)],
        {"serving": 8, "free": 2},
    ),
    "a desk was free until it was lent the queue in which somebody waited": (
        [(-60, OF_PARKING), (0, IN), (5, PASSPORT, 1), (12, LENT), (13, CALLED, 1), (20, FINISHED, 1), (60, OUT)],
        {"serving": 8, "free": 52},
    ),
    "nobody need know its own queues for that": (
        [(0, IN), (5, PASSPORT, 1), (12, LENT), (13, CALLED, 1), (20, FINISHED, 1), (60, OUT)],
        {"serving": 8, "free": 52},
    ),
    "who comes after it was lent the queue keeps it": (
        [(-60, OF_PARKING), (0, IN), (1, LENT), (5, PASSPORT, 1), (13, CALLED, 1), (20, FINISHED, 1), (60, OUT)],
        {"serving": 15, "free": 45},
    ),
    "so does who waits in its own queue, whatever it is lent": (
        [(-60, OF_PARKING), (0, IN), (5, taken(), 1), (12, LENT), (13, CALLED, 1), (20, FINISHED, 1), (60, OUT)],
        {"serving": 15, "free": 45},
    ),
    "a queue that is lent twice counts from the second time on": (
        [(-60, OF_PARKING), (0, IN), (1, LENT), (2, GIVEN_BACK), (5, PASSPORT, 1), (12, LENT), (13, CALLED, 1), (20, FINISHED, 1), (60, OUT)],
        {"serving": 8, "free": 52},
    ),
    "and a desk may be set up anew": (
        [(-60, OF_PARKING), (0, IN), (5, PASSPORT, 1), (12, OF_BOTH), (13, CALLED, 1), (20, FINISHED, 1), (60, OUT)],
        {"serving": 8, "free": 52},
    ),
    "who is picked from a queue that the desk does not serve kept it from nothing before": (
        [(-60, OF_PARKING), (0, IN), (5, PASSPORT, 1), (13, CALLED, 1), (20, FINISHED, 1), (60, OUT)],
        {"serving": 7, "free": 53},
    ),
    "who was sent to the desk keeps it, whichever queues it serves": (
        [(-60, OF_PARKING), (0, IN), (1, PASSPORT, 1), (5, SENT_HERE, 1), (13, CALLED, 1), (20, FINISHED, 1), (60, OUT)],
        {"serving": 15, "free": 45},
    ),
    "a break is neither": (
        [(0, IN), (10, PAUSED), (25, OPENED), (60, OUT)],
        {"free": 45, "break": 15},
    ),
    "a break that is asked for while somebody is there begins when they are done": (
        [(0, IN), (0, taken(), 1), (0, CALLED, 1), (5, PAUSED), (10, FINISHED, 1), (25, OPENED), (60, OUT)],
        {"serving": 10, "free": 35, "break": 15},
    ),
    "a break that ends before they are done is none": (
        [(0, IN), (0, taken(), 1), (0, CALLED, 1), (5, PAUSED), (7, OPENED), (10, FINISHED, 1), (60, OUT)],
        {"serving": 10, "free": 50},
    ),
    "a break that was undone is none": (
        [(0, IN), (10, PAUSED), (10.1, BACK_AT_WORK), (60, OUT)],
        {"free": 60},
    ),
    "a call that was undone has not been": (
        [(0, IN), (10, taken(), 1), (10, CALLED, 1), (10.1, UNDONE, 1), (10.2, CALLED, 1), (15, FINISHED, 1), (60, OUT)],
        {"serving": 5, "free": 55},
    ),
    "whose end was undone is still there": (
        [(0, IN), (10, taken(), 1), (10, CALLED, 1), (15, FINISHED, 1), (15.1, UNDONE, 1), (20, FINISHED, 1), (60, OUT)],
        {"serving": 10, "free": 50},
    ),
    "a number that was given by mistake has not been": (
        [(0, IN), (10, taken(), 1), (10, CALLED, 1), (10.1, events.Cancelled(undone=True), 1), (60, OUT)],
        {"free": 60},
    ),
    "a test is nobody": (
        [(0, IN), (10, taken(f"{TEST}1"), 1), (10, CALLED, 1), (15, FINISHED, 1), (60, OUT)],
        {"free": 60},
    ),
    "who is sent on is served for both queues, and waits for the second from then on": (
        [(0, IN), (0, taken(), 1), (0, CALLED, 1), (5, SENT_ON, 1), (8, CALLED, 1), (10, FINISHED, 1), (60, OUT)],
        {"serving": 10, "free": 50, "parking": 5, "passports": 5},
    ),
    "who is on hold is not at the desk, nor waits for its call": (
        [(0, IN), (0, taken(), 1), (0, CALLED, 1), (5, HELD, 1), (20, CALLED, 1), (25, FINISHED, 1), (60, OUT)],
        {"serving": 10, "free": 50},
    ),
    "who forgot to sign out was there until the last thing done": (
        [(0, IN), (0, taken(), 1), (0, CALLED, 1), (5, FINISHED, 1), (1_000, events.Expired(), 2)],
        {"serving": 5},
    ),
    "who stayed signed in overnight is there from the first thing done": (
        [(30, taken(), 1), (30, CALLED, 1), (35, FINISHED, 1), (60, OUT)],
        {"serving": 5, "free": 25},
    ),
    "the clock was set an hour ahead meanwhile": (
        [(0, IN), (10, taken(), 1), (10, CALLED, 1), (12 + 60, events.ClockSet(by=timedelta(hours=1), day=DAY, stands_for=DAY)),
         (15 + 60, FINISHED, 1), (60 + 60, OUT)],
        {"serving": 5, "free": 55},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("steps", "spent"), DAYS.values(), ids=list(DAYS))
def test_a_desk_spends_its_time_so(
    steps: list[tuple[float, Event | str]], spent: dict[str, float]
) -> None:
    found = stretches(counted(rows_of(*steps)).rows)
    minutes = {
        doing.name.lower(): sum(_minutes(s) for s in found if s.doing is doing)
        for doing in Spent
    }
    expected = {name: spent.get(name, 0) for name in minutes}
    assert minutes == pytest.approx(expected)
    for queue in ("parking", "passports"):
        of_queue = sum(_minutes(s) for s in found if s.queue == queue)
        assert queue not in spent or of_queue == pytest.approx(spent[queue])
    assert all(stretch.person == "Maria" for stretch in found)


def test_a_day_that_is_not_over_goes_until_now() -> None:
    rows = rows_of((0, IN), (10, taken(), 1), (10, CALLED, 1))
    found = stretches(rows, until=NINE + timedelta(minutes=30))
    assert {(s.doing, _minutes(s)) for s in found} == {
        (Spent.FREE, 10),
        (Spent.SERVING, 20),
    }


def _minutes(stretch: Stretch) -> float:
    return (stretch.ends - stretch.begins) / timedelta(minutes=1)
