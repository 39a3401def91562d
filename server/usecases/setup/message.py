"""Staff tell everybody who waits something, or take it back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from server.domain import events
from server.domain.branch import Message
from server.domain.phrases import phrase
from server.domain.refusals import NotValid
from server.store.session import Session
from server.usecases.steps.words import by_language, one_line

LONGEST = timedelta(days=2)
MOST_LETTERS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class SayToAll:
    """The text by language, and until when it is shown; no text takes the last one back."""

    texts: Mapping[str, str] = field(default_factory=dict)
    until: datetime | None = None


def say_to_all(session: Session, command: SayToAll) -> Message | None:
    """Return what everybody who waits is told now, None for nothing; raise `NotValid`."""
    texts = by_language("texts", phrase("A message"), {}, command.texts, MOST_LETTERS)
    _check(session, texts, command.until)
    until = command.until and command.until.astimezone(UTC)
    if texts or session.state.message is not None:
        session.record(events.MessageSet(texts=texts, until=until))
    return session.state.message


def check_text(field: str, text: str) -> None:
    """Raise `NotValid` at this field unless the text may be said to everybody."""
    one_line(field, phrase("A message"), text, MOST_LETTERS)


def _check(session: Session, texts: Mapping[str, str], until: datetime | None) -> None:
    spoken = session.state.settings.languages
    for language in texts:
        if language not in spoken:
            raise NotValid(
                "texts",
                phrase(
                    "“{language}” is none of the branch’s languages: {spoken}.",
                    language=language,
                    spoken=", ".join(spoken),
                ),
            )
    if until is not None and not session.now < until <= session.now + LONGEST:
        raise NotValid(
            "until", phrase("A message ends later than now and within two days.")
        )
