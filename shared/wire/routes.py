"""Where everything is, for servers and clients alike."""

import re

API = "/api/v1"

BRANCH = f"{API}/branch"
QUEUES = f"{API}/queues"
TICKETS = f"{API}/tickets"
WITHDRAW = f"{TICKETS}/withdraw"
BOARD = f"{API}/board"
HELP = f"{API}/help"
MESSAGE = f"{API}/message"
STAFF_CALL = f"{API}/staff-call"
LOGO = "/logo"
JOIN_CODE = f"{API}/join-code"
EVENTS = f"{API}/events"
PAIRINGS = f"{API}/pairings"
OWN_DEVICE = f"{API}/device"
OWN_REPORT = f"{OWN_DEVICE}/report"
DEVICES = f"{API}/devices"
ROLE_HEADER = "Device-Role"
OPENAPI = f"{API}/openapi.json"
AUTHORITY = "/authority.pem"
"""Where a proxy may hand out the certificate of its own authority, for screens to pin."""

_TICKET_PAGE = re.compile(r"(/t/)[^/\s?#\"]+")


def ticket(id: int, move: str) -> str:
    """Return the path that makes a move with a ticket: `recall`, `start`, `finish`, `no-show` ..."""
    return f"{TICKETS}/{id}/{move}"


def desk(number: int, action: str | None = None) -> str:
    """Return the path of a desk, or of an action at it: `sign-in`, `sign-out`, `call-next` ..."""
    return f"{API}/desks/{number}" + (f"/{action}" if action else "")


def help_call(device: int, answer: str) -> str:
    """Return the path by which a desk answers a kiosk's call for help: `coming`, `done`."""
    return f"{HELP}/{device}/{answer}"


def pairing(id: str) -> str:
    """Return the path at which a screen hears how its pairing stands."""
    return f"{PAIRINGS}/{id}"


def ticket_page(token: str) -> str:
    """Return the path of a customer's ticket page."""
    return f"/t/{token}"


def without_token(text: str) -> str:
    """Return the text with no ticket's address in it, for logs: whoever knows one may act for its customer."""
    return _TICKET_PAGE.sub(r"\1…", text)
