"""How long everybody waits still: a simulation of the branch as it stands, corrected by what became of earlier guesses.

After Ibrahim & Whitt (2009, 2011) and Ang et al. (2016, Q-Lasso): what a simulation says is one sign among others in a regression that learns as
it goes; ranges are adaptive-conformal (Gibbs & Candès 2021).
"""

from collections.abc import Iterator, Sequence
from datetime import datetime

import numpy as np

from server.domain import numbering
from server.domain.promise import Promise
from server.domain.state import BranchState, Change
from server.domain.ticket import Ticket, TicketState
from server.forecast.chance import chance
from server.forecast.experience import Experience
from server.forecast.guess import Guesses, in_seconds, logarithms
from server.forecast.look import Look
from server.forecast.ranges import LEVELS, Group
from server.forecast.samples import Values
from server.forecast.scene import AtWork, Scene, line_of, scene
from server.forecast.simulation import quantiles, waits
from server.forecast.work import seconds


class Forecaster:
    """Hears of every change of a branch, and foresees its waits whenever it is asked to look.

    It depends on what it heard, and when it looked, and on nothing else: the same of both gives the same guesses.
    """

    def __init__(self, experience: Experience | None = None, seed: int = 0) -> None:
        self._chance = chance(seed)
        self.experience = experience or Experience()

    def begin(self, state: BranchState) -> None:
        """Begin with a branch whose past is not heard of: what it is about now."""
        self.experience.begin(state)

    def hear(self, change: Change, state: BranchState) -> None:
        """Learn from one change, after the state has followed it."""
        self.experience.hear(change, state)

    def dump(self) -> bytes:
        """Return all that was learned, to `load` from."""
        return self.experience.dump()

    @classmethod
    def load(cls, dumped: bytes) -> "Forecaster":
        """Return one that knows what was dumped; raise `Unfit` where it is of another version."""
        return cls(Experience.load(dumped))

    def look(self, state: BranchState, now: datetime) -> Look:
        """Foresee all waits at this moment, and remember what was thought: it is learned from when somebody is called.

        The first look after a ticket was taken is what counts as told at the door.
        """
        now = max(now, state.moment)
        desks = self.experience.work.now(state, seconds(now))
        return self._guess(self._scene(state, now, desks), state, remember=True)

    def with_one_more(
        self, state: BranchState, now: datetime, desks: Sequence[AtWork]
    ) -> Look:
        """Return what the waits would be if these desks were at work so, beside the others; nothing is remembered.

        Where they are all one more, no wait is longer than without them. A desk that is at work already may be missed by those whom it serves now.
        """
        now = max(now, state.moment)
        there = self.experience.work.now(state, seconds(now))
        mine = {each.desk.number for each in desks}
        others = [each for each in there if each.desk.number not in mine]
        then = self._scene(state, now, [*others, *desks])
        look = self._guess(then, state, remember=False)
        if len(others) < len(there):
            return look
        before = self._guess(self._scene(state, now, there), state, remember=False)
        return look.not_after(before)

    def usual(self, state: BranchState) -> dict[str, Promise]:
        """Return how long customers usually keep a desk, by queue; of one that too few were served of, nothing."""
        found = {}
        for queue in state.queues():
            self.experience.expect(queue)
            found[queue.slug] = self.experience.pace.usual(queue.slug)
        return {slug: each for slug, each in found.items() if each is not None}

    def _scene(
        self, state: BranchState, now: datetime, desks: Sequence[AtWork]
    ) -> Scene:
        queues = state.queues()
        usual = {}
        for queue in state.all_queues.values():
            self.experience.expect(queue)
            usual[queue.slug] = self.experience.pace.services(queue.slug).mean
        position = numbering.position(now, state.seq + 1)
        newcomers = [
            _newcomer(-1 - at, queue.slug, position, state, now)
            for at, queue in enumerate(queues)
        ]
        return scene(state, now, desks, newcomers, usual)

    def _guess(self, scene: Scene, state: BranchState, *, remember: bool) -> Look:
        futures, further = waits(scene, self.experience.pace, self._chance)
        simulated = quantiles(futures, [0.5])[:, 0]
        ahead = _ahead(scene)
        groups = [(ticket.queue, ticket.priority or "") for ticket in scene.order]
        signs = self._signs(scene, simulated, ahead)
        ends = np.empty((len(groups), 1 + 2 * len(LEVELS)))
        features: list[tuple[Values, int]] = [(simulated, 0)] * len(groups)
        usual = np.empty(len(groups))
        for kind, places in self._kinds(scene):
            those = np.array(places, np.intp)
            mine = [groups[place] for place in places]
            known = {group: kind.ranges.usual(group) for group in set(mine)}
            usual[those] = [known[group] for group in mine]
            rows = kind.correction.features(
                **{name: sign[those] for name, sign in signs.items()},
                queues=[queue for queue, _ in mine],
            )
            middles = kind.correction.corrected(rows)
            ends[those] = kind.ends(
                middles, usual[those], signs["ahead"][those], futures[those]
            )
            for row, place in enumerate(places):
                features[place] = rows, row
        _put_in_order(scene, groups, ends)
        if not np.isfinite(ends).all():
            raise ArithmeticError("Something that was learned is no number.")
        if scene.behind:
            ends = np.concatenate([ends, _behind(scene, ends)])
        everybody = [*scene.order, *scene.behind]
        look = Look(
            state.seq, seconds(scene.now),
            {each.id: at for at, each in enumerate(everybody) if each.id not in scene.newcomers},
            {each.queue: at for at, each in enumerate(everybody) if each.id in scene.newcomers},
            tuple(groups), tuple(ahead), tuple(features), usual, ends, in_seconds(ends),
            {each.queue: _longer(futures[at], further[each.id])
             for at, each in enumerate(scene.order) if each.id in further},
        )  # fmt: skip
        if remember:
            for ticket in scene.order:
                if ticket.id not in scene.newcomers and not ticket.is_test:
                    self.experience.remember(ticket.id, look)
        return look

    def _kinds(self, scene: Scene) -> Iterator[tuple[Guesses, list[int]]]:
        """Yield the places of tickets that are looked at for the first time, and of the others, with what guesses them."""
        first: list[int] = []
        later: list[int] = []
        for place, ticket in enumerate(scene.order):
            (later if ticket.id in self.experience.thoughts else first).append(place)
        for kind, places in (
            (self.experience.door, first),
            (self.experience.later, later),
        ):
            if places:
                yield kind, places

    def _signs(
        self, scene: Scene, simulated: Values, ahead: Sequence[int]
    ) -> dict[str, Values]:
        """Return what the regression looks at, beside the queue: an array for each sign, in the scene's order."""
        at = seconds(scene.now)
        queues = [ticket.queue for ticket in scene.order]
        asked = dict.fromkeys(queues, scene.now)
        for ticket in scene.order:
            since = ticket.taken_at + ticket.corrected
            asked[ticket.queue] = min(asked[ticket.queue], since)
        longest = {slug: at - seconds(since) for slug, since in asked.items()}
        lately = {slug: self.experience.lately(slug) for slug in asked}
        lasts = {slug: each.last for slug, each in lately.items()}
        means = {slug: each.mean(at) for slug, each in lately.items()}
        many = {line: len(desks) for line, desks in scene.may_call.items()}
        return {
            "simulated": simulated,
            "last": _known([lasts[slug] for slug in queues], simulated),
            "longest": np.array([longest[slug] for slug in queues]),
            "lately": _known([means[slug] for slug in queues], simulated),
            "desks": np.array([many[line_of(each)] for each in scene.order], float),
            "ahead": np.array(ahead, float),
            "priority": np.array([each.priority is not None for each in scene.order], float),
        }  # fmt: skip


