"""Add, change and remove queues."""

import re
from dataclasses import dataclass, field, replace
from typing import Any

from server.domain import events
from server.domain.branch import Desk, Queue, QueueSettings
from server.domain.refusals import AlreadyThere, NotValid
from server.store.session import Session
from server.usecases.setup.settings import changed

LETTERS = "ARLHUWYFXK"
"""Given in this order when none is asked for; none looks like a digit or like another."""

MOST_ORDINAL = 10_000

_SLUG = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?")


@dataclass(frozen=True, slots=True, kw_only=True)
class AddQueue:
    """A queue to add; `names` maps language to name, `settings` are fields of `QueueSettings` by name."""

    slug: str
    names: dict[str, str]
    letter: str | None = None
    settings: dict[str, Any] = field(default_factory=dict)


def add_queue(session: Session, command: AddQueue) -> Queue:
    """Return the new queue, last on the screens; raise `AlreadyThere` or `NotValid`."""
    if not _SLUG.fullmatch(command.slug):
        raise NotValid(
            "slug", "A slug has small letters, digits and inner hyphens, 40 at most."
        )
    queues = session.state.queues()
    if any(queue.slug == command.slug for queue in queues):
        raise AlreadyThere(f"A queue “{command.slug}”")
    queue = Queue(
        slug=command.slug,
        letter=command.letter or _free_letter(session),
        names=command.names,
        ordinal=max((queue.ordinal for queue in queues), default=0) + 1,
        settings=changed(QueueSettings(), command.settings),
    )
    return _configured(session, queue)


def _free_letter(session: Session) -> str:
    used = {queue.letter for queue in session.state.queues()}
    for letter in LETTERS:
        if letter not in used and session.state.bearer_of(letter) is None:
            return letter
    raise NotValid(
        "letter", "All ten default letters are taken; choose one with --letter."
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
    names = {**queue.names, **command.names}
    queue = replace(
        queue,
        letter=command.letter or queue.letter,
        names={language: name for language, name in names.items() if name},
        ordinal=queue.ordinal if command.ordinal is None else command.ordinal,
        settings=changed(queue.settings, command.settings),
    )
    return _configured(session, queue)


def _configured(session: Session, queue: Queue) -> Queue:
    queue = replace(queue, letter=queue.letter.upper())
    others = [each for each in session.state.queues() if each.slug != queue.slug]
    if not (queue.letter.isalpha() and len(queue.letter) <= 2):
        raise NotValid("letter", "A queue's letter is one or two letters.")
    if any(other.letter == queue.letter for other in others):
        raise AlreadyThere(f"A queue with the letter {queue.letter}")
    bearer = session.state.bearer_of(queue.letter)
    if bearer not in (None, queue.slug):
        raise NotValid(
            "letter",
            f"Tickets of “{bearer}” bear the letter {queue.letter} today; it is free tomorrow.",
        )
    if not 0 <= queue.ordinal <= MOST_ORDINAL:
        raise NotValid("ordinal", f"A place on screens is from 0 to {MOST_ORDINAL}.")
    if not queue.names:
        raise NotValid("names", "A queue has a name in at least one language.")
    if not all(1 <= len(name.strip()) <= 80 for name in queue.names.values()):
        raise NotValid("names", "A queue's name has 1 to 80 characters.")
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
        raise NotValid("slug", f"People still wait in “{queue.slug}”.")
    removed = replace(queue, removed=True)
    session.record(events.QueueConfigured(queue=removed))
    for desk in session.state.desks():
        if queue.slug in desk.queues:
            without = _without(desk, queue.slug)
            session.record(events.DeskConfigured(desk=without))


def _without(desk: Desk, slug: str) -> Desk:
    place = desk.queues.index(slug)
    return replace(
        desk,
        queues=desk.queues[:place] + desk.queues[place + 1 :],
        weights=desk.weights[:place] + desk.weights[place + 1 :],
    )
