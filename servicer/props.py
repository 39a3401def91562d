"""What the screens are given to show: frozen, in the parts that QML puts into words."""

from dataclasses import dataclass

from servicer.terms import Advised, Asks, Deed, Intake, Phase, Said, Shown, Spot, Stands
from shared.wire.link import LinkState


@dataclass(frozen=True, slots=True)
class ConsoleProps:
    """What every screen shows; `accent` is the branch's own colour, empty for none."""

    screen: Shown = Shown.Connecting
    link: LinkState = LinkState.Reconnecting
    as_of: str = ""
    branch_name: str = ""
    accent: str = ""
    spot: Spot = Spot.Desks
    unpaired: bool = False
    wrong_role: bool = False
    lost: bool = False


@dataclass(frozen=True, slots=True)
class NoticeProps:
    """One thing to tell the servicer, in the parts of a sentence; `seconds` is how long there is to wait."""

    kind: Said = Said.Nothing
    label: str = ""
    desk: int = 0
    servicer: str = ""
    seconds: int = 0
    detail: str = ""


@dataclass(frozen=True, slots=True)
class DeskRow:
    """A desk to choose, what else it is called, and who sits there."""

    number: int
    name: str
    servicer: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class ServicerRow:
    """A servicer to choose, and at which desk they sit; 0 for none."""

    name: str
    desk: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class LanguageChoice:
    """A language that the console can speak, in its own words, and whether it does."""

    code: str
    name: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class SignInProps:
    """The screen on which a servicer sits down; the time is the branch's, Monday is weekday 1. `bound` says that no other desk may be chosen."""

    desks: tuple[DeskRow, ...] = ()
    servicers: tuple[ServicerRow, ...] = ()
    languages: tuple[LanguageChoice, ...] = ()
    desk: int = 0
    desk_name: str = ""
    desk_queues: str = ""
    bound: bool = False
    servicer: str = ""
    hour: int = 0
    weekday: int = 0
    clock: str = ""
    waiting: int = 0
    tries: int = 0
    busy: bool = False
    locked_s: int = 0
    notice: NoticeProps = NoticeProps()


@dataclass(frozen=True, slots=True)
class ChoiceRow:
    """A button, named after its deed. `listening` is whether a press counts now, `asks` what it asks first."""

    deed: Deed
    name: str
    asks: Asks
    enabled: bool
    prominent: bool
    on: bool
    listening: bool


@dataclass(frozen=True, slots=True)
class QueueRow:
    """A queue with how many wait, and the longest of them in whole minutes; -1 when nobody waits. `lent` says that it is this desk's for today alone, `may_return` that it offers to give it back; `low_min` and
    `high_min` are how long a newcomer waits, 0 where that is not known; `at_once` says that they would be next at once.
    """

    slug: str
    letter: str
    ordinal: int
    name: str
    mine: bool
    waiting: int
    longest_min: int
    intake: Intake
    lent: bool = False
    low_min: int = 0
    high_min: int = 0
    at_once: bool = False
    may_return: bool = False


@dataclass(frozen=True, slots=True)
class TicketRow:
    """A ticket to choose from a list: who waits, was put aside, or was missed; `minutes` since they came, or went."""

    id: int
    label: str
    letter: str
    ordinal: int
    queue_name: str
    minutes: int
    priority: str
    priority_said: str
    remark: str


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """Where a customer may be sent: a queue by its slug, or a desk by its number."""

    key: str
    slug: str
    number: int
    letter: str
    ordinal: int
    name: str


@dataclass(frozen=True, slots=True)
class HelpRow:
    """Somebody who asks for help: at which kiosk, by its `device` and name, or `at_desk`; for how long, in which language.

    Whoever comes is told as far as it is known: the `helper` by name, from which desk (0: a manager), or `mine`: from this one.
    """

    key: str
    minutes: int = 0
    device: int = 0
    kiosk: str = ""
    at_desk: int = 0
    language: str = ""
    helper: str = ""
    desk: int = 0
    mine: bool = False

    @property
    def answered(self) -> bool:
        """Whether somebody comes."""
        return self.mine or self.desk > 0 or self.helper != ""


@dataclass(frozen=True, slots=True)
class AdviceRow:
    """What the desk is advised about a queue: minutes that newcomers wait there without it and with it, or `after_min` alone where it is enough.

    Where another queue gets slower by it, that one's name and minutes are there, too; where that one wants the desk back, `after_min` are its own.
    """

    key: str
    advised: Advised
    queue: str
    name: str
    before_min: int = 0
    after_min: int = 0
    other: str = ""
    other_before_min: int = 0
    other_after_min: int = 0


