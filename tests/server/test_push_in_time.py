"""Pushes over minutes and days."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from server.live.hub import Hub
from server.push.keys import load_keys
from server.push.sender import PushSender
from server.push.services import Services
from server.serve.app import create_app
from server.settings import Settings
from server.store.store import Store
from server.web.phone.push import words_of
from tests.clock import FakeClock
from tests.compiled import COMPILED
from tests.database import opened
from tests.push_service import CONTACT, Browser, PushService, service
from tests.server.in_time import MONDAY_NINE, BranchInTime, set_up

__all__ = ["service"]


class PushingBranch(BranchInTime):
    """A branch whose clock the test sets, and which pushes to the service."""

    def __init__(self, directory: Path, clock: FakeClock, service: PushService) -> None:
        self._service = service
        super().__init__(directory, clock)

    def _open(self) -> None:
        keys = load_keys(self.directory / "push.key")
        services = Services([self._service.origin])
        self._post = PushSender(keys, CONTACT, services, self.clock)
        self.store = Store(self.directory, clock=self.clock, publish=self._post.tell)
        self.hub = Hub(self.clock)
        settings = Settings(data_dir=self.directory)
        app = create_app(settings, self.store, self.hub, self.clock)
        app.jinja_env.bytecode_cache = COMPILED
        self._post.start(self.store, words_of(self.store, app.extensions["languages"]))
        app.extensions["push"] = self._post
        self.http = app.test_client()

    def close(self) -> None:
        self._post.close()
        super().close()

    def ask(self, ticket: dict[str, Any]) -> Browser:
        """Let a phone ask for this ticket's calls."""
        phone = self._service.browser()
        path = urlsplit(ticket["url"]).path + "/push"
        assert self.http.post(path, json=phone.subscription).status_code == 204
        return phone

    def hear_nothing(self) -> None:
        """Stop pushing, as if the power were about to go."""
        self._post.close()

    def kept(self) -> int:
        with opened(self.directory / "queue.db") as database:
            return int(database.execute("SELECT count(*) FROM push").fetchone()[0])


@pytest.fixture
def branch(tmp_path: Path, service: PushService) -> Iterator[PushingBranch]:
    """It is Monday, nine o'clock UTC."""
    directory = tmp_path / "data"
    directory.mkdir()
    branch = PushingBranch(directory, FakeClock(MONDAY_NINE), service)
    set_up(branch)
    yield branch
    branch.close()


def test_a_recall_is_pushed_like_the_call(
    branch: PushingBranch, service: PushService
) -> None:
    ticket = branch.device("kiosk").take()
    phone = branch.ask(ticket)
    console = branch.console()
    console.call_next()
    service.next()
    branch.clock.forward(seconds=6)
    assert console.move(ticket, "recall").status_code == 200
    assert phone.read(service.next()[2])["title"] == "A001"


def test_a_missed_phone_is_called_again_after_it_came_back(
    branch: PushingBranch, service: PushService
) -> None:
    ticket = branch.device("kiosk").take()
    branch.ask(ticket)
    console = branch.console()
    console.call_next()
    service.next()
    branch.clock.forward(minutes=1)
    assert console.move(ticket, "no-show").status_code == 200
    assert console.customer(ticket, "rejoin") == "done"
    console.call_next()
    service.next()


def test_a_start_forgets_phones_of_days_that_are_over(branch: PushingBranch) -> None:
    console = branch.console()
    branch.ask(branch.device("kiosk").take())
    console.call_next()
    # As after a power cut between the day's end and the forgetting.
    branch.hear_nothing()
    branch.clock.forward(days=1)
    branch.look_after()
    assert branch.kept() == 1
    with branch.switched_off():
        pass
    branch.look_after(forget=True)
    assert branch.kept() == 0
