"""What is declared once is told everywhere: facts, moves and settings."""

from typing import Any, get_args

import pytest

from server.domain import events
from server.domain.branch import BranchSettings, QueueSettings
from server.domain.life import DIFFERS
from server.domain.moves import MOVES, Move
from server.domain.refusals import NotValid
from server.domain.settings import Setting, settings_of
from server.present.events import TOLD
from shared.wire.messages import Happened

SETTINGS = {
    f"{kind.__name__}.{setting.name}": setting
    for kind in (BranchSettings, QueueSettings)
    for setting in settings_of(kind).values()
}
BOUNDED = {name: each for name, each in SETTINGS.items() if each.least is not None}


def test_every_fact_has_a_name_on_the_stream() -> None:
    assert set(get_args(events.Event)) == set(TOLD)
    assert {told.happened for told in TOLD.values()} == set(Happened)


def test_every_fact_about_a_ticket_has_words_in_its_story() -> None:
    about_tickets = set(get_args(events.TicketEvent))
    assert {fact for fact, told in TOLD.items() if told.story} == about_tickets


def test_every_fact_about_a_ticket_makes_something_of_it() -> None:
    whole = {events.Taken, events.Undone}
    assert {*DIFFERS, *whole} == set(get_args(events.TicketEvent))


def test_every_move_is_declared_and_records_a_fact_about_tickets() -> None:
    assert set(MOVES) == set(Move)
    assert {rule.records for rule in MOVES.values()} <= set(
        get_args(events.TicketEvent)
    )


@pytest.mark.parametrize("setting", SETTINGS.values(), ids=SETTINGS)
def test_every_setting_says_what_it_is(setting: Setting) -> None:
    assert setting.label
    assert setting.help.endswith(".")
    setting.check(setting.default)


@pytest.mark.parametrize("setting", BOUNDED.values(), ids=BOUNDED)
def test_no_setting_goes_beyond_its_bounds(setting: Setting) -> None:
    assert setting.least is not None
    assert setting.most is not None
    outside: list[Any] = [setting.least - 1, setting.most + 1]
    if setting.kind is str:
        outside = ["", "x" * (int(setting.most) + 1)]
    elif setting.kind is dict:
        outside = [{"elderly": setting.most + 1}]
    for value in outside:
        with pytest.raises(NotValid) as refused:
            setting.check(value)
        assert refused.value.field == setting.name
