"""Help from desk to desk, a manager who comes or calls everybody, and what a desk was lent, by tables."""

from dataclasses import replace
from typing import Any

import pytest
from msgspec.structs import replace as with_fields

from servicer import folds
from servicer.derive_desk import derive_desk
from servicer.props import DeskProps, HelpRow
from servicer.state import ConsoleState
from servicer.terms import Deed
from shared.qt import sample
from shared.wire.messages import Desk, HelpCall, Helper
from tests.servicer.desk import (
    CALLS_FOR_HELP,
    MARIAS,
    NOBODYS,
    NOW,
    TOMAS,
    TOMAS_CALLS,
    Then,
    acts,
    answered,
    ask,
    everybody_called,
    help_called,
    helped,
    maria,
    maria_and,
    nobody,
    of_desk,
    press,
    seconds,
    told,
)

MARA = Helper(name="Mara")
MARIA = Helper(name="Maria", desk=3)
SOMEBODY = Helper(name="Ines", desk=5)


def shown(state: ConsoleState) -> DeskProps:
    """Return what the desk's screen shows."""
    return derive_desk(state, NOW)


# --- another desk calls ----------------------------------------------------------------------

CALL = HelpRow("desk-4", 1, at_desk=4)

COLLEAGUES: dict[str, tuple[Desk, tuple[HelpRow, ...], str]] = {
    "calls for nobody": (TOMAS, (), ""),
    "calls": (TOMAS_CALLS, (CALL,), "4"),
    "is helped by this desk": (
        with_fields(TOMAS_CALLS, helper=MARIA),
        (replace(CALL, helper="Maria", desk=3, mine=True),),
        "",
    ),
    "is helped by another desk": (
        with_fields(TOMAS_CALLS, helper=SOMEBODY),
        (replace(CALL, helper="Ines", desk=5),),
        "",
    ),
    "is helped by a manager": (
        with_fields(TOMAS_CALLS, helper=MARA),
        (replace(CALL, helper="Mara"),),
        "",
    ),
}


@pytest.mark.parametrize(
    ("other", "rows", "named"), COLLEAGUES.values(), ids=COLLEAGUES
)
def test_a_colleague(other: Desk, rows: tuple[HelpRow, ...], named: str) -> None:
    props = shown(maria_and(other))
    assert (props.help_calls, props.help_desks) == (rows, named)
    assert not props.help


def test_who_asked_first_stands_first_be_it_a_kiosk_or_a_desk() -> None:
    kiosk = HelpCall(device=7, kiosk="Entrance", since=NOW - seconds(62))
    later = with_fields(kiosk, device=8, since=NOW - seconds(60))
    state = helped(maria_and(TOMAS_CALLS), later, kiosk)
    assert [row.key for row in shown(state).help_calls] == ["7", "desk-4", "8"]
    assert shown(state).help_wanted == "Entrance"


COMING: dict[str, tuple[Then, bool]] = {
    "a colleague who calls": (lambda: maria_and(TOMAS_CALLS), True),
    "a colleague who is helped already": (
        lambda: maria_and(with_fields(TOMAS_CALLS, helper=MARA)),
        True,
    ),
    "a colleague who calls no more": (lambda: maria_and(TOMAS), False),
    "another than who calls": (
        lambda: maria_and(TOMAS, with_fields(NOBODYS, help_since=NOW)),
        False,
    ),
    "somebody while the server is away": (
        lambda: replace(maria_and(TOMAS_CALLS), link=sample.AWAY),
        False,
    ),
    "somebody while nobody sits here": (lambda: nobody(MARIAS, TOMAS_CALLS), False),
}


@pytest.mark.parametrize(("then", "may"), COMING.values(), ids=COMING)
def test_one_comes_to(then: Then, may: bool) -> None:
    for deed in (Deed.DeskHelpComing, Deed.DeskHelpDone):
        assert (ask(then(), deed, number=4).act is not None) is may


def test_nobody_comes_to_themselves() -> None:
    state = maria_and(TOMAS, desk=CALLS_FOR_HELP)
    assert ask(state, Deed.DeskHelpComing, number=3) == state


