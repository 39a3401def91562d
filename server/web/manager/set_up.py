"""The pages on which a branch is set up."""

from server.web.manager import hours, queues
from server.web.manager.pages import Pages


def declare(pages: Pages) -> None:
    """Declare each of them."""
    for part in (queues, hours):
        part.declare(pages)
