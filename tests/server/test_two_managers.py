"""Two managers at once: each has a form open while the other saves, and nothing of either is lost unsaid."""

from typing import Any

import pytest

from server.domain.state import BranchState
from server.store.load import load
from server.store.store import MAIN_BRANCH
from server.usecases.setup import SetBranch, SetQueue
from tests.server.forms import form_in
from tests.server.in_time import BranchInTime
from tests.server.managers import HERE, Manager

MEANWHILE = "Somebody else has changed this meanwhile."


@pytest.fixture
def ingrid(branch: BranchInTime) -> Manager:
    """The one who opens the page first and saves last."""
    return Manager(branch)


@pytest.fixture
def paul(branch: BranchInTime) -> Manager:
    """The one who saves meanwhile."""
    return Manager(branch, name="paul")


class Open:
    """A form that somebody has open."""

    def __init__(self, who: Manager, page: str, action: str) -> None:
        self._who, self._page, self._action = who, page, f"/manager{action}"
        self.fields = form_in(who.get(page).text, self._action)

    def save(self, **typed: str | None) -> Any:
        """Send it with these fields typed into, None where a box is no longer ticked; it is then as the page that came back has it."""
        for name, value in typed.items():
            self.fields[name.replace("__", "-")] = [] if value is None else [value]
        answer = self._who.browser.post(self._action, data=self.fields, headers=HERE)
        if answer.status_code == 422:
            self.fields = form_in(answer.text, self._action)
        return answer


def now_of(branch: BranchInTime) -> BranchState:
    with branch.store.reading(MAIN_BRANCH) as view:
        return load(view)


def queue_of(branch: BranchInTime) -> Any:
    return now_of(branch).queue("parking")


QUEUE = "/queues/parking/change", "/queues/parking/change"
DESK = "/desks/3", "/desks/3"
BRANCH = "/branch", "/branch"
WEEK = "/hours", "/hours/week"

PAGES = [
    # the form, what one types into it, what the other does meanwhile, and where both are read
    (QUEUE, {"daily_cap": "50"}, {"max_waiting": "20"}, lambda b: (queue_of(b).settings.daily_cap, queue_of(b).settings.max_waiting) == (50, 20)),
    (QUEUE, {"name__en": "Permits"}, {"letter": "P"}, lambda b: (queue_of(b).names, queue_of(b).letter) == ({"en": "Permits"}, "P")),
    (QUEUE, {"closing_guard": None}, {"join": "open"}, lambda b: (queue_of(b).settings.closing_guard, queue_of(b).settings.join) == (False, "open")),
    (DESK, {"name__en": "Laboratory"}, {"serves__passports": None}, lambda b: (now_of(b).desk(3).names, now_of(b).desk(3).queues) == ({"en": "Laboratory"}, ("parking",))),
    (BRANCH, {"target_minutes": "7"}, {"rejoin_minutes": "20"}, lambda b: (now_of(b).settings.target_minutes, now_of(b).settings.rejoin_minutes) == (7, 20)),
    (WEEK, {"day0-from1": "08:00", "day0-until1": "12:00"}, {"day1-from1": "09:00", "day1-until1": "17:00"}, lambda b: {0, 1} <= set(now_of(b).settings.hours.week or {})),
]  # fmt: skip


@pytest.mark.parametrize(("form", "typed", "meanwhile", "have_both"), PAGES)
def test_what_one_did_not_touch_stays_as_the_other_left_it(
    branch: BranchInTime,
    ingrid: Manager,
    paul: Manager,
    form: tuple[str, str],
    typed: dict[str, Any],
    meanwhile: dict[str, Any],
    have_both: Any,
) -> None:
    if form == WEEK:
        branch.do(SetBranch(settings={"hours": {"week": {"4": [["09:00:00", "12:00:00"]]}}}))  # fmt: skip
    first, second = Open(ingrid, *form), Open(paul, *form)
    assert second.save(**meanwhile).status_code == 303
    assert first.save(**typed).status_code == 303
    assert have_both(branch)


def test_what_both_have_changed_is_said_at_its_field_and_nothing_is_saved(
    branch: BranchInTime, ingrid: Manager, paul: Manager
) -> None:
    first, second = Open(ingrid, *QUEUE), Open(paul, *QUEUE)
    assert second.save(max_waiting="20", daily_cap="60").status_code == 303
    refused = first.save(max_waiting="30", digits="4")
    assert refused.status_code == 422
    # In the summary and at the one field.
    assert refused.text.count(MEANWHILE) == 2
    assert (queue_of(branch).settings.max_waiting, queue_of(branch).settings.digits) == (20, 3)  # fmt: skip
    assert first.fields["max_waiting"] == ["30"], "what was typed is kept"
    assert first.fields["daily_cap"] == ["60"], "what was not touched is as it is now"
    assert first.save().status_code == 303
    settings = queue_of(branch).settings
    assert (settings.max_waiting, settings.daily_cap, settings.digits) == (30, 60, 4)


def test_both_may_want_the_same(
    branch: BranchInTime, ingrid: Manager, paul: Manager
) -> None:
    first, second = Open(ingrid, *QUEUE), Open(paul, *QUEUE)
    assert second.save(max_waiting="20").status_code == 303
    assert first.save(max_waiting="20").status_code == 303
    assert queue_of(branch).settings.max_waiting == 20


def test_what_is_put_back_meanwhile_stays_put_back(
    branch: BranchInTime, ingrid: Manager
) -> None:
    branch.do(SetQueue(slug="parking", settings={"max_waiting": 20}))
    form = Open(ingrid, *QUEUE)
    branch.do(SetQueue(slug="parking", settings={"max_waiting": 300}))
    assert form.save(daily_cap="50").status_code == 303
    assert queue_of(branch).settings.max_waiting == 300


def test_a_form_that_does_not_say_what_it_was_is_taken_as_it_is(
    branch: BranchInTime, ingrid: Manager
) -> None:
    form = Open(ingrid, *QUEUE)
    del form.fields["was"]
    branch.do(SetQueue(slug="parking", settings={"max_waiting": 20}))
    assert form.save().status_code == 303
    assert queue_of(branch).settings.max_waiting == 300


@pytest.mark.parametrize("was", ["", "=&&=", "max_waiting=%ff%00&max_waiting", "x" * 5000])  # fmt: skip
def test_nonsense_of_what_it_was_is_no_more_than_that(
    ingrid: Manager, was: str
) -> None:
    assert Open(ingrid, *QUEUE).save(was=was).status_code in (303, 422)
