"""How far a test number has come, told by a table."""

from datetime import UTC, date, datetime

import pytest

from server.domain.ticket import PrintState, Ticket, TicketState
from server.web.manager.wizard.trial_steps import Stand, Tried, checks, is_over

NINE = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def ticket(calls: int = 0, print: PrintState | None = None) -> Ticket:
    return Ticket(
        id=1,
        day=date(2026, 11, 23),
        queue="parking",
        number=1,
        label="TEST1",
        state=TicketState.CALLED if calls else TicketState.WAITING,
        position="m",
        taken_at=NINE,
        since=NINE,
        touched=1,
        calls=calls,
        print=print,
    )


@pytest.mark.parametrize(
    ("tried", "stands"),
    [
        (Tried(), "now skipped to-come to-come skipped"),
        (Tried(has_kiosk=True, has_display=True), "now to-come to-come to-come to-come"),
        (Tried(has_kiosk=True, has_printer=False), "now skipped to-come to-come skipped"),
        (Tried(ticket=ticket()), "done skipped now to-come skipped"),
        (Tried(ticket=ticket(), has_kiosk=True), "done skipped now to-come skipped"),
        (Tried(ticket=ticket(), has_kiosk=True, kiosk="Entrance"), "done skipped now to-come skipped"),
        (Tried(ticket=ticket(print=PrintState.PENDING), has_kiosk=True, kiosk="Entrance"), "done now to-come to-come skipped"),
        (Tried(ticket=ticket(print=PrintState.PRINTED), has_kiosk=True, kiosk="Entrance"), "done done now to-come skipped"),
        (Tried(ticket=ticket(print=PrintState.FAILED), has_kiosk=True, kiosk="Entrance"), "done failed now to-come skipped"),
        (Tried(ticket=ticket(), is_opened=True, has_display=True), "done skipped done now to-come"),
        (Tried(ticket=ticket(calls=1), has_display=True), "done skipped now done done"),
        (Tried(ticket=ticket(calls=1), is_opened=True, has_display=True), "done skipped done done done"),
    ],
)  # fmt: skip
def test_what_is_done_and_what_comes_next_is_told(tried: Tried, stands: str) -> None:
    assert [stand.value for stand in checks(tried).values()] == stands.split()


@pytest.mark.parametrize(
    ("tried", "over"),
    [
        (Tried(), False),
        (Tried(ticket=ticket(calls=1)), False),
        (Tried(ticket=ticket(calls=1), is_opened=True), True),
    ],
)
def test_it_is_over_once_all_was_tried_that_could_be(tried: Tried, over: bool) -> None:
    assert is_over(checks(tried)) is over


def test_only_one_thing_is_to_be_done_now() -> None:
    stands = list(checks(Tried(has_kiosk=True, has_display=True)).values())
    assert stands.count(Stand.NOW) == 1
