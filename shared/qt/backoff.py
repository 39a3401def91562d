"""How long to wait before trying again."""

from random import Random


class Backoff:
    """Waiting times that start quick and double up to a limit, jittered so that a thousand devices do not return at once."""

    def __init__(
        self,
        random: Random,
        *,
        first_s: tuple[float, float] = (0.3, 1.0),
        least_s: float = 1.0,
        most_s: float = 30.0,
    ) -> None:
        self._random = random
        self._first_s = first_s
        self._least_s = least_s
        self._most_s = most_s
        self._tries = 0

    def next_s(self) -> float:
        """Return the seconds to wait before the next try."""
        self._tries += 1
        if self._tries == 1:
            return self._random.uniform(*self._first_s)
        ceiling = min(self._most_s, self._least_s * 2.0 ** min(self._tries - 1, 16))
        return self._random.uniform(max(self._least_s, ceiling / 2), ceiling)

    def reset(self) -> None:
        """Begin anew after a success."""
        self._tries = 0
