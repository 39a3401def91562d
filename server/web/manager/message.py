"""A message to everybody who waits, on the boards, the kiosks and every phone."""

from datetime import datetime, timedelta

from flask import Response
from werkzeug.datastructures import MultiDict

from server.domain.branch import Message
from server.domain.refusals import NotValid
from server.store.session import Session
from server.usecases.setup.message import MOST_LETTERS, SayToAll, check_text, say_to_all
from server.web import pages as web_pages
from server.web.languages import Language
from server.web.manager.meanwhile import (
    check_unchanged,
    typed_as_shown,
    written_down,
)
from server.web.manager.pages import HOME, MANAGERS, Asked, Pages
from server.web.manager.said import problems_of

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
        with asked.reading() as view:
            shown = _shown(view.branch.message, asked.now)
        typed = typed_as_shown(asked.form, _form_of(shown), asked.language)
        if shown is not None and typed.problems:
            return _page(asked, texts, typed.problems)
        minutes = asked.form.get("minutes", 0, int)
        until = asked.now + timedelta(minutes=minutes) if minutes in MINUTES else None
        command = SayToAll(texts=texts, until=until if texts else None)

        def work(session: Session) -> None:
            now = _shown(session.state.message, session.now)
            if now is not None:
                check_unchanged(shown, now, typed.language)
            say_to_all(session, command)

        try:
            asked.write(work)
        except NotValid as refused:
            if refused.field == "":
                return _page(asked, texts, problems_of(refused, asked.language))
            return _page(asked, texts, _wrong(texts, asked.language))
        return asked.go(HOME)


def _shown(message: Message | None, now: datetime) -> Message | None:
    """Return the message unless it is over."""
    return None if message is None or message.is_over(now) else message


def _form_of(shown: Message | None) -> MultiDict[str, str]:
    """Return what tells one message from another, as the form keeps it."""
    return MultiDict({"since": "" if shown is None else shown.since.isoformat()})


def _wrong(texts: dict[str, str], language: Language) -> dict[str, str]:
    """Return what is wrong with which text: too long for a screen, or of letters that no screen can show."""
    long = language.gettext("A message has at most {n} letters. Say it shorter.")
    letters = language.gettext("Take letters that every screen can show.")
    problems = {}
    for tag, text in texts.items():
        try:
            check_text(f"{_TEXT}{tag}", text)
        except NotValid as wrong:
            is_long = len(text) > MOST_LETTERS
            said = long.format(n=MOST_LETTERS) if is_long else letters
            problems[str(wrong.field)] = said
    return problems


def _page(
    asked: Asked,
    typed: dict[str, str] | None = None,
    problems: dict[str, str] | None = None,
) -> Response:
    with asked.reading() as view:
        settings = view.branch.settings
        message = _shown(view.branch.message, asked.now)
    languages = [web_pages.language_named(tag) for tag in settings.languages]
    texts = typed if typed is not None else (message.texts if message else {})
    return asked.page(
        "manager/message.html",
        200 if typed is None else 422,
        branch=settings,
        now=asked.now,
        message=message,
        languages=languages,
        texts=texts,
        minutes=MINUTES,
        most=MOST_LETTERS,
        was=written_down(_form_of(message)),
        problems=problems or {},
    )
