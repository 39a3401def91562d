"""After the steps: one test number goes the whole way once, is ticked as it goes, and counts in no figure."""

from collections.abc import Mapping

from flask import Response, current_app

from server.domain.branch import Desk, DeskState, Device
from server.domain.ticket import OPEN_STATES, Ticket
from server.store.reports import Report
from server.store.session import Session
from server.store.store import MAIN_BRANCH
from server.usecases.trial import (
    AwaitTestNumber,
    TakeTestNumber,
    await_test_number,
    end_test,
    take_test_number,
)
from server.web.endpoint import public_base
from server.web.manager.pages import HOME, MANAGERS, Asked, Pages
from server.web.manager.typed import Typed
from server.web.manager.wizard.frame import LAST, PATH, step_page
from server.web.manager.wizard.trial_steps import Tried, checks, is_over
from server.web.phone.poster import drawn
from server.web.phone.words import name_of
from shared.wire import routes
from shared.wire.messages import Role

_TRY = f"{PATH}/try"


def declare(pages: Pages) -> None:
    """Declare the trial."""

    @pages.get("/set-up/try", who=MANAGERS)
    def trial_page(asked: Asked) -> Response:
        """Show how far the test number has come."""
        return _page(asked)

    @pages.post("/set-up/try", who=MANAGERS, form={"queue": {"type": "string"}, "kiosk": {"type": "string"}})  # fmt: skip
    def begin_trial(asked: Asked) -> Response:
        """Give a test number from here, or let a kiosk give one next."""
        typed = Typed(asked.form, asked.language)
        queue, old = typed.text("queue"), _open_test(asked)

        def work(session: Session) -> None:
            # Only one is tried at a time.
            end_test(session, old)
            if typed.is_ticked("kiosk"):
                await_test_number(session, AwaitTestNumber())
            else:
                take_test_number(session, TakeTestNumber(queue=queue, language=typed.language.tag))  # fmt: skip

        typed.saving(lambda: asked.write(work))
        return _page(asked, typed) if typed.problems else asked.go(_TRY)

    @pages.post("/set-up/try/end", who=MANAGERS)
    def end_trial(asked: Asked) -> Response:
        """Let the test number be gone, and open the live page."""
        old = _open_test(asked)
        asked.write(lambda session: end_test(session, old))
        return asked.go(HOME)


def _open_test(asked: Asked) -> int | None:
    with asked.reading() as view:
        ticket = view.last_test()
    return ticket.id if ticket and ticket.state in OPEN_STATES else None


def _page(asked: Asked, typed: Typed | None = None) -> Response:
    language = asked.language
    with asked.reading() as view:
        ticket, queues = view.last_test(), view.queues()
        device = None if ticket is None else view.taken_at(ticket)
        devices, desks = view.devices(), view.desks()
        reports = view.reports()
        test = view.branch.today.test
        is_awaited = test is not None and asked.now < test.until
        has_kiosk = any(each.role == Role.KIOSK for each in devices)
        is_open = any(view.opening(each, asked.now).is_open for each in queues)
    if is_awaited:
        ticket = None
    names = {each.id: each.name for each in devices}
    tried = _tried(ticket, names.get(device or 0), devices, reports)
    stands = checks(tried)
    address = "" if ticket is None else _address(asked, ticket)
    return step_page(
        asked,
        LAST + 1,
        "trial",
        typed,
        ticket=ticket,
        kiosk=names.get(device or 0),
        queues=[(each.slug, name_of(each, language)) for each in queues],
        queue=next((name_of(q, language) for q in queues if ticket and q.slug == ticket.queue), ""),
        stands=[(check.value, stand.value) for check, stand in stands.items()],
        is_over=ticket is not None and is_over(stands),
        is_awaited=is_awaited,
        can_tap=has_kiosk and is_open,
        is_closed=bool(queues) and not is_open,
        has_kiosk=has_kiosk,
        has_printer=tried.has_printer,
        desk=_serving(desks, ticket),
        address=address,
        code=drawn(address) if address else None,
    )  # fmt: skip


def _tried(
    ticket: Ticket | None,
    kiosk: str | None,
    devices: list[Device],
    reports: Mapping[int, Report],
) -> Tried:
    kiosks = [each for each in devices if each.role == Role.KIOSK and kiosk in (None, each.name)]  # fmt: skip
    told = [reports.get(each.id) for each in kiosks]
    roles = {device.role for device in devices}
    opened = current_app.extensions["opened_tests"]
    return Tried(
        ticket=ticket,
        kiosk=kiosk,
        has_kiosk=Role.KIOSK in roles,
        has_display=Role.DISPLAY in roles,
        has_printer=any(each is None or each.paper is not None for each in told),
        is_opened=ticket is not None and ticket.id in opened,
    )


def _serving(desks: list[Desk], ticket: Ticket | None) -> Desk | None:
    """Return a desk at which the number can be called, one that is open before others."""
    serving = [desk for desk in desks if ticket is None or ticket.queue in desk.queues]
    return min(serving, key=lambda desk: desk.state is not DeskState.OPEN, default=None)


def _address(asked: Asked, ticket: Ticket) -> str:
    token = asked.store.tokens.of(MAIN_BRANCH, ticket.id, ticket.taken_at)
    return public_base() + routes.ticket_page(token)
