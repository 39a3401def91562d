"""Behind the tabs of a phone each page of the set-up, and each of the rest, stands with its answer."""

import pytest

from server.store.pairings import Asking
from server.store.store import MAIN_BRANCH
from server.usecases.setup import AddQueue, SetQueue
from tests.server.in_time import BranchInTime
from tests.server.managers import Manager
from tests.server.test_live_page import words_of


@pytest.fixture
def manager(branch: BranchInTime) -> Manager:
    """Somebody who may everything."""
    return Manager(branch)


def shown(manager: Manager, path: str) -> str:
    return words_of(manager.get(path).text)


def head_of(manager: Manager, path: str) -> str:
    page = manager.get(path).text
    return words_of(page.partition("<h1")[2].partition(">")[2].partition("</h1>")[0])


PAGES = ("queues", "desks", "people", "hours", "devices", "branch", "posters")


def test_the_set_up_lists_each_page_with_what_it_has_at_its_head(
    branch: BranchInTime, manager: Manager
) -> None:
    branch.do(AddQueue(slug="weddings", letter="U", names={"en": "Weddings"}))
    branch.do(SetQueue(slug="weddings", settings={"join": "open"}))
    menu = shown(manager, "/set-up")
    for page in PAGES:
        head = head_of(manager, f"/{page}")
        assert head in menu, page
    assert "Nobody serves Weddings." in menu


def test_the_set_up_says_at_its_head_what_is_missing_or_waits(
    branch: BranchInTime, manager: Manager
) -> None:
    assert head_of(manager, "/set-up") == "No screen is paired yet."
    branch.device("kiosk").get("/queues")
    assert head_of(manager, "/set-up") == "Everything is set up."
    branch.do(AddQueue(slug="weddings", letter="U", names={"en": "Weddings"}))
    assert head_of(manager, "/set-up") == "Nobody serves Weddings."
    assert manager.post("/queues/weddings/remove", {}).status_code == 303
    asking = Asking(role="kiosk", name="Entrance 2", version="1", address="10.0.0.9", network="10.0.0.9")  # fmt: skip
    branch.store.pairings.ask(MAIN_BRANCH, asking, is_near=True)
    assert head_of(manager, "/set-up").startswith("1 screen waits for you.")


def test_the_rest_is_listed_with_its_answers(manager: Manager) -> None:
    menu = shown(manager, "/more")
    assert head_of(manager, "/changes") in menu
    assert head_of(manager, "/about") in menu
    assert "Account Ingrid" in menu
