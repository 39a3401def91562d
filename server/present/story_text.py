"""A ticket's story and a branch at a moment, in words for a terminal."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from server.domain import events
from server.domain.attendance import Absence, Shortage
from server.domain.branch import BranchSettings, Desk, DeskState
from server.domain.overtaking import Overtaking, Why
from server.domain.state import NO_DAY, BranchState
from server.domain.story import Chapter, Story
from server.domain.ticket import Ticket, TicketState
from server.present.events import TOLD

_WORTH_A_WORD = timedelta(seconds=30)


def story_text(story: Story, settings: BranchSettings) -> str:
    """Return the story as lines, in the branch's local time and with its word for desks."""
    zone, place = ZoneInfo(settings.time_zone), settings.place.value
    ticket = story.ticket
    lines = [f"{ticket.label}, {ticket.day}"]
    lines += [
        f"  {_clock(chapter.row.at, zone)}  {_told(chapter, place)}"
        for chapter in story.chapters
    ]
    lines.append("")
    if story.overtakings:
        lines.append(f"Called before {ticket.label}, though taken later:")
    else:
        lines.append(f"Nobody who came later was called before {ticket.label}.")
    for overtaking in story.overtakings:
        at = _clock(overtaking.at, zone)
        where = f"{overtaking.ticket.label} to {place} {overtaking.desk.number}"
        lines.append(f"  {at}  {where}: {_why(ticket, overtaking, place)}")
    if story.earlier >= _WORTH_A_WORD:
        minutes = max(1, round(story.earlier / timedelta(minutes=1)))
        lines.append(
            f"Without them it would have been called about {minutes} min earlier."
        )
    if story.others_first:
        served = f"The {place}s for {ticket.queue} first called {story.others_first} of other queues"
        lines.append(f"{served}, taken before {ticket.label}.")
    lines += [_short(each, ticket.queue, place, zone) for each in story.shortages]
    return "\n".join(lines)


def _short(shortage: Shortage, queue: str, place: str, zone: ZoneInfo) -> str:
    since, until = (_clock(at, zone) for at in (shortage.since, shortage.until))
    when = f"From {since} to {until}"
    if not shortage.open:
        there = f"no {place} for {queue} was open"
    else:
        were = "was" if shortage.open == 1 else "were"
        desks = f"{shortage.desks} {place}s for {queue}"
        there = f"only {shortage.open} of {desks} {were} open"
    absent = ", ".join(_absent(each, place) for each in shortage.absent)
    return f"{when} {there}{f': {absent}' if absent else ''}."


def _absent(absence: Absence, place: str) -> str:
    who = f"{absence.servicer} at {place} {absence.desk}"
    return f"{who} was on a break" if absence.is_break else f"{who} was not there"


def branch_text(branch: BranchState, moment: datetime, settings: BranchSettings) -> str:
    """Return who waited and who was served, as lines."""
    zone = ZoneInfo(settings.time_zone)
    local = moment.astimezone(zone)
    lines = [f"{local:%Y-%m-%d %H:%M:%S} ({zone}), after journal row {branch.seq}"]
    if branch.day == NO_DAY:
        return "\n".join([*lines, "Before this branch's first day."])
    lines += [f"Business day {branch.day}", ""]
    for queue in branch.queues():
        labels = [ticket.label for ticket in branch.room.line_of(queue.slug)]
        waiting = f": {', '.join(labels)}" if labels else ""
        lines.append(f"{queue.slug}: {len(labels)} waiting{waiting}")
    held = [t.label for t in branch.room.tickets() if t.state is TicketState.HELD]
    if held:
        lines.append(f"held: {', '.join(held)}")
    lines.append("")
    for desk in branch.desks():
        present = branch.room.at_desk(desk.number)
        lines.append(
            f"{settings.place.value} {desk.number}: {_at_desk(desk, present, zone)}"
        )
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


def _told(chapter: Chapter, place: str) -> str:
    """Return what happened, who did it, and the place in the line where it has one."""
    by = ""
    actor = chapter.row.actor
    if actor.desk is not None and not isinstance(chapter.row.event, events.Called):
        by = f" by {actor.servicer} at {place} {actor.desk}"
    elif actor.manager is not None:
        by = f" by {actor.manager}"
    ahead = "" if chapter.ahead is None else f" ({chapter.ahead} ahead)"
    return f"{_happened(chapter, place)}{by}{ahead}"


def _happened(chapter: Chapter, place: str) -> str:
    words = TOLD[type(chapter.row.event)].story
    assert words is not None
    return words(chapter.row.event, chapter.ticket, place)


def _why(mine: Ticket, overtaking: Overtaking, place: str) -> str:
    other, desk = overtaking.ticket, overtaking.desk
    ratio = ":".join(map(str, desk.weights))
    queues = ", ".join(desk.serves)
    here = f"{place} {desk.number}"
    return {
        Why.WALKED_UP: f"walked up to {here} without a number",
        Why.PICKED: f"{here} picked it",
        Why.SENT: f"it was sent to {here}",
        Why.KEPT: f"{mine.label} was kept for {place} {mine.for_desk}",
        Why.PRIORITY: f"it has the priority “{other.priority}”",
        Why.LET_OTHERS: f"{mine.label} had let others go first",
        Why.MISSED: f"{mine.label} had missed its call and rejoined",
        Why.REJOINED: "it had missed its call and rejoined near the front",
        Why.SENT_TO_END: f"{mine.label} was sent to the end of {mine.queue}",
        Why.STRICT: f"{here} serves its queues in strict order ({queues})",
        Why.RATIO: f"{here} serves {queues} {ratio}",
        Why.PLACE: "its place was nearer the front",
    }[overtaking.why]


def _clock(at: datetime, zone: ZoneInfo) -> str:
    return f"{at.astimezone(zone):%H:%M:%S}"
