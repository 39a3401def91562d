"""Every state of the customer's pages, served by the real templates and script from made-up tickets and queues."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Any

from flask import Flask, Response, abort, request
from werkzeug.serving import WSGIRequestHandler, make_server

from server.domain.branch import BranchSettings, PlaceWord, Queue
from server.domain.refusals import NobodyBehind, Refusal
from server.store.tokens import TicketTokens
from server.web import assets, headers, own_looks, pages, phone, problems
from server.web.phone import back_page, home_screen, join_page, poster, ticket_page
from server.web.phone.join_page import QueueOffer
from server.web.phone.ticket_page import May
from server.web.slugs import SlugConverter
from shared.wire import codec
from shared.wire.messages import Estimate, TicketState, TicketView

NOW = datetime(2026, 3, 17, 10, 42, tzinfo=UTC)
CALLED_AT = datetime(2026, 3, 17, 10, 41, tzinfo=UTC)
BRANCH = BranchSettings(
    name="City Service Centre",
    time_zone="Europe/Lisbon",
    languages=("en", "de", "es", "fr", "ar"),
)
QUEUE = Queue(
    slug="parking",
    letter="A",
    names={
        "en": "Parking permits",
        "de": "Bewohnerparkausweise",
        "es": "Permisos de aparcamiento",
        "fr": "Permis de stationnement",
        "ar": "تصاريح الوقوف",
    },
    ordinal=1,
)
LATE = {
    "en": "We are running 20 minutes late. Thank you for waiting.",
    "de": "Wir sind 20 Minuten später dran. Danke für Ihre Geduld.",
    "ar": "نحن متأخرون 20 دقيقة. شكرًا لانتظاركم.",
}
LABORATORY = {"en": "Laboratory", "de": "Labor", "ar": "المختبر"}
KEPT_UNTIL = datetime(2026, 3, 17, 10, 57, tzinfo=UTC)
SOON = Estimate(low_s=60, high_s=5 * 60)
SOME_TIME = Estimate(low_s=8 * 60, high_s=14 * 60)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One state of the ticket page."""

    view: TicketView
    refused: Refusal | None = None
    may: May = field(default_factory=May)
    branch: BranchSettings = BRANCH


def _view(
    state: TicketState, *, called: bool = False, label: str = "A107", desk: int = 3,
    ahead: int | None = None, behind: int | None = None, estimate: Estimate | None = None,
    **more: Any,
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
        **more,
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
    "next": Scene(view=_view(TicketState.WAITING, ahead=0, next=True, behind=5)),
    "next-time": Scene(
        view=_view(TicketState.WAITING, ahead=0, next=True, behind=0, estimate=SOON)
    ),
    "first-of-queue": Scene(view=_view(TicketState.WAITING, ahead=0, behind=2, estimate=SOME_TIME)),
    "first": Scene(view=_view(TicketState.WAITING, ahead=0, behind=2, served=False)),
    "no-desk": Scene(view=_view(TicketState.WAITING, ahead=3, behind=2, served=False)),
    "message": Scene(
        view=_view(TicketState.WAITING, ahead=3, behind=2, estimate=SOME_TIME, message=LATE)
    ),
    "room": Scene(
        view=_view(TicketState.CALLED, called=True, desk_names=LABORATORY),
        branch=replace(BRANCH, place=PlaceWord.ROOM),
    ),
    "called": Scene(view=_view(TicketState.CALLED, called=True)),
    "called-far": Scene(view=_view(TicketState.CALLED, called=True, label="AB1024", desk=112)),
    "on-my-way": Scene(view=_view(TicketState.CALLED, called=True), may=May(say_coming=False)),
    "serving": Scene(view=_view(TicketState.SERVING, called=True)),
    "refused": Scene(view=_view(TicketState.WAITING, ahead=0, next=True, behind=0), refused=NobodyBehind()),
    "held": Scene(view=_view(TicketState.HELD, called=True)),
    "done": Scene(view=_view(TicketState.DONE, called=True)),
    "rated": Scene(view=_view(TicketState.DONE, called=True), may=May(rate=False)),
    "left": Scene(view=_view(TicketState.LEFT)),
    "missed": Scene(view=_view(TicketState.MISSED, called=True, kept_until=KEPT_UNTIL)),
    "missed-late": Scene(
        view=_view(TicketState.MISSED, called=True, kept_until=CALLED_AT), may=May(rejoin=False)
    ),
    "expired": Scene(view=_view(TicketState.EXPIRED)),
}  # fmt: skip
"""States of the ticket page, by the token under which the gallery shows them."""