@dataclass(frozen=True, slots=True)
class LanguageRow:
    """A language of the branch, as `en`."""

    tag: str


@dataclass(frozen=True, slots=True)
class ClassRow:
    """A priority class: its name, what customers say who ask for it, and what they are told; the first is none at all."""

    key: str
    name: str
    said: str
    detail: str


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A ticket of today that somebody looked up: how it stands, where and since when, and what can be done with it.

    `call` and `back` are what calls it and what lets it wait in line again: `Deed.Nothing` where that cannot be.
    """

    id: int
    label: str
    letter: str
    ordinal: int
    queue_name: str
    stands: Stands
    desk: int
    servicer: str
    clock: str
    note: str
    call: Deed
    back: Deed
    send: bool
    rank: bool


NO_BUTTON = ChoiceRow(Deed.Nothing, "", Asks.Nothing, False, False, False, False)


@dataclass(frozen=True, slots=True)
class DeskProps:
    """The screen on which a servicer works; `elapsed_s` counts since the call, or since the customer arrived.

    `calls` counts those of this desk. What has no answer yet is `kept` until it has, or `unanswered` and soon given up.
    `waited_min` is how long the customer waited for the first call. `done_label` is who is done with here while the server is
    away. `overdue_min` is for how long a break is over, -1 while it is not. `shut` says that none of the desk's queues gives numbers.
    `sent_waiting` is how many were sent to this very desk: they stand in no queue's row. `priority_said` is in the customer's words. `message` is what everybody who waits is told, until `message_until`. `help_desks` are the other desks to which nobody comes yet, `helper` who comes to this
    one: from a desk, or a manager. `staff_call_by` is the manager who calls everybody, `lent` the queues that are this desk's for today alone.
    `newcomers_min` is how long newcomers wait where that is too long and no other desk could help. A service like this one usually takes from `usual_low_min` to
    `usual_high_min`, 0 where that is not known.
    """

    desk: int = 0
    desk_name: str = ""
    branch_name: str = ""
    spot: Spot = Spot.Desks
    servicer: str = ""
    phase: Phase = Phase.Free
    label: str = ""
    queue_name: str = ""
    queue_letter: str = ""
    queue_ordinal: int = 0
    elapsed_s: int = 0
    calls: int = 0
    waited_min: int = -1
    speaks: str = ""
    priority: str = ""
    priority_said: str = ""
    done_label: str = ""
    waiting: int = 0
    longest_min: int = -1
    away: bool = False
    busy: Deed = Deed.Nothing
    kept: bool = False
    unanswered: bool = False
    arrival: str = ""
    primary: ChoiceRow = NO_BUTTON
    others: tuple[ChoiceRow, ...] = ()
    queues: tuple[QueueRow, ...] = ()
    mine: tuple[QueueRow, ...] = ()
    elsewhere: tuple[QueueRow, ...] = ()
    elsewhere_waiting: int = 0
    mine_waiting: str = ""
    sent_waiting: int = 0
    sent_longest_min: int = -1
    line: tuple[TicketRow, ...] = ()
    held: tuple[TicketRow, ...] = ()
    missed: tuple[TicketRow, ...] = ()
    stranded: tuple[TicketRow, ...] = ()
    stranded_count: int = 0
    places: tuple[PlaceRow, ...] = ()
    note: str = ""
    on_my_way: bool = False
    unprinted: str = ""
    stored: bool = False
    back_at: str = ""
    overdue_min: int = -1
    shut: bool = False
    reason: str = ""
    help: bool = False
    help_desks: str = ""
    helper: str = ""
    helper_desk: int = 0
    staff_call_by: str = ""
    staff_call_reason: str = ""
    staff_call_min: int = 0
    lent: str = ""
    help_calls: tuple[HelpRow, ...] = ()
    help_wanted: str = ""
    advice: tuple[AdviceRow, ...] = ()
    newcomers_min: int = 0
    usual_low_min: int = 0
    usual_high_min: int = 0
    classes: tuple[ClassRow, ...] = ()
    languages: tuple[LanguageRow, ...] = ()
    message: str = ""
    message_until: str = ""
    alert_always: bool = False
    search: str = ""
    searching: bool = False
    found: tuple[FoundRow, ...] = ()
    send_places: tuple[PlaceRow, ...] = ()
    undo: Deed = Deed.Nothing
    undo_label: str = ""
    undo_s: int = 0
    notice: NoticeProps = NoticeProps()
