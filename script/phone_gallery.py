"""Every state of the customer's pages, served by the real templates and script from made-up tickets."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime

from flask import Flask, Response, abort
from werkzeug.serving import WSGIRequestHandler, make_server

from server.domain.branch import BranchSettings, Queue
from server.domain.ticket import TicketState as State
from server.web import assets, headers, pages, phone, problems
from server.web.phone import ticket_page
from shared.wire import codec
from shared.wire.messages import Estimate, TicketState, TicketView

NOW = datetime(2026, 3, 17, 10, 42, tzinfo=UTC)
CALLED_AT = datetime(2026, 3, 17, 10, 41, tzinfo=UTC)
BRANCH = BranchSettings(name="City Service Centre", time_zone="Europe/Lisbon")
QUEUE = Queue(
    slug="parking",
    letter="A",
    names={"en": "Parking permits", "de": "Bewohnerparkausweise"},
    ordinal=1,
)
SOME_TIME = Estimate(low_s=8 * 60, high_s=14 * 60)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One state of the ticket page."""

    view: TicketView
    refused: State | None = None


def _view(
    state: TicketState, *, called: bool = False, label: str = "A107", desk: int = 3,
    ahead: int | None = None, behind: int | None = None, estimate: Estimate | None = None,
) -> TicketView:  # fmt: skip
    return TicketView(
        label=label,
        queue=QUEUE.slug,
        state=state,
        ahead=ahead,
        behind=behind,
        estimate=estimate,
        desk=desk if called else None,
        servicer="Maria" if called else None,
        called_at=CALLED_AT if called else None,
    )


SCENES = {
    "waiting": Scene(view=_view(TicketState.WAITING, ahead=3, behind=2, estimate=SOME_TIME)),
    "no-time-yet": Scene(view=_view(TicketState.WAITING, ahead=21, behind=0)),
    "long-number": Scene(
        view=_view(
            TicketState.WAITING, label="AB1024", ahead=120, behind=31,
            estimate=Estimate(low_s=3700, high_s=5900),
        )
    ),
    "next": Scene(view=_view(TicketState.WAITING, ahead=0, behind=5)),
    "called": Scene(view=_view(TicketState.CALLED, called=True)),
    "called-far": Scene(view=_view(TicketState.CALLED, called=True, label="AB1024", desk=112)),
    "serving": Scene(view=_view(TicketState.SERVING, called=True)),
    "refused": Scene(view=_view(TicketState.SERVING, called=True), refused=State.SERVING),
    "held": Scene(view=_view(TicketState.HELD, called=True)),
    "done": Scene(view=_view(TicketState.DONE, called=True)),
    "left": Scene(view=_view(TicketState.LEFT)),
    "missed": Scene(view=_view(TicketState.MISSED, called=True)),
    "expired": Scene(view=_view(TicketState.EXPIRED)),
}  # fmt: skip
"""By the token under which the gallery shows them."""


def gallery() -> Flask:
    """Return an application with one address per scene, `/t/waiting` and so on; each has a live stream."""
    app = Flask("server", static_folder=None)
    assets.register(app)
    pages.register(app)
    app.register_blueprint(phone.make())
    problems.register(app)
    headers.register(app)
    app.view_functions["phone.ticket_page"] = _show
    app.view_functions["phone.ticket_events"] = _stream
    return app


def _show(token: str) -> Response:
    scene = SCENES.get(token) or abort(404)
    return ticket_page.page(
        scene.view,
        QUEUE,
        BRANCH,
        token=token,
        now=NOW,
        day=date(2026, 3, 17),
        refused=scene.refused,
    )


def _stream(token: str) -> Response:
    def events() -> Iterator[bytes]:
        yield b"event: ticket\ndata: %s\n\n" % codec.encode(SCENES[token].view)
        threading.Event().wait()

    return Response(events(), content_type="text/event-stream")


class _Quiet(WSGIRequestHandler):
    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Keep the pictures' requests out of the terminal."""


@contextmanager
def serving() -> Iterator[str]:
    """Serve the gallery on a free port and give its address."""
    server = make_server(
        "127.0.0.1", 0, gallery(), threaded=True, request_handler=_Quiet
    )
    server.daemon_threads = True  # type: ignore[attr-defined]  # streams never end by themselves
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
