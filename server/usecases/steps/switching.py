"""Until when something that staff set by hand holds."""

from datetime import UTC, datetime, timedelta

from server.domain import numbering
from server.domain.phrases import phrase
from server.domain.refusals import NotValid
from server.store.session import Session


def until_of(session: Session, until: datetime | None) -> datetime:
    """Return the moment that was said, else the end of the business day; raise `NotValid` unless it is between now and then."""
    state = session.state
    settings = state.settings
    ends = numbering.day_begins(
        state.stands_for + timedelta(days=1),
        settings.time_zone,
        settings.rollover_hour,
    )
    if until is None:
        return ends
    if not session.now < until <= ends:
        raise NotValid(
            "until",
            phrase(
                "It ends later than now, and with the business day at the latest; for other days there are hours."
            ),
        )
    return until.astimezone(UTC)
