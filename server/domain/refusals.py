"""Why a request is refused; each is one class, so that each has one answer on every face."""

from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from server.domain.phrases import phrase

if TYPE_CHECKING:  # the tickets below are only carried, never opened
    from server.domain.moves import Move
    from server.domain.ticket import Ticket


class Refusal(Exception):
    """The rules say no, and nothing was changed. `str()` of it is a sentence for the person concerned.

    What managers' pages may show is a `phrase`, so that they say it in their language.
    """

    @property
    def said(self) -> object:
        """The sentence, or the phrase that it is."""
        return self.args[0] if self.args else ""


class UnknownQueue(Refusal):
    """There is no queue of that slug here."""

    def __init__(self, slug: str) -> None:
        super().__init__(phrase("There is no queue “{slug}”.", slug=slug))


class UnknownDesk(Refusal):
    """There is no desk of that number here."""

    def __init__(self, number: int) -> None:
        super().__init__(phrase("There is no desk {number}.", number=number))


class UnknownTicket(Refusal):
    """There is no such ticket here."""

    def __init__(self) -> None:
        super().__init__(phrase("There is no such ticket."))


class UnknownServicer(Refusal):
    """There is nobody of that name here."""

    def __init__(self, name: str) -> None:
        super().__init__(phrase("There is nobody of the name “{name}”.", name=name))


class UnknownDevice(Refusal):
    """There is no device of that name here."""

    def __init__(self, name: str) -> None:
        super().__init__(phrase("There is no device “{name}”.", name=name))


class UnknownAccount(Refusal):
    """There is no account of that name here."""

    def __init__(self, name: str) -> None:
        super().__init__(phrase("There is no account “{name}”.", name=name))


class NoHelpCall(Refusal):
    """Nobody asks for help at that kiosk, or no longer."""

    def __init__(self) -> None:
        super().__init__("Nobody asks for help there any more.")


class WrongState(Refusal):
    """The ticket does not stand where this move may start."""

    def __init__(self, ticket: "Ticket", move: "Move") -> None:
        super().__init__(
            f"{ticket.label} is {ticket.state}; “{move}” is not possible now."
        )
        self.ticket = ticket


class OtherDesk(Refusal):
    """The ticket was called to another desk; only that desk may go on with it."""

    def __init__(self, ticket: "Ticket") -> None:
        super().__init__(
            phrase("{label} is at desk {desk}.", label=ticket.label, desk=ticket.desk)
        )
        self.ticket = ticket


class Fullness(StrEnum):
    """Why a queue gives no more numbers; the value says it in a sentence."""

    WAITING = "As many wait as may."
    TODAY = "All numbers of today are given."
    CLOSING = "Those who wait fill the rest of the day."


class QueueFull(Refusal):
    """The queue gives no more numbers today, or not now; `why` says which."""

    def __init__(self, slug: str, why: Fullness) -> None:
        super().__init__(f"The queue “{slug}” is full. {why}")
        self.why = why


class QueueClosed(Refusal):
    """The queue gives no numbers at this hour; `opens_at` says when it does again, if ever."""

    def __init__(self, slug: str, opens_at: datetime | None) -> None:
        super().__init__(f"The queue “{slug}” is closed.")
        self.opens_at = opens_at


class KioskClosed(Refusal):
    """Staff have closed this kiosk for now."""

    def __init__(self) -> None:
        super().__init__("This kiosk is closed.")


class KioskOnly(Refusal):
    """Whoever asks has not been served here today; numbers are given on site."""

    def __init__(self) -> None:
        super().__init__("Numbers are given at the kiosk.")


class NotHere(Refusal):
    """The queue gives numbers to phones on site only, and this one has not scanned the code there just now."""

    def __init__(self) -> None:
        super().__init__("Scan the code at the kiosk to take a number on a phone.")


class TooManyJoins(Refusal):
    """Too many numbers were taken from one address within a minute."""

    def __init__(self, seconds: int) -> None:
        super().__init__(f"Too many numbers from one place. Try again in {seconds} s.")
        self.seconds = seconds


class TooManyMoves(Refusal):
    """A ticket was moved by its phone, or many were from one address, more often than anybody presses."""

    def __init__(self, seconds: int) -> None:
        super().__init__(f"That was too often. Try again in {seconds} s.")
        self.seconds = seconds


class TooManyTries(Refusal):
    """A ticket was looked for by its label and two words too often, or too often from one address; or a screen by wrong codes."""

    def __init__(self, seconds: int) -> None:
        super().__init__(phrase("Too many tries. Try again in {n} s.", n=seconds))
        self.seconds = seconds


class UnknownPairing(Refusal):
    """Nothing that asks to be paired shows this code, or no longer."""

    def __init__(self) -> None:
        super().__init__(phrase("No screen shows this code now."))


