"""The disk is full for a while: takes are refused, reads go on, and afterwards all works without a restart."""

import io
import logging
import resource
import sys
from collections.abc import Iterator

import psutil
import pytest
import requests
import structlog

from server.serve import logs
from tests.serving import Device, RunningServer

UNLIMITED = (resource.RLIM_INFINITY, resource.RLIM_INFINITY)


def worker_of(server: RunningServer) -> int:
    """Return the process that serves, below the one that watches over it."""
    (worker,) = psutil.Process(server.pid).children()
    return int(worker.pid)


def test_a_full_disk_costs_nothing_but_the_takes_of_its_time(
    server: RunningServer, kiosk: Device, display: Device
) -> None:
    labels = [kiosk.take()["label"]]
    worker = worker_of(server)
    for _ in range(3):
        written = (server.data_dir / "queue.db-wal").stat().st_size
        limit = (written + 1_000, resource.RLIM_INFINITY)
        resource.prlimit(worker, resource.RLIMIT_FSIZE, limit)
        body = {"queue": "parking"}
        refused = [kiosk.post("/tickets", body, key=f"full {n}") for n in range(3)]
        assert {answer.status_code for answer in refused} == {507}
        assert display.get("/board").json()["waiting"]["parking"] == len(labels)
        with pytest.raises(AssertionError, match="Nothing was changed"):
            server.run("queue", "set", "parking", "--digits", "3")
        ready = requests.get(f"{server.url}/readyz", timeout=10)
        assert (ready.status_code, ready.json()["type"]) == (503, "not-ready")
        resource.prlimit(worker, resource.RLIMIT_FSIZE, UNLIMITED)
        labels.append(kiosk.take()["label"])
    assert labels == ["A001", "A002", "A003", "A004"]
    assert "All tables are what the journal says" in server.run("check")
    assert worker_of(server) == worker


class FullDisk(io.StringIO):
    """A log on a disk without room."""

    def write(self, text: str) -> int:
        raise OSError(28, "No space left on device")


@pytest.fixture
def usual_logging() -> Iterator[None]:
    """Log as before afterwards."""
    before = structlog.get_config()
    yield
    structlog.configure(**before)


def test_a_log_that_cannot_be_written_ends_nothing(
    monkeypatch: pytest.MonkeyPatch, usual_logging: None
) -> None:
    monkeypatch.setattr(sys, "stderr", FullDisk())
    logs.configure("info")
    structlog.get_logger("test").info("said", level=logging.INFO)
