"""The client: definite answers, refusals, and everything a network may do to a request."""

from collections.abc import Callable
from random import Random
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtNetwork import QNetworkAccessManager, QNetworkReply
from pytestqt.qtbot import QtBot

from shared.qt import sample
from shared.qt.backoff import Backoff
from shared.qt.client import Answered, Away, Client, Refused
from shared.qt.network import Target
from shared.wire import routes
from shared.wire.messages import Branch, Problem, Ticket
from shared.wire.requests import CallNext, TakeNumber
from tests.qt.conftest import TOKEN
from tests.qt.fake_server import FakeServer, Reply
from tests.qt.window import PATIENCE_MS

TAKE = TakeNumber(queue="parking")
FULL = Problem(
    type="queue-full", title="Queue full", status=409, detail="The queue is full."
)


def at_once() -> Backoff:
    return Backoff(Random(7), first_s=(0.01, 0.02), least_s=0.01, most_s=0.05)


@pytest.fixture
def client(target: Target, network: QNetworkAccessManager) -> Client:
    return Client(target, network, timeout_ms=PATIENCE_MS, backoff=at_once)


@pytest.fixture
def outcomes() -> list[Any]:
    return []


@pytest.fixture
def post(client: Client, outcomes: list[Any]) -> Callable[..., Any]:
    def tell(**options: Any) -> Any:
        return client.post(routes.TICKETS, TAKE, Ticket, outcomes.append, **options)

    return tell


def takes(server: FakeServer) -> None:
    server.acts["POST", routes.TICKETS] = lambda heard: Reply(201, sample.ticket())


def test_a_post_comes_back_as_a_typed_message(
    qtbot: QtBot, server: FakeServer, post: Callable[..., Any], outcomes: list[Any]
) -> None:
    takes(server)
    post()
    qtbot.waitUntil(lambda: bool(outcomes))
    assert outcomes == [Answered(sample.ticket())]


def test_every_request_carries_the_token(
    qtbot: QtBot, server: FakeServer, client: Client, outcomes: list[Any]
) -> None:
    server.acts["GET", routes.BRANCH] = lambda heard: Reply(200, sample.branch())
    client.get(routes.BRANCH, Branch, outcomes.append)
    qtbot.waitUntil(lambda: bool(outcomes))
    assert outcomes == [Answered(sample.branch())]
    assert server.heard[0].headers["Authorization"] == f"Bearer {TOKEN}"


def test_whoever_is_gone_is_told_no_outcome(
    qtbot: QtBot,
    server: FakeServer,
    target: Target,
    network: QNetworkAccessManager,
    outcomes: list[Any],
) -> None:
    server.acts["GET", routes.BRANCH] = lambda heard: Reply(200, sample.branch())
    asking = QObject()
    Client(target, network, parent=asking).get(routes.BRANCH, Branch, outcomes.append)
    shiboken6.delete(asking)
    qtbot.waitUntil(lambda: not network.findChildren(QNetworkReply))
    assert len(server.heard) == 1
    assert outcomes == []


def test_nobody_waiting_is_an_empty_answer(
    qtbot: QtBot, server: FakeServer, client: Client, outcomes: list[Any]
) -> None:
    path = routes.desk(3, "call-next")
    server.acts["POST", path] = lambda heard: Reply(204)
    client.post(path, CallNext(), Ticket, outcomes.append)
    qtbot.waitUntil(lambda: bool(outcomes))
    assert outcomes == [Answered(None)]


def test_a_refusal_is_an_answer_and_is_not_tried_again(
    qtbot: QtBot, server: FakeServer, post: Callable[..., Any], outcomes: list[Any]
) -> None:
    server.replies.append(Reply(409, FULL))
    post()
    qtbot.waitUntil(lambda: bool(outcomes))
    assert outcomes == [Refused(FULL)]
    assert len(server.posts()) == 1


def test_a_full_disk_is_an_answer_too(
    qtbot: QtBot, server: FakeServer, post: Callable[..., Any], outcomes: list[Any]
) -> None:
    full = Problem(
        type="storage-full", title="Storage full", status=507, detail="No space."
    )
    server.replies.append(Reply(507, full))
    post()
    qtbot.waitUntil(lambda: bool(outcomes))
    assert outcomes == [Refused(full)]


def test_a_lost_answer_is_asked_for_again_under_the_same_key(
    qtbot: QtBot, server: FakeServer, post: Callable[..., Any], outcomes: list[Any]
) -> None:
    takes(server)
    server.replies.extend([Reply(201, lost=True), Reply(201, lost=True)])
    tries: list[Away] = []
    key = post(missed=tries.append).key
    qtbot.waitUntil(lambda: bool(outcomes))
    assert outcomes == [Answered(sample.ticket())]
    assert [heard.key for heard in server.posts()] == [key] * 3
    assert len(tries) == 2


