"""A ticket's story in words of the page's language."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from server.domain.attendance import Shortage
from server.domain.branch import BranchSettings, Desk, Queue
from server.domain.overtaking import Overtaking, Why
from server.domain.phrases import filled
from server.domain.story import Story
from server.domain.ticket import Ticket, TicketState
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


def minutes_of(span: timedelta) -> int:
    """Return whole minutes, rounded."""
    return round(span / _MINUTE)


class StoryWords:
    """Tells stories in a language, with the names that queues have now and the clock of the branch."""

    def __init__(self, language: Language, queues: list[Queue], branch: BranchSettings) -> None:  # fmt: skip
        self.language = language
        self._names = {queue.slug: name_of(queue, language) for queue in queues}
        self._branch = branch
        self._zone = ZoneInfo(branch.time_zone)

    # --- the heading ------------------------------------------------------------------------

    def heading(self, ticket: Ticket, now: datetime) -> str:
        """Return how long the ticket waited, beside what was promised, or what became of it."""
        _ = self.language.gettext
        minutes = minutes_of(ticket.wait(now))
        if ticket.is_test:
            return self._said(
                _("{number} was a test, and counts in no figure."), ticket
            )
        if ticket.called_at is None:
            return self._uncalled(ticket, minutes)
        if ticket.state is TicketState.MISSED:
            return self._waited(self.language.ngettext("{number} was called after {n} minute, and did not come.", "{number} was called after {n} minutes, and did not come.", minutes), ticket, minutes)  # fmt: skip
        if not minutes:
            return self._said(_("{number} waited less than a minute."), ticket)
        return self._beside_promise(ticket, minutes)

    def _uncalled(self, ticket: Ticket, minutes: int) -> str:
        match ticket.state:
            case TicketState.LEFT:
                return self._waited(self.language.ngettext("{number} left after {n} minute, before it was called.", "{number} left after {n} minutes, before it was called.", minutes), ticket, minutes)  # fmt: skip
            case TicketState.EXPIRED:
                return self._waited(self.language.ngettext("{number} waited {n} minute, until the day ended.", "{number} waited {n} minutes, until the day ended.", minutes), ticket, minutes)  # fmt: skip
        return self._waited(self.language.ngettext("{number} has waited {n} minute so far.", "{number} has waited {n} minutes so far.", minutes), ticket, minutes)  # fmt: skip

    def _beside_promise(self, ticket: Ticket, minutes: int) -> str:
        if ticket.promise is None:
            return self._waited(self.language.ngettext("{number} waited {n} minute.", "{number} waited {n} minutes.", minutes), ticket, minutes)  # fmt: skip
        low, high = in_minutes(ticket.promise)
        if minutes > high:
            return self._waited(self.language.ngettext("{number} waited {n} minute, {more} longer than promised.", "{number} waited {n} minutes, {more} longer than promised.", minutes), ticket, minutes, more=minutes - high)  # fmt: skip
        if minutes < low:
            return self._waited(self.language.ngettext("{number} waited {n} minute, {less} less than promised.", "{number} waited {n} minutes, {less} less than promised.", minutes), ticket, minutes, less=low - minutes)  # fmt: skip
        return self._waited(self.language.ngettext("{number} waited {n} minute, as promised.", "{number} waited {n} minutes, as promised.", minutes), ticket, minutes)  # fmt: skip

    def promised(self, ticket: Ticket) -> str:
        """Return what the customer was told at the door, nothing where that was nothing."""
        if ticket.promise is None:
            return ""
        low, high = in_minutes(ticket.promise)
        _ = self.language.gettext
        many = _("Promised: {high} min") if low == high else _("Promised: {low}–{high} min")  # fmt: skip
        return self.filled_in(many, low=low, high=high)

    def totals(self, ticket: Ticket, now: datetime) -> list[tuple[str, str]]:
        """Return what is told of a ticket of long ago: how long it waited, and how long it was served."""
        _ = self.language.gettext
        spans = [(_("Waited"), ticket.wait(now)), (_("Served"), ticket.served)]
        return [
            (name, self.filled_in(_("{n} min"), n=minutes_of(span)))
            for name, span in spans
        ]

    # --- who overtook it --------------------------------------------------------------------

    def overtaken(self, story: Story) -> str:
        """Return how many came later and were called earlier."""
        many = len(story.overtakings)
        if not many:
            return self.language.gettext("Nobody who came later was called before it.")
        said = self.language.ngettext("{n} who came later was called before it.", "{n} who came later were called before it.", many)  # fmt: skip
        return self.filled_in(said, n=many)

    def earlier(self, story: Story) -> str:
        """Return by how much earlier it would have been called without them, nothing where that is not worth a word."""
        if not story.overtakings or story.earlier < _WORTH_A_WORD:
            return ""
        minutes = max(1, minutes_of(story.earlier))
        said = self.language.ngettext("Without them it would have been called about {n} minute earlier.", "Without them it would have been called about {n} minutes earlier.", minutes)  # fmt: skip
        return self.filled_in(said, n=minutes)

    def others_first(self, story: Story) -> str:
        """Return how many of other queues, who had come before it, were called by those who serve it, nothing where that was nobody."""
        if not story.others_first:
            return ""
        said = self.language.ngettext("Those who serve {queue} first called {n} person of another queue who had come before it.", "Those who serve {queue} first called {n} people of other queues who had come before it.", story.others_first)  # fmt: skip
        queue = self.queue(story.ticket.queue)
        return self.filled_in(said, n=story.others_first, queue=queue)

    def overtook(self, story: Story) -> list[Overtook]:
        """Return each who overtook it."""
        return [
            Overtook(
                number=each.ticket.label,
                at=self.clock(each.at),
                why=self.why(story.ticket, each),
                where=parts(
                    self.place(each.desk.number),
                    each.desk.servicer,
                    each.ticket.note and f"“{each.ticket.note}”",
                ),
            )
            for each in story.overtakings
        ]

    def why(self, mine: Ticket, overtaking: Overtaking) -> str:
        """Return why the other one was called before this one."""
        _ = self.language.gettext
        other, desk = overtaking.ticket, overtaking.desk
        if overtaking.why is Why.PRIORITY:
            return self.priority(other.priority or "", overtaking.head_start)
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
        return self.filled_in(
            said, number=mine.label, queues=self._queues(desk, overtaking.why)
        )

    def priority(self, name: str, minutes: int | None) -> str:
        """Return that it has this priority, and how many minutes that counts for, where that is said."""
        words = self._branch.priority_names.get(name, {})
        called = words.get(self.language.tag) or name
        if not minutes:
            return self.filled_in(self.language.gettext("Has the priority “{name}”"), name=called)  # fmt: skip
        said = self.language.ngettext("Has the priority “{name}”, which counts as {n} minute earlier", "Has the priority “{name}”, which counts as {n} minutes earlier", minutes)  # fmt: skip
        return self.filled_in(said, name=called, n=minutes)

    def _queues(self, desk: Desk, why: Why) -> str:
        names = [self.queue(slug) for slug in desk.serves]
        if why is Why.RATIO:
            weights = [*desk.weights, *(1 for _ in desk.serves)]
            names = [f"{name} {written(weight, self.language)}" for name, weight in zip(names, weights, strict=False)]  # fmt: skip
        return self.language.listed(names)

    # --- who was missing --------------------------------------------------------------------

    def missing(self, story: Story) -> list[str]:
        """Return which desks were missing while it waited, and whether that may explain what is unexplained yet."""
        said = [self._short(each, story.ticket) for each in story.shortages]
        ticket = story.ticket
        if said and ticket.promise is not None and ticket.called_at is not None:
            late = minutes_of(ticket.wait(ticket.called_at)) - in_minutes(ticket.promise)[1]  # fmt: skip
            if late > minutes_of(story.earlier):
                _ = self.language.gettext
                rest = _("That may have made up the rest.") if self.earlier(story) else _("That may be why.")  # fmt: skip
                said[-1] = f"{said[-1]} {rest}"
        return said

    def _short(self, shortage: Shortage, ticket: Ticket) -> str:
        _ = self.language.gettext
        said = self.language.ngettext("From {since} to {until} only {n} of {all} who serve {queue} was there.", "From {since} to {until} only {n} of {all} who serve {queue} were there.", shortage.open)  # fmt: skip
        if not shortage.open:
            said = _("From {since} to {until} nobody was there who serves {queue}.")
        there = self.filled_in(
            said,
            since=self.clock(shortage.since),
            until=self.clock(shortage.until),
            n=shortage.open,
            all=shortage.desks,
            queue=self.queue(ticket.queue),
        )
        absent = (
            self.filled_in(
                _("{name} was on a break.") if each.is_break else _("{name} was away."),
                name=each.servicer or self.place(each.desk),
            )
            for each in shortage.absent
        )
        return " ".join((there, *absent))

    # --- words ------------------------------------------------------------------------------

    def _waited(self, said: str, ticket: Ticket, minutes: int, **more: int) -> str:
        return self.filled_in(said, number=ticket.label, n=minutes, **more)

    def _said(self, phrase: str, ticket: Ticket) -> str:
        return self.filled_in(phrase, number=ticket.label)

    def filled_in(self, phrase: str, **words: str | int) -> str:
        """Return the phrase with these words in it, numbers as the language writes them."""
        return filled(
            phrase,
            {
                name: written(word, self.language) if isinstance(word, int) else word
                for name, word in words.items()
            },
        )

    def queue(self, slug: str) -> str:
        """Return what the queue is called now."""
        return self._names.get(slug, slug)

    def place(self, number: int) -> str:
        """Return what the desk is called."""
        _ = self.language.gettext
        said = {
            "desk": _("Desk {desk}"),
            "room": _("Room {desk}"),
            "window": _("Window {desk}"),
            "counter": _("Counter {desk}"),
        }[self._branch.place.value]
        return filled(said, {"desk": str(number)})

    def clock(self, at: datetime) -> str:
        """Return the time of day at the branch."""
        return clock_time(at, self.language, self._zone)


def parts(*words: str | None) -> tuple[str, ...]:
    """Return those of these words that are any."""
    return tuple(word for word in words if word)
