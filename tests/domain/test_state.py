"""The fold of a branch: taken back as if it had never been, bounded, and strict about what comes next."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from server.domain import events
from server.domain.branch import BranchSettings, Desk, Device, Queue, Servicer
from server.domain.events import SYSTEM, Recorded
from server.domain.recent_calls import RECENT_CALLS
from server.domain.state import BranchState, Change, OutOfSequence
from server.domain.ticket import PrintState, Ticket, TicketState

MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)
NINE = datetime(2026, 11, 23, 9, tzinfo=UTC)
PARKING = Queue(slug="parking", letter="A", names={"en": "Parking"}, ordinal=2)
PASSPORTS = Queue(slug="passports", letter="R", names={"en": "Passports"}, ordinal=1)
CALLED = events.Called(desk=3, servicer="Maria")


class Journal:
    """A branch that is told one fact after another, a second apart, and what each changed."""

    def __init__(self) -> None:
        self.state = BranchState(1, "main")
        self.tickets: dict[int, Ticket] = {}
        self.changes: list[Change] = []
        self.tell(events.BranchConfigured(settings=BranchSettings(), day=MONDAY))
        self.tell(events.QueueConfigured(queue=PARKING))
        self.tell(events.QueueConfigured(queue=PASSPORTS))
        self.tell(events.ServicerConfigured(servicer=Servicer(name="Maria")))
        for number in (3, 4):
            desk = Desk(number=number, queues=("parking", "passports"))
            self.tell(events.DeskConfigured(desk=desk))
            signed_in = events.SignedIn(desk=number, servicer="Maria", device=number)
            self.tell(signed_in)

    def tell(self, fact: events.Event, about: int | None = None) -> Change:
        """Fold the next row."""
        seq = self.state.seq + 1
        row = Recorded(
            seq=seq,
            act=seq,
            at=NINE + timedelta(seconds=seq),
            actor=SYSTEM,
            event=fact,
            ticket=seq if isinstance(fact, events.Taken) else about,
        )
        ended = None if about is None else self.tickets.get(about)
        change = self.state.apply(row, ended)
        self.changes.append(change)
        if change.after is not None:
            self.tickets[change.after.id] = change.after
        return change

    def take(self, queue: Queue = PARKING) -> int:
        """Give the queue's next number."""
        number = self.state.next_number(queue)
        taken = events.Taken(
            queue=queue.slug,
            day=self.state.day,
            number=number,
            label=f"{queue.letter}{number:03d}",
            position=f"{self.state.seq:010d}",
        )
        change = self.tell(taken)
        assert change.after is not None
        return change.after.id

    def call(self) -> int:
        """Take a number and call it."""
        id = self.take()
        self.tell(CALLED, id)
        return id

    def board(self) -> list[str]:
        """Return the labels on the board."""
        return [ticket.label for ticket in self.state.recent_calls()]


def seen(state: BranchState) -> dict[str, Any]:
    """Return everything that can be asked of the branch."""
    return {
        "stands": (state.seq, state.moment, state.day, state.settings),
        "set up": (
            dict(state.all_queues),
            dict(state.all_desks),
            dict(state.all_servicers),
            dict(state.devices),
        ),
        "counters": dict(state.counters),
        "calls": state.recent_calls(),
        "open": sorted(state.room.tickets(), key=lambda ticket: ticket.id),
        "lines": {slug: list(state.room.line(slug)) for slug in state.all_queues},
        "at desks": {number: state.room.at_desk(number) for number in state.all_desks},
        "heads": [state.room.heads(desk) for desk in state.desks()],
    }


FACTS: dict[str, events.Event] = {
    "called": replace(CALLED, desk=4),
    "called by ratio": replace(CALLED, desk=4, turns={"parking": 1}),
    "left": events.Left(),
    "cancelled": events.Cancelled(),
    "expired": events.Expired(),
    "noted": events.Noted(text="form 7"),
    "rated": events.Rated(score=3),
    "printed": events.Printed(outcome=PrintState.FAILED),
    "transferred": events.Transferred(queue="passports", position="5", desk=3),
    "postponed": events.Postponed(behind=1, position="9"),
}
SET_UP: dict[str, events.Event] = {
    "settings": events.BranchConfigured(settings=BranchSettings(name="Town hall")),
    "a queue changed": events.QueueConfigured(queue=replace(PARKING, letter="B")),
    "a queue added": events.QueueConfigured(queue=replace(PARKING, slug="tax")),
    "a desk added": events.DeskConfigured(desk=Desk(number=9, queues=("parking",))),
    "a desk removed": events.DeskConfigured(
        desk=Desk(number=3, queues=(), removed=True)
    ),
    "somebody removed": events.ServicerConfigured(
        servicer=Servicer(name="Maria", removed=True)
    ),
    "a device paired": events.DevicePaired(
        device=Device(id=99, role="kiosk", name="Hall")
    ),
    "a device revoked": events.DeviceRevoked(device=7),
    "a break": events.Paused(desk=3),
    "the next stored": events.NextStored(desk=3, wanted=True),
    "the day closed": events.DayClosed(closed=MONDAY, opened=TUESDAY),
}