def test_a_server_that_fails_is_asked_again(
    qtbot: QtBot, server: FakeServer, post: Callable[..., Any], outcomes: list[Any]
) -> None:
    takes(server)
    server.replies.extend([Reply(503), Reply(500)])
    post()
    qtbot.waitUntil(lambda: bool(outcomes))
    assert outcomes == [Answered(sample.ticket())]
    assert len({heard.key for heard in server.posts()}) == 1


def test_an_answer_that_makes_no_sense_is_no_answer(
    qtbot: QtBot, server: FakeServer, post: Callable[..., Any], outcomes: list[Any]
) -> None:
    takes(server)
    server.replies.append(Reply(200, body=b"<html>Please log in to the Wi-Fi</html>"))
    post()
    qtbot.waitUntil(lambda: bool(outcomes))
    assert outcomes == [Answered(sample.ticket())]


def test_a_key_of_before_is_kept(
    qtbot: QtBot, server: FakeServer, post: Callable[..., Any], outcomes: list[Any]
) -> None:
    takes(server)
    post(key="0d4a1c52-0000-4000-8000-000000000001")
    qtbot.waitUntil(lambda: bool(outcomes))
    assert server.posts()[0].key == "0d4a1c52-0000-4000-8000-000000000001"


def test_each_act_has_its_own_key(
    qtbot: QtBot, server: FakeServer, post: Callable[..., Any], outcomes: list[Any]
) -> None:
    takes(server)
    post()
    post()
    qtbot.waitUntil(lambda: len(outcomes) == 2)
    assert len({heard.key for heard in server.posts()}) == 2


def test_a_server_that_is_not_there_is_away(
    qtbot: QtBot, network: QNetworkAccessManager, outcomes: list[Any]
) -> None:
    nowhere = Client(Target("http://127.0.0.1:9", TOKEN), network, backoff=at_once)
    nowhere.get(routes.BRANCH, Branch, outcomes.append)
    qtbot.waitUntil(lambda: bool(outcomes))
    assert isinstance(outcomes[0], Away)


def test_no_log_tells_the_address_of_a_ticket(
    qtbot: QtBot, network: QNetworkAccessManager, caplog: pytest.LogCaptureFixture
) -> None:
    client = Client(Target("http://127.0.0.1:9", TOKEN), network, backoff=at_once)
    path = f"{routes.ticket_page('Zw5tQn8LkV2hYb7RdM4xPc')}/leave"
    post = client.post(path, TAKE, Ticket, lambda answer: None, key="key")
    qtbot.waitUntil(lambda: bool(caplog.messages))
    post.cancel()
    assert "try failed path=/t/…/leave" in caplog.messages[0]
    assert "Zw5tQn8LkV2hYb7RdM4xPc" not in caplog.text


def test_what_waits_is_tried_at_once_when_the_server_is_heard_again(
    qtbot: QtBot,
    server: FakeServer,
    target: Target,
    network: QNetworkAccessManager,
    outcomes: list[Any],
) -> None:
    patient = Client(
        target,
        network,
        backoff=lambda: Backoff(Random(7), first_s=(3600, 3601)),
        # What it deletes later is gone before it: a client of Python's alone crashes Qt when it is dropped first.
        parent=network,
    )
    server.replies.append(Reply(503))
    takes(server)
    tries: list[Away] = []
    patient.post(routes.TICKETS, TAKE, Ticket, outcomes.append, missed=tries.append)
    qtbot.waitUntil(lambda: bool(tries))
    patient.retry_now()
    qtbot.waitUntil(lambda: bool(outcomes))
    assert outcomes == [Answered(sample.ticket())]


def test_a_cancelled_post_says_nothing_more(
    qtbot: QtBot, server: FakeServer, post: Callable[..., Any], outcomes: list[Any]
) -> None:
    takes(server)
    first = post()
    first.cancel()
    post()
    qtbot.waitUntil(lambda: bool(outcomes))
    assert len(outcomes) == 1


def test_waiting_times_start_quick_then_grow_to_half_a_minute() -> None:
    backoff = Backoff(Random(7))
    waits = [backoff.next_s() for _ in range(12)]
    assert 0.3 <= waits[0] <= 1.0
    assert all(1.0 <= wait <= 30.0 for wait in waits[1:])
    assert waits[-1] >= 15.0
    backoff.reset()
    assert backoff.next_s() <= 1.0
