"""The customer's pages: server-rendered, complete without JavaScript, live with it."""

from flask import Blueprint

from server.web.phone import join_page, poster, push, ticket_page


def make() -> Blueprint:
    """Return the customer's pages."""
    blueprint = Blueprint("phone", __name__)
    ticket_page.declare(blueprint)
    push.declare(blueprint)
    join_page.declare(blueprint)
    poster.declare(blueprint)
    return blueprint
