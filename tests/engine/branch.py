"""A whole branch in this process: real use cases on a real database, and a clock that tests turn by hand."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from server.domain.branch import BranchSettings, Policy
from server.domain.events import SYSTEM, Actor
from server.domain.state import Change
from server.serve.control import perform
from server.store.lane import Lane
from server.store.session import Session
from server.store.store import MAIN_BRANCH, Store
from server.store.view import View
from server.usecases.correct_clock import correct_clock
from server.usecases.setup import AddDevice, AddQueue, AddServicer, Command
from server.usecases.setup.desks import AddDesk
from server.usecases.sign_in import SignIn, sign_in
from shared.wire.messages import Role
from tests.clock import FakeClock

T = TypeVar("T")

MORNING = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
KIOSK = 1000
"""The device that numbers are taken at, where it does not matter which; the console of desk 3 is device 3."""

_MEMORY = Path(
    "/dev/shm"
)  # a disk in memory, where there is one: thousands of small databases


@dataclass(frozen=True)
class Seat:
    """A desk to set up: its queues in order, and how it chooses among them."""

    number: int
    queues: tuple[str, ...]
    policy: Policy = Policy.OLDEST
    weights: tuple[int, ...] = ()


@dataclass(frozen=True)
class Plan:
    """What a branch is set up with: settings by queue, desks, people, kiosks, settings of the branch."""

    queues: tuple[tuple[str, tuple[tuple[str, int], ...]], ...]
    seats: tuple[Seat, ...]
    people: tuple[str, ...]
    kiosks: tuple[str, ...] = ()
    settings: BranchSettings = field(
        default_factory=lambda: BranchSettings(time_zone="UTC")
    )
    starts: datetime = MORNING

    def __hash__(self) -> int:
        zone, hour = self.settings.time_zone, self.settings.rollover_hour
        who = self.people, self.kiosks
        return hash((self.queues, self.seats, who, self.starts, zone, hour))


class Branch:
    """A branch on a copy of a database that was set up once."""

    def __init__(
        self, directory: Path, clock: FakeClock, *, knows_jumps: bool = False
    ) -> None:
        self.clock = clock
        self._steady = clock if knows_jumps else None
        self.heard: list[Callable[[list[Change]], None]] = []
        """Who hears of commits."""
        self._directory = directory
        self.store = self._open()

    def _open(self, lane: Lane | None = None) -> Store:
        def publish(changes: list[Change]) -> None:
            for hear in self.heard:
                hear(changes)

        return Store(
            self._directory,
            clock=self.clock,
            publish=publish,
            lane=lane,
            steady=self._steady,
            correct=correct_clock,
        )

    def do(
        self,
        use_case: Callable[[Session, Any], T],
        command: Any,
        device: int = KIOSK,
        manager: str | None = None,
    ) -> T:
        """Run a use case in a unit of its own, asked for by this device, or by a manager."""
        by = Actor(device=device) if manager is None else Actor(manager=manager)
        return self.unit(lambda session: use_case(session, command), by)

    def unit(self, work: Callable[[Session], T], by: Actor = SYSTEM) -> T:
        """Run any work in one unit."""
        return self.store.write(MAIN_BRANCH, by, work)

    def sign_in(self, desk: int, servicer: str) -> None:
        """Let somebody sit down at a desk, at its own console."""
        self.do(sign_in, SignIn(desk=desk, servicer=servicer), desk)

    def set_up(self, command: Command) -> None:
        """Run a set-up command."""
        perform(self.store, type(command).__name__, command)

    @contextmanager
    def reading(self) -> Iterator[View]:
        """Look at the branch as it is on disk."""
        with self.store.reading(MAIN_BRANCH) as view:
            yield view

    def restart(self, lane: Lane | None = None) -> None:
        """Let go of the database and open it again, with nothing in memory, and this lane."""
        self.close()
        self.store = self._open(lane)

    def reboot(self) -> None:
        """Let the whole machine begin anew."""
        self.clock.reboot()
        self.restart()

    def close(self) -> None:
        """Let go of the database."""
        self.store.close()


@contextmanager
def opened(plan: Plan, *, knows_jumps: bool = False) -> Iterator[Branch]:
    """Give a fresh branch of this plan, which may know when its clock is set; it is gone afterwards."""
    with tempfile.TemporaryDirectory(dir=_place()) as directory:
        copy = Path(directory) / "data"
        shutil.copytree(_set_up(plan), copy)
        branch = Branch(copy, FakeClock(plan.starts), knows_jumps=knows_jumps)
        try:
            yield branch
        finally:
            branch.close()


def _place() -> Path | None:
    return _MEMORY if _MEMORY.is_dir() else None


_KEPT: list[tempfile.TemporaryDirectory[str]] = []


@cache
def _set_up(plan: Plan) -> Path:
    """Return the directory of a branch set up by this plan, made once per run."""
    kept = tempfile.TemporaryDirectory(dir=_place())
    _KEPT.append(kept)
    directory = Path(kept.name) / "data"
    clock = FakeClock(plan.starts)
    branch = Branch(directory, clock)
    branch.unit(lambda session: _settle(session, plan))
    for slug, settings in plan.queues:
        branch.set_up(AddQueue(slug=slug, names={"en": slug}, settings=dict(settings)))
    for seat in plan.seats:
        branch.set_up(
            AddDesk(
                number=seat.number,
                queues=seat.queues,
                policy=seat.policy,
                weights=seat.weights,
            )
        )
    for name in plan.people:
        branch.set_up(AddServicer(name=name, pin="482913"))
    for name in plan.kiosks:
        branch.set_up(AddDevice(role=Role.KIOSK, name=name))
    branch.close()
    return directory


def _settle(session: Session, plan: Plan) -> None:
    """Give a branch that has seen nothing yet its time zone, and the day it is there."""
    from server.domain import events
    from server.domain.numbering import business_day

    settings = replace(plan.settings)
    day = business_day(session.now, settings.time_zone, settings.rollover_hour)
    session.record(events.BranchConfigured(settings=settings))
    if day != session.state.day:
        session.record(events.DayClosed(closed=session.state.day, opened=day))
