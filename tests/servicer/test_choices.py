"""Which buttons a servicer has."""

from datetime import datetime

import pytest

from servicer import answers
from servicer.choices import Choice, choices
from servicer.state import ConsoleState
from servicer.terms import Deed
from shared.qt import sample
from shared.qt.sample import BILLS
from tests.servicer.desk import (
    NOW,
    ON_A_BREAK,
    READY_FOR_THE_NEXT,
    called,
    held,
    maria,
    nobody,
    press,
    seconds,
    serving,
    waits,
)


def drawn(state: ConsoleState, now: datetime = NOW) -> str:
    """Return the buttons in a line: `primary | others`, `(not now)`, `*likely wanted*`, `+on`."""
    offered = choices(state, now)
    first = "-" if offered.primary.deed is Deed.Nothing else mark(offered.primary)
    return " ".join([first, "|", *map(mark, offered.others)])


def mark(choice: Choice) -> str:
    """Return one button."""
    name = choice.deed.name if choice.enabled else f"({choice.deed.name})"
    name = f"+{name}" if choice.on else name
    return f"*{name}*" if choice.prominent else name


BUTTONS = {
    "nobody has signed in: nothing to press": (nobody(), "- |"),
    "people wait: call the next, or pick one": (
        maria(waits(108)),
        "CallNext | CallTicket WalkIn Pause",
    ),
    "nobody waits: be given whoever comes next": (
        maria(),
        "(CallNext) | StoreNext WalkIn Pause",
    ),
    "ready for whoever comes next: the button shows it": (
        maria(desk=READY_FOR_THE_NEXT),
        "(CallNext) | +StoreNext WalkIn Pause",
    ),
    "who waits for other desks is nobody to call": (
        maria(waits(108, queue=BILLS)),
        "(CallNext) | StoreNext WalkIn Pause",
    ),
    "on a break: only back to work": (maria(waits(108), desk=ON_A_BREAK), "Open |"),
    "somebody put aside leaves the desk free": (
        maria(held(101), waits(108)),
        "CallNext | CallTicket WalkIn Pause",
    ),
    "called a moment ago: not yet again": (
        maria(called(107, ago=4.9)),
        "Start | (Recall) NoShow Transfer Cancel",
    ),
    "called five seconds ago: may be called again": (
        maria(called(107, ago=5)),
        "Start | Recall NoShow Transfer Cancel",
    ),
    "called 29 seconds ago: may still come": (
        maria(called(107, ago=29.9)),
        "Start | Recall NoShow Transfer Cancel",
    ),
    "called 30 seconds ago: Missed is likely wanted": (
        maria(called(107, ago=30)),
        "Start | Recall *NoShow* Transfer Cancel",
    ),
    "a call is as old as the server's clock says, which is ahead": (
        maria(called(107, ago=0), skew=seconds(30)),
        "Start | Recall *NoShow* Transfer Cancel",
    ),
    "a call is as old as the server's clock says, which is behind": (
        maria(called(107, ago=60), skew=seconds(-58)),
        "Start | (Recall) NoShow Transfer Cancel",
    ),
    "a ticket with no time of its call counts since it was taken": (
        maria(called(107, called_at=None)),
        "Start | Recall *NoShow* Transfer Cancel",
    ),
    "serving: done, and then the next": (
        maria(serving(107), waits(108)),
        "FinishAndCall | Finish Hold Transfer Note",
    ),
    "serving and nobody waits: done is what comes next": (
        maria(serving(107)),
        "Finish | Hold Transfer Note",
    ),
    "serving, and who waits waits for others: done": (
        maria(serving(107), waits(108, queue=BILLS)),
        "Finish | Hold Transfer Note",
    ),
    "called on a break: the customer comes first": (
        maria(called(107), desk=ON_A_BREAK),
        "Start | Recall NoShow Transfer Cancel",
    ),
    "the server is away: done can be noted, and nothing else": (
        maria(serving(107), waits(108), link=sample.AWAY),
        "Finish |",
    ),
    "the server is away while somebody comes to the desk: the same": (
        maria(called(107), link=sample.AWAY),
        "Finish |",
    ),
    "the server is away and nobody is here: nothing to press": (
        maria(waits(108), link=sample.AWAY),
        "(CallNext) |",
    ),
    "the server is away and the customer is done with: nothing to press": (
        press(maria(serving(107), waits(108), link=sample.AWAY), Deed.Finish),
        "(CallNext) |",
    ),
    "done has been sent and got no answer: the customer is done with": (
        answers.missed(press(maria(serving(107), waits(108)), Deed.Finish), "key"),
        "(CallNext) |",
    ),
    "done has been sent a moment ago: it may still be refused": (
        press(maria(serving(107), waits(108)), Deed.Finish),
        "FinishAndCall | Finish Hold Transfer Note",
    ),
    "called again has got no answer: the customer is still here": (
        answers.missed(press(maria(called(107)), Deed.Recall), "key"),
        "Start | Recall NoShow Transfer Cancel",
    ),
    "the server is silent for a moment: work goes on": (
        maria(waits(108), link=sample.RECONNECTING),
        "CallNext | CallTicket WalkIn Pause",
    ),
    "whoever is at another desk is not here": (
        maria(serving(107, desk=4), waits(108)),
        "CallNext | CallTicket WalkIn Pause",
    ),
}


@pytest.mark.parametrize(("state", "buttons"), BUTTONS.values(), ids=BUTTONS)
def test_buttons(state: ConsoleState, buttons: str) -> None:
    assert drawn(state) == buttons


def test_missed_becomes_likely_while_the_servicer_looks_on() -> None:
    state = maria(called(107, ago=20))
    assert "*NoShow*" not in drawn(state)
    assert "*NoShow*" in drawn(state, NOW + seconds(10))
