"""The application factory: wires the web to a store and a hub."""

from collections.abc import Callable
from datetime import datetime

from flask import Flask

from server.live.hub import Hub
from server.live.last_seen import LastSeen
from server.live.opened_tests import OpenedTests
from server.serve.connections import MOST_BODY
from server.settings import Settings
from server.store.store import Store
from server.web import (
    api,
    assets,
    board,
    headers,
    manager,
    openapi,
    operations,
    own_looks,
    pages,
    phone,
    problems,
)
from server.web.manager.visits import SignInGates
from server.web.outside import Front
from server.web.phone.flood import Gates
from server.web.rules import LateRule
from server.web.slugs import SlugConverter


def create_app(
    settings: Settings, store: Store, hub: Hub, clock: Callable[[], datetime]
) -> Flask:
    """Return the WSGI application that answers from this store and streams through this hub."""
    app = Flask("server", static_folder=None)
    app.url_rule_class = LateRule
    app.config["PUBLIC_URL"] = settings.public_url
    app.config["MANAGERS_OVER_HTTP"] = settings.managers_over_http
    app.config["DATA_DIR"] = str(settings.data_dir)
    app.config["MAX_CONTENT_LENGTH"] = MOST_BODY
    last_seen = LastSeen(clock, hub.watching)
    hub.device_gone = last_seen.note
    app.extensions.update(
        store=store,
        hub=hub,
        clock=clock,
        clock_is_unsure=lambda: False,
        gates=Gates(),
        sign_in_gates=SignInGates(),
        last_seen=last_seen,
        opened_tests=OpenedTests(),
    )
    app.url_map.converters["slug"] = SlugConverter
    assets.register(app)
    pages.register(app)
    declared = api.make()
    app.register_blueprint(declared.blueprint)
    managers = manager.make()
    app.register_blueprint(managers.blueprint)
    app.extensions["manager_nav"] = managers.paths()
    app.register_blueprint(openapi.make(declared.endpoints, managers.declared))
    app.register_blueprint(operations.make())
    app.register_blueprint(own_looks.make())
    app.register_blueprint(phone.make())
    app.register_blueprint(board.make())
    problems.register(app)
    app.wsgi_app = Front(app.wsgi_app, settings.proxies)  # type: ignore[method-assign]
    headers.register(app)
    return app
