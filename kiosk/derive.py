"""What the kiosk's screen shows, derived from what it knows; pure."""

from dataclasses import dataclass, replace

from kiosk.grouping import (
    MOST_AT_ONCE,
    MOST_LARGE_AT_ONCE,
    GroupRow,
    group_rows,
    members,
)
from kiosk.state import (
    AmongStaff,
    AskedForHelp,
    AtStaffDoor,
    Calibrating,
    Changing,
    Issued,
    KioskState,
    Taking,
    TurnedAway,
    Visit,
    away,
)
from kiosk.terms import Openness, Shown
from shared.wire.estimates import in_minutes
from shared.wire.following import FollowedBranch
from shared.wire.messages import Branch, DeskState, Estimate, Full, Queue
from shared.wire.wording import clock_time, name_in, opening_of

LANGUAGE_NAMES = {
    "ar": "العربية",
    "bn": "বাংলা",
    "de": "Deutsch",
    "en": "English",
    "es": "Español",
    "fr": "Français",
    "hi": "हिन्दी",
    "it": "Italiano",
    "pl": "Polski",
    "pt": "Português",
    "ru": "Русский",
    "tr": "Türkçe",
    "uk": "Українська",
    "zh": "中文",
}
"""Each language in its own words."""


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One queue to tap; `low_min` and `high_min` are 0 where there is no estimate."""

    slug: str
    letter: str
    name: str
    openness: int
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
    """Everything that QML shows; what a screen does not need is empty."""

    screen: Shown = Shown.Connecting
    branch_name: str = ""
    link: int = 0
    as_of: str = ""
    queues: tuple[QueueRow, ...] = ()
    languages: tuple[LanguageRow, ...] = ()
    contrast: bool = False
    busy: bool = False
    desks_open: tuple[int, ...] = ()
    missed: bool = False
    label: str = ""
    letter: str = ""
    ordinal: int = 0
    queue_name: str = ""
    ahead: int = 0
    low_min: int = 0
    high_min: int = 0
    ticket_url: str = ""
    join_url: str = ""
    problem_type: str = ""
    problem_detail: str = ""
    full_today: bool = False
    opens_at: str = ""
    opens_in_days: int = 0
    opens_weekday: int = 0
    groups: tuple[GroupRow, ...] = ()
    in_group: bool = False
    larger: bool = False
    lower: bool = False
    speaking: bool = False
    warned: bool = False
    changing: str = ""
    gave_back: str = ""
    may_change: bool = False
    paper: int = 0
    pin_typed: int = 0
    pin_wrong: bool = False
    pin_locked: bool = False
    px_per_mm: float = 0
    card_px_per_mm: float = 0


def derive(state: KioskState) -> KioskProps:
    """Return what to show."""
    refusal = state.link.refusal
    props = KioskProps(
        screen=Shown.Away if away(state) else Shown.Connecting,
        link=state.link.state.value,
        contrast=state.contrast,
        larger=state.larger,
        lower=state.lower,
        speaking=state.speaking,
        warned=state.warned,
        px_per_mm=state.px_per_mm,
        join_url=state.join_url,
        busy=not state.may_tap,
        problem_type="" if refusal is None else refusal.type,
    )
    props = with_staff(props, state.visit)
    if state.followed is None:
        return props
    return with_visit(with_branch(props, state, state.followed), state, state.followed)


def with_staff(props: KioskProps, visit: Visit | None) -> KioskProps:
    """Add what staff see, who come even while there is no server."""
    match visit:
        case AtStaffDoor(typed=typed, wrong=wrong, locked=locked):
            return replace(
                props,
                screen=Shown.StaffDoor,
                pin_typed=len(typed),
                pin_wrong=wrong,
                pin_locked=locked,
            )
        case AmongStaff(paper=paper):
            return replace(props, screen=Shown.Staff, paper=paper.value)
        case Calibrating(px_per_mm=px_per_mm):
            return replace(props, screen=Shown.Calibrating, card_px_per_mm=px_per_mm)
    return props


def with_branch(
    props: KioskProps, state: KioskState, followed: FollowedBranch
) -> KioskProps:
    """Add what every screen shows of the branch."""
    branch = followed.branch
    props = replace(
        props,
        screen=screen_of(state, followed, props.screen),
        branch_name=branch.name,
        as_of=clock_time(state.link.last_truth, branch.time_zone),
        queues=queue_rows(state, followed),
        groups=() if state.group is not None else groups_of(state, followed),
        in_group=state.group is not None,
        languages=language_rows(state, branch.languages),
        desks_open=tuple(
            desk.number for desk in branch.desks if desk.state is DeskState.OPEN
        ),
    )
    return with_opening(props, branch)


def with_visit(
    props: KioskProps, state: KioskState, followed: FollowedBranch
) -> KioskProps:
    """Add what concerns the customer in front of the kiosk."""
    match state.visit:
        case Taking(queue=slug, missed=missed):
            return replace(about(props, state, followed, slug), missed=missed)
        case Changing(issued=issued):
            return replace(props, changing=issued.ticket.label)
        case Issued(ticket=ticket, url=url, paper=paper, gave_back=gave_back):
            low, high = range_of(ticket.estimate)
            return replace(
                about(props, state, followed, ticket.queue),
                label=ticket.label,
                ahead=ticket.ahead or 0,
                low_min=low,
                high_min=high,
                ticket_url=url,
                paper=paper.value,
                gave_back=gave_back,
                may_change=len(followed.branch.queues) > 1 and url != "",
            )
        case TurnedAway(queue=slug, problem=problem):
            return replace(
                about(props, state, followed, slug),
                problem_type=problem.type,
                problem_detail=problem.detail,
                full_today=any(
                    openness_of(queue) is Openness.FullForToday
                    for queue in followed.branch.queues
                    if queue.slug == slug
                ),
            )
    return props


def screen_of(state: KioskState, followed: FollowedBranch, otherwise: Shown) -> Shown:
    """Return which screen it is; a customer's own comes before what concerns everybody."""
    match state.visit:
        case AtStaffDoor() | AmongStaff() | Calibrating():
            return otherwise
        case Taking(slow=slow, missed=missed):
            return Shown.Taking if slow or missed else Shown.Home
        case Issued():
            return Shown.Issued
        case TurnedAway():
            return Shown.Refused
    if away(state):
        return Shown.Away
    found = screen_for_all(followed.branch)
    if found is Shown.Home and isinstance(state.visit, AskedForHelp):
        return Shown.Help
    return found


