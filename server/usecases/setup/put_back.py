"""A manager puts back what a change of the set-up altered: each setting exactly as it was before."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from server.domain import events
from server.domain.alterations import (
    OF_TICKETS,
    Altered,
    Kind,
    Settings,
    Thing,
    by_name_and_key,
    why_not_put_back,
    with_settings,
)
from server.domain.branch import Desk, Message, Queue, QueueSettings
from server.domain.phrases import phrase
from server.domain.refusals import CannotPutBack, Refusal, UnknownChange
from server.domain.today import Switch
from server.store.session import Session
from server.usecases.setup.branch import configure_branch
from server.usecases.setup.desks import RemoveDesk, configure_desk, remove_desk
from server.usecases.setup.devices import (
    BindDevice,
    RenameDevice,
    bind_device,
    rename_device,
)
from server.usecases.setup.people import RemoveServicer, remove_servicer
from server.usecases.setup.queues import RemoveQueue, configure_queue, remove_queue
from server.usecases.steps.telling import told


@dataclass(frozen=True, slots=True, kw_only=True)
class PutBack:
    """The number of the change, as the list of changes has it."""

    change: int


def put_back(session: Session, command: PutBack) -> None:
    """Let every setting that the change altered be as before it, whatever else was changed since.

    Raises `UnknownChange`, and `CannotPutBack` where that is not possible, or it is so already.
    """
    altered = _altered_by(session, command.change)
    why_not = why_not_put_back(altered)
    if why_not is not None:
        raise CannotPutBack(why_not)
    before = session.state.seq
    session.record(events.ChangePutBack(change=command.change))
    things = dict.fromkeys(each.thing for each in altered)
    try:
        # Queues are there before desks serve them again.
        for thing in sorted(things, key=lambda thing: thing.kind is not Kind.QUEUE):
            _restore(session, thing, [e for e in altered if e.thing == thing])
    except CannotPutBack:
        raise
    except Refusal as refusal:
        raise CannotPutBack(refusal.said) from refusal
    if session.state.seq == before + 1:
        raise CannotPutBack(phrase("It is as it was before already."))


def _altered_by(session: Session, change: int) -> list[Altered]:
    """Return what the change altered; raise `UnknownChange`."""
    found = list[Altered]()
    for row, altered in told(session.flush().connection, session.state.id):
        if row.act == change:
            if row.ticket is not None:
                raise CannotPutBack(OF_TICKETS)
            found += altered
    if not found:
        raise UnknownChange(change)
    return found


def _restore(session: Session, thing: Thing, altered: Iterable[Altered]) -> None:
    was = {each.setting: each.before for each in altered}
    match thing.kind:
        case Kind.BRANCH:
            _restore_branch(session, was)
        case Kind.QUEUE:
            _restore_queue(session, str(thing.key), was)
        case Kind.DESK:
            _restore_desk(session, int(thing.key), was)
        case Kind.DEVICE:
            _restore_device(session, int(thing.key), was)
        case Kind.PERSON:
            if thing.key in session.state.servicers():
                remove_servicer(session, RemoveServicer(name=str(thing.key)))
        case Kind.MESSAGE:
            _restore_message(session, was)


def _restore_branch(session: Session, was: Settings) -> None:
    settings = with_settings(session.state.settings, was)
    if settings != session.state.settings:
        configure_branch(session, settings)


def _restore_queue(session: Session, slug: str, was: dict[str, Any]) -> None:
    there = session.state.has_queue(slug)
    if "by_hand" in was:
        _restore_switch(session, slug, was.pop("by_hand"))
    if "" in was and was[""] is None:
        if there:
            remove_queue(session, RemoveQueue(slug=slug))
        return
    whole = was.pop("", None)
    if whole is None and not there:
        raise CannotPutBack(phrase("The queue “{slug}” was removed since.", slug=slug))
    if whole is not None:
        was = {k: v for k, v in whole.items() if k != "by_hand"}
        present = Queue(slug=slug, letter="", names={}, ordinal=0)
    else:
        present = session.state.queue(slug)
    queue = _queue_with(present, was)
    if not there or queue != session.state.queue(slug):
        configure_queue(session, queue)


def _queue_with(queue: Queue, was: Settings) -> Queue:
    own = {k: v for k, v in was.items() if k.partition(".")[0] in _OF_QUEUE}
    others = {k: v for k, v in was.items() if k not in own}
    settings: QueueSettings = with_settings(queue.settings, others)
    named: Queue = with_settings(queue, own)
    return replace(named, settings=settings)


_OF_QUEUE = ("letter", "ordinal", "names")


def _restore_switch(session: Session, slug: str, switch: Switch | None) -> None:
    if switch is not None and switch.is_over(session.now):
        switch = None
    if session.state.today.queues.get(slug) != switch:
        session.state.queue(slug)
        session.record(events.QueueSwitched(queue=slug, switch=switch))


def _restore_device(session: Session, id: int, was: Settings) -> None:
    if id not in session.state.devices:
        raise CannotPutBack(phrase("The device was removed since."))
    for setting, value in was.items():
        match setting:
            case "by_hand":
                _restore_kiosk(session, id, value)
            case "name":
                rename_device(session, RenameDevice(device=id, name=value))
            case "desk":
                known = session.state.all_desks.get(value)
                if known is not None and known.removed:
                    raise CannotPutBack(
                        phrase("Desk {number} was removed since.", number=value)
                    )
                bind_device(session, BindDevice(device=id, desk=value))


def _restore_kiosk(session: Session, id: int, switch: Switch | None) -> None:
    if switch is not None and switch.is_over(session.now):
        switch = None
    if session.state.today.kiosks.get(id) != switch:
        session.record(events.KioskSwitched(device=id, switch=switch))


def _restore_desk(session: Session, number: int, was: dict[str, Any]) -> None:
    known = session.state.all_desks.get(number)
    there = known is not None and not known.removed
    if "lent" in was:
        _restore_loan(session, number, was.pop("lent") or ())
    if "" in was and was[""] is None:
        if there:
            remove_desk(session, RemoveDesk(number=number))
        return
    whole = was.pop("", None)
    if whole is None and not there:
        raise CannotPutBack(phrase("Desk {number} was removed since.", number=number))
    present = known if there and known else Desk(number=number, queues=())
    if whole is not None:
        was = {k: v for k, v in whole.items() if k != "lent"}
        present = replace(present, names={})
    desk = with_settings(present, was)
    if not there or desk != known:
        configure_desk(session, desk)


def _restore_loan(session: Session, number: int, lent: tuple[str, ...]) -> None:
    desk = session.state.desk(number)
    for slug in lent:
        session.state.queue(slug)
    if desk.lent != lent:
        session.record(events.QueueLent(desk=number, queues=lent))


def _restore_message(session: Session, was: Settings) -> None:
    present = _as_settings(session.state.message)
    then = was.get("", {**(present or {}), **was})
    said = {k: v for k, v in (then or {}).items() if v is not None}
    until = said.pop("until", None)
    if until is not None and until <= session.now:
        raise CannotPutBack(phrase("That message is over."))
    if _as_settings(session.state.message) != then:
        texts = {setting.partition(".")[2]: text for setting, text in said.items()}
        session.record(events.MessageSet(texts=texts, until=until))


def _as_settings(message: Message | None) -> Settings | None:
    if message is None:
        return None
    return {**by_name_and_key("texts", message.texts), "until": message.until}
