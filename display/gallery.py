"""Every screen and state of the display, by name, as the input that shows it; pure."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import cache
from pathlib import Path

from msgspec.structs import replace as with_fields

from display import state as folds
from display.options import Options
from display.own_words import TURN
from display.scene import Scene
from display.state import DisplayState
from shared.pairing.terms import Face
from shared.qt import sample
from shared.qt.settings import Size, ThemeMode
from shared.wire.messages import (
    Branch,
    Call,
    Desk,
    DeskState,
    Happened,
    Notice,
    OpenDay,
    Place,
    Queue,
    Ticket,
    TicketState,
    Was,
)

SIZES = (Size(1920, 1080), Size(1080, 1920), Size(1280, 720))
FACE = Face.Display
THEME = ThemeMode.DARK

WAS_WAITING = Was(state=TicketState.WAITING, queue="parking")


def earlier() -> list[Call]:
    """Return the calls of the last quarter of an hour, newest first, all answered."""
    serving, done = TicketState.SERVING, TicketState.DONE
    passports, bills = sample.PASSPORTS, sample.BILLS
    return [
        sample.call(388, 12, queue=passports, ago=timedelta(minutes=2), state=serving),
        sample.call(106, 1, ago=timedelta(minutes=4), state=serving),
        sample.call(41, 7, queue=bills, ago=timedelta(minutes=7), state=done),
        sample.call(105, 4, ago=timedelta(minutes=9), state=done),
        sample.call(387, 2, queue=passports, ago=timedelta(minutes=12), state=done),
        sample.call(40, 7, queue=bills, ago=timedelta(minutes=14), state=done),
        sample.call(104, 3, ago=timedelta(minutes=15), state=done),
    ]


FAR = Options(diagonal_in=55, distance_m=9)
ACROSS = Options(diagonal_in=55, distance_m=6)
FARTHER = Options(diagonal_in=55, distance_m=7)
TOO_FAR = Options(diagonal_in=32, distance_m=20)
IN_COLUMNS = Options(columns=True)
WITH_PICTURES = Options(media=Path(__file__).parent / "assets/sample")


@cache
def screens(language: str) -> Mapping[str, Scene]:
    """Return the input of every screen, for a branch that speaks this language."""
    board = states(language)
    call, nobody = board["call"], board["nobody-called-yet"]
    return {name: Scene(state) for name, state in board.items()} | {
        "call-pulsing": Scene(call, mid_pulse=True),
        "columns-pulsing": Scene(called_in_another(call), IN_COLUMNS, mid_pulse=True),
        "far-away-pulsing": Scene(call, FAR, mid_pulse=True),
        "columns-message": Scene(board["message"], IN_COLUMNS),
        "columns-closing": Scene(board["closing"], IN_COLUMNS),
        "columns-rooms": Scene(board["rooms"], IN_COLUMNS),
        "far-away-message": Scene(board["message"], FAR),
        "far-away-rooms": Scene(board["rooms"], FAR),
        "far-away": Scene(call, FAR),
        "across": Scene(call, ACROSS),
        "across-first-call": Scene(board["first-call"], ACROSS),
        "across-two-calls": Scene(two_calls(call), ACROSS),
        "across-two-calls-rooms": Scene(two_calls(board["rooms"]), ACROSS),
        "across-two-calls-message": Scene(two_calls(board["message"]), ACROSS),
        "across-nobody-called": Scene(nobody, ACROSS),
        "across-all-answered": Scene(board["all-answered"], ACROSS),
        "across-message": Scene(board["message"], ACROSS),
        "across-rooms": Scene(board["rooms"], ACROSS),
        "far-away-first-call": Scene(board["first-call"], FAR),
        "farther": Scene(call, FARTHER),
        "pictures-all-answered": Scene(board["all-answered"], WITH_PICTURES),
        "too-far-away": Scene(call, TOO_FAR),
        "far-away-nobody-called": Scene(nobody, FAR),
        "far-away-all-answered": Scene(board["all-answered"], FAR),
        "far-away-break": Scene(board["break"], FAR),
        "columns": Scene(call, IN_COLUMNS),
        "columns-two-calls": Scene(called_in_another(call), IN_COLUMNS),
        "columns-nobody-called": Scene(nobody, IN_COLUMNS),
        "columns-reconnecting": Scene(board["reconnecting"], IN_COLUMNS),
        "pictures": Scene(board["call-answered-long-ago"], WITH_PICTURES),
        "pictures-call": Scene(call, WITH_PICTURES),
    }


def states(language: str) -> Mapping[str, DisplayState]:
    """Return what the display knows on each of them."""
    name = sample.NAMES.get(language, sample.NAMES["en"])
    desks = [
        Desk(
            number=number,
            state=DeskState.OPEN,
            queues=["bills" if number == 12 else "parking"],
        )
        for number in (1, 2, 3, 7, 12)
    ]
    three = sample.branch(until_four(sample.THREE_QUEUES), name=name, desks=desks)
    six = sample.branch(sample.SIX_QUEUES, name=name)
    one = sample.branch([sample.PARKING], name=name)
    closing = sample.branch(
        still_two(sample.THREE_QUEUES),
        name=name,
        open=False,
        next_opening=sample.NOW + timedelta(hours=22, minutes=18),
        desks=desks,
    )
    shut = sample.branch(
        nobody_in(sample.THREE_QUEUES),
        name=name,
        open=False,
        next_opening=sample.NOW + timedelta(hours=22, minutes=18),
    )
    quiet = at(three, language, earlier())
    call = called(quiet, 107, 3, seq=41)
    two = called(call, 108, 12, seq=42)
    answered = folds.happened(
        call,
        sample.event(43, Happened.STARTED, asked_ticket(107, 3, TicketState.SERVING)),
    )
    back_at = sample.NOW + timedelta(minutes=13)
    resting = Desk(
        number=3, state=DeskState.PAUSED, queues=["parking"], back_at=back_at
    )
    return {
        "call": call,
        "call-six-queues": called(at(six, language, earlier()), 107, 3, seq=41),
        "call-one-queue": called(at(one, language), 107, 3, seq=41),
        "call-long-label": called(at(three, language, earlier()), 1234, 112, seq=41),
        "call-another-waits": two,
        "call-answered": answered,
        "call-answered-long-ago": folds.ticked(
            answered, sample.NOW + timedelta(seconds=90)
        ),
        "break": at(sample.branch(name=name, desks=[resting]), language),
        "first-call": called(at(three, language), 107, 3, seq=41),
        "all-answered": quiet_now(quiet),
        "nobody-called-yet": at(three, language),
        "nobody-called-six-queues": at(six, language),
        "clock-unsure": called(
            at(sample.branch(name=name, clock_unsure=True), language, earlier()),
            107,
            3,
            seq=41,
        ),
        "unsure": folds.stood(call, sample.RECONNECTING),
        "reconnecting": folds.stood(call, sample.AWAY),
        "reconnecting-nobody-called": folds.stood(at(three, language), sample.AWAY),
        "please-listen": folds.ticked(
            folds.stood(call, sample.AWAY), sample.NOW + timedelta(seconds=75)
        ),
        "closed": at(with_hours(shut), language),
        "closed-message": at(with_rooms(with_message(with_hours(shut))), language),
        "closed-reconnecting": folds.stood(at(with_hours(shut), language), sample.AWAY),
        "closed-hours-unknown": at(shut, language),
        "closed-for-good": at(
            sample.branch(nobody_in(sample.THREE_QUEUES), name=name, open=False),
            language,
        ),
        "closing": called(at(closing, language, earlier()), 131, 3, seq=41),
        "closing-nobody-called": quiet_now(at(closing, language, earlier())),
        "message": called(at(with_message(three), language, earlier()), 107, 3, seq=41),
        "message-in-turn": folds.ticked(
            called(at(with_message(three), language, earlier()), 107, 3, seq=41),
            sample.NOW + TURN,
        ),
        "message-nobody-called": quiet_now(
            at(with_message(three), language, earlier())
        ),
        "all-answered-six-queues": quiet_now(at(six, language, earlier())),
        "rooms": called(at(with_rooms(three), language, earlier()), 107, 3, seq=41),
        "rooms-all-answered": quiet_now(at(with_rooms(three), language, earlier())),
        "connecting": DisplayState(now=sample.NOW, first_language=language),
        "no-connection": folds.stood(
            DisplayState(now=sample.NOW, first_language=language), sample.AWAY
        ),
        "not-registered": DisplayState(
            now=sample.NOW,
            first_language=language,
            link=sample.REFUSING,
        ),
    }


def until_four(queues: Sequence[Queue]) -> list[Queue]:
    """Return the queues as they are on a day that ends at four."""
    ends = sample.NOW.replace(hour=15, minute=0)
    return [with_fields(queue, closes_at=ends) for queue in queues]


def still_two(queues: Sequence[Queue]) -> list[Queue]:
    """Return the queues at closing time, with two customers who are still there once another has been called."""
    return [
        with_fields(queue, open=False, waiting=(2, 1, 0)[place], estimate=None)
        for place, queue in enumerate(queues)
    ]


def nobody_in(queues: Sequence[Queue]) -> list[Queue]:
    """Return the queues when all have gone home."""
    return [
        with_fields(queue, open=False, waiting=0, estimate=None) for queue in queues
    ]


HOURS = [
    [("09:00", "12:00")],
    [("09:00", "16:00")],
    [],
    [],
    [("09:00", "12:00"), ("13:00", "16:00")],
    [("09:00", "16:00")],
    [("09:00", "18:00")],
]
"""From today on, seven days long."""


REASONS = {
    3: {
        "en": "Public holiday",
        "de": "Gesetzlicher Feiertag",
        "es": "Día festivo",
        "fr": "Jour férié",
        "ar": "عطلة رسمية",
    },
    4: {
        "en": "Staff training in the morning",
        "de": "Vormittags Schulung der Belegschaft",
        "es": "Formación del personal por la mañana",
        "fr": "Formation du personnel le matin",
        "ar": "تدريب الموظفين صباحًا",
    },
}
"""Why some of them differ, by how many days they are ahead."""


def with_hours(branch: Branch) -> Branch:
    """Return the branch with its hours."""
    days = [
        OpenDay(
            day=sample.DAY + timedelta(days=ahead),
            spans=spans,
            reason=REASONS.get(ahead, {}),
        )
        for ahead, spans in enumerate(HOURS)
    ]
    return with_fields(branch, hours=days)


LATE = {
    "en": "We are running 20 minutes late. Thank you for waiting.",
    "de": "Wir sind 20 Minuten in Verzug. Danke, dass Sie warten.",
    "ar": "نحن متأخرون 20 دقيقة. شكرًا لانتظاركم.",
}


def with_message(branch: Branch) -> Branch:
    """Return the branch while it has something to say to everybody."""
    since = sample.NOW - timedelta(minutes=22)
    return with_fields(branch, message=Notice(texts=LATE, since=since))


def with_rooms(branch: Branch) -> Branch:
    """Return the branch with rooms, some of which have names, and words and a colour of its own."""
    names = {
        3: {"en": "Laboratory", "de": "Labor", "ar": "المختبر"},
        1: {"en": "Dr. Weber", "de": "Behandlung Dr. Weiß"},
        12: {"en": "X-ray", "de": "Röntgen", "ar": "الأشعة"},
    }
    desks = [
        with_fields(desk, names=names.get(desk.number, {})) for desk in branch.desks
    ]
    footer = {
        "en": "Free Wi-Fi: guest · www.city.example",
        "ar": "www.city.example",
    }
    return with_fields(branch, desks=desks, place=Place.ROOM, footer=footer)


def at(branch: Branch, language: str, calls: Sequence[Call] = ()) -> DisplayState:
    """Return a display at a branch, live, with these calls on its board."""
    blank = DisplayState(now=sample.NOW, first_language=language)
    begun = folds.began(blank, sample.snapshot(branch, calls=calls))
    return folds.stood(begun, sample.LIVE)


def called(state: DisplayState, number: int, desk: int, *, seq: int) -> DisplayState:
    """Return the display after a desk called a number."""
    ticket = asked_ticket(number, desk, TicketState.CALLED)
    return folds.happened(
        state, sample.event(seq, Happened.CALLED, ticket, WAS_WAITING)
    )


def asked_ticket(number: int, desk: int, state: TicketState) -> Ticket:
    """Return a ticket that was called to a desk."""
    return sample.ticket(
        number, state=state, ahead=None, desk=desk, called_at=sample.NOW
    )


def quiet_now(state: DisplayState) -> DisplayState:
    """Return the display when every customer has been served."""
    calls = tuple(replace(call, state=TicketState.DONE) for call in state.calls)
    return replace(state, calls=calls, moment=None)


def two_calls(state: DisplayState) -> DisplayState:
    """Return the display with the newest call and one before it."""
    return replace(state, calls=state.calls[:2], older=())


def called_in_another(state: DisplayState) -> DisplayState:
    """Return the display after a desk called from the second queue."""
    ticket = sample.ticket(
        389,
        queue=sample.PASSPORTS,
        state=TicketState.CALLED,
        ahead=None,
        desk=12,
        called_at=sample.NOW,
    )
    return folds.happened(state, sample.event(44, Happened.CALLED, ticket, WAS_WAITING))
