"""The manager's pages: server-rendered, complete without JavaScript, live with it; one file per thing they are about."""

from server.web.manager import account, accounts, queues, sign_in, start
from server.web.manager.pages import Pages


def make() -> Pages:
    """Return the manager's pages, each declared."""
    pages = Pages()
    for part in (start, sign_in, queues, account, accounts):
        part.declare(pages)
    return pages
