"""What somebody was told about how long they would wait."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Promise:
    """A wait in whole seconds: 8 in 10 are to wait from `low_s` to `high_s`, half of them less than `mid_s`."""

    low_s: int
    mid_s: int
    high_s: int

    def times(self, factor: float) -> "Promise":
        """Return the same for a wait that is so many times as long."""
        return Promise(
            round(self.low_s * factor),
            round(self.mid_s * factor),
            round(self.high_s * factor),
        )
