"""Add, change and remove queues."""

import re
from dataclasses import dataclass, field, replace
from typing import Any

from server.domain import events
from server.domain.branch import Desk, Queue, QueueSettings
from server.domain.phrases import phrase
from server.domain.refusals import AlreadyThere, NotValid
from server.store.session import Session
from server.usecases.setup.hours import checked_hours
from server.usecases.setup.settings import changed
from server.usecases.steps.words import by_language

LETTERS = "ARLHUWYFXK"
"""Given in this order when none is asked for; none looks like a digit or like another."""

MOST_ORDINAL = 10_000

_LETTER = re.compile(r"[A-Z]{1,2}")
_SLUG = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?")


@dataclass(frozen=True, slots=True, kw_only=True)
class AddQueue:
    """A queue to add; `names` maps language to name, `settings` are fields of `QueueSettings` by name.

    One that was removed comes back as it was, but for what is said here.
    """

    slug: str
    names: dict[str, str] = field(default_factory=dict)
    letter: str | None = None
    settings: dict[str, Any] = field(default_factory=dict)


def add_queue(session: Session, command: AddQueue) -> Queue:
    """Return the new queue, last on the screens, or where it was; raise `AlreadyThere` or `NotValid`."""
    if not _SLUG.fullmatch(command.slug):
        raise NotValid(
            "slug",
            phrase("A slug has small letters, digits and inner hyphens, 40 at most."),
        )
    queues = session.state.queues()
    if any(queue.slug == command.slug for queue in queues):
        raise AlreadyThere(
            phrase("A queue “{slug}” exists already.", slug=command.slug),
            f"queue set {command.slug} …",
        )
    before = session.state.all_queues.get(command.slug)
    last = max((queue.ordinal for queue in queues), default=0)
    letter = command.letter
    if (
        letter is None
        and before is not None
        and _is_free(session, before.letter, before.slug)
    ):
        letter = before.letter
    queue = Queue(
        slug=command.slug,
        letter=_free_letter(session) if letter is None else letter,
        names=_named({} if before is None else before.names, command.names),
        ordinal=last + 1 if before is None else before.ordinal,
        settings=changed(
            QueueSettings() if before is None else before.settings, command.settings
        ),
    )
    return configure_queue(session, queue)


def _is_free(session: Session, letter: str, slug: str | None = None) -> bool:
    used = {queue.letter for queue in session.state.queues()}
    return letter not in used and session.state.bearer_of(letter) in (None, slug)


def _free_letter(session: Session) -> str:
    for letter in LETTERS:
        if _is_free(session, letter):
            return letter
    raise NotValid(
        "letter", phrase("The ten usual letters are taken; choose another one.")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class SetQueue:
    """What to change of a queue: fields of `QueueSettings` by name, its letter, names, or place on screens.

    `names` are added to those it has; an empty one takes that language's name away.
    """

    slug: str
    settings: dict[str, Any] = field(default_factory=dict)
    letter: str | None = None
    names: dict[str, str] = field(default_factory=dict)
    ordinal: int | None = None


def set_queue(session: Session, command: SetQueue) -> Queue:
    """Return the queue with this changed; raise `UnknownQueue`, `AlreadyThere` or `NotValid`."""
    queue = session.state.queue(command.slug)
    queue = replace(
        queue,
        letter=queue.letter if command.letter is None else command.letter,
        names=_named(queue.names, command.names),
        ordinal=queue.ordinal if command.ordinal is None else command.ordinal,
        settings=changed(queue.settings, command.settings),
    )
    return configure_queue(session, queue)


def _named(present: dict[str, str], given: dict[str, str]) -> dict[str, str]:
    return by_language("names", phrase("A queue’s name"), present, given)


def configure_queue(session: Session, queue: Queue) -> Queue:
    """Return the queue as it is set up from now on; raise `AlreadyThere` or `NotValid`."""
    queue = replace(queue, letter=queue.letter.upper())
    if queue.settings.hours is not None:
        before = session.state.all_queues.get(queue.slug)
        known = None if before is None else before.settings.hours
        hours = checked_hours(queue.settings.hours, known)
        queue = replace(queue, settings=replace(queue.settings, hours=hours))
    others = [each for each in session.state.queues() if each.slug != queue.slug]
    if not _LETTER.fullmatch(queue.letter):
        raise NotValid(
            "letter", phrase("A queue’s letter is one or two letters from A to Z.")
        )
    if any(other.letter == queue.letter for other in others):
        raise AlreadyThere(
            phrase(
                "A queue with the letter {letter} exists already.", letter=queue.letter
            )
        )
    bearer = session.state.bearer_of(queue.letter)
    if bearer not in (None, queue.slug):
        raise NotValid(
            "letter",
            phrase(
                "Tickets of “{queue}” bear the letter {letter} today; it is free tomorrow.",
                queue=bearer,
                letter=queue.letter,
            ),
        )
    if not 0 <= queue.ordinal <= MOST_ORDINAL:
        raise NotValid(
            "ordinal",
            phrase("The order on screens is from 0 to {most}.", most=MOST_ORDINAL),
        )
    if not queue.names:
        raise NotValid("names", phrase("A queue has a name in at least one language."))
    session.record(events.QueueConfigured(queue=queue))
    return queue


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveQueue:
    """A queue to remove."""

    slug: str


def remove_queue(session: Session, command: RemoveQueue) -> None:
    """Remove the queue from screens and desks; its history stays. Raise `UnknownQueue`, or `NotValid` while people wait."""
    queue = session.state.queue(command.slug)
    if any(t.queue == queue.slug for t in session.state.room.tickets()):
        raise NotValid(
            "slug",
            phrase(
                "People still wait in “{slug}”. Close it, and serve them first.",
                slug=queue.slug,
            ),
        )
    removed = replace(queue, removed=True)
    session.record(events.QueueConfigured(queue=removed))
    for desk in session.state.desks():
        if queue.slug in desk.queues:
            without = _without(desk, queue.slug)
            session.record(events.DeskConfigured(desk=without))
        if queue.slug in desk.lent:
            lent = tuple(slug for slug in desk.lent if slug != queue.slug)
            session.record(events.QueueLent(desk=desk.number, queues=lent))


def _without(desk: Desk, slug: str) -> Desk:
    place = desk.queues.index(slug)
    return replace(
        desk,
        queues=desk.queues[:place] + desk.queues[place + 1 :],
        weights=desk.weights[:place] + desk.weights[place + 1 :],
    )
