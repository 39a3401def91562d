"""The pages on which a branch is set up."""

from server.web.manager import (
    branch,
    changes,
    desks,
    hours,
    people,
    posters,
    queues,
    wizard,
)
from server.web.manager.pages import Pages


def declare(pages: Pages) -> None:
    """Declare each of them."""
    for part in (queues, desks, people, hours, branch, posters, changes, wizard):
        part.declare(pages)
