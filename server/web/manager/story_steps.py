"""What happened to a ticket, step by step, in words of the page's language."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from server.domain import events
from server.domain.branch import DeskState
from server.domain.events import Recorded
from server.domain.overtaking import Overtaking
from server.domain.story import Chapter, DeskMoved, Story
from server.domain.ticket import PrintState
from server.web.manager.story_words import StoryWords, minutes_of, parts

_SMALL = (events.Printed, events.Noted, events.WentOnTheWay, events.Rated)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing that happened: `kind` is "got" for a call, "hit" for what made the wait longer, else nothing."""

    at: str
    what: str
    more: tuple[str, ...] = ()
    number: str = ""
    kind: str = ""


class StorySteps:
    """Tells one story's steps in these words, with the names that managers have now."""

    def __init__(self, words: StoryWords, story: Story, managers: Mapping[str, str]) -> None:  # fmt: skip
        self._words = words
        self._language = words.language
        self._story = story
        self._managers = managers

    def told(self) -> list[Step]:
        """Return what happened, in order; what belongs to the step before stands with that."""
        told = [
            *((each.row.seq, self._chapter(each)) for each in self._story.chapters),
            *((each.seq, self._overtaking(each)) for each in self._story.overtakings),
            *((each.seq, self._desk_moved(each)) for each in self._story.desks),
        ]
        steps: list[Step] = []
        for _, step in sorted(told, key=lambda each: each[0]):
            if step.what or not steps:
                steps.append(step)
            else:
                last = steps.pop()
                steps.append(Step(at=last.at, what=last.what, more=(*last.more, *step.more), number=last.number, kind=last.kind))  # fmt: skip
        return steps

    def _overtaking(self, overtaking: Overtaking) -> Step:
        return Step(
            at=self._words.clock(overtaking.at),
            what=self._language.gettext("{number} was called first"),
            number=overtaking.ticket.label,
            more=(self._words.why(self._story.ticket, overtaking),),
            kind="hit",
        )

    def _desk_moved(self, moved: DeskMoved) -> Step:
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
        where = self._words.place(moved.desk.number)
        return Step(
            at=self._words.clock(moved.at),
            what=self._words.filled_in(said, name=moved.servicer or where),
            more=parts(where, self._words.filled_in(there, n=moved.are_open, queue=self._words.queue(self._story.ticket.queue))),
            kind="" if moved.desk.state is DeskState.OPEN else "hit",
        )  # fmt: skip

    def _chapter(self, chapter: Chapter) -> Step:
        row, ticket = chapter.row, chapter.ticket
        what = self._what(row.event)
        more = [*self._more(chapter)]
        if what and not isinstance(row.event, events.Called):
            more.append(self._by(row))
        if chapter.ahead is not None and not isinstance(row.event, _SMALL):
            more.append(self._ahead(chapter.ahead))
        if isinstance(row.event, events.Taken):
            more.append(self._words.promised(ticket))
        return Step(
            at=self._words.clock(row.at),
            what=what,
            more=parts(*more),
            kind="got" if isinstance(row.event, events.Called) else "",
        )

    def _what(self, event: events.Event) -> str:
        """Return what happened; nothing where it goes with what was before."""
        _ = self._language.gettext
        match event:
            case events.Transferred(queue=queue):
                return self._words.filled_in(
                    _("Sent to {queue}"), queue=self._words.queue(queue)
                )
            case events.Postponed(behind=behind):
                return self._words.filled_in(self._language.ngettext("Let {n} go first", "Let {n} go first", behind), n=behind)  # fmt: skip
            case events.Prioritised(priority=None):
                return _("Without priority now")
            case events.Prioritised(priority=str(priority)):
                return self._words.priority(priority, None)
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

    def _more(self, chapter: Chapter) -> Iterator[str]:
        _ = self._language.gettext
        match chapter.row.event:
            case events.Taken(priority=priority):
                yield self._story.given_at.name if self._story.given_at else ""
                yield self._words.priority(priority, None) if priority else ""
            case events.Called(desk=desk, servicer=servicer, chosen=chosen):
                yield self._words.place(desk)
                yield servicer
                yield _("Picked by hand") if chosen else ""
                yield self._after(chapter)
            case events.Finished():
                yield self._words.filled_in(_("Served {n} min"), n=minutes_of(chapter.ticket.served))  # fmt: skip
            case events.Held(reason=reason):
                yield reason or ""
            case events.Transferred(desk=int(desk)):
                yield self._words.place(desk)
            case events.Printed(outcome=outcome):
                yield _("The paper was printed") if outcome is PrintState.PRINTED else _("The paper was not printed")  # fmt: skip
            case events.WentOnTheWay():
                yield _("The phone said: on the way")
            case events.Rated(score=score):
                yield self._words.filled_in(_("Rated {n} of {most}"), n=score, most=3)
            case events.Noted(text=text):
                yield f"“{text}”" if text else ""

    def _after(self, chapter: Chapter) -> str:
        """Return after how long it was called, nothing where it had been called before: its wait was over then."""
        ticket, at = chapter.ticket, chapter.row.at
        if ticket.called_at != at:
            return ""
        said = self._language.gettext("After {n} min")
        return self._words.filled_in(said, n=minutes_of(ticket.wait(at)))

    def _by(self, row: Recorded) -> str:
        if row.actor.servicer:
            return row.actor.servicer
        manager = row.actor.manager
        return self._managers.get(manager, manager) if manager else ""

    def _ahead(self, ahead: int) -> str:
        said = self._language.ngettext("{n} ahead", "{n} ahead", ahead)
        nobody = self._language.gettext("Nobody ahead")
        return self._words.filled_in(said, n=ahead) if ahead else nobody
