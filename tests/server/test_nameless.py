"""What customers read in place of a branch's name before it has one, and managers."""

import pytest

from server.domain.branch import BranchSettings
from server.usecases.setup import SetBranch
from tests.server.in_time import BranchInTime
from tests.server.managers import Manager
from tests.server.test_manager_changes import words

PRODUCT = "Take A Number"


def read_by_customers(branch: BranchInTime) -> dict[str, str]:
    """Return what customers, and the screens that they read, are told by each door."""
    kiosk = branch.device("kiosk")
    ticket = str(kiosk.take()["url"]).partition("/t/")[2]
    at = branch.http.get
    told = {
        path: at(path, headers={"Accept": "text/html"}).text
        for path in ("/", "/q/parking", "/q/parking/poster", f"/t/{ticket}")
    }
    told["on the home screen"] = at("/manifest.webmanifest").text
    told["on kiosk and board"] = kiosk.get("/branch").text
    return told


def test_before_a_branch_has_a_name_customers_read_whose_numbers_these_are(
    branch: BranchInTime,
) -> None:
    for door, told in read_by_customers(branch).items():
        assert PRODUCT in told, door
    branch.do(SetBranch(settings={"name": "Town Hall"}))
    for door, told in read_by_customers(branch).items():
        assert "Town Hall" in told, door
        assert PRODUCT not in told, door


def test_managers_read_that_it_is_theirs(branch: BranchInTime) -> None:
    manager = Manager(branch)
    for path in ("/live", "/set-up", "/branch", "/changes"):
        assert "Your branch" in words(manager.get(path)), path
        assert PRODUCT not in words(manager.get(path)), path


@pytest.mark.parametrize(
    ("settings", "is_named"),
    [({}, False), ({"name": "Mairie"}, True), ({"names": {"fr": "Mairie"}}, True)],
)
def test_a_name_in_any_language_is_one(settings: dict, is_named: bool) -> None:  # type: ignore[type-arg]
    assert BranchSettings(**settings).is_named == is_named
