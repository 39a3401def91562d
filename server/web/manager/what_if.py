"""What if: a day that is over, played again with one more desk, under another policy, or with a desk that serves other queues."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from flask import Response, request
from werkzeug.datastructures import MultiDict

from server.domain.branch import Policy, Queue
from server.domain.numbering import day_begins
from server.domain.phrases import filled
from server.domain.refusals import NotValid
from server.forecast.what_if import (
    OneMoreDesk,
    OtherPolicy,
    OtherQueues,
    What,
    stretch,
)
from server.present.analytics import of_100, under
from server.present.what_if_csv import what_if_csv
from server.present.what_if_text import Shown, figures_of
from server.store.view import View
from server.usecases.what_if import (
    Compared,
    PlayedAgain,
    hours_of,
    last_day,
    what_if,
)
from server.web.languages import Language
from server.web.manager.clock_times import time_of
from server.web.manager.pages import READERS, Asked, Pages
from server.web.manager.tickets import in_full
from server.web.manager.typed import NOT_SAVED, Typed, written
from server.web.phone.words import name_of

MORE, POLICY, QUEUES = "more", "policy", "queues"
"""What is to be different."""

_FIELDS = {(MORE, "until"): "to", (QUEUES, "desk"): "at"}
"""At which field it is said, where that has another name than the rules give it."""

_DESKS = 1_000_000
_UNTOUCHED = {"change": MORE, "policy": Policy.OLDEST.value}
_FROM, _TO = time(10), time(12)
_STEP_S = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A figure without the change and with it, in words; a dash where nobody was served."""

    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """How those waited who came for a queue, or all where there is none."""

    queue: Queue | None
    came: str
    half: Pair
    most: Pair
    in_time: Pair
    left: Pair
    unserved: Pair


def declare(pages: Pages) -> None:
    """Declare the page."""

    @pages.get(
        "/analytics/what-if",
        who=READERS,
        query={
            "day": "The day, which is over; the last one if not given.",
            "change": f"What is different: {MORE}, {POLICY} or {QUEUES}.",
            "queue": "A queue of one more desk; there may be several.",
            "from": "From when on it is open.",
            "to": "Until when.",
            "policy": "The policy, at every desk or at one.",
            "desk": "The number of the desk with that policy; every one if not given.",
            "at": "The number of the desk that serves other queues.",
            "serves": "A queue that it serves; there may be several.",
            "format": "“csv” for a spreadsheet.",
        },
    )
    def what_if_page(asked: Asked) -> Response:
        """Play a day again, and say how long people would have waited."""
        language = asked.language
        typed = Typed(MultiDict(request.args), language)
        with asked.reading() as view:
            day = _day(view, typed)
            what = None if day is None else _what(view, typed, day)
        played = None
        if day is not None and what is not None and not typed.problems:
            try:
                played = asked.read_aside(what_if, day, what)
            except NotValid as error:
                field = _FIELDS.get((typed.text("change"), error.field), error.field)
                typed.wrong(field or "", language.told(error.said))
        with asked.reading() as view:
            branch, queues, desks = view.branch.settings, view.queues(), view.desks()
            hours = _hours(view, day)
            known = {queue.slug: queue for queue in view.every_queue()}
        if played is not None and request.args.get("format") == "csv":
            return _as_csv(played)
        words = _Words(language, known, ZoneInfo(branch.time_zone))
        return asked.page(
            "manager/what_if.html",
            NOT_SAVED if typed.problems else 200,
            branch=branch,
            day=day,
            day_in_full=None if day is None else in_full(day, language),
            heading=words.heading(played, branch.rollover_hour, branch.time_zone, day),
            near="" if played is None else words.near(played),
            rows=[] if played is None else [words.row(row) for row in played.rows],
            target=branch.target_minutes,
            queues=queues,
            desks=desks,
            form=MultiDict(typed.form if "change" in typed.form else _UNTOUCHED | hours),
            csv=f"{request.full_path}&format=csv",
            problems=typed.problems,
        )  # fmt: skip


def _as_csv(played: PlayedAgain) -> Response:
    response = Response(what_if_csv(played), content_type="text/csv; charset=utf-8")
    name = f"what-if-{played.day}.csv"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


# --- what was typed -------------------------------------------------------------------------------


def _day(view: View, typed: Typed) -> date | None:
    """Return the day that is asked for, the last one that is over where none is."""
    text = typed.text("day")
    if not text:
        return last_day(view)
    try:
        return date.fromisoformat(text)
    except ValueError:
        typed.wrong("day", typed.language.gettext("“{typed}” is no day."), typed=text)
        return last_day(view)


