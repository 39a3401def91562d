"""What the kiosk's screens show, derived from what it knows; pure."""

from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import urljoin

from kiosk.grouping import group_count, page_of
from kiosk.openness import is_served, range_of, screen_for_all
from kiosk.own_words import branch_name, told_in
from kiosk.props import (
    AidsProps,
    KioskProps,
    LanguageRow,
    StaffProps,
    TicketProps,
)
from kiosk.state import KioskState
from kiosk.terms import Shown
from kiosk.visit import (
    AmongStaff,
    AskedForHelp,
    AtStaffDoor,
    Calibrating,
    ChoosingPriority,
    Issued,
    Taking,
    TurnedAway,
)
from shared.translations import LANGUAGE_NAMES, LANGUAGES
from shared.wire.messages import Branch
from shared.wire.wording import clock_time, name_in

MOST_LANGUAGES = 5
"""So many languages stand in one row; of more, the last word leads to the others."""


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
        branch_name=branch_name(branch, state.language),
        as_of=clock_time(state.link.last_truth, branch.time_zone),
        logo=urljoin(state.server, branch.logo) if branch.logo else "",
        accent=branch.accent or "",
        footer=told_in(branch.footer, state.language),
        place=branch.place.value,
    )


STAFF_SCREENS: Mapping[type, Shown] = {
    AtStaffDoor: Shown.StaffDoor,
    AmongStaff: Shown.Staff,
    Calibrating: Shown.Calibrating,
}


def screen_of(state: KioskState) -> Shown:
    """Return which screen it is; staff's own and a customer's own come before what concerns everybody."""
    staff = STAFF_SCREENS.get(type(state.visit))
    if staff is not None:
        return staff
    if state.followed is None:
        return Shown.Away if state.link.away else Shown.Connecting
    own = screen_of_customer(state)
    if own is not None:
        return own
    if state.link.away:
        return Shown.Away
    found = screen_for_all(state.followed.branch)
    if found is not Shown.Home:
        return found
    if state.closed is not None:
        return Shown.KioskClosed
    return Shown.Priority if isinstance(state.visit, ChoosingPriority) else Shown.Home


def screen_of_customer(state: KioskState) -> Shown | None:
    """Return the screen of what only this customer waits for, got or was told."""
    match state.visit:
        case Taking(left_s=int()):
            return Shown.NoNumber
        case Taking(slow=slow, missed=missed):
            return Shown.Taking if slow or missed else Shown.Home
        case Issued():
            return Shown.Issued
        case TurnedAway():
            return Shown.Refused
        case AskedForHelp():
            return Shown.Help
    return None


def derive_aids(state: KioskState) -> AidsProps:
    """Return the customer's bar; before a server is known it offers what the kiosk itself speaks."""
    known = state.followed
    offered = list(LANGUAGES if known is None else known.branch.languages)
    page, most = state.language_page, MOST_LANGUAGES
    if len(offered) > most:
        # The last place leads to the others.
        most -= 1
    pages = group_count(len(offered), most)
    shown = [offered[place] for place in page_of(len(offered), page, most)]
    return AidsProps(
        languages=tuple(
            LanguageRow(code, LANGUAGE_NAMES.get(code, code), code == state.language)
            for code in shown
        ),
        next_page=(page + 1) % pages if pages > 1 else -1,
        contrast=state.contrast,
        larger=state.larger,
        lower=state.lower,
        speaking=state.speaking,
    )


def derive_ticket(state: KioskState) -> TicketProps:
    """Return the number that is waited for or was given; nothing before the kiosk knows its branch."""
    if state.followed is None:
        return TicketProps()
    branch = state.followed.branch
    match state.visit:
        case Taking(queue=slug, missed=missed, left_s=left_s, keeps=keeps):
            return replace(
                about(state, branch, slug),
                missed=missed,
                left_s=left_s or 0,
                keeps="" if keeps is None else keeps.ticket.label,
            )
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
                next=ticket.next and is_served(branch, ticket.queue),
                nobody_serves=not is_served(branch, ticket.queue),
            )
    return TicketProps()


def about(state: KioskState, branch: Branch, slug: str) -> TicketProps:
    """Return which queue it is about; nothing when it was removed meanwhile."""
    for ordinal, queue in enumerate(branch.queues):
        if queue.slug == slug:
            name = name_in(queue, state.language)
            return TicketProps(letter=queue.letter, ordinal=ordinal, queue_name=name)
    return TicketProps()


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
