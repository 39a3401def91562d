"""One more desk where it helps: foreseen by the real forecaster, told on the live page, done with one press, and taken back when it is enough."""

import re
from collections.abc import Iterator
from socket import socketpair
from time import monotonic
from typing import Any

import pytest
from msgspec import json

from server.domain.state import Change
from server.forecast.forecaster import Forecaster
from server.live.branch_stream import BranchStream
from server.live.peer import Peer
from server.live.waits import Waits
from server.live.watcher import DeviceWatcher
from server.present.audience import Audience
from server.store.store import MAIN_BRANCH
from server.usecases.setup import AddDesk, AddServicer, SetBranch, SetDesk
from tests.server.in_time import BranchInTime
from tests.server.managers import Manager
from tests.server.test_live_page import words_of

pytestmark = pytest.mark.slow


class Watched:
    """A branch that is looked at by the real forecaster, whenever the test says, a manager who watches its live page, a console and a kiosk."""

    def __init__(self, branch: BranchInTime) -> None:
        self.branch = branch
        self.browser = Manager(branch)
        self.viewer = Manager(branch, "viewer", "vera")
        self._ends = socketpair()
        self.console, self.kiosk = map(Peer, self._ends)
        self._sent: list[tuple[Peer, bytes]] = []
        hub = branch.hub
        self.stream = BranchStream(
            branch.store,
            MAIN_BRANCH,
            branch.clock,
            look_at_waits=lambda state: Waits(
                branch.store, state, branch.clock, hub.outlooks, hub.to_keep, Forecaster
            ),
        )
        for peer, audience in (
            (self.console, Audience.STAFF),
            (self.kiosk, Audience.PUBLIC),
        ):
            watcher = DeviceWatcher(MAIN_BRANCH, 1, None, audience, "")
            self.stream.welcome(peer, watcher, self._send)
        branch.heard.append(self._hear)
        # The hub has no thread here: what it is asked goes to the stream at which the test looks.
        hub.decline = lambda branch_id, declined: self.stream.decline(declined)  # type: ignore[method-assign]

    def _hear(self, changes: list[Change]) -> None:
        for change in changes:
            self.stream.hear(change, self._send, lambda peer: None)

    def _send(self, peer: Peer, piece: bytes) -> None:
        self._sent.append((peer, piece))

    def look(self) -> None:
        """Look at the waits."""
        self._sent.clear()
        self.stream.settle(monotonic() + 3600, self._send, lambda peer: None)

    def told(self, peer: Peer) -> list[dict[str, Any]]:
        """Return the advice in what was sent to somebody at that look."""
        pieces = [piece for whom, piece in self._sent if whom is peer]
        told = [json.decode(piece.partition(b"data: ")[2]) for piece in pieces]
        return [each["branch"]["advice"] for each in told]

    def advice(self) -> list[str]:
        """Return the headings of what is advised on the live page."""
        page = self.browser.get("/live").text
        found = re.findall(r"<h3[^>]*>(.*?)</h3>", page)
        return [re.sub(r"\d+", "N", each) for each in found]

    def close(self) -> None:
        self.branch.heard.remove(self._hear)
        for end in self._ends:
            end.close()


@pytest.fixture
def watched(branch: BranchInTime) -> Iterator[Watched]:
    """Desk 3 serves parking, desk 4 passports; José sits at desk 4 and has nobody; nobody should wait longer than ten minutes."""
    branch.do(SetBranch(settings={"target_minutes": 10}))
    branch.do(SetDesk(number=3, queues=("parking",)))
    branch.do(SetDesk(number=4, queues=("passports",)))
    watched = Watched(branch)
    yield watched
    watched.close()


MORE = "One more desk on Parking permits: newcomers N → N min"
ENOUGH = "Parking permits is quick again: newcomers N min"


def test_one_more_desk_is_advised_lent_and_no_longer_needed(watched: Watched) -> None:
    branch = watched.branch
    maria, jose = branch.console(), branch.console(4, "José")
    tickets = [maria.take() for _ in range(3)]
    maria.call_next()
    watched.look()
    assert watched.advice() == [MORE]
    page = watched.browser.get("/live").text
    assert "Desk 4 could serve it, too." in page
    price = re.findall(
        r"Passports then takes longer: newcomers 1 → (\d+) min", words_of(page)
    )
    assert 2 <= int(price[0]) <= 8
    assert "Desk 4 serves it today" in page
    assert "Desk 4 serves it today" not in watched.viewer.get("/live").text
    before, after = map(int, re.findall(r"newcomers (\d+) → (\d+) min", page)[0])
    assert after < before
    assert before > 10
    heard = watched.told(watched.console)[-1]
    [more] = heard["more"]
    [too_long] = heard["too_long"]
    assert (more["queue"], more["desk"], more["how"]) == ("parking", 4, "lend")
    assert (round(more["before_s"] / 60), round(more["after_s"] / 60)) == (before, after)  # fmt: skip
    assert (more["slower"]["queue"], round(more["slower"]["after_s"] / 60)) == ("passports", int(price[0]))  # fmt: skip
    assert too_long == {"queue": "parking", "newcomers_s": more["before_s"]}
    nothing: dict[str, Any] = {"more": [], "enough": [], "too_long": []}
    assert {str(told) for told in watched.told(watched.kiosk)} <= {str(nothing)}
    watched.look()
    assert watched.told(watched.console) == [], "nothing is news"

    lent = {"desk": 4, "queue": "parking"}
    assert watched.browser.post("/live/lend", lent).status_code == 303
    assert watched.advice() == [], "it serves it, though nobody has looked again"
    watched.look()
    jose.call_next(4)
    for ticket in tickets:
        if maria.state(ticket) == "waiting":
            maria.customer(ticket, "leave")
    watched.look()
    assert watched.advice() == []
    branch.clock.forward(minutes=20)
    watched.look()
    assert watched.advice() == [ENOUGH]
    [enough] = watched.told(watched.console)[-1]["enough"]
    assert (enough["queue"], enough["desk"], enough["own"]) == ("parking", 4, None)
    assert enough["newcomers_s"] < 240
    assert "Desk 4 may go back to its own queues." in watched.browser.get("/live").text

    assert jose.post("/desks/4/take-back", {"queue": "parking"}).status_code == 200
    assert watched.advice() == []
    assert jose.get("/branch").json["advice"] == nothing


