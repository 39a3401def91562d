"""How each fact of the journal is told: by which name on the stream, and in which words in a ticket's story.

A new fact gets one row here; a test fails while it has none.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from server.domain import events
from server.domain.promise import Promise
from server.domain.ticket import Ticket
from server.present.estimates import estimate
from shared.wire.estimates import in_minutes
from shared.wire.messages import Happened

Words = Callable[[Any, Ticket, str], str]
"""The fact and its ticket after it, as half a sentence; the last is what desks are called here."""


@dataclass(frozen=True, slots=True)
class Told:
    """A fact's name on the stream and, where it is about a ticket, its words in the story."""

    happened: Happened
    story: Words | None = None


def _plainly(words: str) -> Words:
    return lambda fact, ticket, place: words


def _why(reason: str | None) -> str:
    return f" ({reason})" if reason else ""


def _taken(fact: events.Taken, _ticket: Ticket, _place: str) -> str:
    priority = f", priority {fact.priority}" if fact.priority else ""
    return f"taken in {fact.queue}{priority}{_promised(fact.promise)}"


def _promised(promise: Promise | None) -> str:
    told = estimate(promise)
    if told is None:
        return ""
    low, high = in_minutes(told)
    return (
        f", told to wait {low}–{high} min"
        if low < high
        else f", told to wait {high} min"
    )


def _called(fact: events.Called, _ticket: Ticket, place: str) -> str:
    picked = ", picked" if fact.chosen else ""
    return f"called to {place} {fact.desk} by {fact.servicer}{picked}"


def _finished(_fact: events.Finished, ticket: Ticket, _place: str) -> str:
    waited = ticket.wait(ticket.ended_at or ticket.since)
    return f"served; waited {_span(waited)}, service {_span(ticket.served)}"


def _transferred(fact: events.Transferred, _ticket: Ticket, place: str) -> str:
    return f"sent to {fact.queue}" + (f", for {place} {fact.desk}" if fact.desk else "")


def _span(span: timedelta) -> str:
    return str(span).partition(".")[0]


TOLD: dict[type, Told] = {
    events.Taken: Told(Happened.TAKEN, _taken),
    events.Called: Told(Happened.CALLED, _called),
    events.Recalled: Told(
        Happened.RECALLED,
        lambda fact, t, place: f"called again ({t.calls} times by now)",
    ),
    events.Started: Told(Happened.STARTED, _plainly("greeted")),
    events.Finished: Told(Happened.FINISHED, _finished),
    events.Missed: Told(Happened.MISSED, _plainly("called and did not come")),
    events.Left: Told(Happened.LEFT, _plainly("left the queue")),
    events.Expired: Told(Happened.EXPIRED, _plainly("still open when the day ended")),
    events.Held: Told(
        Happened.HELD, lambda fact, t, place: f"put aside{_why(fact.reason)}"
    ),
    events.Resumed: Told(Happened.RESUMED, _plainly("waiting again")),
    events.Transferred: Told(Happened.TRANSFERRED, _transferred),
    events.Cancelled: Told(Happened.CANCELLED, _plainly("cancelled")),
    events.Returned: Told(Happened.RETURNED, _plainly("came back after leaving")),
    events.Rejoined: Told(
        Happened.REJOINED, _plainly("came after all, and waits near the front")
    ),
    events.Postponed: Told(
        Happened.POSTPONED, lambda fact, t, place: f"let {fact.behind} go first"
    ),
    events.Prioritised: Told(
        Happened.PRIORITISED,
        lambda fact, t, place: (
            f"given priority {fact.priority}"
            if fact.priority
            else "without priority now"
        ),
    ),
    events.Noted: Told(Happened.NOTED, _plainly("noted")),
    events.WentOnTheWay: Told(
        Happened.ON_MY_WAY, _plainly("on the way, said the phone")
    ),
    events.Printed: Told(
        Happened.PRINTED,
        lambda fact, t, place: f"paper {fact.outcome}{_why(fact.reason)}",
    ),
    events.Rated: Told(
        Happened.RATED, lambda fact, t, place: f"rated {fact.score} of 3"
    ),
    events.Undone: Told(
        Happened.UNDONE, lambda fact, t, place: f"undone: {fact.restored.state} again"
    ),
    events.TicketCorrected: Told(
        Happened.CORRECTED,
        lambda fact, t, place: f"the server's clock was set by {_span(abs(fact.by))}",
    ),
    events.SignedIn: Told(Happened.SIGNED_IN),
    events.SignedOut: Told(Happened.SIGNED_OUT),
    events.Paused: Told(Happened.PAUSED),
    events.Opened: Told(Happened.OPENED),
    events.HelpAsked: Told(Happened.HELP),
    events.HelperComing: Told(Happened.HELP),
    events.StaffCalled: Told(Happened.HELP),
    events.StaffCallEnded: Told(Happened.HELP),
    events.KioskHelpAsked: Told(Happened.HELP),
    events.KioskHelpComing: Told(Happened.HELP),
    events.KioskHelpEnded: Told(Happened.HELP),
    events.MessageSet: Told(Happened.CONFIGURED),
    events.QueueSwitched: Told(Happened.CONFIGURED),
    events.TestNumberAwaited: Told(Happened.CONFIGURED),
    events.KioskSwitched: Told(Happened.CONFIGURED),
    events.NextStored: Told(Happened.STORED_NEXT),
    events.DeskUndone: Told(Happened.DESK_UNDONE),
    events.QueueLent: Told(Happened.CONFIGURED),
    events.DeskConfigured: Told(Happened.CONFIGURED),
    events.QueueConfigured: Told(Happened.CONFIGURED),
    events.ServicerConfigured: Told(Happened.CONFIGURED),
    events.AccountConfigured: Told(Happened.CONFIGURED),
    events.PasswordChanged: Told(Happened.CONFIGURED),
    events.BranchConfigured: Told(Happened.CONFIGURED),
    events.DevicePaired: Told(Happened.CONFIGURED),
    events.DeviceConfigured: Told(Happened.CONFIGURED),
    events.DeviceAsked: Told(Happened.CONFIGURED),
    events.ChangePutBack: Told(Happened.CONFIGURED),
    events.DeviceRevoked: Told(Happened.CONFIGURED),
    events.DayClosed: Told(Happened.DAY_CLOSED),
    events.ClockSet: Told(Happened.CONFIGURED),
}


def happened(fact: events.Event) -> Happened:
    """Return the fact's name on the stream."""
    return TOLD[type(fact)].happened
