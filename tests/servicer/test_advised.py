"""What a desk is advised, and what it says to that, by tables: one more queue, enough of it, a call for help; how long services usually take."""

from dataclasses import replace

import pytest
from msgspec.structs import replace as with_fields

from servicer import answers, folds
from servicer.derive_desk import derive_desk
from servicer.props import AdviceRow, DeskProps
from servicer.state import ConsoleState
from servicer.terms import Advised, Deed
from shared.qt import sample
from shared.wire.messages import (
    Desk,
    Enough,
    Estimate,
    Happened,
    How,
    OneMore,
    Slower,
    TooLong,
)
from tests.servicer.desk import (
    CALLS_FOR_HELP,
    LENT_BILLS,
    MARIAS,
    NOW,
    ON_A_BREAK,
    Then,
    advised,
    answered,
    ask,
    called,
    maria,
    nobody,
    of_ticket,
    press,
    serving,
    told,
    waits,
)

MORE = OneMore(queue="bills", desk=3, how=How.LEND, before_s=2100, after_s=1080)
ENOUGH = Enough(queue="bills", desk=3, newcomers_s=240)
SLOWER = Slower(queue="passports", before_s=10, after_s=420)
BACK = Enough(queue="bills", desk=3, newcomers_s=1260, own="passports")
LONG = TooLong(queue="parking", newcomers_s=2100)
SERVE = AdviceRow("more-3-bills", Advised.OneMore, "bills", "Pay a bill", 35, 18)
RETURN = AdviceRow("back-3-bills", Advised.Back, "bills", "Pay a bill", 0, 21, "Passports and identity cards")  # fmt: skip
LEAVE = AdviceRow("enough-3-bills", Advised.Enough, "bills", "Pay a bill", 0, 4)


def shown(state: ConsoleState) -> DeskProps:
    """Return what the desk's screen shows."""
    return derive_desk(state, NOW)


# --- to serve one more queue, and to leave it again ------------------------------------------

ADVISED: dict[str, tuple[Then, tuple[AdviceRow, ...]]] = {
    "nothing": (lambda: advised(maria()), ()),
    "one more queue": (lambda: advised(maria(), MORE), (SERVE,)),
    "one more queue, with a customer there": (
        lambda: advised(maria(serving(107)), MORE),
        (SERVE,),
    ),
    "that another desk serves it": (
        lambda: advised(maria(), with_fields(MORE, desk=4)),
        (),
    ),
    "that a closed desk is opened": (
        lambda: advised(maria(), with_fields(MORE, how=How.OPEN)),
        (),
    ),
    "a queue that it serves already": (
        lambda: advised(maria(), with_fields(MORE, queue="parking")),
        (),
    ),
    "that it is enough": (lambda: advised(maria(desk=LENT_BILLS), ENOUGH), (LEAVE,)),
    "that it is enough of what it serves anyway": (
        lambda: advised(maria(desk=LENT_BILLS), with_fields(ENOUGH, queue="parking")),
        (),
    ),
    "that it is enough for what it was opened for": (
        lambda: advised(maria(desk=LENT_BILLS), with_fields(ENOUGH, how=How.OPEN)),
        (),
    ),
    "that it is enough at another desk": (
        lambda: advised(maria(desk=LENT_BILLS), with_fields(ENOUGH, desk=4)),
        (),
    ),
    "one more queue, for which another gets slower": (
        lambda: advised(maria(), with_fields(MORE, slower=SLOWER)),
        (
            replace(
                SERVE,
                other="Passports and identity cards",
                other_before_min=1,
                other_after_min=7,
            ),
        ),
    ),
    "that its own customers want it back": (
        lambda: advised(maria(desk=LENT_BILLS), BACK),
        (RETURN,),
    ),
    "nothing on a break": (lambda: advised(maria(desk=ON_A_BREAK), MORE), ()),
    "nothing while the server is away": (
        lambda: replace(advised(maria(), MORE), link=sample.AWAY),
        (),
    ),
    "waits of half a minute, which are one": (
        lambda: advised(maria(), with_fields(MORE, before_s=91, after_s=10)),
        (replace(SERVE, before_min=2, after_min=1),),
    ),
}


@pytest.mark.parametrize(("then", "rows"), ADVISED.values(), ids=ADVISED)
def test_a_desk_is_advised(then: Then, rows: tuple[AdviceRow, ...]) -> None:
    assert shown(then()).advice == rows


def test_nobody_is_advised_where_nobody_sits() -> None:
    assert shown(advised(nobody(MARIAS), MORE)).advice == ()


def test_what_was_lent_is_given_back_by_its_row_unless_that_is_advised() -> None:
    def rows(state: ConsoleState) -> dict[str, bool]:
        return {row.slug: row.may_return for row in shown(state).mine}

    own = {"passports": False, "parking": False}
    helping = maria(desk=LENT_BILLS)
    assert rows(helping) == {**own, "bills": True}
    assert rows(advised(helping, ENOUGH)) == {**own, "bills": False}
    assert rows(declined(advised(helping, ENOUGH))) == {**own, "bills": True}


