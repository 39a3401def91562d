"""A made-up branch, for galleries and tests."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from shared.wire.link import Link, LinkState
from shared.wire.messages import (
    Board,
    Branch,
    Call,
    Desk,
    DeskState,
    Estimate,
    Event,
    Happened,
    Problem,
    Queue,
    Snapshot,
    Ticket,
    TicketState,
    Was,
)

NOW = datetime(2026, 3, 12, 9, 42, tzinfo=UTC)
"""10:42 in the branch's time zone."""

DAY = date(2026, 3, 12)
"""The business day of it all."""

LIVE = Link(LinkState.Live, NOW)
RECONNECTING = Link(LinkState.Reconnecting, NOW)
AWAY = Link(LinkState.Away, NOW)
REVOKED = Problem(
    type="unauthenticated", title="No", status=401, detail="A token is needed."
)
REFUSING = Link(LinkState.Away, refusal=REVOKED)
"""How a program stands whose token the server does not know."""

TICKET_URL = "/t/5hJ2mQ9xTz7LwKcV3nBpYd"


def minutes(low: int, high: int) -> Estimate:
    """Return a range of minutes as an estimate."""
    return Estimate(low_s=low * 60, high_s=high * 60)


PARKING = Queue(
    slug="parking",
    letter="A",
    names={
        "en": "Parking permits",
        "de": "Bewohnerparkausweise",
        "es": "Permisos de estacionamiento",
        "fr": "Cartes de stationnement",
        "ar": "تصاريح وقوف السيارات",
    },
    open=True,
    waiting=3,
    estimate=minutes(8, 14),
)
PASSPORTS = Queue(
    slug="passports",
    letter="R",
    names={
        "en": "Passports and identity cards",
        "de": "Reisepässe und Personalausweise",
        "es": "Pasaportes y documentos de identidad",
        "fr": "Passeports et cartes d’identité",
        "ar": "جوازات السفر وبطاقات الهوية",
    },
    open=True,
    waiting=6,
    estimate=minutes(20, 35),
)
BILLS = Queue(
    slug="bills",
    letter="L",
    names={
        "en": "Pay a bill",
        "de": "Rechnung bezahlen",
        "es": "Pagar una factura",
        "fr": "Payer une facture",
        "ar": "دفع فاتورة",
    },
    open=True,
    waiting=0,
)
HOUSING = Queue(
    slug="housing",
    letter="H",
    names={
        "en": "Register an address",
        "de": "Wohnsitzanmeldung",
        "es": "Empadronamiento",
        "fr": "Déclarer une adresse",
        "ar": "تسجيل عنوان السكن",
    },
    open=True,
    waiting=1,
    estimate=minutes(2, 6),
)
LICENCES = Queue(
    slug="licences",
    letter="U",
    names={
        "en": "Driving licences",
        "de": "Führerscheine",
        "es": "Permisos de conducir",
        "fr": "Permis de conduire",
        "ar": "رخص القيادة",
    },
    open=True,
    waiting=12,
    estimate=minutes(35, 50),
)
MARRIAGES = Queue(
    slug="marriages",
    letter="W",
    names={
        "en": "Births and marriages",
        "de": "Geburten und Eheschließungen",
        "es": "Nacimientos y matrimonios",
        "fr": "Naissances et mariages",
        "ar": "المواليد والزواج",
    },
    open=True,
    waiting=2,
    estimate=minutes(5, 10),
)

THREE_QUEUES = [PARKING, PASSPORTS, BILLS]
SIX_QUEUES = [PARKING, PASSPORTS, BILLS, HOUSING, LICENCES, MARRIAGES]

NAMES = {
    "en": "City Service Centre",
    "de": "Bürgerservice Mitte",
    "ar": "مركز خدمات المدينة",
}


def branch(
    queues: Sequence[Queue] = THREE_QUEUES,
    *,
    name: str = "City Service Centre",
    open: bool = True,
    next_opening: datetime | None = None,
    desks: Sequence[Desk] | None = None,
    clock_unsure: bool = False,
) -> Branch:
    """Return a branch in Berlin on a Thursday morning."""
    slugs = [queue.slug for queue in queues]
    return Branch(
        name=name,
        time_zone="Europe/Berlin",
        clock_unsure=clock_unsure,
        languages=["en", "de", "es", "fr", "ar"],
        open=open,
        day=DAY,
        now=NOW,
        queues=list(queues),
        desks=list(desks)
        if desks is not None
        else [
            Desk(
                number=3,
                state=DeskState.OPEN,
                queues=slugs,
                servicer="Maria",
                since=NOW,
            ),
            Desk(number=4, state=DeskState.CLOSED, queues=slugs),
        ],
        servicers=["Maria", "Tomás"],
        next_opening=next_opening,
    )


def snapshot(
    of: Branch | None = None,
    *,
    seq: int = 40,
    calls: Sequence[Call] = (),
    tickets: Sequence[Ticket] = (),
) -> Snapshot:
    """Return a snapshot of a branch."""
    of = of or branch()
    waiting = {queue.slug: queue.waiting for queue in of.queues}
    board = Board(recent_calls=list(calls), waiting=waiting, seq=seq)
    return Snapshot(seq=seq, branch=of, board=board, tickets=list(tickets))


def ticket(
    number: int = 107,
    *,
    queue: Queue = PARKING,
    state: TicketState = TicketState.WAITING,
    ahead: int | None = 3,
    estimate: Estimate | None = None,
    desk: int | None = None,
    servicer: str | None = None,
    called_at: datetime | None = None,
) -> Ticket:
    """Return a ticket taken five minutes ago."""
    return Ticket(
        id=number,
        label=f"{queue.letter}{number:03}",
        number=number,
        queue=queue.slug,
        state=state,
        taken_at=NOW - timedelta(minutes=5),
        ahead=ahead,
        estimate=estimate,
        url=TICKET_URL,
        desk=desk,
        servicer=servicer,
        called_at=called_at,
        position=f"{number:08}",
        day=DAY,
    )


def call(
    number: int,
    desk: int,
    *,
    queue: Queue = PARKING,
    ago: timedelta = timedelta(0),
    state: TicketState = TicketState.CALLED,
    servicer: str | None = None,
) -> Call:
    """Return a row of the board."""
    return Call(
        label=f"{queue.letter}{number:03}",
        desk=desk,
        queue=queue.slug,
        called_at=NOW - ago,
        state=state,
        servicer=servicer,
        ticket=number,
    )


def standing(branch: Branch, calls: Sequence[Call] = ()) -> Event:
    """Return the word of how the branch stands, which is told when time has changed it."""
    return Event(
        seq=40,
        at=NOW,
        event=Happened.CONFIGURED,
        branch=branch,
        recent_calls=list(calls),
    )


def event(
    seq: int,
    what: Happened,
    ticket: Ticket | None = None,
    was: Was | None = None,
    *,
    desk: Desk | None = None,
    branch: Branch | None = None,
) -> Event:
    """Return an event of now."""
    return Event(
        seq=seq, at=NOW, event=what, ticket=ticket, was=was, desk=desk, branch=branch
    )
