"""No label twice on one day, whatever is renamed, removed or added."""

import pytest

from server.domain.refusals import NotValid
from server.usecases.setup import AddQueue, CloseDay, RemoveQueue, SetQueue
from tests.server.in_time import BranchInTime


def test_a_letter_that_todays_tickets_bear_is_no_other_queues_today(
    branch: BranchInTime,
) -> None:
    kiosk = branch.device("kiosk")
    kiosk.take("parking")
    branch.do(SetQueue(slug="parking", letter="B"))
    with pytest.raises(NotValid) as refused:
        branch.do(SetQueue(slug="passports", letter="A"))
    assert (refused.value.field, "tomorrow" in str(refused.value)) == ("letter", True)
    with pytest.raises(NotValid):
        branch.do(AddQueue(slug="tax", letter="A", names={"en": "Tax"}))
    branch.do(AddQueue(slug="tax", names={"en": "Tax"}))
    labels = [kiosk.take(queue)["label"] for queue in ("parking", "passports", "tax")]
    assert labels == ["B002", "R001", "L001"]


def test_it_is_free_again_tomorrow(branch: BranchInTime) -> None:
    branch.device("kiosk").take("parking")
    branch.do(SetQueue(slug="parking", letter="B"))
    branch.do(CloseDay())
    branch.do(SetQueue(slug="passports", letter="A"))
    assert branch.device("kiosk").take("passports")["label"] == "A001"


def test_a_queue_may_have_its_own_letter_back(branch: BranchInTime) -> None:
    kiosk = branch.device("kiosk")
    kiosk.take("parking")
    branch.do(SetQueue(slug="parking", letter="B"))
    kiosk.take("parking")
    branch.do(SetQueue(slug="parking", letter="A"))
    assert kiosk.take("parking")["label"] == "A003"


def test_the_letter_of_a_queue_that_was_removed_today_is_not_given_away(
    branch: BranchInTime,
) -> None:
    ticket = branch.device("kiosk").take("parking")
    branch.console().move(ticket, "cancel")
    branch.do(RemoveQueue(slug="parking"))
    with pytest.raises(NotValid):
        branch.do(AddQueue(slug="tax", letter="A", names={"en": "Tax"}))
    branch.do(AddQueue(slug="parking", letter="A", names={"en": "Parking again"}))
    assert branch.device("kiosk").take("parking")["label"] == "A002"


def test_where_a_ticket_was_sent_does_not_count_but_where_it_was_taken(
    branch: BranchInTime,
) -> None:
    desk = branch.console()
    ticket = desk.take("parking")
    desk.move(ticket, "transfer", {"queue": "passports"})
    branch.do(SetQueue(slug="parking", letter="B"))
    with pytest.raises(NotValid):
        branch.do(SetQueue(slug="passports", letter="A"))


def test_a_restart_forgets_no_letter(branch: BranchInTime) -> None:
    branch.device("kiosk").take("parking")
    branch.do(SetQueue(slug="parking", letter="B"))
    with branch.switched_off():
        pass
    with pytest.raises(NotValid):
        branch.do(SetQueue(slug="passports", letter="A"))
