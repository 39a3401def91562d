"""Desks as the gallery shows them: who is there, who waits, what has happened; pure."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

import msgspec

from servicer import answers, folds
from servicer.state import ConsoleState, Seat
from shared.qt import sample
from shared.wire.messages import (
    Advice,
    Branch,
    DeskState,
    Enough,
    Event,
    Full,
    Happened,
    HelpCall,
    Helper,
    How,
    OneMore,
    Place,
    PrintState,
    Role,
    Slower,
    Snapshot,
    StaffCall,
    Ticket,
    TicketState,
    TooLong,
)
from shared.wire.messages import Notice as Message


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


def manager_answers() -> list[HelpCall]:
    """Return the call at the entrance, to which a manager goes."""
    return [msgspec.structs.replace(call, manager="Mara") for call in help_calls(None)]


def helped_by(state: ConsoleState, helper: Helper) -> ConsoleState:
    """Return the same once this desk has called for help and somebody comes."""
    return with_desks(state, {3: {"help_since": sample.NOW, "helper": helper}})


def colleague_helped_by(state: ConsoleState, helper: Helper | None) -> ConsoleState:
    """Return the same while Tomás at desk 4 calls for help, and somebody or nobody comes."""
    asking = {"state": DeskState.OPEN, "servicer": "Tomás", "helper": helper}
    since = sample.NOW - timedelta(minutes=1)
    return with_desks(state, {4: {"help_since": since, **asking}})


def lent(state: ConsoleState) -> ConsoleState:
    """Return the same once this desk was lent the last queue, which is none of its own."""
    return with_desks(state, {3: {"lent": ["bills"]}})


def advised(state: ConsoleState) -> ConsoleState:
    """Return the same where one more desk is wanted on the queue of passports, which this one does not serve; how long services usually take is known."""
    slower = Slower(queue="bills", before_s=60, after_s=420)
    more = OneMore(queue="passports", desk=3, how=How.LEND, before_s=2100, after_s=1080, slower=slower)  # fmt: skip
    return with_advice(without_passports(state), Advice(more=[more]))


def enough(state: ConsoleState) -> ConsoleState:
    """Return the same once it has helped out there for long enough."""
    queues = ["parking", "bills", "passports"]
    lent = with_desks(state, {3: {"queues": queues, "lent": ["passports"]}})
    quiet = Enough(queue="passports", desk=3, newcomers_s=240)
    return with_advice(lent, Advice(enough=[quiet]))


def wanted_back(state: ConsoleState) -> ConsoleState:
    """Return the same once those wait too long for it meanwhile whom it serves otherwise."""
    long = Enough(queue="passports", desk=3, newcomers_s=1260, own="parking")
    return with_advice(enough(state), Advice(enough=[long]))


def swamped(state: ConsoleState) -> ConsoleState:
    """Return the same where newcomers wait too long, and nobody else could help."""
    assert state.branch is not None
    too_long = TooLong(queue="parking", newcomers_s=2100)
    advice = msgspec.structs.replace(state.branch.advice, too_long=[too_long])
    return with_advice(state, advice)


def without_passports(state: ConsoleState) -> ConsoleState:
    """Return the same at a desk that serves two queues of the three."""
    return with_desks(state, {3: {"queues": ["parking", "bills"]}})


def with_advice(state: ConsoleState, advice: Advice) -> ConsoleState:
    """Return the same with this advice."""
    usual = {"parking": sample.minutes(3, 6)}
    return with_branch(state, advice=advice, usual=usual)


def with_desks(
    state: ConsoleState, fields: Mapping[int, Mapping[str, object]]
) -> ConsoleState:
    """Return the same with this otherwise at these desks."""
    assert state.branch is not None
    desks = [
        msgspec.structs.replace(desk, **fields.get(desk.number, {}))
        for desk in state.branch.desks
    ]
    return with_branch(state, desks=desks)


def everybody_called() -> StaffCall:
    """Return a manager's call to everybody at the desks."""
    since = sample.NOW - timedelta(minutes=1)
    return StaffCall(since=since, by="Mara", reason="At the entrance, please")


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


def with_accent(state: ConsoleState) -> ConsoleState:
    """Return the same in a branch with a colour of its own."""
    return with_branch(state, accent="#7A1F5C")


def long_names(state: ConsoleState, slug: str = "parking") -> ConsoleState:
    """Return the same in a branch one of whose queues has a long name."""
    assert state.branch is not None
    names = {
        "en": "Registry office: births, marriages and deaths",
        "de": "Standesamt: Geburten, Ehen und Sterbefälle",
        "ar": "الأحوال المدنية: المواليد وعقود الزواج والوفيات",
    }
    queues = [
        msgspec.structs.replace(queue, names=names) if queue.slug == slug else queue
        for queue in state.branch.queues
    ]
    return with_branch(state, queues=queues)


def ready_for_the_next() -> Event:
    """Return the word that desk 3 stands ready for the next arrival."""
    (mine, *_) = sample.branch().desks
    ready = msgspec.structs.replace(mine, stored_since=sample.NOW)
    return sample.event(41, Happened.STORED_NEXT, desk=ready)


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


def on_a_break(minutes: float = 15) -> Event:
    """Return the word that desk 3 is on a break, for so many minutes more."""
    back = sample.NOW + timedelta(minutes=minutes)
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


def all_closed() -> Branch:
    """Return a branch where no queue gives numbers."""
    branch = sample.branch()
    queues = [msgspec.structs.replace(queue, open=False) for queue in branch.queues]
    return msgspec.structs.replace(branch, queues=queues)


def colleague_wants_help() -> Event:
    """Return the word that another desk calls for help."""
    (_, other, *_) = sample.branch().desks
    asking = msgspec.structs.replace(other, help_since=sample.NOW)
    return sample.event(41, Happened.HELP, desk=asking)


def served(number: int, ago: float) -> Ticket:
    """Return a ticket whose customer was done so many minutes ago."""
    gone = gone_missing(number, ago)
    return msgspec.structs.replace(gone, state=TicketState.DONE, servicer="Maria")


def without_paper() -> tuple[Ticket, ...]:
    """Return six who wait, two of them without the paper that a printer was to give them."""
    return tuple(
        msgspec.structs.replace(ticket, print=PrintState.FAILED)
        if ticket.number in (109, 112)
        else ticket
        for ticket in line()
    )


def sent_about() -> tuple[Ticket, ...]:
    """Return who waits where two were sent to this desk, and one from its queues to another."""
    here, there = {"for_desk": 3}, {"for_desk": 4}
    sent = (
        msgspec.structs.replace(sample.ticket(131, queue=sample.BILLS), **here),
        msgspec.structs.replace(sample.ticket(132), **here),
        msgspec.structs.replace(sample.ticket(133), **there),
    )
    return (*line()[:4], *sent)


def line() -> tuple[Ticket, ...]:
    """Return six who wait."""
    return tuple(
        sample.ticket(108 + n, queue=queue)
        for n, queue in enumerate([*sample.THREE_QUEUES, *sample.THREE_QUEUES])
    )
