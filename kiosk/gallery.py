"""Every screen and state of the kiosk, by name, as the input that shows it; pure."""

from collections.abc import Mapping
from datetime import timedelta
from functools import cache

import msgspec

from kiosk import state as folds
from kiosk.made_up import (
    CLOSED,
    FULL,
    LATER_TODAY,
    NEVER_HEARD,
    SHUT_HERE,
    TOMORROW,
    URL,
    by_phone,
    here,
    long_names,
    many_queues,
    next_one,
    nine_queues,
    shut_by_hand,
    two_lines,
    with_branch,
    with_everything,
    with_footer,
    with_hours,
    with_languages,
    with_message,
    with_number,
    with_own_words,
    with_paper,
    with_priorities,
)
from kiosk.state import KioskState
from kiosk.terms import Paper
from kiosk.visit import AmongStaff, AtStaffDoor, Calibrating
from shared.pairing.terms import Face
from shared.qt import sample
from shared.qt.settings import Size, ThemeMode
from shared.wire.messages import (
    Desk,
    DeskState,
    Full,
    HelpCall,
    Place,
)

FREE = Desk(number=7, state=DeskState.OPEN, queues=["bills"])
"""Whoever comes to pay a bill is next at once."""

SIZES = (Size(1080, 1920), Size(1920, 1080), Size(1280, 720))
FACE = Face.Kiosk
THEME = ThemeMode.LIGHT


@cache
def screens(language: str) -> Mapping[str, KioskState]:
    """Return the input of every screen, for a customer of this language."""
    return {
        **homes(language),
        **taking(language),
        **issued(language),
        **helping(language),
        **nothing_to_take(language),
        **staff(language),
    }


def homes(language: str) -> dict[str, KioskState]:
    """Return the screens with queues to tap."""
    home, nine = here(language), here(language, nine_queues())
    six = here(language, sample.SIX_QUEUES)
    many = here(language, many_queues())
    bills_shut = msgspec.structs.replace(
        sample.BILLS, open=False, opens_at=sample.NOW + timedelta(minutes=78)
    )
    shut_till_tomorrow = msgspec.structs.replace(
        sample.PASSPORTS, open=False, opens_at=TOMORROW
    )
    full = msgspec.structs.replace(sample.PASSPORTS, full=Full.TODAY)
    crowded = msgspec.structs.replace(sample.BILLS, full=Full.WAITING, waiting=40)
    prior, prior_nine = with_priorities(home), with_priorities(nine)
    return {
        "home": home,
        "home-by-phone": by_phone(home),
        "home-six-queues-by-phone": by_phone(six),
        "home-nine-queues-by-phone": by_phone(nine),
        "home-nobody-by-phone": by_phone(here(language, desks=[])),
        "home-six-queues-nobody-by-phone": by_phone(
            here(language, sample.SIX_QUEUES, desks=[])
        ),
        "home-nine-queues-nobody-by-phone": by_phone(
            here(language, nine_queues(), desks=[])
        ),
        "home-nobody-by-phone-larger": by_phone(
            folds.switched_larger(here(language, desks=[]))
        ),
        "home-everything": by_phone(with_everything(here(language, desks=[]))),
        "home-six-queues-everything": by_phone(
            with_everything(here(language, sample.SIX_QUEUES, desks=[]))
        ),
        "home-nine-queues-everything": by_phone(
            with_everything(here(language, nine_queues(), desks=[]))
        ),
        "home-everything-larger": by_phone(
            folds.switched_larger(with_everything(here(language, desks=[])))
        ),
        "home-two-lines": with_footer(here(language, two_lines())),
        "home-four-queues": here(language, sample.SIX_QUEUES[:4]),
        "home-six-queues": six,
        "home-nine-queues": nine,
        "home-many-queues": many,
        "home-many-queues-opened": folds.opened_group(many, 1),
        "home-one-queue": here(language, [sample.PARKING]),
        "home-next-at-once": here(language, desks=[FREE]),
        "home-six-queues-next-at-once": here(language, sample.SIX_QUEUES, desks=[FREE]),
        "home-next-at-once-larger": folds.switched_larger(here(language, desks=[FREE])),
        "home-queue-closed": here(
            language, [sample.PARKING, sample.PASSPORTS, bills_shut]
        ),
        "home-queues-open-later": here(
            language, [sample.PARKING, shut_till_tomorrow, bills_shut]
        ),
        "home-nine-queues-closed": here(language, [bills_shut, *nine_queues()[1:]]),
        "home-queues-full": here(language, [sample.PARKING, full, crowded]),
        "home-nobody-at-the-desks": here(language, desks=[]),
        "home-reconnecting": folds.stood(home, sample.RECONNECTING),
        "home-message": with_message(home),
        "home-message-by-phone": by_phone(with_message(home)),
        "home-nine-queues-message": with_message(nine),
        "home-contrast": folds.switched_contrast(home),
        "home-priority": prior,
        "home-nine-queues-priority": prior_nine,
        "home-priority-chosen": folds.chose_priority(prior, "standing"),
        "home-larger": folds.switched_larger(home),
        "home-six-queues-larger": folds.switched_larger(with_priorities(six)),
        "home-nine-queues-larger": folds.switched_larger(prior_nine),
        "home-six-queues-larger-second": folds.opened_group(
            folds.switched_larger(six), 1
        ),
        "home-larger-and-lower": folds.switched_lower(folds.switched_larger(six)),
        "home-lower": folds.switched_lower(here(language, sample.SIX_QUEUES[:4])),
        "home-nine-queues-lower": folds.switched_lower(prior_nine),
        "home-long-names": here(language, long_names(sample.THREE_QUEUES)),
        "home-long-names-larger": folds.switched_larger(
            here(language, long_names(sample.THREE_QUEUES))
        ),
        "home-own-words": with_own_words(home),
        "home-many-languages": with_languages(home),
        "priority": folds.asked_for_priority(prior),
        "priority-footer": folds.asked_for_priority(with_footer(prior)),
        "priority-larger": folds.asked_for_priority(folds.switched_larger(prior)),
        "still-there": folds.warned(folds.switched_contrast(home)),
    }


