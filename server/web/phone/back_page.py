"""Back to a ticket that the browser has forgotten: by its number, and the two words that stood below it."""

from dataclasses import replace
from datetime import datetime

from flask import Blueprint, Response, current_app, redirect, request, url_for
from werkzeug.wrappers import Response as Redirect

from server.domain.branch import BranchSettings
from server.domain.refusals import TooManyTries
from server.store.store import MAIN_BRANCH, Store
from server.web import pages
from server.web.outside import CameFrom, came_from, network_of
from server.web.phone.flood import Gates
from server.web.phone.two_words import (
    TRIES_AT_TICKET,
    TRIES_FROM_ADDRESS,
    are_words_of,
)
from server.web.phone.visitor import Visitor
from shared.labels import labels_meant

LONGEST_LABEL = 12
LONGEST_WORDS = 80


def declare(blueprint: Blueprint) -> None:
    """Declare the page that asks, and finding the ticket."""

    @blueprint.get("/back")
    def back() -> Response:
        """Ask for the number and its words."""
        return show()

    @blueprint.post("/back")
    def find() -> Response | Redirect:
        """Go to the ticket's page, or say that there is none."""
        label = request.form.get("label", "")[:LONGEST_LABEL]
        typed = request.form.get("words", "")[:LONGEST_WORDS]
        return _find(label, typed)


def show(problem: str = "", label: str = "", status: int = 200) -> Response:
    """Answer with the page that asks; `problem` is `unknown` or `too-often`."""
    store: Store = current_app.extensions["store"]
    with store.reading(MAIN_BRANCH) as view:
        return page(view.branch.settings, problem, label, status)


def page(
    branch: BranchSettings, problem: str = "", label: str = "", status: int = 200
) -> Response:
    """Answer with the page of this branch."""
    language = pages.language_for(otherwise=branch.languages[0])
    return pages.respond(
        "back.html", language, status, branch=branch, problem=problem, label=label
    )


def _find(label: str, typed: str) -> Response | Redirect:
    store: Store = current_app.extensions["store"]
    labels = labels_meant(label)
    try:
        spent = _count_try(labels[0] if labels else "")
    except TooManyTries as refusal:
        response = show("too-often", label, 429)
        response.headers["Retry-After"] = str(refusal.seconds)
        return response
    with store.reading(MAIN_BRANCH) as view:
        found = view.tickets_labelled(labels)
    for ticket in found:
        token = store.tokens.of(MAIN_BRANCH, ticket.id, ticket.taken_at)
        if are_words_of(store.tokens, token, typed):
            for gate in spent:
                gates().tries.take_back(gate)
            return _go_to(token)
    return show("unknown", label, 404)


def _go_to(token: str) -> Redirect:
    response = redirect(url_for(".ticket_page", token=token), 303)
    if came_from(request, current_app.config["PUBLIC_URL"]) is CameFrom.HERE:
        replace(Visitor.of_request(), token=token).remember(response)
    return response


def _count_try(label: str) -> tuple[str, str]:
    """Count a try at this ticket, there or not, from this address; return under which names."""
    now: datetime = current_app.extensions["clock"]()
    address, ticket = f"from {network_of(request.remote_addr)}", f"at {label}"
    gates().tries.count(address, TRIES_FROM_ADDRESS, now)
    gates().tries.count(ticket, TRIES_AT_TICKET, now)
    return address, ticket


def gates() -> Gates:
    """Return the gates that phones go through."""
    found: Gates = current_app.extensions["gates"]
    return found
