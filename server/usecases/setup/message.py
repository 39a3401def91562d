"""Staff tell everybody who waits something, or take it back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from server.domain import events
from server.domain.branch import Message
from server.domain.refusals import NotValid
from server.store.session import Session

LONGEST = timedelta(days=2)
MOST_LETTERS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class SayToAll:
    """The text by language, and until when it is shown; no text takes the last one back."""

    texts: Mapping[str, str] = field(default_factory=dict)
    until: datetime | None = None


def say_to_all(session: Session, command: SayToAll) -> Message | None:
    """Return what everybody who waits is told now, None for nothing; raise `NotValid`."""
    texts = {
        language: " ".join(text.split())
        for language, text in command.texts.items()
        if text.strip()
    }
    _check(session, texts, command.until)
    if texts or session.state.message is not None:
        session.record(events.MessageSet(texts=texts, until=command.until))
    return session.state.message


def _check(session: Session, texts: Mapping[str, str], until: datetime | None) -> None:
    spoken = session.state.settings.languages
    for language, text in texts.items():
        if language not in spoken:
            raise NotValid(
                "texts",
                f"“{language}” is none of the branch's languages: {', '.join(spoken)}.",
            )
        if len(text) > MOST_LETTERS:
            raise NotValid("texts", f"A message has {MOST_LETTERS} letters at most.")
    if until is not None and not session.now < until <= session.now + LONGEST:
        raise NotValid("until", "A message ends later than now and within two days.")
