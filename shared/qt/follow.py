"""What every program does with the live stream."""

from typing import Protocol

from shared.qt.events import EventStream
from shared.wire.link import Link
from shared.wire.messages import Event, Snapshot


class Follower(Protocol):
    """Whoever is kept up to date about its branch."""

    def begin(self, snapshot: Snapshot) -> None:
        """The stream began anew."""

    def happen(self, event: Event) -> None:
        """Something happened at the branch."""

    def stand(self, link: Link) -> None:
        """The link to the server changed."""


def follow(stream: EventStream, follower: Follower) -> None:
    """Tell the follower everything that the stream tells, from its start on."""
    stream.began.connect(follower.begin)
    stream.happened.connect(follower.happen)
    stream.link_changed.connect(lambda: follower.stand(stream.link))
