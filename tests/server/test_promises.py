"""What customers are told about their wait: in every answer and on every stream, kept, and the same everywhere."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from socket import socketpair
from time import monotonic
from typing import Any

import gevent
import msgspec
import pytest
import sqlalchemy as sa
from structlog.testing import capture_logs

from server.domain import events
from server.domain.events import SYSTEM
from server.domain.promise import Promise
from server.domain.state import BranchState, Change
from server.forecast.outlook import Outlook
from server.forecast.scene import AtWork
from server.live.branch_stream import BranchStream
from server.live.learning import Kept
from server.live.peer import Peer
from server.live.waits import Waits
from server.live.watcher import DeviceWatcher, ManagerWatcher, TicketWatcher
from server.present.audience import Audience
from server.serve.wait_keeper import WaitKeeper
from server.store import promises, tables
from server.store.promises import Learnt, Story, Told
from server.store.store import MAIN_BRANCH
from server.usecases.setup import SetQueue
from tests.server.in_time import BranchInTime

encode = msgspec.msgpack.encode
TEN = Promise(480, 600, 840)
"""About ten minutes: 8 to 14."""


def say(branch: BranchInTime, **outlook: Any) -> None:
    """Let this be known of waits."""
    branch.hub.outlooks.publish(MAIN_BRANCH, Outlook(**outlook))


def taken(branch: BranchInTime, ticket: int) -> events.Taken:
    """Return what the journal says of the taking."""
    with branch.store.reading(MAIN_BRANCH) as view:
        fact = view.story(ticket)[0].event
    assert isinstance(fact, events.Taken)
    return fact


def test_what_is_promised_at_the_door_is_in_the_answer_the_ticket_and_the_journal(
    branch: BranchInTime,
) -> None:
    kiosk = branch.device("kiosk")
    say(branch, newcomers={"parking": TEN}, waiting={"parking": 0})
    first = kiosk.take()
    assert first["estimate"] == {"low_s": 480, "high_s": 840}
    # Since then one more waits: twice as many are to be served before the next one is free.
    second = kiosk.take()
    assert second["estimate"] == {"low_s": 960, "high_s": 1680}
    assert kiosk.take("passports")["estimate"] is None

    with branch.store.reading(MAIN_BRANCH) as view:
        kept = view.ticket(second["id"]).promise
    assert kept == taken(branch, second["id"]).promise == Promise(960, 1200, 1680)
    (found,) = branch.device("console").get("/tickets?label=A002").json
    assert found["estimate"] == second["estimate"]


def test_who_is_called_as_they_come_is_promised_nothing(branch: BranchInTime) -> None:
    say(branch, newcomers={"parking": TEN})
    maria = branch.console()
    at_once = maria.take(call=True)
    assert (at_once["state"], at_once["estimate"]) == ("called", None)
    assert taken(branch, at_once["id"]).promise is None

    maria.post("/desks/3/call-next", {"finish": True, "store": True})
    arrived = branch.device("kiosk").take()
    assert (arrived["state"], arrived["estimate"]) == ("called", None)
    assert taken(branch, arrived["id"]).promise is None


def test_screens_and_the_join_page_say_how_long_newcomers_wait(
    branch: BranchInTime,
) -> None:
    kiosk, told = branch.device("kiosk"), {"low_s": 480, "high_s": 840}
    say(branch, shown={"parking": TEN})
    for answer in (kiosk.get("/queues").json, kiosk.get("/branch").json["queues"]):
        assert [queue["estimate"] for queue in answer] == [told, None]
    page = branch.http.get("/", headers={"Accept-Language": "en"}).text
    assert "Nobody waiting · about 8–14 min" in " ".join(page.split())
    # Two came since it was looked: what was known of one place is known of three.
    say(
        branch, shown={"parking": TEN}, newcomers={"parking": TEN}, waiting={"parking": 0}
    )  # fmt: skip
    kiosk.take(), kiosk.take()
    assert kiosk.get("/queues").json[0]["estimate"] == {"low_s": 1440, "high_s": 2520}


@dataclass
class Seer:
    """Says what it was told to say, and remembers what it heard."""

    says: dict[int, Promise] = field(default_factory=dict)
    newcomers: dict[str, Promise] = field(default_factory=dict)
    services: dict[str, Promise] = field(default_factory=dict)
    heard: list[int] = field(default_factory=list)
    breaks: bool = False
    breaks_once: bool = False
    takes_s: float = 0

    def __call__(self) -> "Seer":
        self.heard.clear()
        return self

    def begin(self, state: BranchState) -> None:
        """Nothing is known of the past."""

    def hear(self, change: Change, state: BranchState) -> None:
        assert state.seq == change.row.seq
        self.heard.append(change.row.seq)

    def look(self, state: BranchState, now: datetime) -> "Seer":
        if self.breaks or self.breaks_once:
            self.breaks_once = False
            raise ArithmeticError
        done = monotonic() + self.takes_s
        while monotonic() < done:
            pass
        return self

    def with_one_more(
        self, state: BranchState, now: datetime, desks: Sequence[AtWork]
    ) -> "Seer":
        return self

    def outlook(self) -> Outlook:
        return Outlook(tickets=self.says, newcomers=self.newcomers)

    def usual(self, state: BranchState) -> dict[str, Promise]:
        return self.services

    def dump(self) -> bytes:
        return msgspec.json.encode(self.heard)

    def load(self, dumped: bytes) -> "Seer":
        self.heard = msgspec.json.decode(dumped, type=list[int])
        return self


class Stream:
    """The stream of a branch, with a display, a console and the phone of a ticket; whoever foresees its waits is the test's."""

    def __init__(
        self,
        branch: BranchInTime,
        phone_of: int = 0,
        says: dict[int, Promise] | None = None,
        before_looking: Callable[[], Any] = lambda: None,
    ) -> None:
        self.seer = Seer(says or {})
        self.phone_of = phone_of
        self._branch = branch
        self._sent: list[tuple[Peer, bytes]] = []
        self._ends = (*socketpair(), *socketpair())
        self.display, self.phone, self.console, self.manager = map(Peer, self._ends)
        self.stream = BranchStream(
            branch.store, MAIN_BRANCH, branch.clock, look_at_waits=self._look
        )
        display = DeviceWatcher(MAIN_BRANCH, 1, None, Audience.PUBLIC, "display")
        self.stream.welcome(self.display, display, self._send)
        console = DeviceWatcher(MAIN_BRANCH, 2, None, Audience.STAFF, "console")
        self.stream.welcome(self.console, console, self._send)
        if phone_of:
            phone = TicketWatcher(MAIN_BRANCH, phone_of)
            self.stream.welcome(self.phone, phone, self._send)
        watching = ManagerWatcher(MAIN_BRANCH, b"session")
        self.stream.welcome(self.manager, watching, self._send)
        heard_later: list[Change] = []
        branch.heard.append(heard_later.extend)
        before_looking()
        branch.heard[:] = [self._hear]
        self.settle()
        self.first_ranges = self.ranges()
        self._hear(heard_later)

    def _look(self, state: BranchState) -> Waits:
        hub, branch = self._branch.hub, self._branch
        self.waits = Waits(
            branch.store, state, branch.clock, hub.outlooks, hub.to_keep, self.seer
        )  # fmt: skip
        return self.waits

    def _hear(self, changes: list[Change]) -> None:
        for change in changes:
            self.stream.hear(change, self._send, self._drop)
        self.stream.tell_phones(self._send)

    def _send(self, peer: Peer, piece: bytes) -> None:
        self._sent.append((peer, piece))

    def _drop(self, peer: Peer) -> None:
        """Nobody is sent away here."""

    def settle(self) -> None:
        """Let everything be told that is due within the next minute; what was sent before is forgotten."""
        self.settle_at(monotonic() + 60)

    def settle_at(self, now: float) -> None:
        """Let everything be told that is due by then; what was sent before is forgotten."""
        self._sent.clear()
        self.stream.settle(now, self._send, self._drop)

    def told(self, peer: Peer) -> list[Any]:
        """Return the messages that were sent to somebody since."""
        pieces = [piece for whom, piece in self._sent if whom is peer]
        return [msgspec.json.decode(p.partition(b"data: ")[2]) for p in pieces]

    def ranges(self) -> list[Any]:
        """Return what the phone was told of its wait."""
        return [view["estimate"] for view in self.told(self.phone)]

    def parts(self) -> list[str]:
        """Return which parts of its page a manager's browser was told to fetch."""
        return [name for told in self.told(self.manager) for name in told["parts"]]

    def close(self) -> None:
        """Hang up, and leave what was learnt, unless another stream has taken its place."""
        if self._hear in self._branch.heard:
            self._branch.heard.remove(self._hear)
            self.stream.rest()
        for end in self._ends:
            end.close()


