"""The live stream for devices."""

from flask import Response, current_app, request

from server.live.audience import audience_of
from server.live.handoff import StreamResponse
from server.live.watcher import DeviceWatcher
from server.web.endpoint import ANY_DEVICE, Api, Call
from server.web.problems import BadBody


def declare(api: Api) -> None:
    """Declare the endpoint."""

    @api.get(
        "/events", roles=ANY_DEVICE, gives={200: "text/event-stream"}, refuses=[BadBody]
    )
    def events(call: Call) -> Response:
        """Every event of the branch, from a snapshot on, or resuming after `Last-Event-ID`."""
        watcher = DeviceWatcher(
            call.device.branch_id,
            call.device.id,
            last_seen(),
            audience_of(call.device.role),
        )
        return StreamResponse(current_app.extensions["hub"], watcher)


def last_seen() -> int | None:
    """Return the last `seq` the client has seen, None for a fresh start; raise `BadBody`."""
    given = request.headers.get("Last-Event-ID") or request.args.get("after")
    if not given:
        return None
    if not (given.isascii() and given.isdigit()):
        raise BadBody("The last event's id is a number.", "after")
    return int(given)
