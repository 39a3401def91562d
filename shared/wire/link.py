"""How a program stands with its server."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from shared.wire.messages import Problem


class LinkState(Enum):
    """Live: what is shown is true now. Reconnecting: lost a moment ago. Away: lost for longer, or refused."""

    Live = 0
    Reconnecting = 1
    Away = 2


@dataclass(frozen=True, slots=True)
class Link:
    """How it stands, when by its own clock the server was last heard (None: never), and why it refuses us, if it does."""

    state: LinkState = LinkState.Reconnecting
    last_truth: datetime | None = None
    refusal: Problem | None = None

    @property
    def live(self) -> bool:
        """Whether what is shown is true now."""
        return self.state is LinkState.Live

    @property
    def away(self) -> bool:
        """Whether the server has been silent for longer than a moment, or refuses this program."""
        return self.state is LinkState.Away