def range_of(promise: Promise) -> dict[str, int]:
    return {"low_s": promise.low_s, "high_s": promise.high_s}


@pytest.fixture
def stream(branch: BranchInTime) -> Iterator[Stream]:
    """The stream of a branch where A001 waits, who was promised ten minutes and watches on a phone."""
    say(branch, newcomers={"parking": TEN})
    ticket = branch.device("kiosk").take()
    stream = Stream(branch, phone_of=ticket["id"])
    yield stream
    stream.close()


SOON = Promise(240, 400, 600)


def test_a_phone_hears_of_a_range_once_its_words_differ_and_all_of_it_is_kept(
    branch: BranchInTime, stream: Stream
) -> None:
    id = stream.phone_of
    steps: list[tuple[Promise | None, list[Any]]] = [
        (TEN, [range_of(TEN)]),
        (Promise(430, 600, 870), []),
        (SOON, [range_of(SOON)]),
        (None, [None]),
    ]
    for known, heard in steps:
        branch.clock.forward(minutes=1)
        stream.seer.says = {} if known is None else {id: known}
        stream.settle()
        assert stream.ranges() == heard, known
    maria = branch.console()
    called = maria.call_next()
    # Who was called, and waits once more, is told how long; how right the promise was is known by then.
    maria.move(called, "transfer", {"queue": "passports"})
    stream.seer.says = {id: TEN}
    stream.settle()
    assert stream.ranges() == [range_of(TEN)]
    maria.call_next()
    WaitKeeper(branch.store, branch.hub, branch.directory).write()
    with branch.store.reading(MAIN_BRANCH) as view:
        kept = promises.story_of(view.connection, MAIN_BRANCH, id)
    assert kept == [Told(60, TEN), Told(180, SOON), Told(240, None)]


