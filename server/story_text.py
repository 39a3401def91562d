"""A ticket's story and a branch at a moment, in words for a terminal."""

from datetime import datetime
from zoneinfo import ZoneInfo

from server.domain import events
from server.domain.branch import Desk, DeskState
from server.domain.ticket import Ticket, TicketState
from server.store.rebuild import Rebuilt
from server.usecases.replay import Chapter, Overtaking, Story, Why


def story_text(story: Story, time_zone: str) -> str:
    """Return the story as lines, in the branch's local time."""
    zone = ZoneInfo(time_zone)
    ticket = story.ticket
    lines = [f"{ticket.label}, {ticket.day}"]
    lines += [
        f"  {_clock(chapter.row.at, zone)}  {_told(chapter)}"
        for chapter in story.chapters
    ]
    lines.append("")
    if story.overtakings:
        lines.append(f"Called before {ticket.label}, though taken later:")
    else:
        lines.append(f"Nobody who came later was called before {ticket.label}.")
    for overtaking in story.overtakings:
        at = _clock(overtaking.at, zone)
        where = f"{overtaking.ticket.label} to desk {overtaking.desk.number}"
        lines.append(f"  {at}  {where}: {_why(ticket, overtaking)}")
    return "\n".join(lines)


def branch_text(branch: Rebuilt, moment: datetime, time_zone: str) -> str:
    """Return who waited and who was served, as lines."""
    zone = ZoneInfo(time_zone)
    local = moment.astimezone(zone)
    lines = [f"{local:%Y-%m-%d %H:%M:%S} ({time_zone}), after journal row {branch.seq}"]
    if branch.day is None:
        return "\n".join([*lines, "Before this branch's first day."])
    lines += [f"Business day {branch.day}", ""]
    for slug, queue in branch.queues.items():
        if not queue.removed:
            labels = [ticket.label for ticket in branch.line(slug)]
            waiting = f": {', '.join(labels)}" if labels else ""
            lines.append(f"{slug}: {len(labels)} waiting{waiting}")
    held = [t.label for t in branch.room.tickets() if t.state is TicketState.HELD]
    if held:
        lines.append(f"held: {', '.join(held)}")
    lines.append("")
    for number, desk in sorted(branch.desks.items()):
        if not desk.removed:
            present = branch.room.at_desk(number)
            lines.append(f"desk {number}: {_at_desk(desk, present, zone)}")
    return "\n".join(lines)


def _at_desk(desk: Desk, present: Ticket | None, zone: ZoneInfo) -> str:
    if desk.state is DeskState.CLOSED:
        return "closed"
    break_ = ", on a break" if desk.state is DeskState.PAUSED else ""
    if present is None:
        return f"{desk.servicer}{break_}, nobody there"
    assert present.last_called_at is not None
    since = _clock(present.last_called_at, zone)
    return f"{desk.servicer}{break_}, {present.label} {present.state} (called {since})"


def _told(chapter: Chapter) -> str:
    """Return what happened, who did it, and the place in the line where it has one."""
    by = ""
    actor = chapter.row.actor
    if actor.desk is not None and not isinstance(chapter.row.event, events.Called):
        by = f" by {actor.servicer} at desk {actor.desk}"
    place = "" if chapter.ahead is None else f" ({chapter.ahead} ahead)"
    return f"{_happened(chapter)}{by}{place}"


def _happened(chapter: Chapter) -> str:
    ticket = chapter.ticket
    match chapter.row.event:
        case events.Taken(queue=queue, priority=priority):
            return f"taken in {queue}" + (f", priority {priority}" if priority else "")
        case events.Called(desk=desk, servicer=servicer, chosen=chosen):
            return f"called to desk {desk} by {servicer}" + (
                ", picked" if chosen else ""
            )
        case events.Recalled():
            return f"called again ({ticket.calls} times by now)"
        case events.Started():
            return "arrived at the desk"
        case events.Finished():
            return (
                f"served; waited {_span(ticket.waited)}, service {_span(ticket.served)}"
            )
        case events.Held(reason=reason):
            return "put aside" + (f" ({reason})" if reason else "")
        case event:
            return _happened_elsewhere(event)


def _happened_elsewhere(event: events.Event) -> str:
    match event:
        case events.Transferred(queue=queue, desk=desk):
            return f"sent to {queue}" + (f", for desk {desk}" if desk else "")
        case events.Postponed(behind=behind):
            return f"let {behind} go first"
        case events.Printed(outcome=outcome, reason=reason):
            return f"paper {outcome}" + (f" ({reason})" if reason else "")
        case events.Rated(score=score):
            return f"rated {score} of 3"
        case events.Undone(restored=restored):
            return f"undone: {restored.state} again"
    return _PLAIN[type(event)]


_PLAIN: dict[type, str] = {
    events.Missed: "called and did not come",
    events.Resumed: "waiting again",
    events.Left: "left the queue",
    events.Cancelled: "taken back",
    events.Returned: "came back after leaving",
    events.Rejoined: "came after all, and waits near the front",
    events.Expired: "still open when the day ended",
    events.Noted: "noted",
    events.WentOnTheWay: "on the way, said the phone",
}


def _why(mine: Ticket, overtaking: Overtaking) -> str:
    other, desk = overtaking.ticket, overtaking.desk
    ratio = ":".join(map(str, desk.weights))
    queues = ", ".join(desk.queues)
    return {
        Why.WALKED_UP: f"walked up to desk {desk.number} without a number",
        Why.PICKED: f"desk {desk.number} picked it",
        Why.SENT: f"it was sent to desk {desk.number}",
        Why.KEPT: f"{mine.label} was kept for desk {mine.for_desk}",
        Why.PRIORITY: f"it has the priority “{other.priority}”",
        Why.LET_OTHERS: f"{mine.label} had let others go first",
        Why.MISSED: f"{mine.label} had missed its call and rejoined",
        Why.REJOINED: "it had missed its call and rejoined near the front",
        Why.SENT_TO_END: f"{mine.label} was sent to the end of {mine.queue}",
        Why.STRICT: f"desk {desk.number} serves its queues in strict order ({queues})",
        Why.RATIO: f"desk {desk.number} serves {queues} {ratio}",
        Why.PLACE: "its place was nearer the front",
    }[overtaking.why]


def _clock(at: datetime, zone: ZoneInfo) -> str:
    return f"{at.astimezone(zone):%H:%M:%S}"


def _span(span: object) -> str:
    return str(span).partition(".")[0]
