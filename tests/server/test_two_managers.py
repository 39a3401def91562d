"""Two managers at once: each has a form open while the other saves, and nothing of either is lost unsaid."""

import re
from typing import Any

import pytest

from server.domain.state import BranchState
from server.store.load import load
from server.store.store import MAIN_BRANCH
from server.usecases.setup import RemoveQueue, SetBranch, SetDesk, SetQueue
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
SET_UP = [(f"/set-up/{step}", f"/set-up/{step}") for step in (1, 2, 3)]
ACCOUNT = "/accounts/vera", "/accounts/vera"
MESSAGE = "/message", "/message"
DAY = "/hours?day=2026-12-24", "/hours/day"

PAGES = [
    # the form, what one types into it, what the other does meanwhile, and where both are read
    (QUEUE, {"daily_cap": "50"}, {"max_waiting": "20"}, lambda b: (queue_of(b).settings.daily_cap, queue_of(b).settings.max_waiting) == (50, 20)),
    (QUEUE, {"name__en": "Permits"}, {"letter": "P"}, lambda b: (queue_of(b).names, queue_of(b).letter) == ({"en": "Permits"}, "P")),
    (QUEUE, {"closing_guard": None}, {"join": "open"}, lambda b: (queue_of(b).settings.closing_guard, queue_of(b).settings.join) == (False, "open")),
    (DESK, {"name__en": "Laboratory"}, {"serves__passports": None}, lambda b: (now_of(b).desk(3).names, now_of(b).desk(3).queues) == ({"en": "Laboratory"}, ("parking",))),
    (BRANCH, {"target_minutes": "7"}, {"rejoin_minutes": "20"}, lambda b: (now_of(b).settings.target_minutes, now_of(b).settings.rejoin_minutes) == (7, 20)),
    (WEEK, {"day0-from1": "08:00", "day0-until1": "12:00"}, {"day1-from1": "09:00", "day1-until1": "17:00"}, lambda b: {0, 1} <= set(now_of(b).settings.hours.week or {})),
    (SET_UP[0], {"name": "City Hall"}, {"time_zone": "Asia/Tokyo"}, lambda b: (now_of(b).settings.name, now_of(b).settings.time_zone) == ("City Hall", "Asia/Tokyo")),
    (SET_UP[0], {"name": "City Hall"}, {"hours": "office"}, lambda b: now_of(b).settings.hours.week is not None),
    (SET_UP[1], {"minutes-of-parking": "9"}, {"name-of-passports": "Papers", "minutes-of-passports": "11"}, lambda b: (queue_of(b).settings.expected_minutes, now_of(b).queue("passports").names["en"]) == (9, "Papers")),
    (SET_UP[1], {"name-0": "Weddings"}, {"name-0": "Fines"}, lambda b: [each.names["en"] for each in now_of(b).queues()][-2:] == ["Fines", "Weddings"]),
    (SET_UP[2], {"number-0": "8", "serves-0": "parking"}, {"serves__of__3": "passports"}, lambda b: (now_of(b).desk(3).queues, now_of(b).desk(8).queues) == (("passports",), ("parking",))),
    (SET_UP[2], {"number-0": "8", "serves-0": "parking"}, {"number-0": "9", "serves-0": "passports"}, lambda b: (now_of(b).desk(8).queues, now_of(b).desk(9).queues) == (("parking",), ("passports",))),
    (ACCOUNT, {"shown": "Vera P."}, {"role": "manager"}, lambda b: (now_of(b).account("vera").shown, now_of(b).account("vera").role) == ("Vera P.", "manager")),
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
    if form == ACCOUNT:
        Manager(branch, "viewer", name="vera")
    if form == SET_UP[0]:
        branch.do(SetBranch(settings={"name": "Old Hall"}))
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


EVERY_DAY = {"hours": {"exceptions": {"2026-12-24": [["09:00:00", "12:00:00"]]}}}


@pytest.mark.parametrize(
    ("form", "typed", "meanwhile", "now"),
    [
        (MESSAGE, {"text-en": "We close at noon."}, {"text-en": "Back at three."}, lambda b: getattr(now_of(b).message, "texts", None)),
        (DAY, {"reason-en": "Christmas Eve"}, {"other-until1": "10:00"}, lambda b: sorted(now_of(b).settings.hours.reasons.values(), key=str)),
        (SET_UP[2], {"serves-of-3": "parking"}, {"serves-of-3": "passports"}, lambda b: now_of(b).desk(3).queues),
        (ACCOUNT, {"shown": "Vera P."}, {"shown": "Vera Lind"}, lambda b: now_of(b).account("vera").shown),
    ],
)  # fmt: skip
def test_what_is_one_thing_is_told_before_it_takes_the_place_of_the_others(
    branch: BranchInTime,
    ingrid: Manager,
    paul: Manager,
    form: tuple[str, str],
    typed: dict[str, Any],
    meanwhile: dict[str, Any],
    now: Any,
) -> None:
    Manager(branch, "viewer", name="vera")
    branch.do(SetBranch(settings=EVERY_DAY))
    first, second = Open(ingrid, *form), Open(paul, *form)
    assert second.save(**meanwhile).status_code == 303
    as_paul_left_it = now(branch)
    refused = first.save(**typed)
    assert refused.status_code == 422
    assert MEANWHILE in refused.text
    assert now(branch) == as_paul_left_it
    assert first.save().status_code == 303
    assert now(branch) != as_paul_left_it


def test_a_message_is_taken_back_as_it_was_read(
    branch: BranchInTime, ingrid: Manager, paul: Manager
) -> None:
    Open(paul, *MESSAGE).save(**{"text-en": "Back at three."})
    take_back = {"was": [*_hidden(ingrid.get("/message").text)]}
    branch.clock.forward(seconds=1)
    Open(paul, *MESSAGE).save(**{"text-en": "Back at four."})
    refused = ingrid.post("/message", take_back, page="/message")
    assert (refused.status_code, MEANWHILE in refused.text) == (422, True)
    shown = now_of(branch).message
    assert shown is not None
    assert shown.texts == {"en": "Back at four."}
    take_back = {"was": [*_hidden(ingrid.get("/message").text)]}
    assert ingrid.post("/message", take_back, page="/message").status_code == 303
    assert now_of(branch).message is None


def _hidden(page: str) -> set[str]:
    return set(re.findall(r'name="was" value="([^"]*)"', page))


def test_a_queue_that_was_removed_meanwhile_does_not_come_back_by_the_set_up(
    branch: BranchInTime, ingrid: Manager
) -> None:
    form = Open(ingrid, *SET_UP[1])
    branch.do(SetDesk(number=3, queues=("parking",)))
    branch.do(RemoveQueue(slug="passports"))
    assert form.save(**{"name-0": "Weddings"}).status_code == 303
    assert [each.names["en"] for each in now_of(branch).queues()][-1] == "Weddings"
    assert "passports" not in [each.slug for each in now_of(branch).queues()]


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