def test_what_was_told_before_a_call_that_is_undone_is_kept_with_what_is_told_after_it(
    branch: BranchInTime, stream: Stream
) -> None:
    keeper = WaitKeeper(branch.store, branch.hub, branch.directory)
    maria = branch.console()
    for known in (SOON, TEN):
        branch.clock.forward(minutes=1)
        stream.seer.says = {stream.phone_of: known}
        stream.settle()
        maria.call_next()
        keeper.write()
        if known is SOON:
            maria.post("/desks/3/undo")
    with branch.store.reading(MAIN_BRANCH) as view:
        kept = promises.story_of(view.connection, MAIN_BRANCH, stream.phone_of)
    assert kept == [Told(60, SOON), Told(120, TEN)]


def test_nobody_is_told_less_than_who_is_before_them_is_told_still(
    branch: BranchInTime, stream: Stream
) -> None:
    first, second = stream.phone_of, branch.device("kiosk").take()["id"]
    other = branch.device("kiosk").take("passports")["id"]
    stream.seer.says = dict.fromkeys((first, second, other), TEN)
    stream.settle()
    # A minute less is no news, two are; the first one reads 8 to 14 still.
    less, two_less = Promise(430, 560, 780), Promise(370, 500, 720)
    stream.seer.says = {first: less, second: two_less, other: two_less}
    stream.settle()
    outlook = branch.hub.outlooks.of(MAIN_BRANCH)
    assert outlook.tickets == {first: TEN, second: TEN, other: two_less}


def test_screens_hear_how_long_newcomers_wait_every_two_seconds_at_most(
    stream: Stream,
) -> None:
    def told_at(seconds: float) -> list[Any]:
        stream.settle_at(began + seconds)
        queues = [told["branch"]["queues"] for told in stream.told(stream.display)]
        return [queue["estimate"] for queue, _ in queues]

    began = monotonic() + 60
    stream.seer.newcomers = {"parking": TEN}
    assert told_at(0) == [range_of(TEN)]
    stream.seer.newcomers = {"parking": Promise(430, 600, 870)}
    assert told_at(10) == []
    stream.seer.newcomers = {"parking": SOON}
    assert told_at(20) == [range_of(SOON)]
    stream.seer.newcomers = {}
    assert told_at(21) == []
    assert told_at(22) == [None]


def test_consoles_hear_how_long_a_service_usually_takes_when_that_is_news(
    branch: BranchInTime, stream: Stream
) -> None:
    steps: list[tuple[Promise | None, list[Any]]] = [
        (Promise(190, 240, 350), [{"low_s": 190, "high_s": 350}]),
        (Promise(131, 240, 409), []),
        (Promise(190, 240, 410), [{"low_s": 190, "high_s": 410}]),
        (None, [None]),
    ]
    for known, heard in steps:
        stream.seer.services = {} if known is None else {"parking": known}
        stream.settle()
        told = [each["branch"]["usual"] for each in stream.told(stream.console)]
        assert [usual.get("parking") for usual in told] == heard, known
        assert stream.told(stream.display) == []
    say(branch, usual={"parking": TEN})
    assert branch.console().get("/branch").json["usual"] == {"parking": range_of(TEN)}
    assert branch.device("kiosk").get("/branch").json["usual"] == {}


