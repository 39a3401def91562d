"""Every message that a client sends; what comes back is in messages.py."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from msgspec import Meta, Struct

Text = Annotated[str, Meta(max_length=500)]
"""What staff write."""

LanguageTag = Annotated[str, Meta(max_length=35, pattern="^[A-Za-z0-9_-]*$")]
"""A language as BCP 47 writes it: `de`, `pt-BR`."""

Moment = Annotated[datetime, Meta(tz=True)]
"""An instant, with its offset."""


class Request(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A body that a client sends; a field it misspells is refused by name rather than ignored."""


class TakeNumber(Request, frozen=True, kw_only=True):
    """Take a number in a queue, by its slug; `will_print` says that a printer is about to print it.

    `call` is for a customer who walked up to the desk without one: the console's desk calls the new ticket at once, and
    finishes the one that it still serves if `finish` says so.
    """

    queue: str
    language: LanguageTag | None = None
    priority: str | None = None
    will_print: bool = False
    call: bool = False
    finish: bool = False


class TakeTestNumber(Request, frozen=True, kw_only=True):
    """Take a test number in a queue, by its slug."""

    queue: str
    language: LanguageTag | None = None


class AwaitTestNumber(Request, frozen=True, kw_only=True):
    """Let the next number that a kiosk gives be a test: this one, by its device's id, or any."""

    device: int | None = None


class SignIn(Request, frozen=True, kw_only=True):
    """Sign a servicer in at a desk."""

    servicer: str
    pin: str


class CallNext(Request, frozen=True, kw_only=True):
    """Call whoever is next; `finish` first finishes the ticket that the desk still serves.

    Where nobody waits, `store` true asks to be given the next arrival, and false withdraws that.
    """

    finish: bool = False
    store: bool | None = None


class CallTicket(Request, frozen=True, kw_only=True):
    """Call this very ticket; `finish` first finishes the ticket that the desk still serves."""

    finish: bool = False


class Hold(Request, frozen=True, kw_only=True):
    """Put the customer aside for a while."""

    reason: Text | None = None


class Transfer(Request, frozen=True, kw_only=True):
    """Send the customer to a queue, a desk, or both; `to_end` queues up anew there."""

    queue: str | None = None
    desk: int | None = None
    to_end: bool = False


class Note(Request, frozen=True, kw_only=True):
    """Write something for colleagues; an empty text takes the note away."""

    text: Text


class PrintOutcome(Request, frozen=True, kw_only=True):
    """What became of a ticket's paper."""

    outcome: Literal["printed", "failed"]
    reason: Text | None = None


class Pause(Request, frozen=True, kw_only=True):
    """Take a break."""

    reason: Text | None = None
    until: Moment | None = None


class Help(Request, frozen=True, kw_only=True):
    """Call for help, or say that it has come."""

    wanted: bool = True


class AskForHelp(Request, frozen=True, kw_only=True):
    """A customer at the kiosk asks for help, in their language; `wanted` false says that they need none any more."""

    wanted: bool = True
    language: LanguageTag | None = None


class GivePriority(Request, frozen=True, kw_only=True):
    """Give a waiting ticket this priority class, or none."""

    priority: str | None = None


class LendQueue(Request, frozen=True, kw_only=True):
    """A queue, by its slug, that a desk is to serve beside its own, or no longer."""

    queue: str


class CallStaff(Request, frozen=True, kw_only=True):
    """Ask everybody at the desks to come and help; why, and where to."""

    reason: Text | None = None


class Until(Request, frozen=True, kw_only=True):
    """Until when it is to be so; until the business day ends where that is not said."""

    until: Moment | None = None


class SayToAll(Request, frozen=True, kw_only=True):
    """Tell everybody who waits, in one or several languages; no text at all takes the message away."""

    texts: dict[LanguageTag, Text] = {}
    until: Moment | None = None


class Nothing(Request, frozen=True, kw_only=True):
    """A request that says all in its path."""
