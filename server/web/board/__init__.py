"""The board as a web page, for smart TVs and sticks: paired like a display, and a display to the server."""

from server.web.board.page import make

__all__ = ["make"]