def _newcomer(
    id: int, queue: str, position: str, state: BranchState, now: datetime
) -> Ticket:
    """Return who would wait if somebody came to the queue now."""
    return Ticket(
        id=id,
        day=state.day,
        queue=queue,
        number=0,
        label="",
        state=TicketState.WAITING,
        position=position,
        taken_at=now,
        since=now,
        touched=0,
    )


def _ahead(scene: Scene) -> list[int]:
    """Return for each ticket how many of its own queue are called before it."""
    counts: dict[str, int] = {}
    found = []
    for ticket in scene.order:
        before = counts.get(ticket.queue, 0)
        found.append(before)
        if ticket.id not in scene.newcomers:
            counts[ticket.queue] = before + 1
    return found


def _known(values: Sequence[float | None], otherwise: Values) -> Values:
    """Return the values as an array; what is otherwise where there is none."""
    found = np.array(values, float)  # None becomes NaN
    return np.where(np.isnan(found), otherwise, found)


def _longer(first: Values, further: Values) -> list[Promise]:
    """Return by how much longer those behind a newcomer wait, one by one."""
    ends = quantiles(np.vstack([first, further]), [0.05, 0.5, 0.95])
    return [Promise(*each) for each in np.rint(ends[1:] - ends[0]).astype(int).tolist()]


def _behind(scene: Scene, ends: Values) -> Values:
    """Return the logarithms of the waits of those behind: so many times the wait of the last one of their line before them as they are further back."""
    last = {line_of(ticket): row for row, ticket in enumerate(scene.order)}
    near = len(scene.order)
    rows = np.array([last.get(line_of(each), near - 1) for each in scene.behind])
    further = np.arange(near + 1, near + 1 + len(rows)) / (rows + 1)
    return logarithms(in_seconds(ends[rows]) * further[:, None])


def _put_in_order(scene: Scene, groups: Sequence[Group], ends: Values) -> None:
    """See to it that nobody is thought to wait less than whoever is before them in the same line and class."""
    lines: dict[tuple[Group, int | None], list[int]] = {}
    for place, ticket in enumerate(scene.order):
        lines.setdefault((groups[place], ticket.for_desk), []).append(place)
    for places in lines.values():
        ends[places] = np.maximum.accumulate(ends[places])
