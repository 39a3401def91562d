"""Reading how a hall stands, for what is derived from it in `hall`."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from server.domain.branch import (
    Desk,
    DeskState,
    Message,
)
from server.domain.openness import opening_of
from server.domain.ticket import Ticket
from server.forecast.outlook import Outlook
from server.present.device_standing import DeviceStanding
from server.present.hall import Line, Standing
from server.store import halls
from server.store.reports import Report
from server.store.view import View
from shared.wire.messages import Role
from shared.wire.pairing import PaperState, SoundState


def read(
    view: View, now: datetime, heard: Mapping[int, datetime], outlook: Outlook
) -> Standing:
    """Return how the branch stands; `heard` has when each device was heard of, where that is later than what is kept, `outlook` how long people wait."""
    settings = view.branch.settings
    queues, desks = view.queues(), view.desks()
    demands = view.demands(queues, desks)
    found = halls.lines(view)
    lines = {
        slug: Line(waiting=line.waiting, since=line.since)
        for slug, line in found.items()
    }
    serving = halls.at_desks(view)
    return Standing(
        now=now,
        settings=settings,
        queues=tuple(queues),
        lines={queue.slug: lines.get(queue.slug, Line()) for queue in queues},
        demands=demands,
        openings={
            queue.slug: opening_of(settings, queue, demands[queue.slug].switch, now)
            for queue in queues
        },
        desks=tuple(desks),
        serving=serving,
        free_since=_free_since(view, desks, serving),
        help=view.branch.help,
        devices=_devices(view, now, {**view.last_seen(), **heard}),
        message=_message(view, now),
        staff_call=view.branch.today.staff_call,
        outlook=outlook,
        managers={each.name: each.shown for each in view.every_account()},
    )


def _free_since(
    view: View, desks: Sequence[Desk], serving: Mapping[int, Ticket]
) -> dict[int, datetime]:
    """Return since when each desk that is open or on a break has nobody: that began with what it did last."""
    found = {}
    for desk in desks:
        if desk.state is DeskState.CLOSED or desk.number in serving:
            continue
        act = view.last_act(desk.number)
        if act:
            found[desk.number] = act[-1].at
    return found


def _devices(
    view: View, now: datetime, heard: Mapping[int, datetime]
) -> tuple[DeviceStanding, ...]:
    today, reports = view.branch.today, view.reports()
    return tuple(
        DeviceStanding(
            id=device.id,
            role=Role(device.role),
            name=device.name,
            heard_at=heard.get(device.id),
            **_told(reports.get(device.id)),
            closed_by_hand=today.kiosk(device.id, now) is not None,
        )
        for device in view.devices()
        if device.role != Role.MANAGER
    )


def _told(report: Report | None) -> dict[str, Any]:
    """Return what the device said of itself, if it ever did."""
    if report is None:
        return {}
    paper = None if report.paper is None else PaperState(report.paper)
    sound = None if report.sound is None else SoundState(report.sound)
    return {
        "version": report.version,
        "paper": paper,
        "sound": sound,
        "told_at": report.at,
    }


def _message(view: View, now: datetime) -> Message | None:
    message = view.branch.message
    return None if message is None or message.is_over(now) else message
