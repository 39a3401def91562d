"""What is known of each branch's waits: made by the hub's thread, read by any other."""

from collections.abc import Mapping

from server.forecast.outlook import UNKNOWN, Outlook


class Outlooks:
    """The latest outlook of each branch. One replaces another in one step, so that nobody who reads waits for anybody."""

    def __init__(self) -> None:
        self._latest: Mapping[int, Outlook] = {}

    def of(self, branch_id: int) -> Outlook:
        """Return what is known of the branch's waits; of one that nobody looks at, nothing."""
        return self._latest.get(branch_id, UNKNOWN)

    def publish(self, branch_id: int, outlook: Outlook) -> None:
        """Let everybody read this one from now on; by one thread only."""
        self._latest = {**self._latest, branch_id: outlook}
