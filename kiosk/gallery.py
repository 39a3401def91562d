"""Every screen and state of the kiosk, by name, as the input that shows it; pure."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import msgspec

from kiosk import state as folds
from kiosk.state import KioskState
from kiosk.terms import Paper
from kiosk.visit import AmongStaff, AtStaffDoor, Calibrating
from shared.qt import sample
from shared.qt.settings import Size, ThemeMode
from shared.wire.link import Link, LinkState
from shared.wire.messages import (
    Branch,
    Full,
    HelpCall,
    Notice,
    OpenDay,
    Place,
    Problem,
    Queue,
    Role,
    Ticket,
)

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


PRIORITIES: Mapping[str, Mapping[str, str]] = {
    "standing": {
        "en": "Standing is hard for me\nA seat is kept near the desks",
        "de": "Stehen fällt mir schwer\nEin Sitzplatz wird freigehalten",
        "es": "Me cuesta estar de pie\nHay un asiento reservado",
        "fr": "La station debout m’est pénible\nUn siège est réservé",
        "ar": "يصعب عليّ الوقوف\nيوجد مقعد محجوز",
    },
    "pregnant": {
        "en": "Pregnant, or with a small child",
        "de": "Schwanger oder mit kleinem Kind",
        "es": "Embarazada o con un niño pequeño",
        "fr": "Enceinte ou avec un jeune enfant",
        "ar": "حامل أو مع طفل صغير",
    },
    "disability": {
        "en": "Disability\nShow your card at the desk if asked",
        "de": "Behinderung\nBitte Ausweis bereithalten",
        "es": "Discapacidad\nTenga a mano su carné",
        "fr": "Handicap\nGardez votre carte à portée de main",
        "ar": "إعاقة\nأظهر بطاقتك إذا طُلب منك",
    },
    "appointment": {
        "en": "I have an appointment",
        "de": "Ich habe einen Termin",
        "es": "Tengo una cita",
        "fr": "J’ai rendez-vous",
        "ar": "لديّ موعد",
    },
}
LATE = {
    "en": "We are running 20 minutes late.",
    "de": "Wir sind etwa 20 Minuten in Verzug.",
    "es": "Llevamos 20 minutos de retraso.",
    "fr": "Nous avons 20 minutes de retard.",
    "ar": "نحن متأخرون نحو 20 دقيقة.",
}
FOOTER = {
    "en": "Free Wi-Fi: guest · www.city.example",
    "de": "WLAN: gast · www.stadt.example",
    "ar": "يرجى تجهيز أوراقكم",
}
TOMORROW = sample.NOW + timedelta(hours=22, minutes=18)
HOURS = [
    [("09:00", "16:00")],
    [("09:00", "12:30")],
    [],
    [],
    [("09:00", "12:00"), ("14:00", "18:00")],
    [("09:00", "16:00")],
    [],
]
"""From Thursday, the twelfth of March, on."""


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


SOFT = {
    word.replace("|", ""): word.replace("|", "\u00ad")
    for word in (
        "Bewohner|park|ausweise",
        "Reise|pässe",
        "Personal|ausweise",
        "Wohnsitz|anmeldung",
        "Führer|scheine",
        "Ehe|schließ|ungen",
        "Reise|pass",
        "estaciona|miento",
        "Empadrona|miento",
        "stationne|ment",
    )
}
"""Long words as whoever sets up a kiosk may write them: where they may be parted."""


def hyphenated(queue: Queue) -> Queue:
    """Return the queue, its long words with soft hyphens."""
    names = {
        code: " ".join(SOFT.get(word, word) for word in name.split(" "))
        for code, name in queue.names.items()
    }
    return msgspec.structs.replace(queue, names=names)


def here(
    language: str, queues: Sequence[Queue] = sample.THREE_QUEUES, **options: Any
) -> KioskState:
    """Return a free kiosk at a branch whose name is told in this language."""
    branch = sample.branch([*map(hyphenated, queues)], **options)
    return at(msgspec.structs.replace(branch, names=sample.NAMES), language)


def with_branch(state: KioskState, **fields: Any) -> KioskState:
    """Return the kiosk at a branch of which this is otherwise."""
    assert state.followed is not None
    branch = msgspec.structs.replace(state.followed.branch, **fields)
    return replace(state, followed=state.followed.with_branch(branch))


def with_priorities(state: KioskState) -> KioskState:
    """Return the kiosk where it may give priority."""
    return with_branch(
        state,
        priorities=list(PRIORITIES),
        priority_names={each: dict(names) for each, names in PRIORITIES.items()},
        priority_by=[Role.KIOSK, Role.CONSOLE],
    )


def with_message(state: KioskState) -> KioskState:
    """Return the kiosk while the branch has something to say to everybody."""
    return with_branch(state, message=Notice(texts=LATE, since=sample.NOW))


def with_hours(state: KioskState) -> KioskState:
    """Return the kiosk at a branch with hours."""
    first = date(2026, 3, 12)
    days = [
        OpenDay(day=first + timedelta(days=n), spans=spans)
        for n, spans in enumerate(HOURS)
    ]
    days_off = [
        OpenDay(day=date(2026, 4, 3), spans=[]),
        OpenDay(day=date(2026, 4, 4), spans=[("10:00", "12:00")]),
    ]
    return with_branch(state, hours=days, exceptions=days_off)


def by_phone(state: KioskState) -> KioskState:
    """Return the kiosk where phones take numbers too, by the code on its screen."""
    return folds.offered_joining(state, JOIN_URL)


def with_footer(state: KioskState) -> KioskState:
    """Return the kiosk at a branch with a line of its own."""
    return with_branch(state, footer=FOOTER)


def with_everything(state: KioskState) -> KioskState:
    """Return the kiosk with all that there may be to say before a number is taken."""
    return with_footer(with_message(with_priorities(state)))


def with_own_words(state: KioskState) -> KioskState:
    """Return the kiosk at a branch with a colour and a footer of its own, which calls its desks rooms."""
    return with_branch(state, accent="#7A1F5C", footer=FOOTER, place=Place.ROOM)


def with_languages(state: KioskState) -> KioskState:
    """Return the kiosk at a branch that offers more languages than one row holds."""
    return with_branch(
        state, languages=["en", "de", "es", "fr", "ar", "uk", "pt", "tr", "pl"]
    )


def with_number(state: KioskState) -> KioskState:
    """Return a kiosk that gave a number."""
    ticket = sample.ticket(107, ahead=3, estimate=sample.minutes(8, 14))
    return folds.answered(state, ticket, URL)


def next_one(number: int) -> Ticket:
    """Return the ticket that a desk would call before all others."""
    return msgspec.structs.replace(sample.ticket(number, ahead=0), next=True)


def with_paper(state: KioskState, ticket: Ticket, paper: Paper) -> KioskState:
    """Return a kiosk that gave a number, and what came of its paper."""
    return folds.answered(state, ticket, URL, paper)


SHORT = msgspec.structs.replace(
    sample.PASSPORTS,
    names={
        "en": "Passports, ID cards",
        "de": "Ausweis, Reisepass",
        "es": "Pasaportes, DNI",
        "fr": "Passeports, identité",
        "ar": "الجوازات والهوية",
    },
)
"""Where nine stand on one screen, names are short."""


LONG = {
    "en": "Registration of vehicles and trailers from abroad",
    "de": "Zulassung von Kraft­fahrzeugen und Anhängern aus dem Ausland",
    "es": "Matriculación de vehículos y remolques del extranjero",
    "fr": "Immatriculation de véhicules et remorques étrangers",
    "ar": "تسجيل المركبات والمقطورات القادمة من خارج البلاد",
}
"""As long as names become where nobody thought of a screen."""


def long_names(queues: Sequence[Queue]) -> list[Queue]:
    """Return the queues, each with a long name."""
    return [msgspec.structs.replace(queue, names=LONG) for queue in queues]


def nine_queues() -> list[Queue]:
    """Return as many queues as one screen holds."""
    first, _, *others = sample.SIX_QUEUES
    return [first, SHORT, *others, *again(3, "YFX")]


def two_lines() -> list[Queue]:
    """Return three queues, one of which has so long a name that it takes two lines."""
    names = {
        "en": "Registry office: births, marriages and deaths",
        "de": "Standesamt: Geburten, Ehen und Sterbefälle",
        "es": "Registro civil: nacimientos, bodas y defunciones",
        "fr": "État civil : naissances, mariages et décès",
        "ar": "الأحوال المدنية: المواليد وعقود الزواج والوفيات والتصديقات",
    }
    registry = msgspec.structs.replace(sample.BILLS, names=names)
    one = msgspec.structs.replace(sample.PARKING, waiting=1)
    return [one, registry, sample.PASSPORTS]


def many_queues() -> list[Queue]:
    """Return more queues than one screen holds."""
    return [*sample.SIX_QUEUES, *again(6, "YFXCDE")]


def again(count: int, letters: str) -> list[Queue]:
    """Return the first queues once more, with other letters."""
    return [
        msgspec.structs.replace(queue, slug=f"{queue.slug}-2", letter=letter)
        for queue, letter in zip(
            [sample.PARKING, SHORT, *sample.SIX_QUEUES[2:count]], letters, strict=True
        )
    ]


def at(branch: Branch, language: str) -> KioskState:
    """Return a free kiosk at a branch, live."""
    begun = folds.began(KioskState(first_language=language), sample.snapshot(branch))
    return folds.stood(begun, sample.LIVE)
