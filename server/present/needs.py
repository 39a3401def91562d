"""What in the hall needs somebody: calls for help, queues that nobody serves, screens in trouble."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from server.domain.branch import Desk, DeskState, HelpCall, Helper, Queue
from server.domain.ticket import Ticket
from server.forecast.advice import Enough, OneMore
from server.present.advice import in_force
from server.present.device_standing import DeviceStanding
from server.present.hall import Standing, queue_rows
from shared.wire.messages import Role
from shared.wire.pairing import PaperState, SoundState


class Wanted(StrEnum):
    """What needs somebody."""

    DESK_HELP = "desk-help"
    KIOSK_HELP = "kiosk-help"
    NO_PAPER = "no-paper"
    PRINTER = "printer"
    NO_SOUND = "no-sound"
    SILENT = "silent"
    UNSERVED = "unserved"
    ONE_MORE = "one-more"
    ENOUGH = "enough"


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """Something that needs somebody since then: at a desk, a device, or in a queue; `ticket` is who is at the desk, `coming` from where help comes.

    `other` is the queue that pays for what is advised: slower by one more desk, or waiting for its own one.
    """

    wanted: Wanted
    since: datetime | None = None
    desk: Desk | None = None
    ticket: Ticket | None = None
    device: DeviceStanding | None = None
    queue: Queue | None = None
    other: Queue | None = None
    waiting: int = 0
    coming: Helper | None = None
    more: OneMore | None = None
    enough: Enough | None = None


def needs(standing: Standing) -> list[Need]:
    """Return what needs somebody, people before machines, who has waited longest before all others."""
    return [
        *_calls_for_help(standing),
        *_unserved(standing),
        *_advised(standing),
        *_troubled_devices(standing),
    ]


def _calls_for_help(standing: Standing) -> list[Need]:
    at_desks = [
        Need(
            wanted=Wanted.DESK_HELP,
            since=desk.help_since,
            desk=desk,
            ticket=standing.serving.get(desk.number),
            coming=desk.helper,
        )
        for desk in standing.desks
        if desk.help_since is not None
    ]
    devices = {device.id: device for device in standing.devices}
    at_kiosks = [
        Need(
            wanted=Wanted.KIOSK_HELP,
            since=call.since,
            device=devices[id],
            coming=_coming(call),
        )
        for id, call in standing.help.items()
        if id in devices
    ]
    return sorted(at_desks + at_kiosks, key=lambda need: need.since or standing.now)


def _coming(call: HelpCall) -> Helper | None:
    if not call.is_answered:
        return None
    return Helper(name=call.manager or "", desk=call.desk)


def _unserved(standing: Standing) -> list[Need]:
    """Return in which queues people wait though no desk that is open serves them; where none is open at all, the sentence says so."""
    if all(desk.state is DeskState.CLOSED for desk in standing.desks):
        return []
    return [
        Need(
            wanted=Wanted.UNSERVED,
            since=row.since,
            queue=row.queue,
            waiting=row.waiting,
        )
        for row in queue_rows(standing)
        if row.waiting and not row.desks
    ]


def _advised(standing: Standing) -> Iterator[Need]:
    """Yield where one more desk is wanted, and where no longer, as far as queues and desks are still so."""
    queues = {queue.slug: queue for queue in standing.queues}
    desks = {desk.number: desk for desk in standing.desks}
    advice = in_force(standing.outlook.advice, desks, queues)
    for more in advice.more:
        other = queues[more.slower.queue] if more.slower else None
        yield Need(wanted=Wanted.ONE_MORE, queue=queues[more.queue], other=other, desk=desks[more.desk], more=more)  # fmt: skip
    for enough in advice.enough:
        own = queues[enough.own] if enough.own else None
        yield Need(wanted=Wanted.ENOUGH, queue=queues[enough.queue], other=own, desk=desks[enough.desk], enough=enough)  # fmt: skip


def _troubled_devices(standing: Standing) -> list[Need]:
    """Return which screens are silent, cannot print or are not heard; outside opening hours they may be off."""
    if not standing.is_open:
        return []
    found = []
    for device in standing.devices:
        if device.role is Role.CONSOLE:
            # A desk that is not staffed is dark, and one that is tells so itself.
            continue
        if device.is_silent(standing.now):
            found.append(
                Need(wanted=Wanted.SILENT, since=device.heard_at, device=device)
            )
        elif device.paper is PaperState.OUT:
            found.append(
                Need(wanted=Wanted.NO_PAPER, since=device.told_at, device=device)
            )
        elif device.paper is PaperState.TROUBLE:
            found.append(
                Need(wanted=Wanted.PRINTER, since=device.told_at, device=device)
            )
        elif device.sound is SoundState.MUTE:
            found.append(
                Need(wanted=Wanted.NO_SOUND, since=device.told_at, device=device)
            )
    return found
