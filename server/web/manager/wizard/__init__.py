"""A branch in ten minutes: five steps, each of which saves, and a trial at the end."""

from server.web.manager.pages import Pages
from server.web.manager.wizard import (
    branch,
    desks,
    devices,
    people,
    queues,
    trial,
)


def declare(pages: Pages) -> None:
    """Declare the steps, and the trial behind them."""
    for step in (branch, queues, desks, people, devices, trial):
        step.declare(pages)
