"""The menus behind the tabs of a phone: what is set up, and the rest."""

from flask import Response

from server.web.manager.pages import READERS, Asked, Pages


def declare(pages: Pages) -> None:
    """Declare the menus."""

    @pages.get("/set-up", who=READERS)
    def set_up_menu(asked: Asked) -> Response:
        """List what is set up."""
        return asked.page("manager/set_up.html")

    @pages.get("/more", who=READERS)
    def more_menu(asked: Asked) -> Response:
        """List the other pages."""
        return asked.page("manager/more.html")