def _hours(view: View, day: date | None) -> dict[str, str]:
    """Return from when until when one more desk is proposed to be open: before noon, or where people came at other times, while they did and were called."""
    ends = None if day is None else hours_of(view, day)
    zone = ZoneInfo(view.branch.settings.time_zone)
    if ends is not None:
        first, last = (each.astimezone(zone) for each in ends)
        first -= timedelta(seconds=first.timestamp() % _STEP_S)
        last += timedelta(seconds=_STEP_S - last.timestamp() % _STEP_S)
        ten, noon = (datetime.combine(first, each, zone) for each in (_FROM, _TO))
        if not first <= ten < noon <= last:
            return {"from": f"{first:%H:%M}", "to": f"{last:%H:%M}"}
    return {"from": f"{_FROM:%H:%M}", "to": f"{_TO:%H:%M}"}


def _what(view: View, typed: Typed, day: date) -> What | None:
    """Return the change that was asked for, None where there is none; note what is wrong with it."""
    _ = typed.language.gettext
    known = {queue.slug for queue in view.every_queue()}
    match typed.text("change"):
        case "":
            return None
        case "more":
            queues = _queues(typed, "queue", known)
            since, until = (_time(typed, name) for name in ("from", "to"))
            if since is None or until is None or not queues:
                return None
            since_s, until_s = stretch(since, until, day, view.branch.settings)
            return OneMoreDesk(queues=queues, since_s=since_s, until_s=until_s)
        case "policy":
            policy = typed.text("policy")
            desk = typed.whole("desk", 1, _DESKS) if typed.text("desk") else None
            if policy in list(Policy):
                return OtherPolicy(policy=Policy(policy), desk=desk)
            typed.wrong("policy", _("Choose one of these."))
        case "queues":
            at = typed.whole("at", 1, _DESKS)
            serves = _queues(typed, "serves", known)
            return OtherQueues(desk=at, queues=serves) if at and serves else None
        case _:
            typed.wrong("change", _("Choose one of these."))
    return None


def _queues(typed: Typed, name: str, known: set[str]) -> tuple[str, ...]:
    chosen = tuple(dict.fromkeys(typed.form.getlist(name)))
    for slug in chosen:
        if slug not in known:
            typed.wrong(name, typed.language.gettext("There is no queue “{slug}”."), slug=slug)  # fmt: skip
    if not chosen:
        typed.wrong(name, typed.language.gettext("Choose a queue."))
    return chosen


def _time(typed: Typed, name: str) -> time | None:
    at = time_of(typed.text(name))
    if at is None:
        said = typed.language.gettext("“{typed}” is no time such as 9:00.")
        typed.wrong(name, said, typed=typed.text(name))
    return at


# --- in words -------------------------------------------------------------------------------------