def lived_in() -> Journal:
    """A branch with somebody waiting, called, held and served, and a device."""
    journal = Journal()
    journal.tell(
        events.DevicePaired(device=Device(id=7, role="kiosk", name="Entrance"))
    )
    served, held, _called = journal.call(), journal.call(), journal.call()
    journal.tell(events.Finished(), served)
    journal.tell(events.Held(reason="photo"), held)
    journal.tell(events.NextStored(desk=3, wanted=True))
    journal.take(PASSPORTS)
    return journal


@pytest.mark.parametrize("fact", FACTS.values(), ids=FACTS)
def test_what_happened_to_a_ticket_is_taken_back_without_a_trace(
    fact: events.Event,
) -> None:
    journal = lived_in()
    waiting = journal.take()
    before = seen(journal.state)
    mark = journal.state.mark()
    journal.take()
    journal.tell(fact, waiting)
    assert seen(journal.state) != before
    journal.state.back(mark)
    assert seen(journal.state) == before


@pytest.mark.parametrize("fact", SET_UP.values(), ids=SET_UP)
def test_what_was_set_up_is_taken_back_without_a_trace(fact: events.Event) -> None:
    journal = lived_in()
    before = seen(journal.state)
    mark = journal.state.mark()
    journal.tell(fact)
    assert seen(journal.state) != before
    journal.state.back(mark)
    assert seen(journal.state) == before


def test_what_was_before_the_mark_stays() -> None:
    journal = lived_in()
    first = seen(journal.state)
    at_first = journal.state.mark()
    journal.take()
    mark = journal.state.mark()
    before = seen(journal.state)
    journal.take()
    journal.state.back(mark)
    assert seen(journal.state) == before
    journal.take()
    journal.state.back(at_first)
    assert seen(journal.state) == first


def test_who_follows_the_changes_has_the_same_branch() -> None:
    journal, follower = Journal(), BranchState(1, "main")
    served = journal.call()
    journal.take()
    journal.tell(events.Finished(), served)
    journal.tell(events.Rated(score=3), served)
    journal.tell(events.NextStored(desk=3, wanted=True))
    journal.call()
    for change in journal.changes:
        follower.follow(change)
    assert seen(follower) == seen(journal.state)


def test_the_board_has_the_twelve_called_last_newest_first() -> None:
    journal = Journal()
    for _ in range(RECENT_CALLS + 3):
        journal.tell(events.Finished(), journal.call())
    assert journal.board() == [f"A{number:03d}" for number in range(15, 3, -1)]


def test_who_waits_again_has_gone_from_the_board() -> None:
    journal = Journal()
    first, second = journal.call(), journal.call()
    sent = events.Transferred(queue="passports", position="5")
    journal.tell(sent, second)
    assert journal.board() == ["A001"]
    journal.tell(CALLED, second)
    assert journal.board() == ["A002", "A001"]
    journal.tell(events.Recalled(), first)
    assert journal.board() == ["A001", "A002"]


def test_undone_calls_come_back_to_the_board_as_many_as_there_are_desks() -> None:
    journal = Journal()
    for _ in range(20):
        journal.tell(events.Finished(), journal.call())
    before = journal.board()
    waiting = [journal.take(), journal.take()]
    for id in waiting:
        journal.tell(CALLED, id)
    for id in waiting:
        restored = replace(
            journal.tickets[id], state=TicketState.WAITING, desk=None, called_seq=None
        )
        journal.tell(events.Undone(restored=restored), id)
    assert journal.board() == before


def test_of_a_long_day_only_so_many_calls_are_remembered() -> None:
    journal = Journal()
    for _ in range(200):
        journal.tell(events.Finished(), journal.call())
    remembered = journal.state.calls.tickets
    assert len(remembered) == RECENT_CALLS + len(journal.state.all_desks)
    assert journal.state.room.tickets() == []


def test_a_new_day_begins_with_one_and_an_empty_board() -> None:
    journal = Journal()
    journal.tell(events.Finished(), journal.call())
    journal.tell(events.DayClosed(closed=MONDAY, opened=TUESDAY))
    assert journal.board() == []
    assert journal.state.counters == {}
    assert journal.state.next_number(PARKING) == 1


def test_queues_stand_in_the_order_of_screens() -> None:
    assert [queue.slug for queue in Journal().state.queues()] == [
        "passports",
        "parking",
    ]


@pytest.mark.parametrize(
    ("fact", "about", "said"),
    [
        (events.Left(), 99, "about no ticket there is"),
        (events.Paused(desk=8), None, "Desk 8"),
    ],
)
def test_a_row_that_fits_nothing_is_refused(
    fact: events.Event, about: int | None, said: str
) -> None:
    with pytest.raises(OutOfSequence, match=said):
        Journal().tell(fact, about)


def test_a_gap_in_the_journal_is_refused() -> None:
    state = Journal().state
    row = Recorded(seq=state.seq + 2, act=1, at=NINE, actor=SYSTEM, event=CALLED)
    with pytest.raises(OutOfSequence, match="comes row"):
        state.apply(row)
