"""What the kiosk's screens show, derived from what it knows; pure."""

from dataclasses import replace

from kiosk.grouping import (
    MOST_AT_ONCE,
    MOST_LARGE_AT_ONCE,
    GroupRow,
    group_rows,
    members,
)
from kiosk.props import (
    AidsProps,
    HomeProps,
    KioskProps,
    LanguageRow,
    MessageProps,
    QueueRow,
    StaffProps,
    TicketProps,
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
)
from kiosk.terms import Openness, Shown
from shared.wire.estimates import in_minutes
from shared.wire.messages import Branch, DeskState, Estimate, Full, Queue
from shared.wire.wording import clock_time, name_in, opening_of, queue_name

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


def derive_kiosk(state: KioskState) -> KioskProps:
    """Return which screen is shown, and what every screen needs."""
    props = KioskProps(
        screen=screen_of(state),
        link=state.link.state,
        warned=state.warned,
        px_per_mm=state.px_per_mm,
    )
    if state.followed is None:
        return props
    branch = state.followed.branch
    return replace(
        props,
        branch_name=branch.name,
        as_of=clock_time(state.link.last_truth, branch.time_zone),
    )


def screen_of(state: KioskState) -> Shown:
    """Return which screen it is; staff's own and a customer's own come before what concerns everybody."""
    match state.visit:
        case AtStaffDoor():
            return Shown.StaffDoor
        case AmongStaff():
            return Shown.Staff
        case Calibrating():
            return Shown.Calibrating
    if state.followed is None:
        return Shown.Away if state.link.away else Shown.Connecting
    match state.visit:
        case Taking(slow=slow, missed=missed):
            return Shown.Taking if slow or missed else Shown.Home
        case Issued():
            return Shown.Issued
        case TurnedAway():
            return Shown.Refused
    if state.link.away:
        return Shown.Away
    found = screen_for_all(state.followed.branch)
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


def derive_aids(state: KioskState) -> AidsProps:
    """Return the customer's bar."""
    offered = () if state.followed is None else state.followed.branch.languages
    return AidsProps(
        languages=tuple(
            LanguageRow(code, LANGUAGE_NAMES.get(code, code), code == state.language)
            for code in offered
        ),
        contrast=state.contrast,
        larger=state.larger,
        lower=state.lower,
        speaking=state.speaking,
    )


def derive_home(state: KioskState) -> HomeProps:
    """Return the queues to tap."""
    if state.followed is None:
        return HomeProps(join_url=state.join_url)
    branch = state.followed.branch
    in_group = state.group is not None
    visit = state.visit
    return HomeProps(
        queues=queue_rows(state, branch),
        groups=() if in_group else groups_of(state, branch),
        in_group=in_group,
        changing=visit.issued.ticket.label if isinstance(visit, Changing) else "",
        join_url=state.join_url,
        desk_count=len(desks_open(branch)),
    )


def queue_rows(state: KioskState, branch: Branch) -> tuple[QueueRow, ...]:
    """Return a row for each queue that is shown now, in the branch's order."""
    taking = state.visit.queue if isinstance(state.visit, Taking) else None
    count = len(branch.queues)
    if state.group is None and groups_of(state, branch):
        return ()
    shown = members(count, state.group or 0, most_at_once(state))
    rows = []
    for ordinal, queue in enumerate(branch.queues):
        if ordinal not in shown:
            continue
        low, high = range_of(queue.estimate)
        rows.append(
            QueueRow(
                slug=queue.slug,
                letter=queue.letter,
                name=name_in(queue, state.language),
                openness=openness_of(queue),
                waiting=queue.waiting,
                low_min=low,
                high_min=high,
                ordinal=ordinal,
                taking=queue.slug == taking,
            )
        )
    return tuple(rows)


def groups_of(state: KioskState, branch: Branch) -> tuple[GroupRow, ...]:
    """Return the groups that the queues go into; none where they fit one screen."""
    queues = branch.queues
    return group_rows(
        [queue.letter for queue in queues],
        [name_in(queue, state.language) for queue in queues],
        most_at_once(state),
    )


def most_at_once(state: KioskState) -> int:
    """Return how many queues stand side by side in this customer's letters."""
    return MOST_LARGE_AT_ONCE if state.larger else MOST_AT_ONCE


def desks_open(branch: Branch) -> tuple[int, ...]:
    """Return the desks at which somebody serves."""
    return tuple(desk.number for desk in branch.desks if desk.state is DeskState.OPEN)


def derive_ticket(state: KioskState) -> TicketProps:
    """Return the number that is waited for or was given; nothing before the kiosk knows its branch."""
    if state.followed is None:
        return TicketProps()
    branch = state.followed.branch
    match state.visit:
        case Taking(queue=slug, missed=missed):
            return replace(about(state, branch, slug), missed=missed)
        case Issued(ticket=ticket, url=url, paper=paper, gave_back=gave_back):
            low, high = range_of(ticket.estimate)
            return replace(
                about(state, branch, ticket.queue),
                label=ticket.label,
                ahead=ticket.ahead or 0,
                low_min=low,
                high_min=high,
                ticket_url=url,
                paper=paper,
                gave_back=gave_back,
                may_change=len(branch.queues) > 1 and url != "",
            )
    return TicketProps()


def about(state: KioskState, branch: Branch, slug: str) -> TicketProps:
    """Return which queue it is about; nothing when it was removed meanwhile."""
    for ordinal, queue in enumerate(branch.queues):
        if queue.slug == slug:
            name = name_in(queue, state.language)
            return TicketProps(letter=queue.letter, ordinal=ordinal, queue_name=name)
    return TicketProps()


def range_of(estimate: Estimate | None) -> tuple[int, int]:
    """Return the range in minutes, zeros for none."""
    return (0, 0) if estimate is None else in_minutes(estimate)


def derive_message(state: KioskState) -> MessageProps:
    """Return what there is to know where there is no number."""
    refusal = state.link.refusal
    props = MessageProps(problem_type="" if refusal is None else refusal.type)
    if state.followed is None:
        return props
    branch = state.followed.branch
    props = replace(props, desks_open=desks_open(branch), opening=opening_of(branch))
    if not isinstance(state.visit, TurnedAway):
        return props
    slug, problem = state.visit.queue, state.visit.problem
    return replace(
        props,
        problem_type=problem.type,
        problem_detail=problem.detail,
        queue_name=queue_name(branch.queues, slug, state.language),
        full_today=any(
            openness_of(queue) is Openness.FullForToday
            for queue in branch.queues
            if queue.slug == slug
        ),
    )


def derive_staff(state: KioskState) -> StaffProps:
    """Return what staff see, who come even while there is no server."""
    match state.visit:
        case AtStaffDoor(typed=typed, wrong=wrong, locked=locked):
            return StaffProps(pin_typed=len(typed), pin_wrong=wrong, pin_locked=locked)
        case AmongStaff(paper=paper):
            return StaffProps(paper=paper)
        case Calibrating(px_per_mm=px_per_mm):
            return StaffProps(card_px_per_mm=px_per_mm)
    return StaffProps()
