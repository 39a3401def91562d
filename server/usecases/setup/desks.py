"""Add, change and remove desks."""

from dataclasses import dataclass, field, replace
from itertools import zip_longest

from server.domain import events
from server.domain.branch import Desk, DeskState, Policy
from server.domain.phrases import phrase
from server.domain.refusals import AlreadyThere, NotValid
from server.store.session import Session
from server.usecases.steps.words import by_language

MOST_WEIGHT = 100
MOST_DESKS = 9_999
MOST_OF_NAME = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class AddDesk:
    """A desk to add; `queues` in its order of preference, empty for all there are; `weights` for the ratio policy.

    `names` is what else the place is called, by language. One that was removed comes back as it was, but for what is said here.
    """

    number: int
    queues: tuple[str, ...] = ()
    policy: Policy | None = None
    weights: tuple[int, ...] = ()
    names: dict[str, str] = field(default_factory=dict)


def add_desk(session: Session, command: AddDesk) -> Desk:
    """Return the new desk, closed; raise `AlreadyThere` or `NotValid`."""
    if not 1 <= command.number <= MOST_DESKS:
        raise NotValid(
            "number", phrase("Desks are numbered from 1 to {most}.", most=MOST_DESKS)
        )
    if any(desk.number == command.number for desk in session.state.desks()):
        raise AlreadyThere(
            phrase("Desk {number} exists already.", number=command.number),
            f"desk set {command.number} …",
        )
    there = tuple(queue.slug for queue in session.state.queues())
    before = session.state.all_desks.get(command.number)
    desk = Desk(
        number=command.number,
        queues=command.queues or there,
        policy=command.policy or Policy.OLDEST,
        weights=command.weights,
        names=_named({} if before is None else before.names, command.names),
    )
    if before is not None and not command.queues and command.policy is None:
        served = [
            (slug, weight)
            for slug, weight in zip_longest(before.queues, before.weights)
            if slug in there
        ]
        desk = replace(
            desk,
            queues=tuple(slug for slug, _ in served) or there,
            policy=before.policy if served else Policy.OLDEST,
            weights=tuple(weight for _, weight in served if weight is not None),
        )
    return configure_desk(session, desk)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetDesk:
    """What to change of a desk; None leaves it as it is. `names` are added, empty ones taken away."""

    number: int
    queues: tuple[str, ...] | None = None
    policy: Policy | None = None
    weights: tuple[int, ...] | None = None
    names: dict[str, str] | None = None


def set_desk(session: Session, command: SetDesk) -> Desk:
    """Return the desk, serving these queues by this policy from its next call on; raise as `add_desk` does."""
    desk = session.state.desk(command.number)
    policy = command.policy or desk.policy
    weights = desk.weights if command.weights is None else command.weights
    configured = replace(
        desk,
        queues=desk.queues if command.queues is None else command.queues,
        policy=policy,
        weights=weights if policy is Policy.RATIO else (),
        names=_named(desk.names, command.names or {}),
    )
    return configure_desk(session, configured)


def _named(present: dict[str, str], given: dict[str, str]) -> dict[str, str]:
    return by_language("names", phrase("A desk’s name"), present, given, MOST_OF_NAME)


def configure_desk(session: Session, desk: Desk) -> Desk:
    """Return the desk as it is set up from now on; raise `NotValid`."""
    if not desk.queues:
        raise NotValid("queues", phrase("A desk serves at least one queue."))
    if len(set(desk.queues)) < len(desk.queues):
        raise NotValid("queues", phrase("A queue is named twice."))
    there = [queue.slug for queue in session.state.queues()]
    for slug in desk.queues:
        if slug not in there:
            raise NotValid(
                "queues",
                phrase(
                    "There is no queue “{slug}”. There are: {all}.",
                    slug=slug,
                    all=", ".join(there),
                ),
            )
    if desk.policy is Policy.RATIO and len(desk.weights) != len(desk.queues):
        raise NotValid(
            "policy",
            phrase(
                "A ratio has a share for each queue, such as 2:1; this desk serves {n}: {queues}.",
                n=len(desk.queues),
                queues=", ".join(desk.queues),
            ),
        )
    if not all(1 <= weight <= MOST_WEIGHT for weight in desk.weights):
        raise NotValid(
            "policy", phrase("A share is from 1 to {most}.", most=MOST_WEIGHT)
        )
    return session.record(events.DeskConfigured(desk=desk))


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveDesk:
    """A desk to remove."""

    number: int


def remove_desk(session: Session, command: RemoveDesk) -> None:
    """Remove the desk; its history stays. Raise `UnknownDesk`, or `NotValid` while somebody sits there, customers wait for it, or were put aside there."""
    desk = session.state.desk(command.number)
    if desk.state is not DeskState.CLOSED:
        raise NotValid(
            "number",
            phrase(
                "{name} is signed in at desk {number}, and signs out there first.",
                name=desk.servicer,
                number=desk.number,
            ),
        )
    if any(t.for_desk == desk.number for t in session.state.room.tickets()):
        raise NotValid(
            "number",
            phrase("Customers still wait for desk {number}.", number=desk.number),
        )
    for ticket in session.state.room.tickets():
        if ticket.desk == desk.number:
            raise NotValid(
                "number",
                phrase(
                    "{label} was put aside at desk {number}.",
                    label=ticket.label,
                    number=desk.number,
                ),
            )
    removed = events.DeskConfigured(desk=replace(desk, removed=True))
    session.record(removed)
