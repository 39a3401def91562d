"""How far a test number has come: what is done, what comes next, and what is left out because nothing is there for it; pure."""

from dataclasses import dataclass
from enum import StrEnum

from server.domain.ticket import PrintState, Ticket


class Check(StrEnum):
    """What a test number tries, in the order in which it does."""

    GIVEN = "given"
    PAPER = "paper"
    PHONE = "phone"
    CALLED = "called"
    SHOWN = "shown"


class Stand(StrEnum):
    """Whether a check is done, is what to do now, is still to come, was left out, or went wrong."""

    DONE = "done"
    NOW = "now"
    TO_COME = "to-come"
    SKIPPED = "skipped"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """What is known of the trial: its ticket, by which kiosk it was given, and what there is to try it with.

    `has_printer` is False where no kiosk that gives it has one.
    """

    ticket: Ticket | None = None
    kiosk: str | None = None
    has_kiosk: bool = False
    has_display: bool = False
    has_printer: bool = True
    is_opened: bool = False


def checks(tried: Tried) -> dict[Check, Stand]:
    """Return how each check stands; the first that is not over is the one to do now."""
    stands = {
        Check.GIVEN: Stand.TO_COME if tried.ticket is None else Stand.DONE,
        Check.PAPER: _paper(tried),
        Check.PHONE: Stand.DONE if tried.is_opened else Stand.TO_COME,
        Check.CALLED: _called(tried),
        Check.SHOWN: _shown(tried),
    }
    for check, stand in stands.items():
        if stand is Stand.TO_COME:
            return {**stands, check: Stand.NOW}
    return stands


def is_over(stands: dict[Check, Stand]) -> bool:
    """Return whether everything was tried that could be."""
    return not {Stand.NOW, Stand.TO_COME} & set(stands.values())


def _paper(tried: Tried) -> Stand:
    if not (tried.has_kiosk and tried.has_printer) or (
        tried.ticket is not None and tried.kiosk is None
    ):
        return Stand.SKIPPED
    match None if tried.ticket is None else tried.ticket.print:
        case PrintState.PRINTED:
            return Stand.DONE
        case PrintState.FAILED:
            return Stand.FAILED
        case None if tried.ticket is not None:
            # This kiosk has no printer.
            return Stand.SKIPPED
    return Stand.TO_COME


def _called(tried: Tried) -> Stand:
    is_called = tried.ticket is not None and tried.ticket.calls > 0
    return Stand.DONE if is_called else Stand.TO_COME


def _shown(tried: Tried) -> Stand:
    if not tried.has_display:
        return Stand.SKIPPED
    return _called(tried)
