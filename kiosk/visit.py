"""What the customer in front of the kiosk, or its staff, have done so far; pure."""

from dataclasses import dataclass

from kiosk.terms import Paper
from shared.wire.messages import HelpCall, Problem, Ticket


@dataclass(frozen=True, slots=True)
class Issued:
    """A customer got a ticket; `url` is its page, as a phone can open it. `gave_back` is the label it stands in place of."""

    ticket: Ticket
    url: str
    paper: Paper = Paper.Absent
    gave_back: str = ""


@dataclass(frozen=True, slots=True)
class Taking:
    """A customer tapped a queue and has no answer yet: for over a second (`slow`), after a failed try (`missed`).

    Once that takes too long, `left_s` says in how many seconds the kiosk gives up. `keeps` is the number that they have until then.
    """

    queue: str
    slow: bool = False
    missed: bool = False
    left_s: int | None = None
    keeps: Issued | None = None


@dataclass(frozen=True, slots=True)
class Changing:
    """A customer wants another queue; the ticket stays theirs until they have the other one."""

    issued: Issued


@dataclass(frozen=True, slots=True)
class TurnedAway:
    """The server gave a customer no number, and said why."""

    queue: str
    problem: Problem


@dataclass(frozen=True, slots=True)
class AskedForHelp:
    """A customer does not know which queue is theirs; `call` is there once the desks were told, `missed` says that a try to tell them failed.

    `heard` says that the branch has told of the call too, and `ended` that it does so no longer: they were helped.
    """

    call: HelpCall | None = None
    missed: bool = False
    heard: bool = False
    ended: bool = False


@dataclass(frozen=True, slots=True)
class ChoosingPriority:
    """A customer needs priority, and is asked which."""


@dataclass(frozen=True, slots=True)
class AtStaffDoor:
    """Someone held the corner and is asked for the PIN."""

    typed: str = ""
    wrong: bool = False
    locked: bool = False


@dataclass(frozen=True, slots=True)
class AmongStaff:
    """The PIN was right; `paper` tells how the last test print went."""

    paper: Paper = Paper.Absent


@dataclass(frozen=True, slots=True)
class Calibrating:
    """Staff match a bank card; pixels per millimetre so far."""

    px_per_mm: float


Visit = (
    Taking
    | Issued
    | Changing
    | TurnedAway
    | AskedForHelp
    | ChoosingPriority
    | AtStaffDoor
    | AmongStaff
    | Calibrating
)
"""What the customer in front of the kiosk has done so far."""
