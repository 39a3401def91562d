"""What each of the kiosk's screens shows, as it is handed to its view model; what it does not need is empty."""

from dataclasses import dataclass

from kiosk.grouping import GroupRow
from kiosk.terms import Openness, Paper, Shown
from shared.wire.link import LinkState
from shared.wire.week import DayRow, OtherDaysRow
from shared.wire.wording import UNKNOWN_OPENING, Opening


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One queue to tap; `low_min` and `high_min` are 0 where there is no estimate, `at_once` says that whoever came now would be next at once, `served` that somebody serves it, or nobody any queue, and `opens_at` is empty while it is not closed."""

    slug: str
    letter: str
    name: str
    openness: Openness
    waiting: int
    low_min: int
    high_min: int
    ordinal: int
    taking: bool
    opens_at: str = ""
    opens_in_days: int = 0
    opens_weekday: int = 0
    at_once: bool = False
    served: bool = True


@dataclass(frozen=True, slots=True)
class LanguageRow:
    """One language to choose."""

    code: str
    name: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class PriorityRow:
    """One class of priority: what it is called, and where it helps what else there is to know."""

    slug: str
    name: str
    hint: str


@dataclass(frozen=True, slots=True)
class KioskProps:
    """Which screen is shown, and what is around it; `logo` is an address, `accent` a colour."""

    screen: Shown = Shown.Connecting
    branch_name: str = ""
    link: LinkState = LinkState.Reconnecting
    as_of: str = ""
    warned: bool = False
    px_per_mm: float = 0
    logo: str = ""
    accent: str = ""
    footer: str = ""
    place: str = "desk"


@dataclass(frozen=True, slots=True)
class AidsProps:
    """The customer's bar: the languages, and what makes the screen easier to use; `next_page` has more languages, -1 for none."""

    languages: tuple[LanguageRow, ...] = ()
    next_page: int = -1
    contrast: bool = False
    larger: bool = False
    lower: bool = False
    speaking: bool = False


@dataclass(frozen=True, slots=True)
class HomeProps:
    """The queues to tap, or their groups; `changing` is the label that the customer keeps until they tap another.

    Where the queues take several pages, `next_page` is the one that follows, and has `more` of them; the first follows the last.
    """

    queues: tuple[QueueRow, ...] = ()
    groups: tuple[GroupRow, ...] = ()
    in_group: bool = False
    next_page: int = 0
    more: int = 0
    changing: str = ""
    join_url: str = ""
    desk_count: int = 0
    notice: str = ""


@dataclass(frozen=True, slots=True)
class PriorityProps:
    """The classes of priority, whether a customer may ask for one now, and what the chosen one is called."""

    classes: tuple[PriorityRow, ...] = ()
    offered: bool = False
    name: str = ""


@dataclass(frozen=True, slots=True)
class TicketProps:
    """The number that is waited for or was given; `missed` says that a try to get it failed, `left_s` when the kiosk gives up."""

    letter: str = ""
    ordinal: int = 0
    queue_name: str = ""
    missed: bool = False
    left_s: int = 0
    keeps: str = ""
    label: str = ""
    ahead: int = 0
    low_min: int = 0
    high_min: int = 0
    ticket_url: str = ""
    gave_back: str = ""
    may_change: bool = False
    next: bool = False
    nobody_serves: bool = False
    paper: Paper = Paper.Absent


@dataclass(frozen=True, slots=True)
class MessageProps:
    """What there is to know where there is no number, and what to do now.

    `opens_first` names the queues that open before the others, `hours_differ` says that not all are open at all of the week's times.
    `help_told` says that the desks know that help is needed, and where (`help_kiosk`, if it has a name), `help_desk` or `help_manager` who comes;
    `help_missed` says that they could not be told.
    """

    problem_type: str = ""
    problem_detail: str = ""
    queue_name: str = ""
    full_today: bool = False
    desks_open: tuple[int, ...] = ()
    opening: Opening = UNKNOWN_OPENING
    opens_first: str = ""
    hours_differ: bool = False
    days: tuple[DayRow, ...] = ()
    exceptions: tuple[OtherDaysRow, ...] = ()
    notice: str = ""
    help_told: bool = False
    help_kiosk: str = ""
    help_desk: int = 0
    help_manager: bool = False
    help_missed: bool = False


@dataclass(frozen=True, slots=True)
class StaffProps:
    """The door for staff, and what is behind it; `paper` tells how the last test print went."""

    pin_typed: int = 0
    pin_wrong: bool = False
    pin_locked: bool = False
    paper: Paper = Paper.Absent
    card_px_per_mm: float = 0