def _line(how: str, **more: Any) -> QueueOffer:
    return QueueOffer(
        slug="parking",
        letter="A",
        colour=1,
        name="",
        waiting=more.pop("waiting", 7),
        how=how,
        **more,
    )


JOIN_SCENES: dict[str, dict[str, Any]] = {
    "take": {"offers": [_line("button")]},
    "take-no-desk": {"offers": [_line("button", desks=0, waiting=0)]},
    "scan": {"offers": [_line("scan")]},
    "stale": {"offers": [_line("scan")], "stale": True},
    "kiosk-only": {"offers": [_line("kiosk")]},
    "own": {"offers": [_line("button")], "live": "A107", "token": "waiting"},
    "closed": {"offers": [_line("closed", opens="08:30")]},
    "full": {"offers": [_line("full", waiting=300)]},
    "full-today": {"offers": [_line("full-today")]},
    "full-closing": {"offers": [_line("full-closing")]},
    "queues": {
        "alone": False,
        "offers": [
            _line("button"),
            _line("kiosk", waiting=2),
            _line("closed", waiting=0),
            _line("full", waiting=300),
        ],
    },
}
"""States of the join page, by the slug under which the gallery shows them."""

BACK_PROBLEMS = ("", "unknown", "too-often")
PROBLEMS = ("not-found", "too-many-joins", "not-here", "broken")
ADDRESSES = {
    **{name: f"/t/{name}" for name in SCENES},
    **{name: f"/q/{name}" for name in JOIN_SCENES},
    **{name: f"/problem/{name}" for name in PROBLEMS},
    **{f"back{name and '-'}{name}": f"/back?problem={name}" for name in BACK_PROBLEMS},
    "poster": "/q/parking/poster",
}
"""Where the gallery shows each state."""


def gallery() -> Flask:
    """Return an application with one address per scene, `/t/waiting` and so on; each has a live stream."""
    app = Flask("server", static_folder=None)
    assets.register(app)
    pages.register(app)
    app.url_map.converters["slug"] = SlugConverter
    app.register_blueprint(own_looks.make())
    app.register_blueprint(phone.make())
    problems.register(app)
    headers.register(app)
    app.view_functions["phone.ticket_page"] = _show
    app.view_functions["phone.ticket_events"] = _stream
    app.view_functions["phone.queue_page"] = _show_join
    app.view_functions["phone.back"] = _show_back
    app.view_functions["phone.poster"] = _show_poster
    app.view_functions["phone.manifest"] = lambda: home_screen.respond(BRANCH)
    app.add_url_rule("/problem/<kind>", view_func=_show_problem)
    return app


def _show(token: str) -> Response:
    scene = SCENES.get(token) or abort(404)
    return ticket_page.page(
        scene.view,
        QUEUE,
        scene.branch,
        tokens=TicketTokens(b"gallery"),
        token=token,
        now=NOW,
        day=date(2026, 3, 17),
        refused=scene.refused,
        may=scene.may,
    )


def _show_join(slug: str) -> Response:
    scene = JOIN_SCENES.get(slug) or abort(404)
    language = pages.language_for()
    lines = [replace(line, name=QUEUE.names[language.tag]) for line in scene["offers"]]
    return join_page.page(
        BRANCH, language=language, **{"alone": True, **scene, "offers": lines}
    )


def _show_back() -> Response:
    problem = request.args.get("problem", "")
    return back_page.page(BRANCH, problem, "A107" if problem else "")


def _show_poster(slug: str) -> Response:
    branch = replace(BRANCH, languages=("en", "de", "es", "fr", "ar"))
    return poster.page(QUEUE, branch, f"https://queue.example.org/q/{slug}")


def _show_problem(kind: str) -> Response:
    return pages.respond("problem.html", pages.language_for(), kind=kind)


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