def test_managers_fetch_the_queues_when_newcomers_wait_otherwise_and_a_line_when_those_in_it_do(
    stream: Stream,
) -> None:
    def told_at(seconds: float) -> list[str]:
        stream.settle_at(began + seconds)
        return stream.parts()

    began = monotonic() + 60
    stream.seer.newcomers = {"parking": TEN}
    assert told_at(3) == ["queues"]
    stream.seer.says = {stream.phone_of: TEN}
    assert told_at(6) == ["line"]
    assert told_at(9) == []


def test_a_restart_keeps_what_was_learnt_and_learns_what_happened_meanwhile(
    branch: BranchInTime, stream: Stream
) -> None:
    stream.seer.says = {stream.phone_of: TEN}
    stream.settle()
    branch.device("kiosk").take()
    learnt = list(stream.seer.heard)
    stream.close()
    WaitKeeper(branch.store, branch.hub, branch.directory).write()
    kiosk = branch.device("kiosk")
    missed = kiosk.take()["id"]

    again = Stream(
        branch, stream.phone_of, {stream.phone_of: TEN}, before_looking=kiosk.take
    )
    # What came between the start and the first look is in the journal by then, and heard of once.
    assert again.seer.heard == [*learnt, missed - 1, missed, missed + 1]
    assert again.first_ranges == [range_of(TEN)], "as it was told before"
    again.seer.says = {stream.phone_of: SOON}
    again.settle()
    assert again.ranges() == [range_of(SOON)]
    branch.console().call_next()
    WaitKeeper(branch.store, branch.hub, branch.directory).write()
    with branch.store.reading(MAIN_BRANCH) as view:
        kept = promises.story_of(view.connection, MAIN_BRANCH, stream.phone_of)
    assert [told.promise for told in kept] == [TEN, SOON]
    again.close()


@pytest.mark.parametrize(
    "learnt",
    [
        Learnt(seq=10_000, content=encode(Kept(b"[1]"))),
        Learnt(seq=1, content=b"nonsense"),
        Learnt(seq=1, content=encode(Kept(b"of another version"))),
    ],
    ids=["of rows that are not there", "nonsense", "of another version"],
)
def test_what_was_learnt_and_does_not_fit_is_thrown_away(
    branch: BranchInTime, learnt: Learnt
) -> None:
    branch.store.write(
        MAIN_BRANCH, SYSTEM, lambda session: promises.keep_learnt(session, learnt)
    )
    with capture_logs() as logged:
        stream = Stream(branch)
    (line,) = logged
    assert line["event"] == "what was learnt of waits does not fit"
    ticket = branch.device("kiosk").take()["id"]
    assert stream.seer.heard == list(range(1, ticket + 1)), "learnt anew"
    stream.close()


def test_a_server_that_is_killed_before_anything_is_kept_learns_its_journal_at_the_next_start(
    branch: BranchInTime, stream: Stream, monkeypatch: pytest.MonkeyPatch
) -> None:
    kiosk = branch.device("kiosk")
    last = kiosk.take()["id"]
    again = Stream(branch, before_looking=kiosk.take)
    # What came between the start and the first look is in the journal by then, and heard of once.
    assert again.seer.heard == list(range(1, last + 2))
    again.close()

    # A long one is learnt elsewhere; as long as that is not done, nothing else is kept in its place.
    WaitKeeper(branch.store, branch.hub, branch.directory).write()
    monkeypatch.setattr("server.live.waits._SOON_LEARNT", 0)
    _forget(branch)
    once_more = Stream(branch)
    assert branch.hub.to_keep.take_wanted() == {MAIN_BRANCH}
    once_more.stream.rest()
    assert branch.hub.to_keep.branches() == set()
    with branch.store.reading(MAIN_BRANCH) as view:
        learnt = Learnt(seq=view.branch.seq, content=encode(Kept(b"[7]")))
    once_more.stream.relearn(learnt)
    once_more.close()
    assert branch.hub.to_keep.branches() == {MAIN_BRANCH}


def _forget(branch: BranchInTime) -> None:
    branch.store.write(
        MAIN_BRANCH, SYSTEM, lambda session: session.beside(sa.delete(tables.learnt))
    )


