"""Every screen and state of the kiosk, by name, as the input that shows it; pure."""

from collections.abc import Mapping
from datetime import timedelta

import msgspec

from kiosk import state as folds
from kiosk.state import AmongStaff, AtStaffDoor, Calibrating, KioskState
from kiosk.terms import Paper
from shared.qt import sample
from shared.qt.settings import Size, ThemeMode
from shared.wire.link import Link, LinkState
from shared.wire.messages import Branch, Full, Problem, Queue, Ticket

SIZES = (Size(1080, 1920), Size(1920, 1080), Size(1280, 720))
THEME = ThemeMode.LIGHT

NEVER_HEARD = Link(LinkState.Away)

URL = f"http://192.168.178.20:8000{sample.TICKET_URL}"
JOIN_URL = "http://192.168.178.20:8000/?code=Jk3_9aXb2mQz"
FULL = Problem(
    type="queue-full", title="Queue full", status=409, detail="The queue is full."
)
CLOSED = Problem(
    type="queue-closed", title="Queue closed", status=409, detail="The queue is closed."
)


def screens(language: str) -> Mapping[str, KioskState]:
    """Return the input of every screen, for a customer of this language."""
    name = sample.NAMES.get(language, sample.NAMES["en"])
    home = at(sample.branch(name=name), language)
    four = at(sample.branch(sample.SIX_QUEUES[:4], name=name), language)
    six = at(sample.branch(sample.SIX_QUEUES, name=name), language)
    one = at(sample.branch([sample.PARKING], name=name), language)
    tomorrow = sample.NOW + timedelta(hours=22, minutes=18)
    shut = at(sample.branch(name=name, open=False, next_opening=tomorrow), language)
    bills_shut = msgspec.structs.replace(sample.BILLS, open=False)
    partly = at(
        sample.branch([sample.PARKING, sample.PASSPORTS, bills_shut], name=name),
        language,
    )
    full = msgspec.structs.replace(sample.PASSPORTS, full=Full.TODAY)
    crowded = msgspec.structs.replace(sample.BILLS, full=Full.WAITING, waiting=40)
    part_full = at(
        sample.branch(
            [sample.PARKING, full, crowded], name=name, next_opening=tomorrow
        ),
        language,
    )
    all_full = at(
        sample.branch([full, bills_shut], name=name, next_opening=tomorrow), language
    )
    nine = at(sample.branch(nine_queues(), name=name), language)
    tapped = folds.tapped(home, "parking")
    ticket = sample.ticket(107, ahead=3, estimate=sample.minutes(8, 14))
    return {
        "home": home,
        "home-by-phone": folds.offered_joining(home, JOIN_URL),
        "home-six-queues-by-phone": folds.offered_joining(six, JOIN_URL),
        "home-four-queues": four,
        "home-six-queues": six,
        "home-one-queue": one,
        "home-queue-closed": partly,
        "home-queues-full": part_full,
        "home-nobody-at-the-desks": at(sample.branch(name=name, desks=[]), language),
        "home-reconnecting": folds.stood(home, sample.RECONNECTING),
        "home-contrast": folds.switched_contrast(home),
        "tapped": tapped,
        "getting-your-number": folds.grew_slow(tapped),
        "still-trying": folds.stood(folds.missed(tapped), sample.RECONNECTING),
        "issued": folds.answered(home, ticket, URL),
        "issued-next": folds.answered(home, sample.ticket(108, ahead=0), URL),
        "issued-printing": with_paper(home, ticket, Paper.Printing),
        "issued-printed": with_paper(home, ticket, Paper.Printed),
        "issued-perhaps-printed": with_paper(home, ticket, Paper.Sent),
        "issued-no-paper": with_paper(home, ticket, Paper.Empty),
        "issued-printer-fault": with_paper(home, ticket, Paper.Fault),
        "issued-larger": folds.switched_larger(with_paper(home, ticket, Paper.Empty)),
        "issued-instead": folds.answered(
            home, ticket, URL, Paper.Printed, gave_back="R108"
        ),
        "changing": folds.began_change(folds.answered(home, ticket, URL)),
        "home-larger": folds.switched_larger(home),
        "home-six-queues-larger": folds.switched_larger(six),
        "home-lower": folds.switched_lower(four),
        "home-nine-queues": nine,
        "home-nine-queues-opened": folds.opened_group(nine, 1),
        "still-there": folds.warned(folds.switched_contrast(home)),
        "staff-door": folds.entered(home, AtStaffDoor("12")),
        "staff-door-wrong": folds.entered(home, AtStaffDoor(wrong=True)),
        "staff-door-locked": folds.entered(home, AtStaffDoor(wrong=True, locked=True)),
        "staff": folds.entered(home, AmongStaff(Paper.Empty)),
        "calibrating": folds.entered(home, Calibrating(3.2)),
        "refused-full": folds.refused(home, "parking", FULL),
        "refused-full-today": folds.refused(part_full, "passports", FULL),
        "full-today": all_full,
        "refused-closed": folds.refused(home, "parking", CLOSED),
        "help": folds.asked_for_help(home),
        "closed": shut,
        "away": folds.stood(home, sample.AWAY),
        "connecting": KioskState(first_language=language),
        "away-never-heard": KioskState(first_language=language, link=NEVER_HEARD),
        "not-registered": KioskState(first_language=language, link=sample.REFUSING),
    }


def with_paper(state: KioskState, ticket: Ticket, paper: Paper) -> KioskState:
    """Return a kiosk that gave a number, and what came of its paper."""
    return folds.answered(state, ticket, URL, paper)


def nine_queues() -> list[Queue]:
    """Return more queues than one screen holds."""
    more = zip(sample.SIX_QUEUES[:3], "YFX", strict=True)
    return [
        *sample.SIX_QUEUES,
        *(
            msgspec.structs.replace(queue, slug=f"{queue.slug}-2", letter=letter)
            for queue, letter in more
        ),
    ]


def at(branch: Branch, language: str) -> KioskState:
    """Return a free kiosk at a branch, live."""
    begun = folds.began(KioskState(first_language=language), sample.snapshot(branch))
    return folds.stood(begun, sample.LIVE)
