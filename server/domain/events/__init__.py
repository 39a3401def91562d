"""The facts the journal records: one frozen class each; `Recorded` says when, by whom and in which order."""

from dataclasses import dataclass
from datetime import datetime

from server.domain.events.branch import (
    ClockSet,
    DayClosed,
    HallEvent,
    KioskHelpAsked,
    KioskHelpComing,
    KioskHelpEnded,
    KioskSwitched,
    MessageSet,
    NumbersGiven,
    QueueSwitched,
    StaffCalled,
    StaffCallEnded,
    TestNumberAwaited,
)
from server.domain.events.desk import (
    DeskConfigured,
    DeskEvent,
    DeskUndone,
    HelpAsked,
    HelperComing,
    NextStored,
    Opened,
    Paused,
    QueueLent,
    SignedIn,
    SignedOut,
)
from server.domain.events.setup import (
    AccountConfigured,
    BranchConfigured,
    ChangePutBack,
    DeviceAsked,
    DeviceConfigured,
    DevicePaired,
    DeviceRevoked,
    PasswordChanged,
    QueueConfigured,
    ServicerConfigured,
    SetUpEvent,
)
from server.domain.events.ticket import (
    Called,
    Cancelled,
    Expired,
    Finished,
    Held,
    Left,
    Missed,
    Noted,
    Postponed,
    Printed,
    Prioritised,
    Rated,
    Recalled,
    Rejoined,
    Resumed,
    Returned,
    Started,
    Taken,
    TicketCorrected,
    TicketEvent,
    Transferred,
    Undone,
    WentOnTheWay,
)

BranchEvent = SetUpEvent | HallEvent
Event = TicketEvent | DeskEvent | BranchEvent


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who did it, as far as known: a paired device, the desk and servicer signed in there, or a manager by name.

    How they proved who they are is no part of it.
    """

    device: int | None = None
    desk: int | None = None
    servicer: str | None = None
    manager: str | None = None


SYSTEM = Actor()
"""The branch itself: a day that ends by the clock, a customer's phone."""

COMMAND_LINE = Actor(manager="command line")
"""Whoever may type commands on the server's own machine."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """One row of the journal; `seq` counts without gaps per branch, `ticket` is set when it is about one.

    `act` is the seq of the first row of the same request: “done and call next” is two rows and one act.
    """

    seq: int
    act: int
    at: datetime
    actor: Actor
    event: Event
    ticket: int | None = None


__all__ = [
    "COMMAND_LINE",
    "SYSTEM",
    "AccountConfigured",
    "Actor",
    "BranchConfigured",
    "BranchEvent",
    "Called",
    "Cancelled",
    "ChangePutBack",
    "ClockSet",
    "DayClosed",
    "DeskConfigured",
    "DeskEvent",
    "DeskUndone",
    "DeviceAsked",
    "DeviceConfigured",
    "DevicePaired",
    "DeviceRevoked",
    "Event",
    "Expired",
    "Finished",
    "HallEvent",
    "Held",
    "HelpAsked",
    "HelperComing",
    "KioskHelpAsked",
    "KioskHelpComing",
    "KioskHelpEnded",
    "KioskSwitched",
    "Left",
    "MessageSet",
    "Missed",
    "NextStored",
    "Noted",
    "NumbersGiven",
    "Opened",
    "PasswordChanged",
    "Paused",
    "Postponed",
    "Printed",
    "Prioritised",
    "QueueConfigured",
    "QueueLent",
    "QueueSwitched",
    "Rated",
    "Recalled",
    "Recorded",
    "Rejoined",
    "Resumed",
    "Returned",
    "ServicerConfigured",
    "SetUpEvent",
    "SignedIn",
    "SignedOut",
    "StaffCallEnded",
    "StaffCalled",
    "Started",
    "Taken",
    "TestNumberAwaited",
    "TicketCorrected",
    "TicketEvent",
    "Transferred",
    "Undone",
    "WentOnTheWay",
]
