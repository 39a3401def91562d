"""The parts of the process that serves, put together and watched over."""

import gc
import sys
from functools import partial
from pathlib import Path

import structlog
from flask import Flask
from sqlalchemy.exc import DatabaseError

from server.domain.state import Change
from server.forecast.forecaster import Forecaster
from server.live.hub import Hub
from server.push.keys import load_keys
from server.push.sender import PushSender
from server.push.services import Services
from server.serve import logs
from server.serve.announcing import Announcer
from server.serve.app import create_app
from server.serve.clock_status import ClockStatus
from server.serve.connections import RESERVE, descriptors
from server.serve.control import Control
from server.serve.front_door import address_of, show_the_way
from server.serve.housekeeping import Housekeeping
from server.serve.loop import LoopLane
from server.serve.supervisor import Supervisor
from server.serve.wait_keeper import WaitKeeper
from server.serve.watch import Watch
from server.settings import Settings
from server.store import database
from server.store.clocks import MachineTime
from server.store.digests import Damaged
from server.store.opening import Incomplete
from server.store.schema import SchemaTooNew
from server.store.store import MAIN_BRANCH, DirectoryInUse, Store, utc_now
from server.usecases.correct_clock import correct_clock
from server.web.phone.push import words_of

log = structlog.get_logger(__name__)

_ALLOCATIONS_PER_COLLECTION = 20_000

_MOST_SILENT_S = {
    "hub": 12,
    "writer": 30,
    "control": 30,
    "housekeeping": 120,
    "push": 120,
}
"""How long each part may show no sign of life."""

_CANNOT_BEGIN = (
    DirectoryInUse,
    Incomplete,
    SchemaTooNew,
    Damaged,
    DatabaseError,
    OSError,
)
"""What a sentence says enough about: nobody needs to see where in the code it was."""

_REVIVES = frozenset({"housekeeping", "push", "control"})
"""Parts that can be left behind when they stand still. For the others the whole process begins anew."""


def load_app(settings: Settings) -> Flask:
    """Return the application, with its store open and its hub and housekeeping running."""
    logs.configure(settings.log_level)
    clock_is_unsure = ClockStatus().is_unsure
    hub = Hub(utc_now, _room_for_streams, clock_is_unsure, Forecaster)
    lane = LoopLane()
    sender = _push_sender(settings)

    def publish(changes: list[Change]) -> None:
        hub.tell(changes)
        if sender is not None:
            sender.tell(changes)

    try:
        store = Store(
            settings.data_dir,
            publish=publish,
            wait=lane.wait,
            lane=lane,
            clock=utc_now,
            steady=MachineTime(),
            correct=correct_clock,
        )
        store.look_before_beginning()
        store.outlook = hub.outlooks.of
        hub.start(store)
    except _CANNOT_BEGIN as error:
        log.critical("cannot begin", why=_why(error, settings.data_dir))
        sys.exit(Supervisor.WORKER_BOOT_ERROR)
    app = create_app(settings, store, hub, utc_now)
    app.extensions["clock_is_unsure"] = clock_is_unsure
    if sender is not None:
        sender.start(store, words_of(store, app.extensions["languages"]))
        app.extensions["push"] = sender
        app.config["PUSH_KEY"] = sender.public_key
    app.extensions["control"] = Control(settings.data_dir, store)
    app.extensions["announcer"] = Announcer(
        settings, store.tokens.installation(), partial(_branch_name, store)
    )
    keeper = app.extensions["wait_keeper"] = WaitKeeper(store, hub, settings.data_dir)
    app.extensions["housekeeping"] = Housekeeping(
        store,
        utc_now,
        settings.data_dir,
        app.extensions["last_seen"].take,
        keeper.look_after,
    )
    store.address = partial(address_of, settings)
    store.heard = partial(app.extensions["last_seen"].heard, MAIN_BRANCH)
    show_the_way(store, settings)
    watch = app.extensions["watch"] = Watch()
    parts = {**app.extensions, "writer": store.writer}
    for name, most_silent_s in _MOST_SILENT_S.items():
        if name in parts:
            watch.over(name, parts[name], most_silent_s, revives=name in _REVIVES)
    # What is here now stays; looking through it for garbage over and over would cost a tenth of every answer.
    gc.freeze()
    gc.set_threshold(_ALLOCATIONS_PER_COLLECTION)
    return app


def _branch_name(store: Store) -> str:
    with store.reading(MAIN_BRANCH) as view:
        return view.branch.settings.name


def _why(error: Exception, directory: Path) -> str:
    """Return why the server cannot begin, and what to do about it."""
    if isinstance(error, DatabaseError):
        return database.why_not_opened(error, directory)
    return str(error)


def _push_sender(settings: Settings) -> PushSender | None:
    """Return what sends pushes; None where nobody could be asked about them, which push services insist on."""
    public = settings.public_url or ""
    contact = settings.push_contact or (public if public.startswith("https:") else "")
    if not contact:
        return None
    settings.data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
    services = Services(filter(None, settings.push_services.split(",")))
    return PushSender(
        load_keys(settings.data_dir / "push.key"), contact, services, utc_now
    )


def _room_for_streams() -> int:
    """Return how many streams there may be, so that there is room left for those who only ask."""
    return max(RESERVE, descriptors() - 2 * RESERVE)
