"""A clock that tests turn by hand."""

from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass
class FakeClock:
    """Stands still until somebody turns it: time passes, or the clock is set and none does."""

    now: datetime
    set_by: timedelta = timedelta(0)
    boot: str = "1"

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

    def ahead(self) -> timedelta:
        """Return by how much it was set so far."""
        return self.set_by

    def reboot(self) -> None:
        """Let the machine begin another run, of which nobody knows how its clock was set before."""
        self.boot = str(int(self.boot) + 1)
