"""The live page: how the hall stands now, and what needs somebody; it changes by itself where scripts run."""

from collections.abc import Callable
from typing import Any

from flask import Response, request
from werkzeug.exceptions import NotFound

from server.live.parts import Part
from server.live.watcher import ManagerWatcher
from server.present import hall
from server.present.advice import in_minutes
from server.present.device_standing import state_of
from server.present.hall_sentence import sentence
from server.present.needs import needs
from server.store.store import MAIN_BRANCH
from server.web.handoff import StreamResponse
from server.web.manager import line, switches
from server.web.manager.looks import Looks
from server.web.manager.pages import READERS, Asked, Pages

_FILTERS: dict[str, Callable[..., Any]] = {
    "sentence": sentence,
    "needs": needs,
    "could_serve": hall.could_serve,
    "queue_rows": hall.queue_rows,
    "desk_rows": hall.desk_rows,
    "device_state": state_of,
    "mid": in_minutes,
}
_OWN = [part for part in Part if part is not Part.LINE]


def declare(pages: Pages) -> None:
    """Declare the page, its parts and its stream."""
    looks = Looks()
    line.declare(pages, looks)
    for name, derive in _FILTERS.items():
        pages.blueprint.add_app_template_filter(derive, name)

    @pages.get("/live", who=READERS)
    def live(asked: Asked) -> Response:
        """Show how the hall stands."""
        look = looks.look(asked)
        language = look.language
        return asked.page(
            "manager/live.html",
            branch=look.standing.settings,
            standing=look.standing,
            now=look.standing.now,
            part=looks.draw(asked, look, language, _OWN),
            toast=switches.toast_of(look.standing, language),
            pips={"/manager/live": len(needs(look.standing))},
        )

    @pages.get(
        "/live/parts/<names>",
        who=READERS,
        part=True,
        query={"seq": "The journal row that they have to show at least."},
    )
    def live_parts(asked: Asked, names: str) -> Response:
        """Give parts of the live page by their names, with commas between: `queues,desks`."""
        wanted = _parts_named(names)
        look = looks.look(asked, request.args.get("seq", type=int))
        return looks.answer(asked, look, wanted)

    @pages.get("/events", who=READERS, part=True, gives="text/event-stream")
    def live_events(asked: Asked) -> Response:
        """Stream which parts of the live page changed, for as long as the session counts."""
        me = asked.signed_in
        assert me is not None
        return StreamResponse(ManagerWatcher(MAIN_BRANCH, me.token_hash))


def _parts_named(names: str) -> list[Part]:
    wanted = names.split(",")
    if not {part.value for part in _OWN}.issuperset(wanted):
        raise NotFound
    return [part for part in _OWN if part.value in wanted]
