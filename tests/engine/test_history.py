"""What many clients see at once has an order that explains it, also when the server is killed under them."""

import os
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from tests.engine.clients import Client, Notebook
from tests.engine.dropping import Dropping
from tests.engine.history import Call, Take, violations
from tests.engine.playing import Size, play
from tests.injected import Seen
from tests.server.conftest import free_port
from tests.serving import Device, RunningServer

SHORT = Size(operations=2_000, desks=8, kiosks=6, ends=3)
FULL = Size(operations=20_000, desks=32, kiosks=16, ends=30)
MUTANT = Size(operations=400, desks=8, kiosks=8, lost=0.1, waiting=40)
"""Where desks are quicker than kiosks nobody else waits, and no order is wrong: some wait from the start."""
PLAYED = FULL if os.environ.get("HYPOTHESIS_PROFILE") == "nightly" else SHORT


@pytest.fixture(scope="session")
def big_branch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data directory with desks enough, and no limit on how many wait."""
    directory = tmp_path_factory.mktemp("big") / "data"
    server = RunningServer(directory, 0)
    server.set_up(desks=PLAYED.desks)
    for queue in ("parking", "passports"):
        server.run("queue", "set", queue, "--max-waiting", "0")
    return directory


@pytest.fixture
def server(big_branch: Path, tmp_path: Path) -> Iterator[RunningServer]:
    directory = tmp_path / "data"
    shutil.copytree(big_branch, directory)
    server = RunningServer(directory, free_port())
    yield server
    server.stop()


@pytest.mark.slow
def test_many_clients_see_one_queue_though_the_server_is_killed(
    server: RunningServer, seen: Seen
) -> None:
    """`HYPOTHESIS_PROFILE=nightly` plays it in full."""
    book = play(server.start(), PLAYED).book
    assert book.done == PLAYED.operations
    assert violations(book.takes, book.calls) == []
    server.run("check")
    seen(
        "history of operations with kill −9",
        f"{PLAYED.ends} kills, {book.done:,} operations at {PLAYED.desks} desks and {PLAYED.kiosks} kiosks",
        "nothing that no order of steps explains",
    )


@pytest.mark.slow
@pytest.mark.parametrize(
    ("mutant", "told_by"),
    [
        (
            "no idempotency",
            {"called but never taken", "number lost", "called out of turn"},
        ),
        ("random order", {"called out of turn", "called before a smaller number"}),
    ],
)
def test_a_planted_fault_is_seen(
    server: RunningServer, mutant: str, told_by: set[str]
) -> None:
    server.module = "tests.engine.mutants"
    book = play(server.start(MUTANT=mutant), MUTANT).book
    found = {
        violation.partition(":")[0] for violation in violations(book.takes, book.calls)
    }
    assert found & told_by, found


# --- the checker itself, on histories small enough to see ------------------------------------------


def take(number: int, began: float, ended: float) -> Take:
    return Take("parking", number, number, began, ended)


@pytest.mark.parametrize(
    ("takes", "calls", "found"),
    [
        ([take(1, 0, 1)], [Call(1, 2, 3)], None),
        ([take(1, 0, 1), take(2, 0, 1)], [Call(2, 2, 4), Call(1, 3, 5)], None),
        ([take(1, 0, 5)], [Call(None, 1, 2), Call(1, 3, 4)], None),
        ([take(1, 0, 1)], [Call(None, 0.5, 3), Call(1, 2, 3)], None),
        ([take(1, 0, 1), take(1, 0, 1)], [], "given twice"),
        ([take(1, 0, 1)], [Call(1, 2, 3), Call(1, 2, 3)], "called twice"),
        ([], [Call(7, 2, 3)], "called but never taken"),
        ([take(1, 4, 5)], [Call(1, 2, 3)], "called before it was taken"),
        ([take(2, 0, 1)], [], "number lost"),
        ([take(2, 0, 1), take(1, 2, 3)], [], "number out of order"),
        (
            [take(1, 0, 1), take(2, 2, 3)],
            [Call(2, 4, 5), Call(1, 6, 7)],
            "called out of turn",
        ),
        ([take(1, 0, 1), take(2, 2, 3)], [Call(2, 4, 5)], "called out of turn"),
        (
            [take(1, 0, 3), take(2, 0, 3)],
            [Call(2, 4, 5), Call(1, 6, 7)],
            "called before a smaller number",
        ),
        (
            [take(1, 0, 1)],
            [Call(None, 2, 3), Call(1, 4, 5)],
            "empty while somebody waits",
        ),
    ],
)
def test_the_checker_tells_good_from_bad(
    takes: list[Take], calls: list[Call], found: str | None
) -> None:
    kinds = {violation.partition(":")[0] for violation in violations(takes, calls)}
    assert (found in kinds) if found else kinds == set()


# --- lost answers ------------------------------------------------------------------------------------


@pytest.mark.slow
def test_five_thousand_takes_with_a_fifth_of_the_answers_lost_give_five_thousand_numbers(
    server: RunningServer, seen: Seen
) -> None:
    """Each answer is lost after the commit; whoever asks again under the same key gets the same number."""
    server.start()
    book = Notebook(5_000)
    with closing(Dropping(server.port, 0.2)) as network:
        tokens = [server.device("kiosk").token for _ in range(8)]
        clients = [
            Client(network.port, token, seed) for seed, token in enumerate(tokens)
        ]
        with ThreadPoolExecutor(len(clients)) as pool:
            step = partial(book.take, queue="parking")
            list(pool.map(lambda client: book.work(client, step), clients))
        assert network.dropped > 900
        seen(
            "20 % of answers dropped after commit",
            f"5,000 takes, {network.dropped:,} answers dropped",
            "5,000 numbers, none twice and none missing",
        )
    assert sorted(each.number for each in book.takes) == list(range(1, 5_001))
    display: Device = server.device("display")
    assert display.get("/board").json()["waiting"]["parking"] == 5_000
