"""Closing and opening by hand: a queue whatever its hours say, a kiosk wherever it stands."""

from collections.abc import Callable

from server.domain.refusals import NotValid, UnknownDevice, UnknownQueue
from server.present import messages as present
from server.store.session import Session
from server.usecases.switch_kiosk import CloseKiosk, OpenKiosk, close_kiosk, open_kiosk
from server.usecases.switch_queue import (
    CloseQueue,
    LetHoursSay,
    OpenQueue,
    close_queue,
    let_hours_say,
    open_queue,
)
from server.web.answers import Answer
from server.web.endpoint import Api, Request
from shared.wire import messages, requests
from shared.wire.messages import Role

BY_MANAGERS = frozenset({Role.MANAGER})


def declare(api: Api) -> None:
    """Declare the endpoints."""
    _declare_queues(api)
    _declare_kiosks(api)


def _declare_queues(api: Api) -> None:
    @api.post(
        "/queues/<slug>/close",
        roles=BY_MANAGERS,
        takes=requests.Until,
        gives={200: messages.Queue},
        refuses=[UnknownQueue, NotValid],
    )
    def close(asked: Request, slug: str) -> Answer:
        """Let the queue give no numbers for now, `until` the business day ends or before; who waits stays."""
        command = CloseQueue(slug=slug, until=asked.body.until)
        return _queue_answer(asked, slug, lambda session: close_queue(session, command))

    @api.post(
        "/queues/<slug>/open",
        roles=BY_MANAGERS,
        takes=requests.Until,
        gives={200: messages.Queue},
        refuses=[UnknownQueue, NotValid],
    )
    def open_now(asked: Request, slug: str) -> Answer:
        """Let the queue give numbers for now, `until` the business day ends or before, whatever its hours say."""
        command = OpenQueue(slug=slug, until=asked.body.until)
        return _queue_answer(asked, slug, lambda session: open_queue(session, command))

    @api.post(
        "/queues/<slug>/as-hours-say",
        roles=BY_MANAGERS,
        takes=requests.Nothing,
        gives={200: messages.Queue},
        refuses=[UnknownQueue],
    )
    def as_hours_say(asked: Request, slug: str) -> Answer:
        """Let the queue be open and closed by its hours again."""
        command = LetHoursSay(slug=slug)
        return _queue_answer(
            asked, slug, lambda session: let_hours_say(session, command)
        )


def _declare_kiosks(api: Api) -> None:
    @api.post(
        "/devices/<int:device>/close",
        roles=BY_MANAGERS,
        takes=requests.Until,
        gives={200: messages.ClosedKiosk},
        refuses=[UnknownDevice, NotValid],
    )
    def close(asked: Request, device: int) -> Answer:
        """Let the kiosk give no numbers for now, `until` the business day ends or before."""
        command = CloseKiosk(device=device, until=asked.body.until)

        def work(session: Session) -> Answer:
            switch = close_kiosk(session, command)
            closed = messages.ClosedKiosk(device=device, until=switch.until)
            return Answer(200, closed)

        return asked.write(work)

    @api.post(
        "/devices/<int:device>/open",
        roles=BY_MANAGERS,
        takes=requests.Nothing,
        gives={204: None},
        refuses=[UnknownDevice, NotValid],
    )
    def open_again(asked: Request, device: int) -> Answer:
        """Let the kiosk give numbers again."""

        def work(session: Session) -> Answer:
            open_kiosk(session, OpenKiosk(device=device))
            return Answer(204)

        return asked.write(work)


def _queue_answer(
    asked: Request, slug: str, switch: Callable[[Session], object]
) -> Answer:
    """Switch the queue, and answer with how it is now."""

    def work(session: Session) -> Answer:
        switch(session)
        state = session.state
        queue, demand = state.queue(slug), state.demand(slug)
        now, outlook = session.now, session.outlook
        told = present.queue(queue, state.settings, demand, now, outlook)
        return Answer(200, told)

    return asked.write(work)
