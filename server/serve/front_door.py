"""Where a browser finds this server, as far as it knows itself, and what whoever starts it does next."""

import socket
from contextlib import closing

import structlog

from server.serve.control import perform
from server.settings import Settings
from server.store import accounts
from server.store.store import MAIN_BRANCH, Store
from server.store.writer import Busy, StorageFailed
from server.usecases.setup import NewStartCode

log = structlog.get_logger(__name__)

_EVERYWHERE = frozenset({"0.0.0.0", "::", ""})  # noqa: S104  # what is listened to, not what listens
_SOMEWHERE_ELSE = ("192.0.2.1", 9)
"""An address of no machine (RFC 5737). Nothing is sent there: the system only says by which of our own it would be."""


def address_of(settings: Settings) -> str:
    """Return the address to type into a browser: what is set, else that of this machine in its network."""
    if settings.public_url:
        return settings.public_url
    host = _own_address() if settings.host in _EVERYWHERE else settings.host
    return f"http://{f'[{host}]' if ':' in host else host}:{settings.port}"


def show_the_way(store: Store, settings: Settings) -> None:
    """Log where the first account is made, and the code for it, while there is none; else where queues are, while there are none."""
    address = address_of(settings)
    with store.connecting() as connection:
        begun = accounts.is_any(connection, MAIN_BRANCH)
    if begun:
        _show_the_way_to_queues(store, settings, address)
        return
    try:
        code = perform(store, NewStartCode.__name__, NewStartCode())
    except (Busy, StorageFailed) as error:
        log.warning("no set-up code", why=str(error), hint="takeanumber setup")
        return
    log.warning(
        "no manager yet: open this page and type this code",
        page=f"{address}/manager/start",
        code=code,
        good_for="1 h",
        another="takeanumber setup",
    )


def _show_the_way_to_queues(store: Store, settings: Settings, address: str) -> None:
    with store.reading(MAIN_BRANCH) as view:
        if view.queues():
            return
    # Whoever expected some sees which directory this server looks into.
    log.warning(
        "no queues yet: open this page and set them up",
        page=f"{address}/manager",
        data_dir=str(settings.data_dir),
    )


def _own_address() -> str:
    with closing(socket.socket(socket.AF_INET, socket.SOCK_DGRAM)) as end:
        try:
            end.connect(_SOMEWHERE_ELSE)
        except OSError:
            return "127.0.0.1"
        return str(end.getsockname()[0])
