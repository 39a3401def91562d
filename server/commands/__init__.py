"""What `takeanumber` can do besides running programs, one file per thing it is about.

The commands import what they need when they run, so that `takeanumber kiosk` starts without the server's libraries.
"""

import click

from server.commands import (
    branch,
    changes,
    config,
    day,
    desks,
    devices,
    help,
    journal,
    managers,
    message,
    people,
    plan,
    queues,
    tickets,
    trial,
    what_if,
)

COMMANDS: list[click.Command] = [
    managers.setup,
    queues.queue,
    desks.desk,
    people.people,
    devices.device,
    managers.manager,
    branch.branch,
    tickets.ticket,
    trial.trial,
    message.message,
    help.call_staff,
    day.report,
    plan.plan,
    what_if.what_if,
    day.close_day,
    changes.changes,
    journal.check,
    journal.replay,
    config.config,
]
