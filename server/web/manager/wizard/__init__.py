"""A branch in ten minutes: five steps, each of which saves, and a trial at the end."""

from server.web.manager.pages import Pages
from server.web.manager.wizard import branch, desks, devices, people, queues


def declare(pages: Pages) -> None:
    """Declare the steps."""
    for step in (branch, queues, desks, people, devices):
        step.declare(pages)