class _Words:
    def __init__(
        self, language: Language, queues: dict[str, Queue], zone: ZoneInfo
    ) -> None:
        self._language = language
        self._queues = queues
        self._zone = zone

    def heading(
        self, played: PlayedAgain | None, hour: int, zone: str, day: date | None
    ) -> str:
        """Return the answer as a sentence, the question where none is asked yet."""
        _ = self._language.gettext
        if day is None:
            return _("After one full day you can play it again here.")
        if played is None:
            return filled(_("What would have helped on {day}?"), {"day": in_full(day, self._language)})  # fmt: skip
        change = self._change(played.what, day_begins(played.day, zone, hour))
        is_named = played.answer.queue is not None and not isinstance(played.what, OtherPolicy)  # fmt: skip
        said = self._said(played.answer, change, is_named=is_named)
        if played.answer.really.called:
            return said
        nobody = _("Really nobody of them was called.")
        return f"{said} {nobody}"

    def _said(self, answer: Compared, change: str, *, is_named: bool) -> str:
        """Return what the change would have done; a queue that it names is not named again."""
        _ = self._language.gettext
        figures = figures_of(answer)
        words = {"change": change}
        if answer.queue is not None:
            words["queue"] = name_of(self._queues[answer.queue], self._language)
        half, most = figures.half, figures.most
        if half.after is None:
            said = (
                _("{change}, nobody would have been served.")
                if answer.queue is None
                else _("{change}, nobody would have been served for {queue}.")
            )
        elif half.before == half.after and most.before == most.after:
            said = (
                _("{change}, waits would have been much the same: half of all under {n} min, 9 in 10 under {most} min.")
                if answer.queue is None
                else _("{change}, waits for it would have been much the same: half under {n} min, 9 in 10 under {most} min.")
                if is_named
                else _("{change}, waits for {queue} would have been much the same: half under {n} min, 9 in 10 under {most} min.")
            )  # fmt: skip
            words |= {"n": self._number(half.after), "most": self._number(most.after)}
        else:
            said = (
                _("{change}, half of all would have waited under {half}, 9 in 10 under {most}.")
                if answer.queue is None
                else _("{change}, half of those who came for it would have waited under {half}, 9 in 10 under {most}.")
                if is_named
                else _("{change}, half of those for {queue} would have waited under {half}, 9 in 10 under {most}.")
            )  # fmt: skip
            words |= {"half": self._instead(half), "most": self._instead(most)}
        return filled(said, words)

    def _instead(self, shown: Shown) -> str:
        _ = self._language.gettext
        if shown.before is None:
            said = _("{n} min")
        elif shown.before == shown.after:
            said = _("{n} min as before")
        else:
            said = _("{n} min instead of {before}")
        return filled(said, {"n": self._number(shown.after), "before": self._number(shown.before)})  # fmt: skip

    def _change(self, what: What, begins: datetime) -> str:
        _ = self._language.gettext
        words: dict[str, str] = {}
        match what:
            case OneMoreDesk(queues=queues, since_s=since, until_s=until):
                said = _("With one more desk for {queues} from {since} to {until}")
                moments = (begins + timedelta(seconds=each) for each in (since, until))
                words["since"], words["until"] = (
                    f"{each.astimezone(self._zone):%H:%M}" for each in moments
                )
                words["queues"] = self._listed(queues)
            case OtherPolicy(policy=policy, desk=None):
                said = {
                    Policy.OLDEST: _("With the longest wait first at every desk"),
                    Policy.STRICT: _("With the queues in their order at every desk"),
                    Policy.RATIO: _("With the queues in turn at every desk"),
                }[policy]
            case OtherPolicy(policy=policy, desk=desk):
                said = {
                    Policy.OLDEST: _("With the longest wait first at desk {desk}"),
                    Policy.STRICT: _("With the queues in their order at desk {desk}"),
                    Policy.RATIO: _("With the queues in turn at desk {desk}"),
                }[policy]
                words["desk"] = str(desk)
            case OtherQueues(desk=desk, queues=queues):
                said = _("With {queues} at desk {desk}")
                words |= {"desk": str(desk), "queues": self._listed(queues)}
        return filled(said, words)

    def near(self, played: PlayedAgain) -> str:
        """Return how near the play of the day as it was comes to what really was, of all who came: the same whatever is asked."""
        _ = self._language.gettext
        before, really = played.everybody.before, played.everybody.really
        if really.half_s is None or before.half_s is None:
            return _("Really nobody was served on that day.")
        said = _("Played again just as it was, the whole day comes to {half} and {most} min, {in_time} of 100 in time and served; really it was {really_half} and {really_most} min, {really_in_time} of 100.")  # fmt: skip
        words: dict[str, str] = {}
        for prefix, waits in (("", before), ("really_", really)):
            half, most = (under(each or 0) for each in (waits.half_s, waits.most_s))
            words |= {
                f"{prefix}half": self._number(half),
                f"{prefix}most": self._number(most),
                f"{prefix}in_time": self._number(of_100(waits.share_in_time or 0)),
            }
        nobody = played.never_called
        if not nobody:
            return filled(said, words)
        words["queues"] = self._listed(nobody)
        of_them = _("Really nobody was called for {queues}.")
        return filled(f"{said} {of_them}", words)

    def row(self, row: Compared) -> Row:
        """Return a queue's figures, without the change and with it."""
        figures = figures_of(row)
        return Row(
            queue=None if row.queue is None else self._queues[row.queue],
            came=self._number(figures.came),
            half=self._pair(figures.half),
            most=self._pair(figures.most),
            in_time=self._pair(figures.in_time),
            left=self._pair(figures.left),
            unserved=self._pair(figures.unserved),
        )

    def _pair(self, shown: Shown) -> Pair:
        return Pair(before=self._number(shown.before), after=self._number(shown.after))

    def _listed(self, queues: Sequence[str]) -> str:
        names = (name_of(self._queues[slug], self._language) for slug in queues)
        return self._language.listed(names)

    def _number(self, number: int | None) -> str:
        return "–" if number is None else written(number, self._language)
