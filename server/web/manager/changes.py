"""Who changed what, with the way back; who signed in; and that nothing was altered afterwards."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from flask import Response, request

from server.domain.events import Actor
from server.present.changes import COMMAND_LINE
from server.store.sign_ins import SignInOutcome, SignInRecord
from server.store.store import MAIN_BRANCH
from server.store.view import View
from server.usecases.changes import MOST, ChangeMade, changes, look_through
from server.usecases.setup.put_back import PutBack, put_back
from server.web.languages import Language
from server.web.manager import headings, notices
from server.web.manager.change_words import ChangeWords, Line
from server.web.manager.other_days import in_words
from server.web.manager.pages import MANAGERS, READERS, Asked, Pages
from server.web.manager.typed import NOT_SAVED, Typed
from server.web.manager.visits import browser_in_words

_PAGE = "/manager/changes"
_SIGN_INS = 20
_WRONG = frozenset({SignInOutcome.WRONG_PASSWORD, SignInOutcome.WRONG_CODE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A change in the list: when and by whom, what in words, and whether it may be put back from here, else why never."""

    change: int
    at: str
    by: str
    lines: list[Line]
    may_put_back: bool
    why_not: str
    is_put_back: bool
    puts_back: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SignIn:
    """Somebody who signed in, or tried to."""

    at: str
    by: str
    outcome: str
    is_wrong: bool
    browser: str
    address: str


def declare(pages: Pages) -> None:
    """Declare the page of changes."""

    @pages.get("/changes", who=READERS, query={"before": "From which change back.", "change": "What was just changed."})  # fmt: skip
    def changes_page(asked: Asked) -> Response:
        """Show who changed what, and who signed in."""
        return _page(asked)

    @pages.post("/changes/<int:change>/put-back", who=MANAGERS)
    def put_change_back(asked: Asked, change: int) -> Response:
        """Let everything that a change altered be as it was before."""
        typed = Typed(asked.form, asked.language)
        command = PutBack(change=change)
        gone = notices.saved(asked, typed, lambda session: put_back(session, command), path=_PAGE, done="saved")  # fmt: skip
        return gone or _page(asked, typed)


def _page(asked: Asked, typed: Typed | None = None) -> Response:
    language, tokens = asked.language, asked.store.tokens
    before = request.args.get("before", type=int)
    # Before the view, or an entry of meanwhile would be missing in it.
    told = asked.store.last_links(MAIN_BRANCH)
    with asked.reading() as view:
        branch = view.branch.settings
        made = changes(view, before=before)
        signed = view.sign_ins(_SIGN_INS)
        rows = _rows(view, made, asked.now, language)
        who = {each.name: each.shown for each in view.every_account()}
    audit = asked.read_aside(look_through, tokens, told)
    zone = ZoneInfo(branch.time_zone)
    return asked.page(
        "manager/changes.html",
        NOT_SAVED if typed and typed.problems else 200,
        branch=branch,
        heading=_heading(made, signed, who, asked.now, zone, language),
        audit=audit,
        rows=rows,
        earlier=made[-1].change if len(made) == MOST else None,
        sign_ins=[_sign_in(each, asked.now, zone, language, who) for each in signed],
        problems={} if typed is None else typed.problems,
        toast=notices.toast(asked),
    )  # fmt: skip


def answer(view: View, now: datetime, language: Language) -> str:
    """Return who changed how much today, and whether anybody tried to get in."""
    who = {each.name: each.shown for each in view.every_account()}
    zone = ZoneInfo(view.branch.settings.time_zone)
    made, signed = changes(view, before=None), view.sign_ins(_SIGN_INS)
    return _heading(made, signed, who, now, zone, language)


def _heading(
    made: Iterable[ChangeMade],
    signed: Iterable[SignInRecord],
    who: dict[str, str],
    now: datetime,
    zone: ZoneInfo,
    language: Language,
) -> str:
    today = now.astimezone(zone).date()
    return headings.of_changes(
        language,
        by=[_by(each.actor, who, language) for each in made if _is_on(each.at, zone, today)],
        wrong=sum(each.outcome in _WRONG for each in signed if _is_on(each.at, zone, today)),
    )  # fmt: skip


def _is_on(at: datetime, zone: ZoneInfo, day: date) -> bool:
    return at.astimezone(zone).date() == day


def _rows(
    view: View, made: Iterable[ChangeMade], now: datetime, language: Language
) -> list[Row]:
    branch, words = view.branch.settings, words_of(view, language)
    zone = ZoneInfo(branch.time_zone)
    who = {each.name: each.shown for each in view.every_account()}
    return [
        Row(
            change=each.change,
            at=when(each.at, now, zone, language),
            by=_by(each.actor, who, language),
            lines=[line for altered in each.altered for line in words.lines(altered)],
            why_not="" if each.why_not is None else language.told(each.why_not),
            may_put_back=each.why_not is None and each.put_back_by is None,
            is_put_back=each.put_back_by is not None,
            puts_back=each.puts_back is not None,
        )
        for each in made
    ]


def words_of(view: View, language: Language) -> ChangeWords:
    """Return what tells changes of this branch, also of queues that are no more."""
    return ChangeWords(language, view.every_queue(), view.branch.settings)


def when(at: datetime, now: datetime, zone: ZoneInfo, language: Language) -> str:
    """Return the time of day, with the day before it unless it is today."""
    local = at.astimezone(zone)
    clock = f"{local:%H:%M}"
    if local.date() == now.astimezone(zone).date():
        return clock
    # A date stays on one line.
    day = in_words(local.date(), local.date(), language).replace(
        " ", "\N{NO-BREAK SPACE}"
    )
    return f"{day} {clock}"


def _by(actor: Actor, who: dict[str, str], language: Language) -> str:
    _ = language.gettext
    if actor.manager == COMMAND_LINE:
        return _("The command line")
    if actor.manager is not None:
        return who.get(actor.manager, actor.manager)
    return actor.servicer or _("The server")


def _sign_in(
    record: SignInRecord,
    now: datetime,
    zone: ZoneInfo,
    language: Language,
    who: dict[str, str],
) -> SignIn:
    _ = language.gettext
    outcomes = {
        SignInOutcome.IN: _("Signed in"),
        SignInOutcome.WRONG_PASSWORD: _("Wrong password"),
        SignInOutcome.WRONG_CODE: _("Wrong six digits"),
        SignInOutcome.RECOVERY_CODE: _("Signed in with a recovery code"),
        SignInOutcome.OUT: _("Signed out"),
    }
    return SignIn(
        at=when(record.at, now, zone, language),
        by=who.get(record.account, record.account) or _("Nobody of that name"),
        outcome=outcomes[record.outcome],
        is_wrong=record.outcome in _WRONG,
        browser=browser_in_words(record.browser, language),
        address=record.address,
    )
