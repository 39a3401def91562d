"""What the streams leave to be written down: what was told of waits, and what was learnt to tell it."""

from collections import deque
from dataclasses import dataclass, field

from server.store.promises import Learnt, Story


@dataclass(slots=True)
class ToKeep:
    """Of each branch what it learnt last, and the stories of tickets that wait no longer; put there by one thread and taken by another."""

    _learnt: dict[int, Learnt] = field(default_factory=dict)
    _stories: dict[int, deque[Story]] = field(default_factory=dict)
    _wanted: deque[int] = field(default_factory=deque)

    def leave_story(self, branch_id: int, story: Story) -> None:
        """Leave what the customer of a ticket was told."""
        self._stories.setdefault(branch_id, deque()).append(story)

    def leave_learnt(self, branch_id: int, learnt: Learnt) -> None:
        """Leave what was learnt, in the place of what was before."""
        self._learnt[branch_id] = learnt

    def want(self, branch_id: int) -> None:
        """Want it learnt elsewhere, from the branch's whole journal."""
        self._wanted.append(branch_id)

    def take_wanted(self) -> set[int]:
        """Return of which branches it is wanted since the last time."""
        return {self._wanted.popleft() for _ in range(len(self._wanted))}

    def branches(self) -> set[int]:
        """Return those that something is left of."""
        return {
            *self._learnt,
            *(id for id, left in list(self._stories.items()) if left),
        }

    def take(self, branch_id: int) -> tuple[list[Story], Learnt | None]:
        """Return what is left of the branch, and leave nothing."""
        stories = self._stories.get(branch_id, deque())
        return (
            [stories.popleft() for _ in range(len(stories))],
            self._learnt.pop(branch_id, None),
        )
