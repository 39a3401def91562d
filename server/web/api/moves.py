"""What a signed-in console may do with a ticket."""

from collections.abc import Callable

from server.domain.refusals import (
    NotSignedIn,
    OtherDesk,
    RecalledTooSoon,
    UnknownTicket,
    WrongState,
)
from server.domain.ticket import Ticket
from server.live import present
from server.store.once import Answer
from server.store.session import Session
from server.store.store import Clock
from server.usecases.finish import finish
from server.usecases.no_show import no_show
from server.usecases.recall import recall
from server.usecases.start import start
from server.web.endpoint import Api, Call
from shared.wire import messages
from shared.wire.messages import Role

MoveCase = Callable[[Session, Clock, int], Ticket]


def declare(api: Api) -> None:
    """Declare one endpoint per move."""
    _declare_move(
        api, "recall", recall, "Ask the customer again, at most once per 5 s."
    )
    _declare_move(api, "start", start, "The customer has arrived.")
    _declare_move(api, "finish", finish, "The customer has been served.")
    _declare_move(api, "no-show", no_show, "The customer did not come.")


def _declare_move(api: Api, name: str, use_case: MoveCase, summary: str) -> None:
    def move(call: Call, id: int) -> Answer:
        def work(session: Session) -> Answer:
            return Answer(200, present.ticket(use_case(session, call.clock, id)))

        return call.write(work)

    move.__doc__ = summary
    api.post(
        f"/tickets/<int:id>/{name}",
        roles={Role.CONSOLE},
        takes=messages.Nothing,
        gives={200: messages.Ticket},
        refuses=[UnknownTicket, NotSignedIn, WrongState, OtherDesk]
        + ([RecalledTooSoon] if use_case is recall else []),
    )(move)
