"""When one more desk is advised, which one, and when it is enough: by tables of desks and of waits that come and go."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bench.advice import advised, never, outcome, somebody_waited
from server.domain import numbering
from server.domain.branch import BranchSettings, Desk, DeskState, Queue
from server.domain.promise import Promise
from server.domain.state import BranchState
from server.domain.ticket import Ticket, TicketState
from server.forecast.advice import Declined, How
from server.forecast.adviser import Adviser
from server.forecast.outlook import Outlook
from server.forecast.relief import who_could
from server.forecast.scene import AtWork, Busy

NOON = datetime(2026, 11, 30, 12, tzinfo=UTC)
TARGET_S = 600


def wait(mid_s: int) -> Promise:
    return Promise(mid_s // 2, mid_s, mid_s * 2)


def ticket(id: int, queue: str, minutes: float = 0, **more: object) -> Ticket:
    taken = NOON - timedelta(minutes=minutes)
    known = {"state": TicketState.WAITING, "since": taken} | more
    return Ticket(id=id, day=date(2026, 11, 30), queue=queue, number=id, label=str(id), position=f"{id:04}", taken_at=taken, touched=id, **known)  # type: ignore[arg-type]  # fmt: skip


def at_desk(number: int, queue: str = "b", minutes: float = 5) -> Ticket:
    called = NOON - timedelta(minutes=minutes)
    return ticket(900 + number, queue, 30, state=TicketState.CALLED, desk=number, last_called_at=called, since=called)  # fmt: skip


def desk(number: int, *queues: str, state: DeskState = DeskState.OPEN, lent: tuple[str, ...] = ()) -> Desk:  # fmt: skip
    return Desk(number=number, queues=queues, state=state, lent=lent)


def hall(*there: Desk | Ticket) -> BranchState:
    state = BranchState(1, "main")
    state.settings = BranchSettings(target_minutes=TARGET_S // 60)
    for each in there:
        if isinstance(each, Desk):
            state.all_desks[each.number] = each
        else:
            state.room.put(each)
    for slug in "abc":
        state.all_queues[slug] = Queue(slug=slug, letter=slug, names={}, ordinal=0)
    return state


CLOSED, PAUSED = DeskState.CLOSED, DeskState.PAUSED


@pytest.mark.parametrize(
    ("there", "found"),
    [
        ((), None),
        ((desk(1, "a"),), None),  # It serves it already.
        ((desk(1, "b"),), (1, "lend", Busy.FREE)),
        ((desk(1, "b", lent=("a",)),), None),
        ((desk(1, "b", state=CLOSED),), None),
        ((desk(1, "a", state=CLOSED),), (1, "open", Busy.AWAY)),
        ((desk(1, "b", state=PAUSED), desk(2, "a", state=PAUSED)), None),
        ((desk(1, "b"), ticket(5, "b")), (1, "lend", Busy.FREE)),
        ((desk(1, "b"), at_desk(1)), (1, "lend", Busy.SERVING)),
        ((desk(1, "c"), at_desk(1, "c")), None),  # Its own queue is not quiet.
        ((desk(1, "c"), desk(2, "a", state=CLOSED)), (1, "lend", Busy.FREE)),
        ((desk(1, "c"), ticket(5, "c"), desk(2, "a", state=CLOSED)), (2, "open", Busy.AWAY)),
        ((desk(1, "b"), at_desk(1), desk(2, "b")), (2, "lend", Busy.FREE)),
        ((desk(1, "a", state=CLOSED), desk(2, "b"), at_desk(2)), (2, "lend", Busy.SERVING)),
        ((desk(4, "b"), desk(2, "b"), desk(3, "b")), (2, "lend", Busy.FREE)),
        ((desk(9, "b", "c"), at_desk(9)), None),
    ],
)  # fmt: skip
def test_the_desk_that_costs_least_could_before_all_others(
    there: tuple[Desk | Ticket, ...], found: tuple[int, str, Busy] | None
) -> None:
    newcomers = {"a": wait(900), "b": wait(239), "c": wait(241)}
    could = next(iter(who_could(hall(*there), "a", newcomers, TARGET_S, NOON)), None)
    assert found == (could and (could.number, could.how, could.at_work.doing))
    if could is not None:
        assert "a" in could.at_work.desk.serves
        assert could.at_work.desk.state is DeskState.OPEN


def test_a_desk_with_a_customer_has_had_them_since_the_call() -> None:
    state = hall(desk(1, "b"), at_desk(1, minutes=5))
    [could] = who_could(state, "a", {}, TARGET_S, NOON)
    assert (could.at_work.seconds, could.at_work.queue) == (300, "b")


@pytest.mark.parametrize(
    ("waits", "advised"),
    [
        ([600], "-"),
        ([601], "+"),
        ([601, 600, 481], "+++"),  # Once wanted, until it is clearly better.
        ([601, 480, 481, 600], "+---"),
        ([601, 480, 601], "+-+"),
        ([None, 601, None], "-+-"),  # Nobody can say.
    ],
)
def test_one_more_is_wanted_from_the_target_on_until_four_fifths_of_it(
    waits: list[int | None], advised: str
) -> None:
    state, adviser, said = hall(desk(1, "b")), Adviser(), ""
    soon = Outlook(newcomers={"a": wait(100)})
    for each in waits:
        known = Outlook(newcomers={} if each is None else {"a": wait(each)})
        found = adviser.advise(state, NOON, known, lambda desks: soon)
        said += "+" if found.more else "-"
        assert [one.newcomers for one in found.too_long] == [one.before for one in found.more]  # fmt: skip
    assert said == advised


def test_that_newcomers_wait_too_long_is_told_where_no_desk_could_help_too() -> None:
    known = Outlook(newcomers={"a": wait(900), "b": wait(900), "c": wait(600)})
    found = Adviser().advise(
        hall(desk(1, "a", "b")), NOON, known, lambda desks: Outlook()
    )
    assert found.more == ()
    assert [(one.queue, one.newcomers) for one in found.too_long] == [
        ("a", wait(900)),
        ("b", wait(900)),
    ]


@pytest.mark.parametrize(
    ("after", "is_advised"), [(800, True), (801, False), (1000, False), (None, False)]
)
def test_nobody_is_called_for_nothing(after: int | None, is_advised: bool) -> None:
    known = Outlook(newcomers={"a": wait(1000)})
    then = Outlook(newcomers={} if after is None else {"a": wait(after)})
    found = Adviser().advise(hall(desk(1, "b")), NOON, known, lambda desks: then)
    assert bool(found.more) is is_advised


def test_of_those_that_call_alike_one_is_tried_and_of_the_others_two_of_a_kind() -> (
    None
):
    there = [desk(n, *queues) for n, queues in enumerate(("b", "b", "c", "bc"), 1)]
    there += [desk(8, "a", state=CLOSED), desk(9, "a", state=CLOSED)]
    could = who_could(hall(*there), "a", {}, TARGET_S, NOON)
    assert [each.number for each in could] == [1, 3, 8]
    asked = Declined(queue="a", desk=1)
    could = who_could(hall(*there), "a", {}, TARGET_S, NOON, [asked])
    assert [each.number for each in could] == [2, 3, 8]


ALONE, OR_OPEN = (desk(1, "b"),), (desk(1, "b"), desk(2, "a", state=CLOSED))


@pytest.mark.parametrize(
    ("there", "b", "then", "asked", "slower"),
    [
        (ALONE, 10, 10, 1, None),
        (ALONE, 10, 69, 1, None),  # By less than a minute.
        (ALONE, 10, 70, 1, "b"),
        (ALONE, 10, 720, 1, "b"),
        (
            ALONE,
            10,
            721,
            None,
            None,
        ),  # Whom it costs would wait as long as those whom it helps.
        (OR_OPEN, 10, 721, 2, None),  # A desk that opens costs nobody.
        (ALONE, 600, 750, 1, None),  # By less than a quarter, which may be chance.
        (ALONE, 600, 751, None, None),
        (ALONE, 700, 800, 1, None),
        (ALONE, None, 800, 1, None),  # Nobody served them before.
    ],
)
def test_no_desk_is_lent_where_others_would_wait_too_long_for_it(
    there: tuple[Desk, ...],
    b: int | None,
    then: int,
    asked: int | None,
    slower: str | None,
) -> None:
    known = {"a": wait(900)} | ({} if b is None else {"b": wait(b)})

    def foresee(desks: list[AtWork]) -> Outlook:
        is_lent = desks[0].desk.number == 1
        waits = {"a": wait(400)} | ({"b": wait(then)} if is_lent else {})
        return Outlook(newcomers=waits)

    found = Adviser().advise(hall(*there), NOON, Outlook(newcomers=known), foresee).more
    assert [one.desk for one in found] == ([] if asked is None else [asked])
    assert [one.slower and one.slower.queue for one in found] == [slower][: len(found)]


def test_what_was_advised_is_so_until_others_would_wait_longer_than_anybody_should() -> (
    None
):
    adviser = Adviser()
    known = Outlook(newcomers={"a": wait(601), "b": wait(10)})

    def is_advised(b: int) -> bool:
        then = Outlook(newcomers={"a": wait(300), "b": wait(b)})
        found = adviser.advise(hall(desk(1, "b")), NOON, known, lambda desks: then)
        return bool(found.more)

    said = [is_advised(b) for b in (481, 480, 600, 601, 600)]
    assert said == [False, True, True, False, False]


def test_it_is_told_what_newcomers_wait_then_and_how_many_of_them_wait_too_long() -> (
    None
):
    trial = replace(ticket(4, "a", 20), label=numbering.test_label(4))
    of_b = ticket(3, "b", 9)
    there = desk(7, "b"), ticket(1, "a", 9), ticket(2, "a", 4), of_b, trial
    known = Outlook(
        tickets={1: wait(120), 2: wait(420), 3: wait(90)}, newcomers={"a": wait(700)}
    )
    then = Outlook(
        tickets={1: wait(61), 2: wait(200), 3: wait(90)}, newcomers={"a": wait(300)}
    )
    asked = []
    found = Adviser().advise(hall(*there), NOON, known, lambda desks: asked.append(desks) or then)  # type: ignore[func-returns-value]  # fmt: skip
    [one] = found.more
    assert (one.queue, one.desk, one.how) == ("a", 7, "lend")
    assert (one.before, one.after) == (wait(700), wait(300))
    assert (one.late_before, one.late_after) == (2, 1)
    assert one.has_fewer_late
    assert not replace(one, late_before=24, late_after=23).has_fewer_late
    assert not replace(one, late_before=0, late_after=0).has_fewer_late
    assert [[each.desk.number for each in desks] for desks in asked] == [[7]]


@pytest.mark.parametrize(
    ("known", "then", "asked"),
    [
        # The worst queue is helped first, and the one desk is asked once.
        ({"a": 700, "b": 900}, {"a": 650, "b": 650}, {"b": 2}),
        ({"a": 900, "b": 700}, {"a": 650, "b": 650}, {"a": 2}),
        # Its help is enough for the other queue, too; there it is not, and another desk is asked.
        ({"a": 900, "b": 700, "c": 800}, {"a": 500, "b": 600, "c": 601}, {"a": 2, "c": 3}),
        ({"a": 900, "b": 700, "c": 800}, {"a": 500, "b": 500, "c": 600}, {"a": 2}),
    ],
)  # fmt: skip
def test_one_missing_desk_is_asked_for_once_however_many_queues_it_serves(
    known: dict[str, int], then: dict[str, int], asked: dict[str, int]
) -> None:
    before, after = (Outlook(newcomers={slug: wait(each) for slug, each in waits.items()}) for waits in (known, then))  # fmt: skip
    state = hall(desk(2, "a", "b", state=CLOSED), desk(3, "c", state=CLOSED))
    found = Adviser().advise(state, NOON, before, lambda desks: after)
    assert {one.queue: one.desk for one in found.more} == asked


def test_which_queue_a_desk_is_asked_for_does_not_change_with_who_waits_longest() -> (
    None
):
    state, adviser = hall(desk(2, "a", "b", state=CLOSED)), Adviser()
    then = Outlook(newcomers={"a": wait(500), "b": wait(500)})
    for a, b in ((900, 899), (899, 900)):
        known = Outlook(newcomers={"a": wait(a), "b": wait(b)})
        [one] = adviser.advise(state, NOON, known, lambda desks: then).more
        assert one.queue == "a"


def test_while_nobody_waits_too_long_nothing_more_is_foreseen() -> None:
    known = Outlook(newcomers={"a": wait(600), "b": wait(10)})
    Adviser().advise(
        hall(desk(1, "b")), NOON, known, lambda desks: pytest.fail("asked")
    )


@pytest.mark.parametrize(
    ("steps", "told"),
    [
        ([(0, 100), (19, 100), (20, 100)], "--+"),
        ([(0, 100), (20, 239), (21, 240), (22, 239)], "-+-+"),
        ([(0, 100), (20, None)], "--"),
        ([(0, 100), (15, "home"), (16, 100), (30, 100), (36, 100)], "----+"),
    ],
)
def test_it_is_enough_where_newcomers_wait_little_after_twenty_minutes(
    steps: list[tuple[int, int | str | None]], told: str
) -> None:
    adviser, said = Adviser(), ""
    for minute, mid_s in steps:
        lent = () if mid_s == "home" else ("a",)
        known = {"a": wait(mid_s)} if isinstance(mid_s, int) else {}
        at = NOON + timedelta(minutes=minute)
        found = adviser.advise(hall(desk(1, "b", lent=lent)), at, Outlook(newcomers=known), lambda desks: Outlook())  # fmt: skip
        said += "+" if found.enough else "-"
    assert said == told


@pytest.mark.parametrize(
    ("steps", "told"),
    [
        ([(600, 10), (601, 10)], "-+"),
        ([(601, 10), (481, 900), (480, 10)], "++-"),  # Once told, until it is better.
        ([(601, 481)], "-"),  # It waits for others than this desk.
        ([(601, None)], "-"),
    ],
)
def test_a_desk_is_wanted_back_by_its_own_queue_once_newcomers_wait_too_long_for_it(
    steps: list[tuple[int, int | None]], told: str
) -> None:
    adviser, said = Adviser(), ""
    state = hall(desk(1, "b", lent=("a",)), at_desk(1, "a"))
    for b, then in steps:
        known = Outlook(newcomers={"a": wait(400), "b": wait(b)})

        def foresee(desks: list[AtWork], then: int | None = then) -> Outlook:
            [there] = desks
            assert (there.desk.serves, there.doing) == (("b",), Busy.SERVING)
            return Outlook(newcomers={} if then is None else {"b": wait(then)})

        found = adviser.advise(state, NOON, known, foresee)
        said += "+" if found.enough else "-"
        for each in found.enough:
            assert (each.queue, each.desk, each.own) == ("a", 1, "b")
            assert each.newcomers == wait(b)
    assert said == told


def test_who_may_have_their_own_desk_back_need_no_other_one() -> None:
    state = hall(desk(1, "b", lent=("a",)), desk(2, "b", state=CLOSED))
    known = Outlook(newcomers={"a": wait(400), "b": wait(900)})
    then = Outlook(newcomers={"b": wait(10)})
    found = Adviser().advise(state, NOON, known, lambda desks: then)
    assert (len(found.enough), found.more) == (1, ())


@pytest.mark.parametrize(
    ("not_now", "asked"),
    [
        ([], 1),
        ([("a", 1)], 2),  # Whoever else could is asked.
        ([("b", 1)], 1),
        ([("a", 1), ("a", 2)], 3),
        ([("a", 1), ("a", 2), ("a", 3)], None),
        ([("a", None)], None),  # A manager wants nobody to be asked.
    ],
)
def test_after_not_now_another_desk_is_asked_until_it_is_wanted_anew(
    not_now: list[tuple[str, int | None]], asked: int | None
) -> None:
    state, adviser = hall(desk(1, "b"), desk(2, "b"), desk(3, "a", state=CLOSED)), Adviser()  # fmt: skip
    many, few = ({"a": wait(each)} for each in (900, 100))

    def asks(newcomers: dict[str, Promise]) -> int | None:
        known = Outlook(newcomers=newcomers)
        found = adviser.advise(state, NOON, known, lambda desks: Outlook(newcomers=few))
        assert bool(found.too_long) is (newcomers is many)
        return found.more[0].desk if found.more else None

    assert asks(many) == 1
    for queue, number in not_now:
        adviser.decline(Declined(queue=queue, desk=number))
    assert asks(many) == asks(many) == asked
    assert asks(few) is None
    assert asks(many) == 1


@pytest.mark.parametrize(
    ("steps", "told"),
    [
        ("- o o19 o20", "---+"),
        ("- o o20 x21 o22 o43", "--+---"),  # Closed, it helps no more; what opens unasked is no help.
        ("o o20 o40", "---"),
        ("- p o20", "--+"),  # It opened, and is on a break.
        ("- - o9 o29", "---+"),
    ],
)  # fmt: skip
def test_a_desk_that_was_opened_as_advised_may_close_when_it_is_enough(
    steps: str, told: str
) -> None:
    adviser, said = Adviser(), ""
    states = {"-": CLOSED, "x": CLOSED, "o": DeskState.OPEN, "p": PAUSED}
    for step in steps.split():
        there = hall(desk(1, "a", state=states[step[0]]))
        known = {"a": wait(900 if step[0] == "-" else 100)}
        at = NOON + timedelta(minutes=int(step[1:] or 0))
        found = adviser.advise(there, at, Outlook(newcomers=known), lambda desks: Outlook(newcomers={"a": wait(100)}))  # fmt: skip
        said += "+" if found.enough else "-"
        assert all(each.how is How.OPEN for each in found.enough)
    assert said == told


@pytest.mark.nightly
def test_on_days_that_are_played_advice_has_more_called_in_time() -> None:
    """For about as many minutes of the fourth desk: it comes before anybody has waited too long."""
    alone, late, early = (
        outcome(way, days=20, seed=14) for way in (never, somebody_waited, advised)
    )
    assert alone.level < 0.8 < late.level
    assert early.level > late.level + 0.02
    assert early.left < late.left
    assert early.back_up_s < 1.3 * late.back_up_s