def taking(language: str) -> dict[str, KioskState]:
    """Return the screens while there is no number yet."""
    home = here(language)
    tapped = folds.tapped(home, "parking")
    lost = folds.stood(folds.missed(tapped), sample.RECONNECTING)
    changing = folds.tapped(folds.began_change(with_number(home)), "bills")
    return {
        "tapped": tapped,
        "getting-your-number": folds.grew_slow(tapped),
        "still-trying": lost,
        "no-number": folds.counted_down(lost, 35),
        "no-number-footer": with_footer(folds.counted_down(lost, 35)),
        "no-number-larger": folds.switched_larger(folds.counted_down(lost, 35)),
        "no-number-changing": folds.counted_down(
            folds.stood(changing, sample.AWAY), 12
        ),
    }


def issued(language: str) -> dict[str, KioskState]:
    """Return the screens with a number."""
    home, nobody = here(language), here(language, desks=[])
    ticket = sample.ticket(107, ahead=3, estimate=sample.minutes(8, 14))
    return {
        "issued": with_number(home),
        "issued-next": folds.answered(home, next_one(108), URL),
        "issued-first-of-its-queue": folds.answered(
            home, sample.ticket(108, ahead=0), URL
        ),
        "issued-next-nobody-at-the-desks": folds.answered(
            nobody, sample.ticket(108, ahead=0), URL
        ),
        "issued-printing": with_paper(home, ticket, Paper.Printing),
        "issued-printed": with_paper(home, ticket, Paper.Printed),
        "issued-perhaps-printed": with_paper(home, ticket, Paper.Sent),
        "issued-no-paper": with_paper(home, ticket, Paper.Empty),
        "issued-printer-fault": with_paper(home, ticket, Paper.Fault),
        "issued-footer": with_number(with_footer(home)),
        "issued-no-paper-footer": with_paper(with_footer(home), ticket, Paper.Empty),
        "issued-nobody-footer": with_number(with_footer(nobody)),
        "issued-larger": folds.switched_larger(with_paper(home, ticket, Paper.Empty)),
        "issued-instead": folds.answered(
            home, ticket, URL, Paper.Printed, gave_back="R108"
        ),
        "issued-reconnecting": folds.stood(with_number(home), sample.RECONNECTING),
        "changing": folds.began_change(with_number(home)),
    }


