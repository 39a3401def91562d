"""What a period amounted to, for the manager's pages."""

from server.domain.figures.answer import Analytics
from server.domain.figures.period import Against, Period
from server.store.view import View


def analytics(
    view: View,
    period: Period,
    *,
    queue: str | None = None,
    against: Against | None = Against.BEFORE,
) -> Analytics:
    """Return all figures of the period, of one queue or of all, beside those of what it is compared `against`.

    It takes up to a second for a year: call it aside. Raises `Damaged`, and `UnknownQueue` where there never was that queue.
    """
    raise NotImplementedError
