"""What each of the kiosk's screens shows, as it is handed to its view model; what it does not need is empty."""

from dataclasses import dataclass

from kiosk.grouping import GroupRow
from kiosk.terms import Openness, Paper, Shown
from shared.wire.link import LinkState
from shared.wire.wording import UNKNOWN_OPENING, Opening


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One queue to tap; `low_min` and `high_min` are 0 where there is no estimate."""

    slug: str
    letter: str
    name: str
    openness: Openness
    waiting: int
    low_min: int
    high_min: int
    ordinal: int
    taking: bool


@dataclass(frozen=True, slots=True)
class LanguageRow:
    """One language to choose."""

    code: str
    name: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class KioskProps:
    """Which screen is shown, and what is around it."""

    screen: Shown = Shown.Connecting
    branch_name: str = ""
    link: LinkState = LinkState.Reconnecting
    as_of: str = ""
    warned: bool = False
    px_per_mm: float = 0


@dataclass(frozen=True, slots=True)
class AidsProps:
    """The customer's bar: the languages, and what makes the screen easier to use."""

    languages: tuple[LanguageRow, ...] = ()
    contrast: bool = False
    larger: bool = False
    lower: bool = False
    speaking: bool = False


@dataclass(frozen=True, slots=True)
class HomeProps:
    """The queues to tap, or their groups; `changing` is the label that the customer keeps until they tap another."""

    queues: tuple[QueueRow, ...] = ()
    groups: tuple[GroupRow, ...] = ()
    in_group: bool = False
    changing: str = ""
    join_url: str = ""
    desk_count: int = 0


@dataclass(frozen=True, slots=True)
class TicketProps:
    """The number that is waited for or was given; `missed` says that a try to get it failed."""

    letter: str = ""
    ordinal: int = 0
    queue_name: str = ""
    missed: bool = False
    label: str = ""
    ahead: int = 0
    low_min: int = 0
    high_min: int = 0
    ticket_url: str = ""
    gave_back: str = ""
    may_change: bool = False
    paper: Paper = Paper.Absent


@dataclass(frozen=True, slots=True)
class MessageProps:
    """What there is to know where there is no number, and what to do now."""

    problem_type: str = ""
    problem_detail: str = ""
    queue_name: str = ""
    full_today: bool = False
    desks_open: tuple[int, ...] = ()
    opening: Opening = UNKNOWN_OPENING


@dataclass(frozen=True, slots=True)
class StaffProps:
    """The door for staff, and what is behind it; `paper` tells how the last test print went."""

    pin_typed: int = 0
    pin_wrong: bool = False
    pin_locked: bool = False
    paper: Paper = Paper.Absent
    card_px_per_mm: float = 0
