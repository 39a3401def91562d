"""Every screen and state of the console, by name, as the input that shows it; pure."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

import msgspec

from servicer import answers, folds
from servicer.state import Chosen, ConsoleState, Details, Found, Notice, Offer, Seat
from servicer.terms import Asks, Deed, Said
from shared.qt import sample
from shared.qt.settings import Size, ThemeMode
from shared.wire.messages import (
    Branch,
    DeskState,
    Event,
    Full,
    Happened,
    HelpCall,
    Place,
    PrintState,
    Problem,
    Role,
    Snapshot,
    Ticket,
    TicketState,
)
from shared.wire.messages import Notice as Message

SIZES = (Size(1100, 720), Size(360, 220))
THEME = ThemeMode.LIGHT


@dataclass(frozen=True, slots=True)
class Sheet:
    """A desk with a question over it; `ticket` and `label` are whom it is about, where that is not the customer."""

    state: ConsoleState
    deed: Deed
    asks: Asks
    ticket: int = 0
    label: str = ""


def screens(language: str) -> Mapping[str, ConsoleState | Sheet]:
    """Return the input of every screen, in this language."""
    choosing = signing_in(language)
    asked = ask(choosing, Deed.SignIn)
    wrong = Problem(type="wrong-pin", title="No", status=401, detail="No.")
    locked = Problem(type="locked", title="No", status=423, detail="No.")
    five = timedelta(minutes=5)
    serving = desk(language, TicketState.SERVING, line())
    pressed = ask(serving, Deed.Finish)
    return {
        "sign-in": signing_in(language, chosen=False),
        "sign-in-name": replace(choosing, chosen=Chosen(3)),
        "sign-in-chosen": choosing,
        "sign-in-wrong-pin": answers.refused(asked, "key", wrong, None, sample.NOW),
        "sign-in-locked": answers.refused(asked, "key", locked, five, sample.NOW),
        "nobody-waits": desk(language),
        "someone-waits": desk(language, tickets=line()),
        "arrival": replace(desk(language, tickets=line()[:1]), arrival="parking"),
        "full-and-closed": folds.happened(
            desk(language, tickets=line()), sample.standing(full_and_closed())
        ),
        "without-paper": desk(language, tickets=without_paper()),
        "called": desk(language, TicketState.CALLED, line(), ago=23),
        "called-long-ago": desk(language, TicketState.CALLED, line(), ago=48),
        "called-on-my-way": remarked(desk(language, TicketState.CALLED, line(), ago=9)),
        "serving": serving,
        "serving-nobody-waits": desk(language, TicketState.SERVING),
        "serving-with-note": known(remarked(serving)),
        "called-with-facts": known(
            remarked(desk(language, TicketState.CALLED, line(), ago=48))
        ),
        "undo": replace(
            desk(language, tickets=line()),
            offer=Offer(Deed.Finish, "A107", sample.NOW + timedelta(seconds=8)),
        ),
        "on-hold": folds.began(desk(language, tickets=line()), with_held(), sample.NOW),
        "missed": missed(language),
        "help-wanted": with_branch(
            desk(language, tickets=line()), help=help_calls(coming=None)
        ),
        "help-coming": with_branch(serving, help=help_calls(coming=4)),
        "message": with_branch(desk(language, tickets=line()), message=running_late()),
        "rooms": known(rooms(serving)),
        "every-arrival": replace(desk(language, tickets=line()), alert_always=True),
        "stranded": folds.began(desk(language, tickets=line()), stranded(), sample.NOW),
        "break": folds.happened(desk(language, tickets=line()), on_a_break()),
        "reconnecting": folds.stood(serving, sample.RECONNECTING),
        "away": folds.stood(serving, sample.AWAY),
        "done-kept": answers.missed(folds.stood(pressed, sample.AWAY), "key"),
        "away-and-free": folds.stood(desk(language, tickets=line()), sample.AWAY),
        "next-to-me": folds.happened(desk(language), ready_for_the_next()),
        "no-longer-paired": folds.stood(serving, sample.REFUSING),
        "customer-left": replace(
            desk(language, tickets=line()),
            notice=Notice(Said.CustomerLeft, label="A107"),
        ),
        "connecting": ConsoleState(language=language),
        "not-paired": ConsoleState(
            language=language,
            link=sample.REFUSING,
        ),
        "wrong-kind": replace(signing_in(language), wrong_role=True),
        **sheets(language),
    }


def sheets(language: str) -> dict[str, Sheet]:
    """Return what is asked over the desk: the desk, and which sheet is open."""
    free = with_classes(desk(language, tickets=ranked()))
    serving = desk(language, TicketState.SERVING, line())
    gone = missed(language)
    looked_up = replace(gone, found=Found("A099", (gone_missing(99, 4),)))
    return {
        "walk-in": Sheet(free, Deed.WalkIn, Asks.Newcomer),
        "pick-one": Sheet(free, Deed.CallTicket, Asks.Ticket),
        "give-priority": Sheet(free, Deed.GivePriority, Asks.Class, 108, "A108"),
        "break-asked": Sheet(free, Deed.Pause, Asks.Minutes),
        "hold-asked": Sheet(serving, Deed.Hold, Asks.Reason),
        "transfer": Sheet(serving, Deed.Transfer, Asks.Place),
        "cancel-asked": Sheet(
            desk(language, TicketState.CALLED, line(), ago=23),
            Deed.Cancel,
            Asks.Confirmation,
        ),
        "tell-everybody": Sheet(free, Deed.SayToAll, Asks.Words),
        "find": Sheet(free, Deed.Nothing, Asks.Search),
        "found": Sheet(looked_up, Deed.Nothing, Asks.Search),
        "not-found": Sheet(
            replace(free, found=Found("A999", ())), Deed.Nothing, Asks.Search
        ),
        "rest": Sheet(gone, Deed.Nothing, Asks.Rest),
    }


def known(state: ConsoleState) -> ConsoleState:
    """Return the same with a customer who waited for 12 minutes, speaks Arabic and finds standing hard."""
    state = with_classes(state)
    assert state.followed is not None
    assert state.present is not None
    since = state.present.called_at or sample.NOW
    told = msgspec.structs.replace(
        state.present,
        taken_at=since - timedelta(minutes=12),
        language="ar",
        priority="standing",
        note="Brings the form back",
    )
    return replace(state, followed=state.followed.with_ticket(told))


def with_branch(state: ConsoleState, **fields: object) -> ConsoleState:
    """Return the same in a branch of which this is so."""
    assert state.followed is not None
    branch = msgspec.structs.replace(state.followed.branch, **fields)
    return replace(state, followed=state.followed.with_branch(branch))


def with_classes(state: ConsoleState) -> ConsoleState:
    """Return the same in a branch where a console may give three priorities."""
    return with_branch(
        state,
        priorities=list(CLASSES),
        priority_names=CLASSES,
        priority_by=[Role.CONSOLE],
    )


CLASSES = {
    "standing": {
        "en": "Standing is hard\nAge, illness, an injury",
        "de": "Stehen fällt schwer\nAlter, Krankheit, Verletzung",
        "ar": "الوقوف صعب\nالسن أو المرض أو الإصابة",
    },
    "child": {
        "en": "Pregnant or with a child",
        "de": "Schwanger oder mit Kind",
        "ar": "حامل أو مع طفل",
    },
    "appointment": {"en": "Appointment", "de": "Termin", "ar": "موعد"},
}


def ranked() -> tuple[Ticket, ...]:
    """Return six who wait, one of them with a priority."""
    first, *others = line()
    return (msgspec.structs.replace(first, priority="standing"), *others)


def gone_missing(number: int, ago: float) -> Ticket:
    """Return a ticket whose customer did not come so many minutes ago."""
    ended = sample.NOW - timedelta(minutes=ago)
    ticket = sample.ticket(number, state=TicketState.MISSED, desk=3)
    return msgspec.structs.replace(ticket, called_at=ended, ended_at=ended)


def missed(language: str) -> ConsoleState:
    """Return a desk where one was put aside and two did not come."""
    state = folds.began(desk(language, tickets=line()), with_held(), sample.NOW)
    for ticket in (gone_missing(99, 4), gone_missing(84, 9)):
        assert state.followed is not None
        state = replace(state, followed=state.followed.with_ticket(ticket))
    return state


def help_calls(coming: int | None) -> list[HelpCall]:
    """Return a call for help at the entrance, two minutes ago."""
    since = sample.NOW - timedelta(minutes=2)
    return [
        HelpCall(device=7, kiosk="Entrance", since=since, language="ar", desk=coming)
    ]


def running_late() -> Message:
    """Return what everybody is told."""
    return Message(
        texts={
            "en": "We are running 20 minutes late.",
            "de": "Wir sind 20 Minuten im Verzug.",
            "ar": "نحن متأخرون 20 دقيقة.",
        },
        since=sample.NOW,
        until=sample.NOW + timedelta(minutes=30),
    )


def rooms(state: ConsoleState) -> ConsoleState:
    """Return the same in a branch of rooms, of which this one is the laboratory."""
    assert state.branch is not None
    names = {"en": "Laboratory", "de": "Labor", "ar": "المختبر"}
    desks = [msgspec.structs.replace(d, names=names) for d in state.branch.desks]
    return with_branch(state, place=Place.ROOM, desks=desks)


def ready_for_the_next() -> Event:
    """Return the word that desk 3 stands ready for the next arrival."""
    (mine, *_) = sample.branch().desks
    ready = msgspec.structs.replace(mine, stored_since=sample.NOW)
    return sample.event(41, Happened.STORED_NEXT, desk=ready)


def ask(state: ConsoleState, deed: Deed) -> ConsoleState:
    """Return the console while the server is asked for this."""
    return answers.asked(state, deed, Details(), sample.NOW, "key")


def signing_in(language: str, *, chosen: bool = True) -> ConsoleState:
    """Return a console at which nobody sits, with a desk and a name chosen."""
    state = begun(ConsoleState(language=language), ())
    if not chosen:
        return state
    return answers.chose_servicer(answers.chose_desk(state, 3), "Maria")


def desk(
    language: str,
    present: TicketState | None = None,
    tickets: tuple[Ticket, ...] = (),
    ago: int = 252,
) -> ConsoleState:
    """Return Maria at desk 3, with A107 there since so many seconds and these tickets waiting."""
    if present is not None:
        since = sample.NOW - timedelta(seconds=ago)
        here = sample.ticket(
            107, state=present, desk=3, servicer="Maria", called_at=since
        )
        tickets = (msgspec.structs.replace(here, started_at=since, calls=1), *tickets)
    seat = Seat(3, "Maria", sample.NOW, confirmed=True)
    state = begun(ConsoleState(language=language, seat=seat), tickets)
    return replace(state, arrival=None, notice=None)


def begun(state: ConsoleState, tickets: tuple[Ticket, ...]) -> ConsoleState:
    """Return the console once it is live in a branch where these tickets are open."""
    branch = sample.branch()
    if state.seat is None:
        free = [
            msgspec.structs.replace(
                desk, state=DeskState.CLOSED, servicer=None, since=None
            )
            for desk in branch.desks
        ]
        branch = msgspec.structs.replace(branch, desks=free)
    snapshot = sample.snapshot(branch, tickets=tickets)
    return folds.stood(folds.began(state, snapshot, sample.NOW), sample.LIVE)


def remarked(state: ConsoleState) -> ConsoleState:
    """Return the same with a note on the customer, who has said that they come, and help asked for at desk 4."""
    assert state.present is not None
    assert state.followed is not None
    noted = msgspec.structs.replace(
        state.present, note="Brings the form back", on_my_way_at=sample.NOW
    )
    desks = [
        msgspec.structs.replace(d, help_since=sample.NOW) if d.number == 4 else d
        for d in state.followed.branch.desks
    ]
    branch = msgspec.structs.replace(state.followed.branch, desks=desks)
    followed = state.followed.with_branch(branch).with_ticket(noted)
    return replace(state, followed=followed)


def with_held() -> Snapshot:
    """Return a branch where A101 was put aside at desk 3."""
    aside = msgspec.structs.replace(
        sample.ticket(101, state=TicketState.HELD, desk=3),
        hold_reason="Fetches a photo",
    )
    return sample.snapshot(tickets=(aside, *line()))


def stranded() -> Snapshot:
    """Return a branch where five wait in a queue that no desk serves any more, and one was put aside."""
    bills = [sample.ticket(40 + n, queue=sample.BILLS) for n in range(5)]
    whole = with_held()
    desks = [
        msgspec.structs.replace(desk, queues=["parking", "passports"])
        for desk in whole.branch.desks
    ]
    branch = msgspec.structs.replace(
        whole.branch, desks=desks, stranded=[ticket.id for ticket in bills]
    )
    return msgspec.structs.replace(
        whole, branch=branch, tickets=[*whole.tickets, *bills]
    )


def on_a_break() -> Event:
    """Return the word that desk 3 is on a break."""
    back = sample.NOW + timedelta(minutes=15)
    (mine, *_) = sample.branch().desks
    paused = msgspec.structs.replace(
        mine, state=DeskState.PAUSED, reason="Coffee", back_at=back
    )
    return sample.event(41, Happened.PAUSED, desk=paused)


def full_and_closed() -> Branch:
    """Return a branch where the first queue is full and the last one closed."""
    branch = sample.branch()
    first, *others, last = branch.queues
    queues = [
        msgspec.structs.replace(first, full=Full.WAITING),
        *others,
        msgspec.structs.replace(last, open=False),
    ]
    return msgspec.structs.replace(branch, queues=queues)


def without_paper() -> tuple[Ticket, ...]:
    """Return six who wait, two of them without the paper that a printer was to give them."""
    return tuple(
        msgspec.structs.replace(ticket, print=PrintState.FAILED)
        if ticket.number in (109, 112)
        else ticket
        for ticket in line()
    )


def line() -> tuple[Ticket, ...]:
    """Return six who wait."""
    return tuple(
        sample.ticket(108 + n, queue=queue)
        for n, queue in enumerate([*sample.THREE_QUEUES, *sample.THREE_QUEUES])
    )
