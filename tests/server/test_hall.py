"""What a manager's live page says, by tables of cases."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from server.domain.branch import (
    BranchSettings,
    Desk,
    DeskState,
    HelpCall,
    Helper,
    Queue,
    QueueSettings,
)
from server.domain.limits import Demand
from server.domain.openness import Opening
from server.domain.refusals import Fullness
from server.domain.ticket import Ticket, TicketState
from server.domain.today import ByHand, Switch
from server.present.device_standing import DeviceStanding, DeviceState, state_of
from server.present.hall import (
    Doing,
    Line,
    Standing,
    could_serve,
    desk_rows,
    queue_rows,
)
from server.present.hall_sentence import Said, sentence
from server.present.needs import Wanted, needs
from shared.qt import sample
from shared.wire import messages as wire
from shared.wire.estimates import is_newcomer_next
from shared.wire.messages import Role
from shared.wire.pairing import PaperState, SoundState

NOW = datetime(2026, 11, 24, 10, 42, tzinfo=UTC)
A = Queue(slug="parking", letter="A", names={"en": "Parking"}, ordinal=1)
R = Queue(slug="passports", letter="R", names={"en": "Passports"}, ordinal=2)


def ago(**span: float) -> datetime:
    return NOW - timedelta(**span)


def desk(number: int, state: DeskState = DeskState.OPEN, **more: Any) -> Desk:
    return Desk(number=number, queues=("parking",), state=state, since=ago(hours=1), **more)  # fmt: skip


def ticket(state: TicketState, **more: Any) -> Ticket:
    return Ticket(
        id=7, day=date(2026, 11, 24), queue="parking", number=7, label="A007", state=state,
        position="", taken_at=ago(minutes=20), since=ago(minutes=2), touched=9, **more,
    )  # fmt: skip


def standing(
    waiting: dict[str, tuple[int, datetime]] | None = None,
    *,
    is_open: bool = True,
    opens_at: datetime | None = None,
    queues: tuple[Queue, ...] = (A, R),
    desks: tuple[Desk, ...] = (desk(1), desk(2)),
    busy: dict[int, Ticket] | None = None,
    free_since: dict[int, datetime] | None = None,
    **more: Any,
) -> Standing:
    lines = {queue.slug: Line() for queue in queues}
    for slug, (count, since) in (waiting or {}).items():
        lines[slug] = Line(waiting=count, since=since)
    opening = Opening(is_open=is_open, closes_at=None, opens_at=opens_at)
    return Standing(
        now=NOW,
        settings=BranchSettings(time_zone="Europe/Lisbon"),
        queues=queues,
        lines=lines,
        demands={
            slug: Demand(waiting=line.waiting, given=0, desks=int(slug == "parking"))
            for slug, line in lines.items()
        },
        openings=dict.fromkeys(lines, opening),
        desks=desks,
        serving=busy or {},
        free_since=free_since or {each.number: ago(seconds=20) for each in desks},
        help={},
        **more,
    )


TWELVE = {"parking": (5, ago(minutes=6)), "passports": (7, ago(minutes=18))}
BUSY = ticket(TicketState.SERVING, started_at=ago(minutes=4))
TOMORROW = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
LATER_TODAY = datetime(2026, 11, 24, 13, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("stands", "says"),
    [
        (standing(queues=()), [(Said.NO_QUEUES, None, None)]),
        (standing(), [(Said.NOBODY, None, None)]),
        (
            standing(TWELVE, busy={1: BUSY, 2: BUSY}),
            [(Said.WAITING, 12, None), (Said.LONGEST, None, ago(minutes=18))],
        ),
        (
            standing({"parking": (1, ago(seconds=59))}),
            [(Said.WAITING, 1, None), (Said.JUST_CAME, None, None)],
        ),
        (
            standing(TWELVE, busy={1: BUSY}, free_since={2: ago(minutes=6)}),
            [
                (Said.WAITING, 12, None),
                (Said.LONGEST, None, ago(minutes=18)),
                (Said.IDLE, 2, None),
            ],
        ),
        (
            standing(TWELVE, free_since={1: ago(minutes=1), 2: ago(minutes=6)}),
            [
                (Said.WAITING, 12, None),
                (Said.LONGEST, None, ago(minutes=18)),
                (Said.SEVERAL_IDLE, 2, None),
            ],
        ),
        # Idle is no news while nobody waits, nor just after a customer.
        (standing(free_since={2: ago(minutes=6)}), [(Said.NOBODY, None, None)]),
        (
            standing(TWELVE, busy={1: BUSY}, free_since={2: ago(seconds=59)}),
            [(Said.WAITING, 12, None), (Said.LONGEST, None, ago(minutes=18))],
        ),
        (
            standing(desks=(desk(1, DeskState.CLOSED),)),
            [(Said.NOBODY, None, None), (Said.NO_DESK, None, None)],
        ),
        (
            standing(TWELVE, desks=(desk(1, DeskState.CLOSED),)),
            [
                (Said.WAITING, 12, None),
                (Said.LONGEST, None, ago(minutes=18)),
                (Said.NO_DESK, None, None),
            ],
        ),
        # A desk on a break is neither idle nor closed.
        (standing(desks=(desk(1, DeskState.PAUSED),)), [(Said.NOBODY, None, None)]),
        (
            standing(is_open=False, opens_at=LATER_TODAY),
            [(Said.OPENS_TODAY, None, LATER_TODAY)],
        ),
        (
            standing(is_open=False, opens_at=TOMORROW),
            [(Said.OPENS_LATER, None, TOMORROW)],
        ),
        (standing(is_open=False), [(Said.CLOSED, None, None)]),
        (
            standing(TWELVE, is_open=False, opens_at=TOMORROW),
            [
                (Said.CLOSED, None, None),
                (Said.STILL_WAITING, 12, None),
                (Said.LONGEST, None, ago(minutes=18)),
            ],
        ),
    ],
)
def test_the_sentence_says_how_the_hall_stands(
    stands: Standing, says: list[tuple[Said, int | None, datetime | None]]
) -> None:
    assert [(c.said, c.number, c.at) for c in sentence(stands)] == says


@pytest.mark.parametrize(
    ("state", "busy", "doing", "since"),
    [
        (DeskState.OPEN, BUSY, Doing.SERVING, ago(minutes=4)),
        (
            DeskState.OPEN,
            ticket(TicketState.CALLED, last_called_at=ago(seconds=23)),
            Doing.CALLED,
            ago(seconds=23),
        ),
        (DeskState.OPEN, None, Doing.IDLE, ago(seconds=20)),
        (DeskState.PAUSED, None, Doing.BREAK, ago(seconds=20)),
        (DeskState.PAUSED, BUSY, Doing.SERVING, ago(minutes=4)),
        (DeskState.CLOSED, None, Doing.CLOSED, None),
    ],
)
def test_a_desk_s_row_says_what_goes_on_there(
    state: DeskState, busy: Ticket | None, doing: Doing, since: datetime | None
) -> None:
    stands = standing(desks=(desk(3, state),), busy={3: busy} if busy else {})
    [row] = desk_rows(stands)
    assert (row.doing, row.since, row.ticket) == (doing, since, busy)
    assert row.queues == [A]


def test_a_desk_that_has_done_nothing_yet_is_free_since_it_opened() -> None:
    stands = standing(desks=(desk(3),), free_since={9: NOW})
    assert desk_rows(stands)[0].since == ago(hours=1)


@pytest.mark.parametrize(
    ("minutes", "late"), [(14, False), (15, False), (15.1, True), (40, True)]
)
def test_somebody_who_waits_too_long_stands_out(minutes: float, late: bool) -> None:
    row, _ = queue_rows(standing({"parking": (1, ago(minutes=minutes))}))
    assert row.is_late is late


def test_a_queue_that_is_closed_is_not_called_full() -> None:
    settings = QueueSettings(max_waiting=1)
    stands = standing({"parking": (1, NOW)}, queues=(replace(A, settings=settings),))
    assert queue_rows(stands)[0].full is Fullness.WAITING
    shut = Opening(is_open=False, closes_at=None, opens_at=None)
    closed = replace(stands, openings={"parking": shut})
    assert queue_rows(closed)[0].full is None


KIOSK = DeviceStanding(id=4, role=Role.KIOSK, name="Entrance", heard_at=ago(seconds=3))
DISPLAY = DeviceStanding(id=5, role=Role.DISPLAY, name="Hall", heard_at=ago(minutes=6))
HEARD = replace(DISPLAY, heard_at=ago(seconds=3))
CONSOLE = DeviceStanding(id=6, role=Role.CONSOLE, name="Desk 3", heard_at=ago(days=2))
NEW = DeviceStanding(id=7, role=Role.KIOSK, name="Side door")


def wanted(stands: Standing) -> list[Wanted]:
    return [need.wanted for need in needs(stands)]


@pytest.mark.parametrize(
    ("device", "state", "need"),
    [
        (KIOSK, DeviceState.WORKS, []),
        (replace(KIOSK, paper=PaperState.THERE), DeviceState.WORKS, []),
        (replace(KIOSK, paper=PaperState.LOW), DeviceState.PAPER_LOW, []),
        (replace(KIOSK, paper=PaperState.OUT), DeviceState.NO_PAPER, [Wanted.NO_PAPER]),
        (replace(KIOSK, paper=PaperState.TROUBLE), DeviceState.PRINTER, [Wanted.PRINTER]),
        (replace(KIOSK, closed_by_hand=True), DeviceState.CLOSED, []),
        (HEARD, DeviceState.WORKS, []),
        (replace(HEARD, sound=SoundState.THERE), DeviceState.WORKS, []),
        (replace(HEARD, sound=SoundState.NO_VOICE), DeviceState.NO_VOICE, []),
        (replace(HEARD, sound=SoundState.MUTE), DeviceState.NO_SOUND, [Wanted.NO_SOUND]),
        (DISPLAY, DeviceState.SILENT, [Wanted.SILENT]),
        # What is not heard of cannot tell of its paper either.
        (replace(DISPLAY, paper=PaperState.OUT), DeviceState.SILENT, [Wanted.SILENT]),
        (CONSOLE, DeviceState.SILENT, []),
        (NEW, DeviceState.NEW, []),
    ],
)  # fmt: skip
def test_a_device_says_how_it_is_and_whether_it_needs_somebody(
    device: DeviceStanding, state: DeviceState, need: list[Wanted]
) -> None:
    assert state_of(device, NOW) is state
    assert wanted(standing(devices=(device,))) == need


def test_screens_may_be_off_while_nothing_is_open() -> None:
    assert wanted(standing(is_open=False, devices=(DISPLAY,))) == []


def test_who_asked_for_help_first_comes_first_and_people_before_machines() -> None:
    stands = standing(
        {"passports": (3, ago(minutes=9))},
        desks=(desk(1, help_since=ago(minutes=1)), desk(2, help_since=ago(minutes=5))),
        busy={2: BUSY},
        devices=(KIOSK, DISPLAY),
    )
    stands = replace(stands, help={4: HelpCall(since=ago(minutes=2), desk=3)})
    found = needs(stands)
    assert [(n.wanted, n.since) for n in found] == [
        (Wanted.DESK_HELP, ago(minutes=5)),
        (Wanted.KIOSK_HELP, ago(minutes=2)),
        (Wanted.DESK_HELP, ago(minutes=1)),
        (Wanted.UNSERVED, ago(minutes=9)),
        (Wanted.SILENT, ago(minutes=6)),
    ]
    assert found[0].ticket is BUSY
    assert found[1].coming == Helper(name="", desk=3)


def test_a_kiosk_that_is_gone_asks_no_more() -> None:
    stands = replace(standing(), help={99: HelpCall(since=NOW)})
    assert needs(stands) == []


def test_where_no_desk_is_open_the_sentence_says_it_for_all_queues() -> None:
    closed = (desk(1, DeskState.CLOSED),)
    assert needs(standing({"passports": (3, ago(minutes=9))}, desks=closed)) == []


@pytest.mark.parametrize(("until", "in_force"), [(1, True), (0, False), (-1, False)])
def test_what_was_closed_by_hand_is_so_until_it_ends(
    until: int, in_force: bool
) -> None:
    switch = Switch(to=ByHand.CLOSED, until=NOW + timedelta(minutes=until))
    demand = Demand(waiting=0, given=0, desks=1, switch=switch)
    stands = replace(standing(queues=(A,)), demands={"parking": demand})
    assert queue_rows(stands)[0].by_hand == (switch if in_force else None)


@pytest.mark.parametrize(
    ("desks", "busy", "could"),
    [
        ((desk(1), desk(2)), (), [1, 2]),
        ((desk(1), desk(2), desk(3), desk(4)), (), [1, 2, 3]),
        ((desk(1), desk(2)), (1,), [2, 1]),
        ((desk(1, DeskState.CLOSED), desk(2, DeskState.PAUSED), desk(3)), (), [3]),
        ((desk(1, lent=("passports",)), desk(2)), (), [2]),
        ((), (), []),
    ],
)
def test_who_could_serve_a_queue_that_nobody_serves_is_who_is_there_and_free_first(
    desks: tuple[Desk, ...], busy: tuple[int, ...], could: list[int]
) -> None:
    serving = dict.fromkeys(busy, ticket(TicketState.SERVING))
    assert could_serve(standing(desks=desks, busy=serving), "passports") == could


CLOSED, PAUSED = desk(1, DeskState.CLOSED), desk(1, DeskState.PAUSED)
BOTH = desk(1, lent=("passports",))
NOBODY_YET: dict[str, int] = {}


@pytest.mark.parametrize(
    ("desks", "busy", "waits", "who_is_next"),
    [
        ((), (), NOBODY_YET, []),
        ((desk(1),), (), NOBODY_YET, ["parking"]),
        ((desk(1),), (), {"passports": 3}, ["parking"]),
        ((desk(1),), (), {"parking": 1}, []),
        ((desk(1),), (1,), NOBODY_YET, []),
        ((desk(1), desk(2)), (1,), NOBODY_YET, ["parking"]),
        ((CLOSED,), (), NOBODY_YET, []),
        ((PAUSED,), (), NOBODY_YET, []),
        ((BOTH,), (), NOBODY_YET, ["parking", "passports"]),
        ((BOTH,), (), {"passports": 1}, []),
    ],
)
def test_server_and_programs_find_the_same_newcomers_next_at_once(
    desks: tuple[Desk, ...],
    busy: tuple[int, ...],
    waits: dict[str, int],
    who_is_next: list[str],
) -> None:
    lines = {slug: (n, ago(minutes=1)) for slug, n in waits.items()}
    serving = dict.fromkeys(busy, ticket(TicketState.CALLED))
    rows = queue_rows(standing(lines, desks=desks, busy=serving))
    assert [row.queue.slug for row in rows if row.at_once] == who_is_next

    told = sample.branch(
        [
            wire.Queue(slug=each.slug, letter=each.letter, names=each.names, open=True, waiting=waits.get(each.slug, 0))
            for each in (A, R)
        ],
        desks=[
            wire.Desk(
                number=each.number,
                state=wire.DeskState(each.state.value),
                queues=list(each.serves),
                serving=sample.ticket(7) if each.number in busy else None,
            )
            for each in desks
        ],
    )  # fmt: skip
    found = [each.slug for each in told.queues if is_newcomer_next(told, each.slug)]
    assert found == who_is_next