def test_the_answer_says_who_comes_before_the_stream_does() -> None:
    asked = ask(maria_and(TOMAS_CALLS), Deed.DeskHelpComing, number=4)
    assert acts(asked).deed is Deed.DeskHelpComing
    after = answered(asked, with_fields(TOMAS_CALLS, helper=MARIA))
    (row,) = shown(after).help_calls
    assert (row.mine, after.act, after.offer) == (True, None, None)
    assert shown(told(after, of_desk(TOMAS))).help_calls == ()


# --- who comes here --------------------------------------------------------------------------

HELPERS: dict[str, tuple[Desk, dict[str, Any]]] = {
    "nobody is asked": (MARIAS, {"help": False, "helper": "", "helper_desk": 0}),
    "nobody has answered": (
        CALLS_FOR_HELP,
        {"help": True, "helper": "", "helper_desk": 0},
    ),
    "a colleague": (
        with_fields(CALLS_FOR_HELP, helper=SOMEBODY),
        {"help": True, "helper": "Ines", "helper_desk": 5},
    ),
    "a manager": (
        with_fields(CALLS_FOR_HELP, helper=MARA),
        {"help": True, "helper": "Mara", "helper_desk": 0},
    ),
}


@pytest.mark.parametrize(("desk", "seen"), HELPERS.values(), ids=HELPERS)
def test_to_this_desk_comes(desk: Desk, seen: dict[str, Any]) -> None:
    props = shown(maria(desk=desk))
    assert {name: getattr(props, name) for name in seen} == seen


def test_a_manager_who_goes_to_a_kiosk_is_named_and_nobody_else_is_wanted() -> None:
    props = shown(help_called(maria(), manager="Mara"))
    (row,) = props.help_calls
    assert (row.helper, row.desk, row.mine, row.answered) == ("Mara", 0, False, True)
    assert props.help_wanted == ""


# --- a manager calls everybody ---------------------------------------------------------------


def test_a_manager_who_calls_everybody_says_why() -> None:
    props = shown(everybody_called(maria()))
    told_now = (props.staff_call_by, props.staff_call_reason, props.staff_call_min)
    assert told_now == ("Mara", "At the entrance", 1)
    assert shown(everybody_called(maria(), reason=None)).staff_call_reason == ""
    assert shown(maria()).staff_call_by == ""


def test_only_who_was_called_says_that_enough_have_come() -> None:
    called = everybody_called(maria())
    assert press(called, Deed.StaffCallDone).act is not None
    assert press(maria(), Deed.StaffCallDone) == maria()


def calls(**fields: Any) -> ConsoleState:
    """Return Maria's desk while somebody asks for help at the entrance."""
    return help_called(maria(), **fields)


RINGS: dict[str, tuple[ConsoleState, ConsoleState, bool]] = {
    "a manager calls everybody": (maria(), everybody_called(maria()), True),
    "a manager calls everybody for another reason": (
        everybody_called(maria()),
        everybody_called(maria(), reason="Upstairs"),
        True,
    ),
    "everybody was called before": (
        everybody_called(maria()),
        everybody_called(maria()),
        False,
    ),
    "enough have come": (everybody_called(maria()), maria(), False),
    "nobody sits here to be called": (nobody(), everybody_called(nobody()), False),
    "a manager answered at once": (maria(), calls(manager="Mara"), False),
    "a manager answers": (calls(), calls(manager="Mara"), False),
}


@pytest.mark.parametrize(("before", "after", "rings"), RINGS.values(), ids=RINGS)
def test_a_servicer_looks_up_when(
    before: ConsoleState, after: ConsoleState, rings: bool
) -> None:
    assert folds.rings(before, after) is rings


# --- what a desk was lent --------------------------------------------------------------------


def test_a_queue_that_the_desk_was_lent_is_its_own_and_says_so() -> None:
    desk = with_fields(MARIAS, queues=["passports", "parking", "bills"], lent=["bills"])
    props = shown(maria(desk=desk))
    assert [(row.slug, row.lent) for row in props.mine] == [
        ("passports", False),
        ("parking", False),
        ("bills", True),
    ]
    assert props.lent == "Pay a bill"
    assert shown(maria()).lent == ""
    several = with_fields(desk, lent=["parking", "bills"])
    in_arabic = shown(maria(desk=several, language="ar")).lent
    assert "، " in in_arabic
