"""The board's page, its session, its stream, and the code to scan while it is not paired."""

import re
from functools import cache

import msgspec
from flask import Blueprint, Response, current_app, request

from server.live.hub import Hub
from server.live.watcher import DeviceWatcher
from server.present import devices as present
from server.present.audience import audience_of
from server.store.store import MAIN_BRANCH, Store
from server.usecases.note_report import NoteReport, note_report
from server.web import pages
from server.web.api.stream import last_seen
from server.web.asker import bearer, by_token
from server.web.board import session
from server.web.board.words import said
from server.web.endpoint import decode_body, public_base
from server.web.handoff import StreamResponse
from server.web.outside import CameFrom, came_from
from server.web.phone.poster import drawn
from server.web.problems import FromElsewhere
from shared.translations import LANGUAGES
from shared.wire import codec
from shared.wire.pairing import DeviceReport

APPROVING = "/manager/devices"
"""The page on which a manager approves a screen."""

THEMES = ("dark", "light", "contrast")

_CODE = re.compile(r"[A-Z0-9]{8}")


def make() -> Blueprint:
    """Return the board's pages."""
    blueprint = Blueprint("board", __name__, url_prefix=session.PATH)
    blueprint.before_request(_let_no_other_site_ask)

    @blueprint.get("", strict_slashes=False)
    def board() -> Response:
        """Answer with the page; it says by itself whether it is paired."""
        store: Store = current_app.extensions["store"]
        with store.reading(MAIN_BRANCH) as view:
            branch = view.branch.settings
        wanted = request.args.get("language") or branch.languages[0]
        theme = request.args.get("theme")
        return pages.respond(
            "board.html",
            pages.language_named(wanted),
            theme=theme if theme in THEMES else THEMES[0],
            words=_words(),
            address=public_base().partition("://")[2] + APPROVING,
        )

    @blueprint.post("/session")
    def begin() -> Response:
        """Let this browser be the display whose token comes with the request."""
        token = bearer()
        by_token(token, session.DISPLAY)
        response = Response(status=204)
        session.keep(response, token)
        return response

    @blueprint.get("/events")
    def events() -> Response:
        """Follow the branch as a display does."""
        asker = session.by_cookie()
        device = asker.actor.device or 0
        audience = audience_of(asker.role)
        watcher = DeviceWatcher(
            asker.branch_id, device, last_seen(), audience, asker.role
        )
        response = StreamResponse(watcher)
        session.keep(response, session.kept())
        return response

    @blueprint.get("/device")
    def device() -> Response:
        """Say what this screen is called."""
        asker = session.by_cookie()
        store: Store = current_app.extensions["store"]
        with store.reading(asker.branch_id) as view:
            (mine,) = (d for d in view.devices() if d.id == asker.actor.device)
        return Response(
            codec.encode(present.own(mine)), content_type="application/json"
        )

    @blueprint.post("/report")
    def report() -> Response:
        """Say how this screen is, as any device does."""
        asker = session.by_cookie()
        body: DeviceReport = decode_body(DeviceReport)
        said = NoteReport(
            version=body.version, paper=None, sound=body.sound, screen=body.screen
        )
        store: Store = current_app.extensions["store"]
        hub: Hub = current_app.extensions["hub"]
        store.write(
            asker.branch_id, asker.actor, lambda session: note_report(session, said)
        )
        hub.tell_of_device(asker.branch_id, asker.actor.device or 0)
        return Response(status=204)

    @blueprint.get("/code.svg")
    def code_to_scan() -> Response:
        """Draw the address at which a manager approves this code; what is no code leads to the page alone."""
        code = request.args.get("code", "")
        query = f"?code={code}" if _CODE.fullmatch(code) else ""
        found = drawn(f"{public_base()}{APPROVING}{query}")
        svg = (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {found.width} {found.width}" shape-rendering="crispEdges">'
            f'<rect width="100%" height="100%" fill="#fff"/><path d="{found.path}"/></svg>'
        )
        return Response(svg, content_type="image/svg+xml")

    return blueprint


def _let_no_other_site_ask() -> None:
    """Raise `FromElsewhere` where another site's page asks for more than to show this one."""
    if request.endpoint == "board.board":
        return
    if came_from(request, current_app.config["PUBLIC_URL"]) is CameFrom.ELSEWHERE:
        raise FromElsewhere


@cache
def _words() -> str:
    """Return every phrase in every language, as JSON."""
    words = {tag: said(pages.language_named(tag)) for tag in LANGUAGES}
    return msgspec.json.encode(words).decode()
