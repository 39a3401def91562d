"""A clock that tests turn by hand."""

from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass
class FakeClock:
    """Stands still until somebody turns it."""

    now: datetime

    def __call__(self) -> datetime:
        return self.now

    def turn(self, seconds: float) -> None:
        """Let so many seconds pass, or jump back."""
        self.now += timedelta(seconds=seconds)

    def forward(self, **how_far: float) -> None:
        """Let so much time pass, said as for a `timedelta`."""
        self.now += timedelta(**how_far)
