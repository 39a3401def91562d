"""What a signed-in console may do with a ticket."""

from collections.abc import Callable, Iterable
from typing import Any

import msgspec

from server.domain.refusals import (
    DeskPaused,
    NotSignedIn,
    NotValid,
    OtherDesk,
    RecalledTooSoon,
    StillServing,
    UnknownDesk,
    UnknownQueue,
    UnknownTicket,
    WrongState,
)
from server.domain.ticket import Ticket
from server.live import present
from server.store.once import Answer
from server.store.session import Session
from server.store.store import Clock
from server.usecases.call_next import CallTicket, call_ticket
from server.usecases.cancel import cancel
from server.usecases.finish import finish
from server.usecases.hold import Hold, hold
from server.usecases.no_show import no_show
from server.usecases.note import Note, note
from server.usecases.recall import recall
from server.usecases.resume import resume
from server.usecases.start import start
from server.usecases.transfer import Transfer, transfer
from server.web.endpoint import Api, Call
from shared.wire import messages
from shared.wire.messages import Role

Make = Callable[[Session, Clock, int, Any], Ticket]
"""A move: the session, the clock, the ticket's id and the request's body."""


def declare(api: Api) -> None:
    """Declare one endpoint per move."""

    def move(
        name: str,
        summary: str,
        make: Make,
        takes: type[msgspec.Struct] = messages.Nothing,
        refuses: Iterable[type[Exception]] = (),
    ) -> None:
        def view(call: Call, id: int) -> Answer:
            return call.write(
                lambda session: Answer(
                    200, present.ticket(make(session, call.clock, id, call.body))
                )
            )

        view.__doc__ = summary
        api.post(
            f"/tickets/<int:id>/{name}",
            roles={Role.CONSOLE},
            takes=takes,
            gives={200: messages.Ticket},
            refuses=[UnknownTicket, NotSignedIn, WrongState, *refuses],
        )(view)

    move(
        "call",
        "Call this very ticket.",
        lambda s, c, id, body: call_ticket(
            s, c, CallTicket(ticket=id, finish=body.finish)
        ),
        messages.CallTicket,
        [StillServing, DeskPaused],
    )
    move(
        "recall",
        "Ask the customer again, at most once per 5 s.",
        lambda s, c, id, _: recall(s, c, id),
        refuses=[OtherDesk, RecalledTooSoon],
    )
    move(
        "start",
        "The customer has arrived.",
        lambda s, c, id, _: start(s, c, id),
        refuses=[OtherDesk],
    )
    move(
        "finish",
        "The customer has been served.",
        lambda s, c, id, _: finish(s, c, id),
        refuses=[OtherDesk],
    )
    move(
        "no-show",
        "The customer did not come.",
        lambda s, c, id, _: no_show(s, c, id),
        refuses=[OtherDesk],
    )
    move(
        "hold",
        "Put the customer aside for a while.",
        lambda s, c, id, body: hold(s, c, Hold(ticket=id, reason=body.reason)),
        messages.Hold,
        [OtherDesk],
    )
    move(
        "resume",
        "Let a held customer wait again, at the old place.",
        lambda s, c, id, _: resume(s, c, id),
    )
    move(
        "transfer",
        "Send the customer to another queue or desk, with the same ticket.",
        lambda s, c, id, body: transfer(
            s,
            c,
            Transfer(ticket=id, queue=body.queue, desk=body.desk, to_end=body.to_end),
        ),
        messages.Transfer,
        [OtherDesk, UnknownQueue, UnknownDesk, NotValid],
    )
    move(
        "cancel",
        "Take the customer's place back.",
        lambda s, c, id, _: cancel(s, c, id),
        refuses=[OtherDesk],
    )
    move(
        "note",
        "Write something about the ticket, for colleagues only.",
        lambda s, c, id, body: note(s, c, Note(ticket=id, text=body.text)),
        messages.Note,
        [NotValid],
    )
