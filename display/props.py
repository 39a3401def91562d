"""What the display's screen shows, as it is handed to its view model; what it does not need is empty."""

from dataclasses import dataclass

from display.terms import Shown, Truth
from shared.wire.week import DayRow
from shared.wire.wording import UNKNOWN_OPENING, Opening


@dataclass(frozen=True, slots=True)
class CallRow:
    """One recent call; `lit` is amber, `over` needs nobody's attention any more, `name` is what else its desk is called."""

    label: str
    desk: int
    lit: bool
    over: bool
    seq: int
    name: str = ""
    at: str = ""
    queue_name: str = ""


@dataclass(frozen=True, slots=True)
class ColumnRow:
    """A call in its queue's own column; `place` 0 is the newest."""

    label: str
    slug: str
    place: int
    desk: int
    lit: bool
    over: bool
    seq: int
    name: str = ""


@dataclass(frozen=True, slots=True)
class QueueTile:
    """One queue: how many wait, for how many minutes (0 for unknown), whether a desk is free for whoever comes now, and its newest call's label (empty for none)."""

    slug: str
    letter: str
    name: str
    open: bool
    waiting: int
    last_label: str
    ordinal: int
    low_min: int
    high_min: int
    at_once: bool


@dataclass(frozen=True, slots=True)
class DisplayProps:
    """Everything that QML shows; a `hero_label` of "" means that nobody is called now.

    `nobody_yet` says that nobody was called today. `place` is the word for the desks, and `named` whether one of those shown has a name besides. `closing` says that no new numbers
    are given while somebody waits or is being served, `still_waiting` how many wait then; `open_until` is the end of a day that is still open.
    """

    screen: Shown = Shown.Connecting
    truth: Truth = Truth.Live
    branch_name: str = ""
    clock: str = ""
    clock_unsure: bool = False
    as_of: str = ""
    hero_label: str = ""
    hero_desk: int = 0
    hero_desk_name: str = ""
    hero_queue_name: str = ""
    hero_lit: bool = False
    hero_seq: int = 0
    calls: tuple[CallRow, ...] = ()
    queues: tuple[QueueTile, ...] = ()
    column_calls: tuple[ColumnRow, ...] = ()
    nobody_yet: bool = True
    announcing: bool = False
    on_break: bool = False
    back_at: str = ""
    opening: Opening = UNKNOWN_OPENING
    days: tuple[DayRow, ...] = ()
    place: str = "desk"
    named: bool = False
    closing: bool = False
    still_waiting: int = 0
    open_until: str = ""
    open_desks: tuple[int, ...] = ()
    message: str = ""
    message_since: str = ""
    footer: str = ""
    logo: str = ""
    accent: str = ""