def screen_for_all(branch: Branch) -> Shown:
    """Return what whoever comes finds: the queues while any of them may give a number again before closing."""
    found = {openness_of(queue) for queue in branch.queues}
    if not branch.open or not found:
        return Shown.Closed
    if Openness.FullForToday in found and found <= {
        Openness.FullForToday,
        Openness.Shut,
    }:
        return Shown.FullToday
    return Shown.Home


def openness_of(queue: Queue) -> Openness:
    """Return whether the queue gives numbers; those who wait may make room, a day that is full stays so."""
    if not queue.open:
        return Openness.Shut
    match queue.full:
        case None:
            return Openness.Giving
        case Full.WAITING:
            return Openness.FullNow
        case Full.TODAY | Full.CLOSING:
            return Openness.FullForToday


def queue_rows(state: KioskState, followed: FollowedBranch) -> tuple[QueueRow, ...]:
    """Return a row for each queue that is shown now, in the branch's order."""
    taking = state.visit.queue if isinstance(state.visit, Taking) else None
    count = len(followed.branch.queues)
    if state.group is None and groups_of(state, followed):
        return ()
    shown = members(count, state.group or 0, most_at_once(state))
    rows = []
    for ordinal, queue in enumerate(followed.branch.queues):
        if ordinal not in shown:
            continue
        low, high = range_of(queue.estimate)
        rows.append(
            QueueRow(
                slug=queue.slug,
                letter=queue.letter,
                name=name_in(queue, state.language),
                openness=openness_of(queue).value,
                waiting=followed.waiting.get(queue.slug, 0),
                low_min=low,
                high_min=high,
                ordinal=ordinal,
                taking=queue.slug == taking,
            )
        )
    return tuple(rows)


def groups_of(state: KioskState, followed: FollowedBranch) -> tuple[GroupRow, ...]:
    """Return the groups that the queues go into; none where they fit one screen."""
    queues = followed.branch.queues
    return group_rows(
        [queue.letter for queue in queues],
        [name_in(queue, state.language) for queue in queues],
        most_at_once(state),
    )


def most_at_once(state: KioskState) -> int:
    """Return how many queues stand side by side in this customer's letters."""
    return MOST_LARGE_AT_ONCE if state.larger else MOST_AT_ONCE


def language_rows(state: KioskState, codes: list[str]) -> tuple[LanguageRow, ...]:
    """Return a row for each language that the branch offers."""
    return tuple(
        LanguageRow(code, LANGUAGE_NAMES.get(code, code), code == state.language)
        for code in codes
    )


def about(
    props: KioskProps, state: KioskState, followed: FollowedBranch, slug: str
) -> KioskProps:
    """Add which queue it is about; nothing when it was removed meanwhile."""
    for ordinal, queue in enumerate(followed.branch.queues):
        if queue.slug == slug:
            name = name_in(queue, state.language)
            return replace(props, letter=queue.letter, ordinal=ordinal, queue_name=name)
    return props


def range_of(estimate: Estimate | None) -> tuple[int, int]:
    """Return the range in minutes, zeros for none."""
    return (0, 0) if estimate is None else in_minutes(estimate)


def with_opening(props: KioskProps, branch: Branch) -> KioskProps:
    """Add when the branch opens next."""
    opening = opening_of(branch)
    if opening is None:
        return props
    return replace(
        props,
        opens_at=opening.clock,
        opens_in_days=opening.days_ahead,
        opens_weekday=opening.weekday,
    )
