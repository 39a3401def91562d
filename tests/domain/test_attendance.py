"""Which desks were missing while somebody waited: a table of cases."""

from datetime import UTC, datetime, timedelta

import pytest

from server.domain.attendance import Look, shortages, who_serve
from server.domain.branch import Desk, DeskState
from server.domain.ticket import Ticket, TicketState

ELEVEN = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)
OPEN, PAUSED, CLOSED = DeskState.OPEN, DeskState.PAUSED, DeskState.CLOSED


def at(minute: float) -> datetime:
    return ELEVEN + timedelta(minutes=minute)


def look(minute: float, **states: DeskState) -> Look:
    """Return the desks of Maria (1) and Jonas (6) as they are from this minute on."""
    numbers = {"maria": 1, "jonas": 6}
    desks = (
        Desk(
            number=numbers[who],
            queues=("parking",),
            state=state,
            servicer=None if state is CLOSED else who,
        )
        for who, state in states.items()
    )
    return at(minute), tuple(desks)


@pytest.mark.parametrize(
    ("looks", "found"),
    [
        # Both are there all the time.
        ([look(0, maria=OPEN, jonas=OPEN)], []),
        # One is on a break meanwhile, or all the time.
        (
            [
                look(0, maria=OPEN, jonas=OPEN),
                look(2, maria=PAUSED, jonas=OPEN),
                look(20, maria=OPEN, jonas=OPEN),
            ],
            ["2-20 1/2 maria break"],
        ),
        ([look(0, maria=PAUSED, jonas=OPEN)], ["0-30 1/2 maria break"]),
        # One comes late, one leaves; the desk at which nobody sat is missed by nobody.
        (
            [look(0, maria=OPEN, jonas=CLOSED), look(9, maria=OPEN, jonas=OPEN)],
            ["0-9 1/2 jonas away"],
        ),
        (
            [look(0, maria=OPEN, jonas=OPEN), look(9, maria=OPEN, jonas=CLOSED)],
            ["9-30 1/2 jonas away"],
        ),
        ([look(0, maria=OPEN, jonas=CLOSED)], []),
        # Nobody at all, to begin with or ever.
        ([look(0, maria=CLOSED, jonas=CLOSED)], ["0-30 0/0"]),
        (
            [look(0, maria=CLOSED, jonas=CLOSED), look(5, maria=OPEN, jonas=CLOSED)],
            ["0-5 0/1 maria away"],
        ),
        # What is as it was goes on; what lasts for seconds is not worth a word.
        (
            [look(0, maria=PAUSED, jonas=OPEN), look(5, maria=PAUSED, jonas=OPEN)],
            ["0-30 1/2 maria break"],
        ),
        (
            [
                look(0, maria=OPEN, jonas=OPEN),
                look(2, maria=PAUSED, jonas=OPEN),
                look(2.9, maria=OPEN, jonas=OPEN),
            ],
            [],
        ),
        # The clock was set back meanwhile.
        (
            [look(5, maria=PAUSED, jonas=OPEN), look(-20, maria=OPEN, jonas=OPEN)],
            [],
        ),
    ],
)
def test_who_was_missing(looks: list[Look], found: list[str]) -> None:
    said = []
    for each in shortages(looks, at(30)):
        since, until = ((m - ELEVEN) // timedelta(minutes=1) for m in (each.since, each.until))  # fmt: skip
        who = [f"{a.servicer} {'break' if a.is_break else 'away'}" for a in each.absent]
        said.append(" ".join([f"{since}-{until} {each.open}/{each.desks}", *who]))
    assert said == found


@pytest.mark.parametrize(
    ("for_desk", "serve"), [(None, [1, 4]), (1, [1]), (7, [7]), (9, [])]
)
def test_who_may_call_it(for_desk: int | None, serve: list[int]) -> None:
    desks = [
        Desk(number=7, queues=("taxes",)),
        Desk(number=4, queues=("taxes",), lent=("parking",)),
        Desk(number=1, queues=("parking",)),
        Desk(number=9, queues=("parking",), removed=True),
    ]
    ticket = Ticket(
        id=1,
        day=ELEVEN.date(),
        queue="parking",
        number=1,
        label="A001",
        state=TicketState.WAITING,
        position="1",
        taken_at=ELEVEN,
        since=ELEVEN,
        touched=1,
        for_desk=for_desk,
    )
    assert [desk.number for desk in who_serve(ticket, desks)] == serve
