"""What the kiosk knows, and how each thing that happens changes it; pure."""

from dataclasses import dataclass, field, replace

from shared.qt.connection import Connection, Standing
from shared.qt.picture import Picture
from shared.wire.messages import Event, Problem, Snapshot, Ticket


@dataclass(frozen=True, slots=True)
class Taking:
    """A customer tapped a queue and has no answer yet: for over a second (`slow`), after a failed try (`missed`)."""

    queue: str
    slow: bool = False
    missed: bool = False


@dataclass(frozen=True, slots=True)
class Issued:
    """A customer got a ticket; `url` is its page, as a phone can open it."""

    ticket: Ticket
    url: str


@dataclass(frozen=True, slots=True)
class TurnedAway:
    """The server gave a customer no number, and said why."""

    queue: str
    problem: Problem


@dataclass(frozen=True, slots=True)
class AskedForHelp:
    """A customer does not know which queue is theirs."""


Visit = Taking | Issued | TurnedAway | AskedForHelp
"""What the customer in front of the kiosk has done so far."""


@dataclass(frozen=True, slots=True)
class KioskState:
    """Everything that the screen is derived from; no `visit` means that the kiosk is free."""

    picture: Picture | None = None
    standing: Standing = field(default_factory=Standing)
    first_language: str | None = None
    chosen_language: str | None = None
    contrast: bool = False
    visit: Visit | None = None

    @property
    def language(self) -> str:
        """The language that is shown: the customer's, the installer's, or the branch's first."""
        offered = self.picture.branch.languages if self.picture else []
        return self.chosen_language or self.first_language or next(iter(offered), "en")

    @property
    def may_tap(self) -> bool:
        """Whether a tap on a queue counts."""
        return self.visit is None and self.picture is not None


def began(state: KioskState, snapshot: Snapshot) -> KioskState:
    """The stream began anew."""
    return replace(state, picture=Picture.of(snapshot))


def happened(state: KioskState, event: Event) -> KioskState:
    """Something happened at the branch."""
    if state.picture is None:
        return state
    return replace(state, picture=state.picture.after(event))


def stood(state: KioskState, standing: Standing) -> KioskState:
    """The connection to the server changed."""
    return replace(state, standing=standing)


def tapped(state: KioskState, queue: str) -> KioskState:
    """A customer tapped a queue, or did before the kiosk was started again."""
    return replace(state, visit=Taking(queue))


def grew_slow(state: KioskState) -> KioskState:
    """The answer takes longer than a customer waits without a word."""
    if not isinstance(state.visit, Taking):
        return state
    return replace(state, visit=replace(state.visit, slow=True))


def missed(state: KioskState) -> KioskState:
    """A try to get the number failed; there will be another."""
    if not isinstance(state.visit, Taking):
        return state
    return replace(state, visit=replace(state.visit, missed=True))


def answered(state: KioskState, ticket: Ticket, url: str) -> KioskState:
    """The server gave a number."""
    return replace(state, visit=Issued(ticket, url))


def refused(state: KioskState, queue: str, problem: Problem) -> KioskState:
    """The server gave no number."""
    return replace(state, visit=TurnedAway(queue, problem))


def asked_for_help(state: KioskState) -> KioskState:
    """A customer asked for help."""
    return replace(state, visit=AskedForHelp())


def chose_language(state: KioskState, language: str) -> KioskState:
    """A customer chose a language."""
    return replace(state, chosen_language=language)


def switched_contrast(state: KioskState) -> KioskState:
    """A customer asked for high contrast, or for the usual colours again."""
    return replace(state, contrast=not state.contrast)


def left(state: KioskState) -> KioskState:
    """The customer is done; the next one finds the kiosk as it was."""
    return replace(state, visit=None, chosen_language=None, contrast=False)


def away(state: KioskState) -> bool:
    """Return whether the server has been gone for long, or refuses this kiosk."""
    return state.standing.state is Connection.State.Away