def test_a_forecast_that_breaks_costs_nobody_their_stream(
    branch: BranchInTime, stream: Stream
) -> None:
    stream.seer.says = {stream.phone_of: TEN}
    stream.settle()
    stream.seer.breaks = True
    stream.settle()
    assert stream.ranges() == [None]
    branch.console().call_next()
    assert stream.told(stream.phone)[-1]["state"] == "called"
    assert branch.device("kiosk").take()["estimate"] is None
    assert branch.hub.to_keep.take_wanted() == {MAIN_BRANCH}, "it may do better there"


def test_what_breaks_in_a_young_branch_is_learnt_anew_at_once(
    branch: BranchInTime, stream: Stream
) -> None:
    learnt = list(stream.seer.heard)
    for known in (learnt, []):
        stream.seer.breaks_once = True
        stream.settle_at(stream.waits.due)
        assert stream.seer.heard == known, "once in a while"
    assert branch.hub.to_keep.take_wanted() == set()


def test_what_breaks_in_an_old_branch_is_learnt_anew_from_its_journal_once(
    branch: BranchInTime, stream: Stream, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("server.live.waits._SOON_LEARNT", 0)
    stream.seer.breaks = True
    for wanted in ({MAIN_BRANCH}, set()):
        stream.settle_at(stream.stream._waits.due)
        assert branch.hub.to_keep.take_wanted() == wanted


def test_where_no_process_can_be_had_to_learn_in_it_is_said_and_all_goes_on(
    branch: BranchInTime, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none_left(*_: object, **__: object) -> None:
        raise BlockingIOError("Resource temporarily unavailable")

    monkeypatch.setattr("server.serve.wait_keeper.Popen", none_left)
    branch.hub.to_keep.want(MAIN_BRANCH)
    with capture_logs() as logs:
        WaitKeeper(branch.store, branch.hub, branch.directory).look_after()
        gevent.wait()
    assert [each["event"] for each in logs] == ["waits not learnt anew"]


def test_it_is_looked_in_an_empty_hall_as_long_as_a_desk_is_there(
    branch: BranchInTime, stream: Stream
) -> None:
    maria = branch.console()
    maria.call_next()
    for path, goes_on in (
        (f"/tickets/{stream.phone_of}/finish", True),
        ("/desks/3/pause", True),
        ("/desks/3/sign-out", False),
    ):
        assert maria.post(path).status_code == 200
        stream.settle()
        assert (stream.waits.due < monotonic() + 120) is goes_on, path


def test_looks_take_a_twentieth_of_the_time_at_most(
    branch: BranchInTime, stream: Stream
) -> None:
    kiosk = branch.device("kiosk")
    for takes_s, after_s in ((0, 0.3), (0.1, 2)):
        stream.seer.takes_s = takes_s
        stream.settle()
        looked = monotonic()
        kiosk.take()
        assert after_s - 0.1 < stream.waits.due - looked < after_s + 1


def test_what_was_told_is_forgotten_after_thirty_days(branch: BranchInTime) -> None:
    for ticket, days in ((1, 30), (2, 31)):
        day = branch.clock.now.date() - timedelta(days=days)
        story = Story(ticket=ticket, day=day, told=[Told(0, TEN)])
        branch.hub.to_keep.leave_story(MAIN_BRANCH, story)
    WaitKeeper(branch.store, branch.hub, branch.directory).write()
    with branch.store.reading(MAIN_BRANCH) as view:
        connection = view.connection
        assert promises.story_of(connection, MAIN_BRANCH, 1) == [Told(0, TEN)]
        assert promises.story_of(connection, MAIN_BRANCH, 2) == []


def test_no_number_is_given_that_would_likely_not_be_served_before_closing(
    branch: BranchInTime,
) -> None:
    hours = {"week": {"0": [["09:00:00", "17:00:00"]]}}
    settings = {"hours": hours, "expected_minutes": 1}
    branch.do(SetQueue(slug="parking", settings=settings))
    branch.clock.now = branch.clock.now.replace(hour=16, minute=49)
    kiosk = branch.device("kiosk")
    in_time, too_late = Promise(300, 590, 900), Promise(300, 610, 900)

    def full() -> str | None:
        queues = {each["slug"]: each["full"] for each in kiosk.get("/queues").json}
        return str(queues["parking"]) if queues["parking"] else None

    say(branch, newcomers={"parking": in_time}, waiting={"parking": 0})
    assert full() is None
    say(branch, newcomers={"parking": too_late}, waiting={"parking": 0})
    assert full() == "closing"
    assert kiosk.post("/tickets", {"queue": "parking"}).json["type"] == "queue-full"
    say(branch, newcomers={"parking": in_time}, waiting={"parking": 0})
    assert kiosk.take()["label"] == "A001"
    assert full() == "closing", "whoever comes behind waits twice as long"
