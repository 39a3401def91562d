"""What any device may ask: the branch, its queues, its board."""

from server.live import present
from server.store.once import Answer
from server.web.endpoint import ANY_DEVICE, Api, Call, public_base
from server.web.phone.on_site import OnSite
from shared.wire import messages
from shared.wire.messages import Role


def declare(api: Api) -> None:
    """Declare the endpoints."""

    @api.get("/branch", roles=ANY_DEVICE, gives={200: messages.Branch})
    def branch(call: Call) -> Answer:
        """Name, time zone, languages, openness, queues and desks of the branch."""
        with call.reading() as view:
            return Answer(200, present.branch_of(view, call.clock()))

    @api.get("/queues", roles=ANY_DEVICE, gives={200: list[messages.Queue]})
    def queues(call: Call) -> Answer:
        """The queues that customers may join, with how many wait."""
        with call.reading() as view:
            settings, loads, now = view.ledger.settings, view.loads(), call.clock()
            return Answer(
                200,
                [
                    present.queue(queue, settings, loads[queue.slug], now)
                    for queue in view.queues()
                ],
            )

    @api.get(
        "/join-code",
        roles={Role.KIOSK, Role.DISPLAY},
        gives={200: messages.JoinCode},
    )
    def join_code(call: Call) -> Answer:
        """The address to show as a QR code where phones on site may take a number; it changes every 30 seconds."""
        on_site, branch = OnSite(call.store.tokens), call.device.branch_id
        code = on_site.code(branch, call.clock())
        return Answer(
            200,
            messages.JoinCode(
                url=f"{public_base()}/?code={code}", until=on_site.until(call.clock())
            ),
        )

    @api.get("/board", roles=ANY_DEVICE, gives={200: messages.Board})
    def board(call: Call) -> Answer:
        """Recent calls, newest first, and how many wait per queue."""
        with call.reading() as view:
            calls = view.recent_calls(present.RECENT_CALLS)
            waiting = {queue.slug: 0 for queue in view.queues()} | view.waiting()
            seq = view.ledger.seq
            return Answer(200, present.board(calls, waiting, seq), version=str(seq))