MAY: dict[str, tuple[Desk, Deed, str, bool]] = {
    "serve one more": (MARIAS, Deed.ServeToo, "bills", True),
    "serve what it serves": (MARIAS, Deed.ServeToo, "parking", False),
    "serve what there is not": (MARIAS, Deed.ServeToo, "nowhere", False),
    "leave what it was lent": (LENT_BILLS, Deed.ServeNoMore, "bills", True),
    "leave what is its own": (LENT_BILLS, Deed.ServeNoMore, "parking", False),
}


@pytest.mark.parametrize(("desk", "deed", "queue", "may"), MAY.values(), ids=MAY)
def test_a_desk_may(desk: Desk, deed: Deed, queue: str, may: bool) -> None:
    assert (ask(maria(desk=desk), deed, queue).act is not None) is may
    away = maria(desk=desk, link=sample.AWAY)
    assert ask(away, deed, queue).act is None


def test_whoever_takes_a_queue_on_serves_it_at_once_and_is_not_rung_for_those_in_it() -> (
    None
):
    idle = advised(maria(waits(131, sample.BILLS)), MORE)
    asked = ask(idle, Deed.ServeToo, "bills")
    heard = told(asked, sample.event(41, Happened.CONFIGURED, desk=LENT_BILLS))
    for after in (answered(asked, LENT_BILLS), heard, answered(heard, LENT_BILLS)):
        props = shown(after)
        assert (props.waiting, props.advice, props.arrival) == (1, (), "")
        assert not folds.rings(asked, after)
    by_manager = told(idle, sample.event(41, Happened.CONFIGURED, desk=LENT_BILLS))  # fmt: skip
    assert folds.rings(idle, by_manager)


# --- not now ---------------------------------------------------------------------------------


def declined(state: ConsoleState) -> ConsoleState:
    """Say “not now” to the first piece of advice."""
    return answers.declined(state, shown(state).advice[0].key)


def begun_anew(state: ConsoleState) -> ConsoleState:
    """Let the stream begin anew, with the branch as it is."""
    return folds.began(state, sample.snapshot(state.branch), NOW)


STILL: dict[str, tuple[Then, bool]] = {
    "at once": (lambda: declined(advised(maria(), MORE)), False),
    "when somebody comes": (
        lambda: told(declined(advised(maria(), MORE)), of_ticket(waits(109))),
        False,
    ),
    "when waits are others": (
        lambda: advised(
            declined(advised(maria(), MORE)), with_fields(MORE, before_s=3000)
        ),
        False,
    ),
    "when the stream begins anew with it": (
        lambda: begun_anew(declined(advised(maria(), MORE))),
        False,
    ),
    "once it is wanted no more": (
        lambda: advised(declined(advised(maria(), MORE))),
        False,
    ),
    "when it is wanted anew": (
        lambda: advised(advised(declined(advised(maria(), MORE))), MORE),
        True,
    ),
}


@pytest.mark.parametrize(("then", "is_shown"), STILL.values(), ids=STILL)
def test_what_was_not_wanted_is_shown(then: Then, is_shown: bool) -> None:
    assert bool(shown(then()).advice) is is_shown


def test_whoever_sits_down_next_has_declined_nothing() -> None:
    left = answered(press(declined(advised(maria(), MORE)), Deed.SignOut), MARIAS)
    assert left.seat is None
    assert left.declined == frozenset()


# --- a call for help -------------------------------------------------------------------------

HELP: dict[str, tuple[Then, int]] = {
    "where nobody waits too long": (lambda: advised(maria()), 0),
    "where its newcomers wait too long": (lambda: advised(maria(), LONG), 35),
    "where that is worst": (
        lambda: advised(maria(), LONG, with_fields(LONG, queue="passports", newcomers_s=2400)),
        40,
    ),
    "where only others' newcomers do": (
        lambda: advised(maria(), with_fields(LONG, queue="bills")),
        0,
    ),
    "where another desk is asked to help": (
        lambda: advised(maria(), LONG, with_fields(MORE, queue="parking", desk=4)),
        0,
    ),
    "where another desk would have to be opened": (
        lambda: advised(
            maria(), LONG, with_fields(MORE, queue="parking", desk=5, how=How.OPEN)
        ),
        35,
    ),
    "where its own desk may come back": (
        lambda: advised(maria(), LONG, with_fields(BACK, desk=4, own="parking")),
        0,
    ),
    "once it has called": (lambda: advised(maria(desk=CALLS_FOR_HELP), LONG), 0),
    "while the server is away": (
        lambda: replace(advised(maria(), LONG), link=sample.AWAY),
        0,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("then", "minutes"), HELP.values(), ids=HELP)
def test_a_call_for_help_is_advised(then: Then, minutes: int) -> None:
    assert shown(then()).newcomers_min == minutes


# --- how long it usually takes ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("state", "low", "high"),
    [
        (maria(serving(107)), 3, 6),
        (maria(called(107)), 0, 0),
        (maria(), 0, 0),
        (maria(serving(107, queue=sample.BILLS)), 0, 0),
    ],
    ids=["a customer", "who was called", "nobody", "one of whose queue too few came"],
)
def test_how_long_it_usually_takes_stands_by(
    state: ConsoleState, low: int, high: int
) -> None:
    assert state.branch is not None
    usual = {"parking": Estimate(low_s=181, high_s=350)}
    known = told(state, sample.standing(with_fields(state.branch, usual=usual)))
    props = shown(known)
    assert (props.usual_low_min, props.usual_high_min) == (low, high)
