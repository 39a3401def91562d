"""Opening and closing time reach the screens, though nothing happens at the branch then."""

from datetime import datetime, timedelta

import msgspec
import pytest
from PySide6.QtNetwork import QNetworkAccessManager
from pytestqt.qtbot import QtBot

from display.presenter import Presenter
from display.viewmodels.display_screen import DisplayScreen
from display.viewmodels.display_view_model import DisplayViewModel
from shared.qt import sample
from shared.qt.client import Client
from shared.qt.network import Target
from shared.qt.opening import OpeningTimes, next_change
from shared.wire import routes
from shared.wire.messages import Branch, Happened
from tests.qt.fake_server import FakeServer, Reply

Shown = DisplayScreen.Shown
SOON = timedelta(milliseconds=50)
AT_NINE = sample.NOW + SOON
CLOSED = sample.branch(open=False, next_opening=AT_NINE)
OPEN = msgspec.structs.replace(CLOSED, open=True, next_opening=None, now=AT_NINE)


class Board:
    """A display that hears of opening times, and asked-for branches."""

    def __init__(self, target: Target, network: QNetworkAccessManager) -> None:
        self.view_model = DisplayViewModel()
        self.presenter = Presenter(self.view_model, now=lambda: sample.NOW)
        self.opening = OpeningTimes(
            Client(target, network), slack=timedelta(milliseconds=10)
        )
        self.opening.passed.connect(self.presenter.reopen)

    def begin(self, branch: Branch) -> None:
        """The stream tells how the branch stands."""
        self.presenter.begin(sample.snapshot(branch))
        self.opening.begin(sample.snapshot(branch))

    @property
    def screen(self) -> Shown:
        """Which screen it shows."""
        return Shown(self.view_model.screen)


@pytest.fixture
def board(qapp: object, target: Target, network: QNetworkAccessManager) -> Board:
    """A display before a server that is open by the time it is asked."""
    return Board(target, network)


def asked(server: FakeServer) -> int:
    """Return how often it was asked how the branch stands."""
    return sum(heard.path == routes.BRANCH for heard in server.heard)


def test_a_board_opens_with_the_branch(
    qtbot: QtBot, server: FakeServer, board: Board
) -> None:
    server.acts["GET", routes.BRANCH] = lambda heard: Reply(200, OPEN)
    board.begin(CLOSED)
    assert board.screen is Shown.Closed
    qtbot.waitUntil(lambda: board.screen is Shown.Board)
    assert asked(server) == 1


def test_a_board_closes_with_the_last_queue(
    qtbot: QtBot, server: FakeServer, board: Board
) -> None:
    closing = msgspec.structs.replace(sample.PARKING, closes_at=AT_NINE)
    server.acts["GET", routes.BRANCH] = lambda heard: Reply(
        200, sample.branch(open=False)
    )
    board.begin(sample.branch([closing]))
    assert board.screen is Shown.Board
    qtbot.waitUntil(lambda: board.screen is Shown.Closed)


def test_who_sits_at_the_desks_is_left_to_the_stream(
    qtbot: QtBot, server: FakeServer, board: Board
) -> None:
    nobody = msgspec.structs.replace(OPEN, desks=[])
    server.acts["GET", routes.BRANCH] = lambda heard: Reply(200, nobody)
    board.begin(CLOSED)
    qtbot.waitUntil(lambda: board.screen is Shown.Board)
    picture = board.presenter.state.picture
    assert picture is not None
    assert picture.branch.desks == CLOSED.desks


def test_new_hours_are_waited_for_instead(
    qtbot: QtBot, server: FakeServer, board: Board
) -> None:
    server.acts["GET", routes.BRANCH] = lambda heard: Reply(200, OPEN)
    next_week = sample.NOW + timedelta(days=7)
    board.begin(msgspec.structs.replace(CLOSED, next_opening=next_week))
    board.opening.happen(sample.event(41, Happened.CONFIGURED, branch=CLOSED))
    qtbot.waitUntil(lambda: board.screen is Shown.Board)


@pytest.mark.parametrize(
    ("branch", "expected"),
    [
        (sample.branch(), None),
        (CLOSED, AT_NINE),
        (
            sample.branch(
                [
                    msgspec.structs.replace(sample.PARKING, opens_at=AT_NINE + SOON),
                    msgspec.structs.replace(sample.BILLS, closes_at=AT_NINE),
                ]
            ),
            AT_NINE,
        ),
    ],
)
def test_the_next_change_is_the_earliest_of_all(
    branch: Branch, expected: datetime | None
) -> None:
    assert next_change(branch) == expected
