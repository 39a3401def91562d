"""The manager's pages: server-rendered, complete without JavaScript, live with it; one file per thing they are about."""

from server.web.manager import (
    about,
    account,
    accounts,
    analytics,
    devices,
    help,
    lending,
    live,
    menus,
    message,
    moments,
    own_password,
    plan,
    set_up,
    sign_in,
    start,
    switches,
    tickets,
    what_if,
)
from server.web.manager.pages import Pages

_PARTS = (
    start,
    sign_in,
    own_password,
    live,
    switches,
    tickets,
    what_if,
    lending,
    help,
    message,
    plan,
    analytics,
    set_up,
    devices,
    account,
    accounts,
    menus,
    about,
)


def make() -> Pages:
    """Return the manager's pages, each declared."""
    pages = Pages()
    for part in _PARTS:
        part.declare(pages)
    moments.register(pages.blueprint)
    return pages
