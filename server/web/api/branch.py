"""What any device may ask: the branch, its queues, its board."""

from flask import current_app
from msgspec.structs import replace

from server.domain.recent_calls import RECENT_CALLS
from server.present import messages as present
from server.store.load import load
from server.web.answers import Answer
from server.web.endpoint import ANY_DEVICE, Api, Parameter, Request, public_base
from server.web.phone.on_site import OnSite
from shared.wire import messages
from shared.wire.messages import Role


def declare(api: Api) -> None:
    """Declare the endpoints."""

    @api.get("/branch", roles=ANY_DEVICE, gives={200: messages.Branch})
    def branch(asked: Request) -> Answer:
        """Name, time zone, languages, openness, queues and desks of the branch."""
        with asked.reading() as view:
            branch = present.branch(load(view), asked.now, asked.outlook)
        unsure: bool = current_app.extensions["clock_is_unsure"]()
        return Answer(200, replace(branch, clock_unsure=unsure))

    @api.get("/queues", roles=ANY_DEVICE, gives={200: list[messages.Queue]})
    def queues(asked: Request) -> Answer:
        """The queues that customers may join, with how many wait."""
        now, outlook = asked.now, asked.outlook
        with asked.reading() as view:
            settings, there = view.branch.settings, view.queues()
            demands = view.demands(there, view.desks())
            told = [
                present.queue(queue, settings, demands[queue.slug], now, outlook)
                for queue in there
            ]
            return Answer(200, told)

    @api.get(
        "/join-code",
        roles={Role.KIOSK, Role.DISPLAY},
        gives={200: messages.JoinCode},
    )
    def join_code(asked: Request) -> Answer:
        """The address to show as a QR code where phones on site may take a number; it changes every 30 seconds."""
        on_site, branch = OnSite(asked.store.tokens), asked.asker.branch_id
        code = on_site.code(branch, asked.now)
        return Answer(
            200,
            messages.JoinCode(
                url=f"{public_base()}/?code={code}", until=on_site.until(asked.now)
            ),
        )

    @api.get(
        "/board",
        roles=ANY_DEVICE,
        gives={200: messages.Board, 304: None},
        parameters=[
            Parameter(
                "If-None-Match",
                "header",
                {"type": "string"},
                "The `ETag` of the board that the client has.",
            )
        ],
    )
    def board(asked: Request) -> Answer:
        """Recent calls, newest first, and how many wait per queue."""
        with asked.reading() as view:
            calls = view.recent_calls(RECENT_CALLS)
            seq = view.branch.seq
            board = present.board(calls, view.waiting(), seq)
            return Answer(200, board, version=str(seq))
