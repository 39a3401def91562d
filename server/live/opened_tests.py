"""Which test numbers were opened on a phone: known while the server runs, and only of those."""

MOST = 1_000


class OpenedTests:
    """The tickets, by id; only whoever tries the whole way asks for them."""

    def __init__(self) -> None:
        self._opened: dict[int, None] = {}

    def note(self, ticket: int) -> None:
        """Remember that the page of this ticket was opened."""
        self._opened[ticket] = None
        if len(self._opened) > MOST:
            del self._opened[next(iter(self._opened))]

    def __contains__(self, ticket: object) -> bool:
        """Return whether the page of this ticket was opened."""
        return ticket in self._opened