class TooManyPairings(Refusal):
    """One network asks for new codes faster than screens do."""

    def __init__(self, seconds: int) -> None:
        super().__init__(f"Too many ask to be paired. Try again in {seconds} s.")
        self.seconds = seconds


class BoundElsewhere(Refusal):
    """The console is for one desk, and this is another."""

    def __init__(self, number: int) -> None:
        super().__init__(f"This console is for desk {number} only.")


class StillServing(Refusal):
    """The desk has to finish its present ticket first."""

    def __init__(self, ticket: "Ticket") -> None:
        super().__init__(f"{ticket.label} is still at this desk.")
        self.ticket = ticket


class NotSignedIn(Refusal):
    """Nobody is signed in at this console."""

    def __init__(self) -> None:
        super().__init__("Nobody is signed in at this console.")


class DeskTaken(Refusal):
    """Somebody else sits at that desk."""

    def __init__(self, number: int, servicer: str) -> None:
        super().__init__(
            phrase(
                "{name} is signed in at desk {number}.", name=servicer, number=number
            )
        )


class ServicerElsewhere(Refusal):
    """The servicer sits at another desk."""

    def __init__(self, servicer: str, number: int) -> None:
        super().__init__(
            phrase(
                "{name} is signed in at desk {number}.", name=servicer, number=number
            )
        )


class WrongPin(Refusal):
    """Name and PIN do not belong together."""

    def __init__(self) -> None:
        super().__init__("Name or PIN is not right.")


class PinLocked(Refusal):
    """Too many wrong PINs; try again later."""

    def __init__(self, seconds: int) -> None:
        super().__init__(f"Too many wrong PINs. Try again in {seconds} s.")
        self.seconds = seconds


class WrongPassword(Refusal):
    """User name, password and six digits do not belong together; nobody is told which of them is wrong."""

    def __init__(self) -> None:
        super().__init__("User name or password is not right.")


class SignInLocked(Refusal):
    """Too many wrong passwords or codes; try again later."""

    def __init__(self, seconds: int) -> None:
        super().__init__(f"Too many wrong passwords. Try again in {seconds} s.")
        self.seconds = seconds


class WrongStartCode(Refusal):
    """The one-time code that makes the first account is another one, was used, or is too old."""

    def __init__(self) -> None:
        super().__init__(
            "This code is not right, was used, or is too old. Run “takeanumber setup” on the server for a new one."
        )


class LastManager(Refusal):
    """Somebody has to be left who may do everything."""

    def __init__(self) -> None:
        super().__init__(
            phrase("This is the last manager. Make somebody else a manager first.")
        )


class RecalledTooSoon(Refusal):
    """The ticket was called a moment ago."""

    def __init__(self, seconds: int) -> None:
        super().__init__(f"Called a moment ago. Try again in {seconds} s.")
        self.seconds = seconds


class KeyReused(Refusal):
    """The idempotency key was used for another request."""

    def __init__(self) -> None:
        super().__init__("This Idempotency-Key was used for another request.")


class AlreadyThere(Refusal):
    """Something of that name exists already; `hint` is what a command line says of it beyond."""

    def __init__(self, said: str, change: str = "") -> None:
        super().__init__(said)
        self.hint = f" To change it: takeanumber {change}" if change else ""

    def __str__(self) -> str:
        return f"{self.args[0]}{self.hint}"


class NotValid(Refusal):
    """A value is not what it must be; `field` names it."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


class DeskPaused(Refusal):
    """The desk is on a break; it has to open first."""

    def __init__(self, number: int) -> None:
        super().__init__(phrase("Desk {number} is on a break.", number=number))


class TooLate(Refusal):
    """The time for this has run out."""

    def __init__(self, ticket: "Ticket", what: str) -> None:
        super().__init__(f"It is too late to {what} with {ticket.label}.")
        self.ticket = ticket


class NobodyBehind(Refusal):
    """There is nobody to let go first."""

    def __init__(self) -> None:
        super().__init__("Nobody waits behind you.")


class TooManyPostponements(Refusal):
    """The ticket has let others go first as often as it may."""

    def __init__(self, most: int) -> None:
        super().__init__(f"You can let others go first {most} times.")


class UnknownChange(Refusal):
    """No change of the set-up has this number."""

    def __init__(self, number: int) -> None:
        super().__init__(phrase("There is no change {number}.", number=number))


class CannotPutBack(Refusal):
    """What a change altered cannot be as it was before; `str()` says why."""


class NothingToUndo(Refusal):
    """The desk did nothing in the last moments that can be taken back."""

    def __init__(self, why: str) -> None:
        super().__init__(why)


class PriorityNotAllowed(Refusal):
    """The device may not give a priority."""

    def __init__(self) -> None:
        super().__init__("This device may not give a priority.")
