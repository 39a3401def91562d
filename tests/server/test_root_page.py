"""The server's bare address: where whoever types it goes on, before anything is set up and after."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.clock import FakeClock
from tests.server.in_time import MONDAY_NINE, BranchInTime
from tests.server.managers import Manager


@pytest.fixture
def untouched(tmp_path: Path) -> Iterator[BranchInTime]:
    """A branch in which nothing is set up."""
    branch = BranchInTime(tmp_path / "data", FakeClock(MONDAY_NINE))
    yield branch
    branch.close()


def test_before_the_first_start_it_leads_there(untouched: BranchInTime) -> None:
    there = untouched.http.get("/", follow_redirects=True)
    assert there.request.path == "/manager/start"


def test_without_a_queue_it_says_what_will_be_there_and_nothing_of_the_machine(
    untouched: BranchInTime,
) -> None:
    Manager(untouched)
    page = untouched.http.get("/").text
    assert "Once there is one, this page shows how many are waiting." in page
    assert 'href="/manager"' in page
    assert str(untouched.directory) not in page


def test_it_has_a_way_to_the_managers_pages_and_a_queues_own_page_has_none(
    branch: BranchInTime,
) -> None:
    assert 'href="/manager"' in branch.http.get("/").text
    assert 'href="/manager"' not in branch.http.get("/q/parking").text
