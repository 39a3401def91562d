"""The API for devices, one file per thing it is about."""

from server.web.api import (
    branch,
    changes,
    desks,
    devices,
    hall,
    moves,
    pairings,
    reports,
    set_up,
    stream,
    switches,
    tickets,
    trials,
)
from server.web.endpoint import Api


def make() -> Api:
    """Return the API with every endpoint declared."""
    api = Api()
    for part in (
        branch,
        tickets,
        trials,
        moves,
        desks,
        devices,
        hall,
        switches,
        changes,
        stream,
        reports,
        set_up,
        pairings,
    ):
        part.declare(api)
    return api
