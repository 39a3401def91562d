"""What is known of a branch's waits at one moment, as everybody is told it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from server.domain.promise import Promise


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """How long everybody who waits will wait still, by ticket, and whoever came now, by queue, as of journal row `seq`.

    Nobody is in it of whom nothing can be said: no open desk serves them.
    """

    seq: int = 0
    tickets: Mapping[int, Promise] = field(default_factory=dict)
    newcomers: Mapping[str, Promise] = field(default_factory=dict)


UNKNOWN = Outlook()
"""Nothing is known of anybody."""
