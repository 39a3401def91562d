"""Add, change and remove queues."""

import re
from dataclasses import dataclass, replace
from typing import Any

from server.domain import events
from server.domain.branch import Queue
from server.domain.refusals import AlreadyThere, NotValid
from server.store.session import Session
from server.store.store import Clock

LETTERS = "ARLHUWYFXK"
"""Given in this order when none is asked for; none looks like a digit or like another."""

_SLUG = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?")


@dataclass(frozen=True, slots=True, kw_only=True)
class AddQueue:
    """A queue to add; `names` maps language to name."""

    slug: str
    names: dict[str, str]
    letter: str | None = None
    settings: dict[str, Any] | None = None


def add_queue(session: Session, clock: Clock, command: AddQueue) -> Queue:
    """Return the new queue, last on the screens; raise `AlreadyThere` or `NotValid`."""
    if not _SLUG.fullmatch(command.slug):
        raise NotValid(
            "slug", "A slug has small letters, digits and inner hyphens, 40 at most."
        )
    queues = session.queues()
    if any(queue.slug == command.slug for queue in queues):
        raise AlreadyThere(f"A queue “{command.slug}”")
    letter = (command.letter or _free_letter(queues)).upper()
    if not (letter.isalpha() and len(letter) <= 2):
        raise NotValid("letter", "A queue's letter is one or two letters.")
    if any(queue.letter == letter for queue in queues):
        raise AlreadyThere(f"A queue with the letter {letter}")
    queue = Queue(
        slug=command.slug,
        letter=letter,
        names=command.names,
        ordinal=max((queue.ordinal for queue in queues), default=0) + 1,
    )
    session.record_queue(events.QueueConfigured(queue=queue), at=clock())
    return queue


def _free_letter(queues: list[Queue]) -> str:
    used = {queue.letter for queue in queues}
    for letter in LETTERS:
        if letter not in used:
            return letter
    raise NotValid(
        "letter", "All ten default letters are taken; choose one with --letter."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class SetQueue:
    """Settings of a queue to change; fields of `QueueSettings` by name."""

    slug: str
    settings: dict[str, Any]


def set_queue(session: Session, clock: Clock, command: SetQueue) -> Queue:
    """Return the queue with these settings changed; raise `UnknownQueue`."""
    queue = session.queue(command.slug)
    queue = replace(queue, settings=replace(queue.settings, **command.settings))
    session.record_queue(events.QueueConfigured(queue=queue), at=clock())
    return queue


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveQueue:
    """A queue to remove."""

    slug: str


def remove_queue(session: Session, clock: Clock, command: RemoveQueue) -> None:
    """Remove the queue from all screens; its history stays. Raise `UnknownQueue`, or `NotValid` while people wait."""
    queue = session.queue(command.slug)
    if session.waiting().get(queue.slug):
        raise NotValid("slug", f"People still wait in “{queue.slug}”.")
    session.record_queue(
        events.QueueConfigured(queue=replace(queue, removed=True)), at=clock()
    )