def helping(language: str) -> dict[str, KioskState]:
    """Return the screens of a customer who asked for help."""
    home = here(language)
    asked = folds.asked_for_help(home)
    call = HelpCall(device=5, kiosk="Entrance", since=sample.NOW)
    told = folds.told_of_help(asked, call)
    coming = msgspec.structs.replace(call, desk=3)
    return {
        "help": asked,
        "help-told": told,
        "help-told-nobody-at-the-desks": folds.told_of_help(
            folds.asked_for_help(here(language, desks=[])), call
        ),
        "help-coming": folds.told_of_help(asked, coming),
        "help-coming-room": with_branch(
            folds.told_of_help(asked, coming), place=Place.ROOM
        ),
        "help-coming-manager": folds.told_of_help(
            asked, msgspec.structs.replace(call, manager="")
        ),
        "help-coming-larger": folds.switched_larger(folds.told_of_help(asked, coming)),
        "help-coming-footer": with_footer(folds.told_of_help(asked, coming)),
        "help-coming-reconnecting": folds.stood(
            folds.told_of_help(asked, coming), sample.RECONNECTING
        ),
        "help-away": folds.stood(folds.missed_help(asked), sample.AWAY),
    }


def nothing_to_take(language: str) -> dict[str, KioskState]:
    """Return the screens where no number is to be had."""
    home = here(language)
    shut = here(language, open=False, next_opening=TOMORROW)
    full = msgspec.structs.replace(sample.PASSPORTS, full=Full.TODAY)
    part_full = here(language, [sample.PARKING, full], next_opening=TOMORROW)
    bills_shut = msgspec.structs.replace(sample.BILLS, open=False)
    later = msgspec.structs.replace(
        sample.PARKING, open=False, opens_at=sample.NOW + timedelta(minutes=78)
    )
    differ = here(
        language,
        [later, bills_shut, sample.PASSPORTS],
        open=False,
        next_opening=later.opens_at,
    )
    return {
        "refused-full": folds.refused(home, "parking", FULL),
        "refused-full-today": folds.refused(part_full, "passports", FULL),
        "refused-closed": folds.refused(home, "parking", CLOSED),
        "full-today": with_hours(
            here(language, [full, bills_shut], next_opening=TOMORROW)
        ),
        "closed": with_hours(shut),
        "closed-footer": with_footer(with_hours(shut)),
        "closed-larger": folds.switched_larger(with_hours(shut)),
        "closed-message": with_message(with_hours(shut)),
        "closed-own-words": with_own_words(with_message(with_hours(shut))),
        "closed-own-words-larger": folds.switched_larger(
            with_own_words(with_message(with_hours(shut)))
        ),
        "kiosk-closed": shut_by_hand(home, TOMORROW),
        "kiosk-closed-for-now": shut_by_hand(home, LATER_TODAY),
        "kiosk-closed-larger": folds.switched_larger(
            with_message(shut_by_hand(home, LATER_TODAY))
        ),
        "kiosk-closed-footer": with_footer(with_message(shut_by_hand(home, TOMORROW))),
        "refused-kiosk-closed": folds.refused(home, "parking", SHUT_HERE),
        "refused-closed-till-later": folds.refused(
            here(language, [later, sample.BILLS]), "parking", CLOSED
        ),
        "closed-hours-differ": with_branch(with_hours(differ), hours_differ=True),
        "closed-hours-differ-larger": folds.switched_larger(
            with_branch(with_hours(differ), hours_differ=True)
        ),
        "closed-hours-unknown": shut,
        "away": folds.stood(home, sample.AWAY),
        "connecting": KioskState(first_language=language),
        "away-never-heard": KioskState(first_language=language, link=NEVER_HEARD),
        "not-registered": KioskState(first_language=language, link=sample.REFUSING),
    }


def staff(language: str) -> dict[str, KioskState]:
    """Return what staff see."""
    home = here(language)
    return {
        "staff-door": folds.entered(home, AtStaffDoor("12")),
        "staff-door-wrong": folds.entered(home, AtStaffDoor(wrong=True)),
        "staff-door-locked": folds.entered(home, AtStaffDoor(wrong=True, locked=True)),
        "staff": folds.entered(home, AmongStaff(Paper.Empty)),
        "calibrating": folds.entered(home, Calibrating(3.2)),
    }
