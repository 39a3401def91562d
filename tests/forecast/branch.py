"""A branch in memory, its journal, and the forecaster that hears of it."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from server.domain import events, numbering
from server.domain.branch import BranchSettings, Desk, Policy, Queue, QueueSettings
from server.domain.events import SYSTEM, Recorded
from server.domain.policy import choose
from server.domain.state import BranchState, Change
from server.domain.ticket import Ticket
from server.forecast.forecaster import Forecaster
from server.forecast.look import Look

NINE = datetime(2026, 11, 27, 9, tzinfo=UTC)


class Branch:
    """Queues and open desks, at nine o'clock; time goes on as it is told to."""

    def __init__(
        self,
        desks: dict[int, str],
        *,
        policy: Policy = Policy.OLDEST,
        expected_minutes: float = 5.0,
    ) -> None:
        """`desks` are the letters of the queues that each serves, in its order of preference."""
        self.state = BranchState(1, "hall")
        self.forecaster = Forecaster()
        self.now = NINE
        self.tickets: dict[int, Ticket] = {}
        self.heard: list[Callable[[BranchState, Change], None]] = []
        self.row(events.BranchConfigured(settings=BranchSettings(), day=NINE.date()))
        settings = QueueSettings(expected_minutes=expected_minutes)
        for place, slug in enumerate(sorted(set("".join(desks.values())))):
            queue = Queue(
                slug=slug,
                letter=slug.upper(),
                names={},
                ordinal=place,
                settings=settings,
            )
            self.row(events.QueueConfigured(queue=queue))
        for number, slugs in desks.items():
            desk = Desk(number=number, queues=tuple(slugs), policy=policy)
            self.row(events.DeskConfigured(desk=desk))
            self.row(events.SignedIn(desk=number, servicer=f"S{number}", device=1))

    def row(
        self, event: events.Event, ticket: int | None = None, act: int | None = None
    ) -> None:
        """Have this happen now."""
        seq = self.state.seq + 1
        change = self.state.apply(
            Recorded(
                seq=seq,
                act=act or seq,
                at=self.now,
                actor=SYSTEM,
                event=event,
                ticket=ticket,
            ),
            self.tickets.get(ticket or 0),
        )
        if change.after is not None:
            self.tickets[change.after.id] = change.after
        self.forecaster.hear(change, self.state)
        for hear in self.heard:
            hear(self.state, change)

    def later(self, seconds: float) -> None:
        """Let time go on."""
        self.now += timedelta(seconds=seconds)

    def take(
        self, queue: str, priority: str | None = None, *, test: bool = False
    ) -> int:
        """Have somebody take a number; return the ticket."""
        seq = self.state.seq + 1
        label = numbering.test_label(seq) if test else numbering.label("A", seq)
        early = timedelta(minutes=10 if priority else 0)
        taken = events.Taken(
            queue=queue,
            day=self.state.day,
            number=seq,
            label=label,
            position=numbering.position(self.now - early, seq),
            priority=priority,
        )
        self.row(taken, seq)
        return seq

    def call(self, number: int) -> int | None:
        """Have the desk call whom it would; return the ticket, None where nobody waits."""
        desk = self.state.desk(number)
        choice = choose(desk, self.state.room.heads(desk))
        if choice is None:
            return None
        called = events.Called(desk=number, servicer=f"S{number}", turns=choice.turns)
        self.row(called, choice.head.ticket)
        return choice.head.ticket

    def finish(self, number: int) -> None:
        """Have the desk finish whom it serves."""
        ticket = self.state.room.at_desk(number)
        assert ticket is not None
        self.row(events.Finished(), ticket.id)

    def serve(self, number: int, seconds: float) -> None:
        """Have the desk call the next one, and finish so much later."""
        assert self.call(number) is not None
        self.later(seconds)
        self.finish(number)

    def look(self) -> Look:
        """Have the forecaster look."""
        return self.forecaster.look(self.state, self.now)

    def half_s(self, ticket: int) -> float:
        """Return what half of such waits are below, as foreseen now."""
        return self.look().guess(ticket).half_s
