"""The customer's pages: server-rendered, complete without JavaScript, live with it."""

from flask import Blueprint, current_app, request

from server.web.outside import CameFrom, came_from
from server.web.phone import (
    back_page,
    home_screen,
    join_page,
    poster,
    push,
    taking,
    ticket_page,
)
from server.web.problems import FromElsewhere

_LOOKING = ("GET", "HEAD", "OPTIONS")


def make() -> Blueprint:
    """Return the customer's pages."""
    blueprint = Blueprint("phone", __name__)
    blueprint.before_request(_let_no_other_site_act)
    ticket_page.declare(blueprint)
    push.declare(blueprint)
    join_page.declare(blueprint)
    taking.declare(blueprint)
    back_page.declare(blueprint)
    poster.declare(blueprint)
    home_screen.declare(blueprint)
    return blueprint


def _let_no_other_site_act() -> None:
    """Raise `FromElsewhere` where a form or script of another site asks for a change; links from there may be followed."""
    if request.method in _LOOKING:
        return
    if came_from(request, current_app.config["PUBLIC_URL"]) is CameFrom.ELSEWHERE:
        raise FromElsewhere
