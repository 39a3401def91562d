"""The live stream for devices."""

from flask import Response, request

from server.live.places import TooManyStreams
from server.live.watcher import DeviceWatcher
from server.present.audience import audience_of
from server.web.endpoint import ANY_DEVICE, Api, Parameter, Request
from server.web.handoff import StreamResponse
from server.web.problems import BadBody, NotAllowed, OtherKind
from shared.wire import routes
from shared.wire.messages import Role

MOST_DIGITS = 19
"""No journal has more rows."""

_SEQ = {"type": "string", "pattern": f"^[0-9]{{0,{MOST_DIGITS}}}$"}


def declare(api: Api) -> None:
    """Declare the endpoint."""

    @api.get(
        "/events",
        roles=ANY_DEVICE,
        gives={200: "text/event-stream"},
        refuses=[BadBody, NotAllowed, TooManyStreams],
        parameters=[
            Parameter(
                "Last-Event-ID", "header", _SEQ, "The last `seq` that was heard."
            ),
            Parameter(
                routes.ROLE_HEADER,
                "header",
                {"enum": [role.value for role in Role]},
                "What kind of device follows: 403 where the token is another kind's.",
            ),
            Parameter("after", "query", _SEQ, "The same, for whoever sets no headers."),
        ],
    )
    def events(asked: Request) -> Response:
        """Every event of the branch, from a snapshot on, or resuming after `Last-Event-ID`."""
        wanted = request.headers.get(routes.ROLE_HEADER)
        if wanted not in (None, asked.asker.role):
            raise OtherKind(asked.asker.role)
        watcher = DeviceWatcher(
            asked.asker.branch_id,
            asked.asker.actor.device or 0,
            last_seen(),
            audience_of(asked.asker.role),
            asked.asker.role,
        )
        return StreamResponse(watcher)


def last_seen() -> int | None:
    """Return the last `seq` the client has seen, None for a fresh start; raise `BadBody`."""
    given = request.headers.get("Last-Event-ID") or request.args.get("after")
    if not given:
        return None
    if not (given.isascii() and given.isdigit() and len(given) <= MOST_DIGITS):
        raise BadBody("The last event's id is a number.", "after")
    return int(given)
