"""A ticket's story in words of the page's language."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from server.domain import events
from server.domain.attendance import Shortage
from server.domain.branch import BranchSettings, Desk, DeskState, Queue
from server.domain.events import Recorded
from server.domain.overtaking import Overtaking, Why
from server.domain.phrases import filled
from server.domain.story import Chapter, DeskMoved, Story
from server.domain.ticket import PrintState, Ticket, TicketState
from server.web.languages import Language
from server.web.manager.typed import written
from server.web.phone.words import clock_time, name_of
from shared.wire.estimates import in_minutes

_MINUTE = timedelta(minutes=1)
_WORTH_A_WORD = timedelta(seconds=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class Overtook:
    """One who overtook: number, time of day, why, and where by whom."""

    number: str
    at: str
    why: str
    where: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing that happened: `kind` is "got" for a call, "hit" for what made the wait longer, else nothing."""

    at: str
    what: str
    more: tuple[str, ...] = ()
    number: str = ""
    kind: str = ""


def minutes_of(span: timedelta) -> int:
    """Return whole minutes, rounded."""
    return round(span / _MINUTE)


class StoryWords:
    """Tells stories in a language, with the names that queues and managers have now and the clock of the branch."""

    def __init__(self, language: Language, queues: list[Queue], branch: BranchSettings, managers: Mapping[str, str]) -> None:  # fmt: skip
        self._language = language
        self._names = {queue.slug: name_of(queue, language) for queue in queues}
        self._branch = branch
        self._zone = ZoneInfo(branch.time_zone)
        self._managers = managers

    # --- the heading ------------------------------------------------------------------------

    def heading(self, ticket: Ticket, now: datetime) -> str:
        """Return how long the ticket waited, beside what was promised, or what became of it."""
        _ = self._language.gettext
        minutes = minutes_of(ticket.wait(now))
        if ticket.is_test:
            return self._said(
                _("{number} was a test, and counts in no figure."), ticket
            )
        if ticket.called_at is None:
            return self._uncalled(ticket, minutes)
        if ticket.state is TicketState.MISSED:
            return self._waited(self._language.ngettext("{number} was called after {n} minute, and did not come.", "{number} was called after {n} minutes, and did not come.", minutes), ticket, minutes)  # fmt: skip
        if not minutes:
            return self._said(_("{number} waited less than a minute."), ticket)
        return self._beside_promise(ticket, minutes)

    def _uncalled(self, ticket: Ticket, minutes: int) -> str:
        match ticket.state:
            case TicketState.LEFT:
                return self._waited(self._language.ngettext("{number} left after {n} minute, before it was called.", "{number} left after {n} minutes, before it was called.", minutes), ticket, minutes)  # fmt: skip
            case TicketState.EXPIRED:
                return self._waited(self._language.ngettext("{number} waited {n} minute, until the day ended.", "{number} waited {n} minutes, until the day ended.", minutes), ticket, minutes)  # fmt: skip
        return self._waited(self._language.ngettext("{number} has waited {n} minute so far.", "{number} has waited {n} minutes so far.", minutes), ticket, minutes)  # fmt: skip

    def _beside_promise(self, ticket: Ticket, minutes: int) -> str:
        if ticket.promise is None:
            return self._waited(self._language.ngettext("{number} waited {n} minute.", "{number} waited {n} minutes.", minutes), ticket, minutes)  # fmt: skip
        low, high = in_minutes(ticket.promise)
        if minutes > high:
            return self._waited(self._language.ngettext("{number} waited {n} minute, {more} longer than promised.", "{number} waited {n} minutes, {more} longer than promised.", minutes), ticket, minutes, more=minutes - high)  # fmt: skip
        if minutes < low:
            return self._waited(self._language.ngettext("{number} waited {n} minute, {less} less than promised.", "{number} waited {n} minutes, {less} less than promised.", minutes), ticket, minutes, less=low - minutes)  # fmt: skip
        return self._waited(self._language.ngettext("{number} waited {n} minute, as promised.", "{number} waited {n} minutes, as promised.", minutes), ticket, minutes)  # fmt: skip

    def promised(self, ticket: Ticket) -> str:
        """Return what the customer was told at the door, nothing where that was nothing."""
        if ticket.promise is None:
            return ""
        low, high = in_minutes(ticket.promise)
        _ = self._language.gettext
        many = _("Promised: {high} min") if low == high else _("Promised: {low}–{high} min")  # fmt: skip
        return self._filled(many, low=low, high=high)

    def totals(self, ticket: Ticket, now: datetime) -> list[tuple[str, str]]:
        """Return what is told of a ticket of long ago: how long it waited, and how long it was served."""
        _ = self._language.gettext
        spans = [(_("Waited"), ticket.wait(now)), (_("Served"), ticket.served)]
        return [
            (name, self._filled(_("{n} min"), n=minutes_of(span)))
            for name, span in spans
        ]

    # --- who overtook it --------------------------------------------------------------------

    def overtaken(self, story: Story) -> str:
        """Return how many came later and were called earlier."""
        many = len(story.overtakings)
        if not many:
            return self._language.gettext("Nobody who came later was called before it.")
        said = self._language.ngettext("{n} who came later was called before it.", "{n} who came later were called before it.", many)  # fmt: skip
        return self._filled(said, n=many)

    def earlier(self, story: Story) -> str:
        """Return by how much earlier it would have been called without them, nothing where that is not worth a word."""
        if not story.overtakings or story.earlier < _WORTH_A_WORD:
            return ""
        minutes = max(1, minutes_of(story.earlier))
        said = self._language.ngettext("Without them it would have been called about {n} minute earlier.", "Without them it would have been called about {n} minutes earlier.", minutes)  # fmt: skip
        return self._filled(said, n=minutes)

    def others_first(self, story: Story) -> str:
        """Return how many of other queues, who had come before it, were called by those who serve it, nothing where that was nobody."""
        if not story.others_first:
            return ""
        said = self._language.ngettext("Those who serve {queue} first called {n} person of another queue who had come before it.", "Those who serve {queue} first called {n} people of other queues who had come before it.", story.others_first)  # fmt: skip
        queue = self._queue(story.ticket.queue)
        return self._filled(said, n=story.others_first, queue=queue)

    def overtook(self, story: Story) -> list[Overtook]:
        """Return each who overtook it."""
        return [
            Overtook(
                number=each.ticket.label,
                at=self._clock(each.at),
                why=self._why(story.ticket, each),
                where=_parts(
                    self._place(each.desk.number),
                    each.desk.servicer,
                    each.ticket.note and f"“{each.ticket.note}”",
                ),
            )
            for each in story.overtakings
        ]

    def _why(self, mine: Ticket, overtaking: Overtaking) -> str:
        _ = self._language.gettext
        other, desk = overtaking.ticket, overtaking.desk
        if overtaking.why is Why.PRIORITY:
            return self._priority(other.priority or "", overtaking.head_start)
        said = {
            Why.WALKED_UP: _("Came without a number"),
            Why.PICKED: _("Was picked by hand"),
            Why.SENT: _("Was sent to this very place"),
            Why.KEPT: _("{number} was kept for another place"),
            Why.LET_OTHERS: _("{number} had let others go first"),
            Why.MISSED: _("{number} had missed its call"),
            Why.REJOINED: _("Had missed its call, and came back near the front"),
            Why.SENT_TO_END: _("{number} was sent to the end of the line"),
            Why.STRICT: _("Is called first here: {queues}"),
            Why.RATIO: _("The queues take turns here: {queues}"),
            Why.PLACE: _("Its place was nearer the front"),
        }[overtaking.why]
        return self._filled(
            said, number=mine.label, queues=self._queues(desk, overtaking.why)
        )

    def _priority(self, name: str, minutes: int | None) -> str:
        words = self._branch.priority_names.get(name, {})
        called = words.get(self._language.tag) or name
        if not minutes:
            return self._filled(self._language.gettext("Has the priority “{name}”"), name=called)  # fmt: skip
        said = self._language.ngettext("Has the priority “{name}”, which counts as {n} minute earlier", "Has the priority “{name}”, which counts as {n} minutes earlier", minutes)  # fmt: skip
        return self._filled(said, name=called, n=minutes)

    def _queues(self, desk: Desk, why: Why) -> str:
        names = [self._queue(slug) for slug in desk.serves]
        if why is Why.RATIO:
            weights = [*desk.weights, *(1 for _ in desk.serves)]
            names = [f"{name} {written(weight, self._language)}" for name, weight in zip(names, weights, strict=False)]  # fmt: skip
        return self._language.listed(names)

    # --- who was missing --------------------------------------------------------------------

    def missing(self, story: Story) -> list[str]:
        """Return which desks were missing while it waited, and whether that may explain what is unexplained yet."""
        said = [self._short(each, story.ticket) for each in story.shortages]
        ticket = story.ticket
        if said and ticket.promise is not None and ticket.called_at is not None:
            late = minutes_of(ticket.wait(ticket.called_at)) - in_minutes(ticket.promise)[1]  # fmt: skip
            if late > minutes_of(story.earlier):
                _ = self._language.gettext
                rest = _("That may have made up the rest.") if self.earlier(story) else _("That may be why.")  # fmt: skip
                said[-1] = f"{said[-1]} {rest}"
        return said

    def _short(self, shortage: Shortage, ticket: Ticket) -> str:
        _ = self._language.gettext
        said = self._language.ngettext("From {since} to {until} only {n} of {all} who serve {queue} was there.", "From {since} to {until} only {n} of {all} who serve {queue} were there.", shortage.open)  # fmt: skip
        if not shortage.open:
            said = _("From {since} to {until} nobody was there who serves {queue}.")
        there = self._filled(
            said,
            since=self._clock(shortage.since),
            until=self._clock(shortage.until),
            n=shortage.open,
            all=shortage.desks,
            queue=self._queue(ticket.queue),
        )
        absent = (
            self._filled(
                _("{name} was on a break.") if each.is_break else _("{name} was away."),
                name=each.servicer or self._place(each.desk),
            )
            for each in shortage.absent
        )
        return " ".join((there, *absent))

    # --- what happened ----------------------------------------------------------------------

    def steps(self, story: Story) -> list[Step]:
        """Return what happened, in order; what belongs to the step before stands with that."""
        told = [
            *((each.row.seq, self._chapter(each, story)) for each in story.chapters),
            *((each.seq, self._overtaking(each, story)) for each in story.overtakings),
            *((each.seq, self._desk_moved(each, story)) for each in story.desks),
        ]
        steps: list[Step] = []
        for _, step in sorted(told, key=lambda each: each[0]):
            if step.what or not steps:
                steps.append(step)
            else:
                last = steps.pop()
                steps.append(Step(at=last.at, what=last.what, more=(*last.more, *step.more), number=last.number, kind=last.kind))  # fmt: skip
        return steps

    def _overtaking(self, overtaking: Overtaking, story: Story) -> Step:
        return Step(
            at=self._clock(overtaking.at),
            what=self._language.gettext("{number} was called first"),
            number=overtaking.ticket.label,
            more=(self._why(story.ticket, overtaking),),
            kind="hit",
        )

    def _desk_moved(self, moved: DeskMoved, story: Story) -> Step:
        _ = self._language.gettext
        left, came = _("{name} left"), _("{name} is there now")
        if moved.before is DeskState.PAUSED:
            came = _("{name} is back from the break")
        said = {
            DeskState.PAUSED: _("{name} went on a break"),
            DeskState.CLOSED: left,
            DeskState.OPEN: came,
        }[moved.desk.state]
        there = self._language.ngettext("{n} desk serves {queue} now", "{n} desks serve {queue} now", moved.are_open)  # fmt: skip
        if not moved.are_open:
            there = _("Nobody serves {queue} now")
        where = self._place(moved.desk.number)
        return Step(
            at=self._clock(moved.at),
            what=self._filled(said, name=moved.servicer or where),
            more=_parts(where, self._filled(there, n=moved.are_open, queue=self._queue(story.ticket.queue))),
            kind="" if moved.desk.state is DeskState.OPEN else "hit",
        )  # fmt: skip

    def _chapter(self, chapter: Chapter, story: Story) -> Step:
        row, ticket = chapter.row, chapter.ticket
        what = self._what(row.event)
        more = [*self._more(chapter, story)]
        if what and not isinstance(row.event, events.Called):
            more.append(self._by(row))
        if chapter.ahead is not None and not isinstance(row.event, _SMALL):
            more.append(self._ahead(chapter.ahead))
        if isinstance(row.event, events.Taken):
            more.append(self.promised(ticket))
        return Step(
            at=self._clock(row.at),
            what=what,
            more=_parts(*more),
            kind="got" if isinstance(row.event, events.Called) else "",
        )

    def _what(self, event: events.Event) -> str:
        """Return what happened; nothing where it goes with what was before."""
        _ = self._language.gettext
        match event:
            case events.Transferred(queue=queue):
                return self._filled(_("Sent to {queue}"), queue=self._queue(queue))
            case events.Postponed(behind=behind):
                return self._filled(self._language.ngettext("Let {n} go first", "Let {n} go first", behind), n=behind)  # fmt: skip
            case events.Prioritised(priority=None):
                return _("Without priority now")
            case events.Prioritised(priority=str(priority)):
                return self._priority(priority, None)
        return {
            events.Taken: _("Took the number"),
            events.Called: _("Called"),
            events.Recalled: _("Called again"),
            events.Started: _("Arrived"),
            events.Finished: _("Done"),
            events.Missed: _("Did not come"),
            events.Left: self._language.pgettext("ticket", "Left"),
            events.Cancelled: _("Cancelled"),
            events.Expired: _("Still here when the day ended"),
            events.Held: _("Put aside for a while"),
            events.Resumed: _("Waits again"),
            events.Returned: _("Came back"),
            events.Rejoined: _("Came after all"),
            events.Undone: _("That was undone"),
            events.TicketCorrected: _("The server’s clock was set"),
        }.get(type(event), "")

    def _more(self, chapter: Chapter, story: Story) -> Iterator[str]:
        _ = self._language.gettext
        match chapter.row.event:
            case events.Taken(priority=priority):
                yield story.given_at.name if story.given_at else ""
                yield self._priority(priority, None) if priority else ""
            case events.Called(desk=desk, servicer=servicer, chosen=chosen):
                yield self._place(desk)
                yield servicer
                yield _("Picked by hand") if chosen else ""
                yield self._after(chapter)
            case events.Finished():
                yield self._filled(_("Served {n} min"), n=minutes_of(chapter.ticket.served))  # fmt: skip
            case events.Held(reason=reason):
                yield reason or ""
            case events.Transferred(desk=int(desk)):
                yield self._place(desk)
            case events.Printed(outcome=outcome):
                yield _("The paper was printed") if outcome is PrintState.PRINTED else _("The paper was not printed")  # fmt: skip
            case events.WentOnTheWay():
                yield _("The phone said: on the way")
            case events.Rated(score=score):
                yield self._filled(_("Rated {n} of {most}"), n=score, most=3)
            case events.Noted(text=text):
                yield f"“{text}”" if text else ""

    def _after(self, chapter: Chapter) -> str:
        """Return after how long it was called, nothing where it had been called before: its wait was over then."""
        ticket, at = chapter.ticket, chapter.row.at
        if ticket.called_at != at:
            return ""
        said = self._language.gettext("After {n} min")
        return self._filled(said, n=minutes_of(ticket.wait(at)))

    def _by(self, row: Recorded) -> str:
        if row.actor.servicer:
            return row.actor.servicer
        manager = row.actor.manager
        return self._managers.get(manager, manager) if manager else ""

    def _ahead(self, ahead: int) -> str:
        said = self._language.ngettext("{n} ahead", "{n} ahead", ahead)
        nobody = self._language.gettext("Nobody ahead")
        return self._filled(said, n=ahead) if ahead else nobody

    # --- words ------------------------------------------------------------------------------

    def _waited(self, said: str, ticket: Ticket, minutes: int, **more: int) -> str:
        return self._filled(said, number=ticket.label, n=minutes, **more)

    def _said(self, phrase: str, ticket: Ticket) -> str:
        return self._filled(phrase, number=ticket.label)

    def _filled(self, phrase: str, **words: str | int) -> str:
        return filled(
            phrase,
            {
                name: written(word, self._language) if isinstance(word, int) else word
                for name, word in words.items()
            },
        )

    def _queue(self, slug: str) -> str:
        return self._names.get(slug, slug)

    def _place(self, number: int) -> str:
        _ = self._language.gettext
        said = {
            "desk": _("Desk {desk}"),
            "room": _("Room {desk}"),
            "window": _("Window {desk}"),
            "counter": _("Counter {desk}"),
        }[self._branch.place.value]
        return filled(said, {"desk": str(number)})

    def _clock(self, at: datetime) -> str:
        return clock_time(at, self._language, self._zone)


_SMALL = (events.Printed, events.Noted, events.WentOnTheWay, events.Rated)


def _parts(*words: str | None) -> tuple[str, ...]:
    return tuple(word for word in words if word)