def test_what_a_loan_costs_is_said_and_the_desk_is_wanted_back_by_those_who_wait_longest_for_it(
    watched: Watched,
) -> None:
    maria, jose = watched.branch.console(), watched.branch.console(4, "José")
    tickets = [maria.take() for _ in range(8)]
    maria.call_next()
    watched.look()
    assert watched.advice() == [MORE]
    assert (
        "Passports then takes longer: newcomers " in watched.browser.get("/live").text
    )
    lent = {"desk": 4, "queue": "parking"}
    assert watched.browser.post("/live/lend", lent).status_code == 303
    watched.look()
    assert watched.advice() == [], "those in parking would wait longer without it"
    for ticket in tickets[6:]:
        maria.customer(ticket, "leave")
    for _ in range(5):
        maria.take("passports")
    watched.look()
    assert watched.advice() == ["Passports waits too long: newcomers N min"]
    page = watched.browser.get("/live").text
    assert "Desk 4 may go back to its own queues." in page
    assert "No longer Parking permits" in page
    [enough] = watched.told(watched.console)[-1]["enough"]
    assert (enough["queue"], enough["desk"], enough["own"]) == ("parking", 4, "passports")  # fmt: skip
    assert enough["newcomers_s"] > 600
    assert jose.post("/desks/4/take-back", {"queue": "parking"}).status_code == 200


def test_a_closed_desk_is_named_and_nothing_is_pressed_for_it(watched: Watched) -> None:
    watched.branch.do(SetDesk(number=4, queues=("parking",)))
    maria = watched.branch.console()
    for _ in range(8):
        maria.take()
    maria.call_next()
    watched.look()
    assert watched.advice() == [MORE]
    page = watched.browser.get("/live").text
    assert "Desk 4 serves it, and is closed." in page
    assert "Desk 4 serves it today" not in page
    assert "Not now" in page

    watched.branch.console(4, "José")
    watched.look()
    watched.branch.do(SetBranch(settings={"target_minutes": 600}))
    watched.branch.clock.forward(minutes=20)
    watched.look()
    assert watched.advice() == [ENOUGH]
    assert "Desk 4 may close again." in watched.browser.get("/live").text
    [enough] = watched.told(watched.console)[-1]["enough"]
    assert (enough["desk"], enough["how"]) == (4, "open")


def test_after_not_now_another_desk_is_asked_and_after_a_managers_none(
    watched: Watched,
) -> None:
    branch = watched.branch
    branch.do(AddDesk(number=5, queues=("passports",)))
    branch.do(AddServicer(name="Ana", pin="482913"))
    maria, jose = branch.console(), branch.console(4, "José")
    ana = branch.console(5, "Ana")
    for _ in range(8):
        maria.take()

    def asked() -> list[int]:
        watched.look()
        return [more["desk"] for more in jose.get("/branch").json["advice"]["more"]]

    parking = {"queue": "parking"}
    assert asked() == [4]
    assert ana.post("/desks/4/not-now", parking).status_code == 409, "not hers to say"
    assert jose.post("/desks/4/not-now", {"queue": "none"}).status_code == 404
    assert asked() == [4]
    assert jose.post("/desks/4/not-now", parking).status_code == 200
    assert watched.advice() == [], "it goes, though nobody has looked again"
    assert asked() == [5]
    assert watched.told(watched.console), "whoever looks after the hall hears of it"
    assert watched.advice() == [MORE]
    assert "Not now" not in watched.viewer.get("/live").text
    assert watched.viewer.post("/live/not-now", parking).status_code == 403
    assert watched.browser.post("/live/not-now", parking).status_code == 303
    assert watched.advice() == []
    watched.told(watched.console)
    assert asked() == []
    assert [each["more"] for each in watched.told(watched.console)] == [[]]
    assert jose.get("/branch").json["advice"]["too_long"]
    # Wanted anew, it is asked anew.
    branch.do(SetBranch(settings={"target_minutes": 600}))
    assert asked() == []
    branch.do(SetBranch(settings={"target_minutes": 10}))
    assert asked() == [4]


def test_advice_that_cannot_be_found_costs_nobody_their_range(
    watched: Watched, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Forecaster, "with_one_more", lambda *_: 1 / 0)
    watched.branch.console(4, "José")
    maria = watched.branch.console()
    for _ in range(8):
        maria.take()
    watched.look()
    assert watched.advice() == []
    ranges = watched.branch.hub.outlooks.of(MAIN_BRANCH)
    assert len(ranges.tickets) == 8
