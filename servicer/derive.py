"""Which screen is shown, and what is on the one to sit down; the desk's is in derive_desk.py. Pure."""

from datetime import datetime
from zoneinfo import ZoneInfo

from servicer.lists import (
    name_of,
)
from servicer.props import (
    ConsoleProps,
    DeskRow,
    LanguageChoice,
    ServicerRow,
    SignInProps,
)
from servicer.said import (
    branch_name,
    clock,
    desk_name,
    notice_props,
    spot_of,
    whole_seconds,
)
from servicer.state import ConsoleState, waiting
from servicer.terms import Shown
from shared.translations import LANGUAGE_NAMES, LANGUAGES
from shared.wire.wording import listed


def derive_console(state: ConsoleState) -> ConsoleProps:
    """Return what every screen shows."""
    return ConsoleProps(
        screen=screen_of(state),
        link=state.link.state,
        as_of=clock(state, state.link.last_truth),
        branch_name=branch_name(state),
        accent="" if state.branch is None else state.branch.accent or "",
        spot=spot_of(state),
        unpaired=state.unpaired,
        wrong_role=state.wrong_role,
        lost=state.lost,
    )


def screen_of(state: ConsoleState) -> Shown:
    """Return which screen it is; whoever is at a desk with a customer stays there, whatever the link does."""
    if state.seat is not None and not (state.unpaired and state.here is None):
        return Shown.Desk
    if state.unpaired:
        return Shown.Unpaired
    # Nobody can sign in meanwhile.
    return Shown.Connecting if state.branch is None or state.lost else Shown.Welcome


def derive_sign_in(state: ConsoleState, now: datetime) -> SignInProps:
    """Return what the sign-in screen shows; nothing while it is not shown."""
    branch, chosen = state.branch, state.chosen
    if branch is None or state.seat is not None:
        return SignInProps(tries=chosen.tries)
    until = state.locked_until(chosen.servicer, now)
    desk = state.desk_of(chosen.desk)
    local = (now + state.skew).astimezone(ZoneInfo(branch.time_zone))
    return SignInProps(
        desks=tuple(
            DeskRow(
                desk.number,
                desk_name(state, desk),
                desk.servicer or "",
                desk.number == chosen.desk,
            )
            for desk in branch.desks
            if state.bound in (0, desk.number)
        ),
        servicers=tuple(
            ServicerRow(name, sits_at(state, name), name == chosen.servicer)
            for name in branch.servicers
        ),
        languages=tuple(
            LanguageChoice(code, LANGUAGE_NAMES[code], code == state.language)
            for code in branch.languages
            if code in LANGUAGES
        ),
        desk=0 if desk is None else desk.number,
        desk_name=desk_name(state, desk),
        desk_queues=listed(
            (name_of(state, slug) for slug in ([] if desk is None else desk.queues)),
            state.language,
        ),
        bound=state.bound != 0,
        servicer=chosen.servicer if chosen.servicer in branch.servicers else "",
        hour=local.hour,
        weekday=local.isoweekday(),
        clock=f"{local:%H:%M}",
        waiting=len(waiting(state)),
        tries=chosen.tries,
        busy=state.act is not None,
        locked_s=0 if until is None else whole_seconds(until - now),
        notice=notice_props(state, now),
    )


def sits_at(state: ConsoleState, servicer: str) -> int:
    """Return the number of the desk where that servicer is signed in, 0 for none."""
    desk = state.desk_where(servicer)
    return 0 if desk is None else desk.number
