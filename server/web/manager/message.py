"""A message to everybody who waits, on the boards, the kiosks and every phone."""

from datetime import timedelta

from flask import Response

from server.domain.refusals import NotValid
from server.usecases.setup.message import MOST_LETTERS, SayToAll, say_to_all
from server.web import pages as web_pages
from server.web.manager.pages import HOME, MANAGERS, Asked, Pages

_TEXT = "text-"
"""A field's name begins so; its language follows."""

MINUTES = (15, 30, 60, 120, 240)
"""For how long a message may be shown, beside “until closing”."""


def declare(pages: Pages) -> None:
    """Declare the page and what its form does."""

    @pages.get("/message", who=MANAGERS)
    def message_page(asked: Asked) -> Response:
        """Ask what everybody who waits is to be told."""
        return _page(asked)

    @pages.post(
        "/message",
        who=MANAGERS,
        form={f"{_TEXT}en": {"type": "string"}, "minutes": {"type": "string"}},
    )
    def say_message(asked: Asked) -> Response:
        """Tell everybody who waits, or nothing any more where no text is given."""
        texts = {
            name.removeprefix(_TEXT): text.strip()
            for name, text in asked.form.items()
            if name.startswith(_TEXT) and text.strip()
        }
        minutes = asked.form.get("minutes", 0, int)
        until = asked.now + timedelta(minutes=minutes) if minutes in MINUTES else None
        command = SayToAll(texts=texts, until=until if texts else None)
        try:
            asked.write(lambda session: say_to_all(session, command))
        except NotValid:
            return _page(asked, wrong=texts)
        return asked.go(HOME)


def _page(asked: Asked, wrong: dict[str, str] | None = None) -> Response:
    with asked.reading() as view:
        settings, message = view.branch.settings, view.branch.message
    if message is not None and message.is_over(asked.now):
        message = None
    languages = [web_pages.language_named(tag) for tag in settings.languages]
    texts = wrong if wrong is not None else (message.texts if message else {})
    problem = asked.language.gettext(
        "A message has at most {n} letters. Say it shorter."
    )
    return asked.page(
        "manager/message.html",
        422 if wrong is not None else 200,
        branch=settings,
        now=asked.now,
        message=message,
        languages=languages,
        texts=texts,
        minutes=MINUTES,
        most=MOST_LETTERS,
        problems={
            f"{_TEXT}{tag}": problem.format(n=MOST_LETTERS)
            for tag, text in (wrong or {}).items()
            if len(text) > MOST_LETTERS
        },
    )
