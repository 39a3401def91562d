"""The kiosk at branches that are made up: what its gallery is made of; pure."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import msgspec

from kiosk import state as folds
from kiosk.state import KioskState
from kiosk.terms import Paper
from shared.qt import sample
from shared.wire.link import Link, LinkState
from shared.wire.messages import (
    Branch,
    ClosedKiosk,
    Notice,
    OpenDay,
    Place,
    Problem,
    Queue,
    Role,
    Ticket,
)

NEVER_HEARD = Link(LinkState.Away)

URL = f"http://192.168.178.20:8000{sample.TICKET_URL}"
JOIN_URL = "http://192.168.178.20:8000/?code=Jk3_9aXb2mQz"
FULL = Problem(
    type="queue-full", title="Queue full", status=409, detail="The queue is full."
)
CLOSED = Problem(
    type="queue-closed", title="Queue closed", status=409, detail="The queue is closed."
)
SHUT_HERE = Problem(
    type="kiosk-closed", title="Kiosk closed", status=409, detail="It is closed."
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
KIOSK = 7
LATER_TODAY = sample.NOW + timedelta(minutes=78)
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


REASONS = {
    1: {
        "en": "Staff training in the afternoon",
        "de": "Nachmittags Schulung der Belegschaft",
        "es": "Formación del personal por la tarde",
        "fr": "Formation du personnel l’après-midi",
        "ar": "تدريب الموظفين بعد الظهر",
    },
    6: {
        "en": "Public holiday",
        "de": "Gesetzlicher Feiertag",
        "es": "Día festivo",
        "fr": "Jour férié",
        "ar": "عطلة رسمية",
    },
}
"""Why some of them differ, by how many days they are ahead."""


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
        OpenDay(day=first + timedelta(days=n), spans=spans, reason=REASONS.get(n, {}))
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


def shut_by_hand(state: KioskState, until: datetime) -> KioskState:
    """Return the kiosk once staff have closed it, until then."""
    assert state.followed is not None
    by_hand = [ClosedKiosk(device=KIOSK, until=until)]
    branch = msgspec.structs.replace(state.followed.branch, closed_kiosks=by_hand)
    return folds.happened(folds.recognised(state, KIOSK), sample.standing(branch))


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
