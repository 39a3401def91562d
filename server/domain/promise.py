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

    def not_below(self, other: "Promise") -> "Promise":
        """Return the same, no end of it before the other's."""
        return Promise(
            max(self.low_s, other.low_s),
            max(self.mid_s, other.mid_s),
            max(self.high_s, other.high_s),
        )

    def longer_by(self, other: "Promise") -> "Promise":
        """Return the same for a wait that is longer by the other."""
        return Promise(
            self.low_s + other.low_s,
            self.mid_s + other.mid_s,
            self.high_s + other.high_s,
        )
