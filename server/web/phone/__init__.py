"""The customer's pages: server-rendered, complete without JavaScript, live with it."""

from flask import Blueprint, request

from server.web.phone import join_page, poster, push, ticket_page
from server.web.problems import FromElsewhere

_LOOKING = ("GET", "HEAD", "OPTIONS")


def make() -> Blueprint:
    """Return the customer's pages."""
    blueprint = Blueprint("phone", __name__)
    blueprint.before_request(_let_no_other_site_act)
    ticket_page.declare(blueprint)
    push.declare(blueprint)
    join_page.declare(blueprint)
    poster.declare(blueprint)
    return blueprint


def _let_no_other_site_act() -> None:
    """Raise `FromElsewhere` where a form or script of another site asks for a change; links from there may be followed."""
    # Browsers say where a request comes from (https://www.w3.org/TR/fetch-metadata/); programs say nothing.
    from_elsewhere = request.headers.get("Sec-Fetch-Site") == "cross-site"
    if from_elsewhere and request.method not in _LOOKING:
        raise FromElsewhere
