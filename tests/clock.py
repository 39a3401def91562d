"""A clock that tests turn by hand."""

from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass
class FakeClock:
    """Stands still until somebody turns it: time passes, or the clock is set and none does."""

    now: datetime
    set_by: timedelta = timedelta(0)

    def __call__(self) -> datetime:
        return self.now

    def turn(self, seconds: float) -> None:
        """Let so many seconds pass, or jump back."""
        self.now += timedelta(seconds=seconds)

    def forward(self, **how_far: float) -> None:
        """Let so much time pass, said as for a `timedelta`."""
        self.now += timedelta(**how_far)

    def jump(self, **how_far: float) -> None:
        """Be set by so much, forward or back, while no time passes."""
        self.now += timedelta(**how_far)
        self.set_by += timedelta(**how_far)

    def since_last(self) -> timedelta:
        """Return by how much it was set since it was asked last."""
        by, self.set_by = self.set_by, timedelta(0)
        return by

    def look(self) -> timedelta:
        """Return the same."""
        return self.since_last()
