"""How a screen that nobody knows yet gets its token: it shows a code, and a manager says yes."""

from flask import current_app, request

from server.domain.branch import Device
from server.domain.events import SYSTEM
from server.domain.refusals import (
    AlreadyThere,
    NotValid,
    TooManyPairings,
    TooManyTries,
    UnknownDesk,
    UnknownPairing,
)
from server.present.devices import own
from server.store.pairings import MOST_SHOWN, Asked, Asking, Pairings, find_verdict
from server.store.session import Session
from server.store.store import MAIN_BRANCH, Store
from server.usecases.setup.pairing import (
    ApprovePairing,
    RefusePairing,
    approve_pairing,
    fetch,
    refuse_pairing,
)
from server.usecases.steps.words import one_line
from server.web.answers import Answer
from server.web.asker import bearer
from server.web.endpoint import ANYBODY, Api, Passer, Request
from server.web.outside import CameFrom, came_from, is_near, network_of
from server.web.phone.flood import PAIRINGS_A_SECOND, Gates
from server.web.problems import FromElsewhere, NotAuthenticated
from shared.wire import pairing, requests
from shared.wire.messages import Role
from shared.wire.pairing import Pairing, PairingStatus


def declare(api: Api) -> None:
    """Declare the endpoints."""
    _declare_asking(api)
    _declare_answering(api)


def _declare_asking(api: Api) -> None:
    @api.post(
        "/pairings",
        roles=ANYBODY,
        takes=pairing.AskToPair,
        gives={201: pairing.PairingAsked},
        refuses=[FromElsewhere, NotValid, TooManyPairings],
    )
    def ask(passer: Passer) -> Answer:
        """Ask to be paired: show the code, keep the secret, and hear with it what becomes of it."""
        if came_from(request, current_app.config["PUBLIC_URL"]) is CameFrom.ELSEWHERE:
            raise FromElsewhere
        network = network_of(request.remote_addr)
        gates: Gates = current_app.extensions["gates"]
        gates.pairings.count(network, PAIRINGS_A_SECOND, passer.now)
        asking = _asking(passer.body, request.remote_addr or "", network)
        asked, secret = passer.store.pairings.ask(
            MAIN_BRANCH, asking, is_near=is_near(request)
        )
        with passer.store.reading(MAIN_BRANCH) as view:
            own_language = view.branch.settings.languages[0]
        return Answer(
            201,
            pairing.PairingAsked(
                id=asked.id,
                code=asked.code,
                secret=secret,
                expires_at=asked.expires_at,
                language=own_language,
            ),
        )

    @api.get(
        "/pairings/<id>",
        roles=ANYBODY,
        gives={200: Pairing},
        refuses=[NotAuthenticated, UnknownPairing],
    )
    def hear(passer: Passer, id: str) -> Answer:
        """How the pairing of this secret stands; the first `approved` brings the token."""
        asked = passer.store.pairings.of(id, bearer())
        return Answer(200, _standing(passer.store, asked))


def _asking(body: pairing.AskToPair, address: str, network: str) -> Asking:
    if body.role is Role.MANAGER:
        raise NotValid("role", "No manager’s program is let in by a code.")
    name, version = (
        one_line(field, f"A {field}", text, most) if text else ""
        for field, text, most in (
            ("name", body.name, pairing.MOST_OF_NAME),
            ("version", body.version, pairing.MOST_OF_WORD),
        )
    )
    return Asking(
        role=body.role, name=name, version=version, address=address, network=network
    )


def _standing(store: Store, asked: Asked) -> Pairing:
    pairings: Pairings = store.pairings
    with store.reading(asked.branch_id) as view:
        verdict = find_verdict(view.connection, asked.branch_id, asked.id)
        paired = [] if verdict is None else view.devices()
    if verdict is None:
        if pairings.is_over(asked):
            return Pairing(status=PairingStatus.EXPIRED)
        # It may have been pushed out of the book, or the server have started anew.
        pairings.hold(asked)
        return Pairing(status=PairingStatus.PENDING)
    pairings.let_go(asked)
    if pairings.is_forgotten(asked):
        return Pairing(status=PairingStatus.EXPIRED)
    device = next((each for each in paired if each.id == verdict.device), None)
    if device is None:
        return Pairing(status=PairingStatus.REFUSED)
    # Whoever asks for the head alone would lose the token that the body brings.
    if verdict.fetched or request.method == "HEAD":
        return _approved(device, None)
    fetched = store.write(
        asked.branch_id, SYSTEM, lambda session: fetch(session, asked, pairings)
    )
    return _approved(device, fetched.token)


def _approved(device: Device, token: str | None) -> Pairing:
    return Pairing(
        status=PairingStatus.APPROVED, token=token, name=device.name, desk=device.desk
    )


def _declare_answering(api: Api) -> None:
    @api.get(
        "/pairings",
        roles={Role.MANAGER},
        gives={200: list[pairing.WaitingScreen]},
    )
    def waiting(asked: Request) -> Answer:
        """The screens that wait to be let in, as long as they are heard of; those of the house's own networks first."""
        there = asked.store.pairings.waiting(asked.asker.branch_id)
        return Answer(200, [_waiting(each) for each in there[:MOST_SHOWN]])

    @api.post(
        "/pairings/<code>/approve",
        roles={Role.MANAGER},
        takes=pairing.ApprovePairing,
        gives={200: pairing.OwnDevice},
        refuses=[UnknownPairing, TooManyTries, AlreadyThere, NotValid, UnknownDesk],
    )
    def approve(asked: Request, code: str) -> Answer:
        """Let the screen in that shows this code."""
        body: pairing.ApprovePairing = asked.body
        command = ApprovePairing(
            code=code, role=body.role, name=body.name, desk=body.desk
        )
        pairings = asked.store.pairings
        return asked.write(
            lambda session: Answer(
                200, own(approve_pairing(session, command, pairings).device)
            )
        )

    @api.post(
        "/pairings/<code>/refuse",
        roles={Role.MANAGER},
        takes=requests.Nothing,
        gives={204: None},
        refuses=[UnknownPairing, TooManyTries],
    )
    def refuse(asked: Request, code: str) -> Answer:
        """Tell the screen that shows this code that it is not let in."""

        def work(session: Session) -> Answer:
            refuse_pairing(session, RefusePairing(code=code), asked.store.pairings)
            return Answer(204)

        return asked.write(work)


def _waiting(asked: Asked) -> pairing.WaitingScreen:
    asking = asked.asking
    return pairing.WaitingScreen(
        code=asked.code,
        role=Role(asking.role),
        name=asking.name,
        version=asking.version,
        address=asking.address,
        near=asked.is_near,
        expires_at=asked.expires_at,
    )
