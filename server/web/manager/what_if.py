"""What if: a day that is over, played again with one more desk, under another policy, or with a desk that serves other queues."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from flask import Response, request
from werkzeug.datastructures import MultiDict

from server.domain.branch import Policy, Queue
from server.domain.numbering import day_begins
from server.domain.phrases import filled
from server.domain.refusals import NotValid
from server.forecast.what_if import OneMoreDesk, OtherPolicy, OtherQueues, What
from server.present.what_if_csv import what_if_csv
from server.present.what_if_text import minutes, of_100
from server.store.view import View
from server.usecases.what_if import Compared, PlayedAgain, last_day, what_if
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
_UNTOUCHED = {"change": MORE, "from": "10:00", "to": "12:00", "policy": Policy.OLDEST.value}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A figure without the change and with it, in words; empty where nobody was called."""

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
    is_concerned: bool


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
            day, what = _day(view, typed), _what(view, typed)
        played = None
        if day is not None and what is not None and not typed.problems:
            try:
                played = asked.read_aside(what_if, day, what)
            except NotValid as error:
                field = _FIELDS.get((typed.text("change"), error.field), error.field)
                typed.wrong(field or "", language.told(error.said))
        with asked.reading() as view:
            branch, queues, desks = view.branch.settings, view.queues(), view.desks()
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
            rows=[] if played is None else [words.row(row, played.queues) for row in played.rows],
            target=branch.target_minutes,
            queues=queues,
            desks=desks,
            form=MultiDict(typed.form if "change" in typed.form else _UNTOUCHED),
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


def _what(view: View, typed: Typed) -> What | None:
    """Return the change that was asked for, None where there is none; note what is wrong with it."""
    known = {queue.slug for queue in view.every_queue()}
    match typed.text("change"):
        case "more":
            since, until = (_seconds(view, typed, name) for name in ("from", "to"))
            queues = _queues(typed, "queue", known)
            if since is None or until is None or not queues:
                return None
            return OneMoreDesk(queues=queues, since_s=since, until_s=until)
        case "policy":
            policy = typed.text("policy")
            if policy not in list(Policy):
                return None
            desk = typed.whole("desk", 1, _DESKS) if typed.text("desk") else None
            return OtherPolicy(policy=Policy(policy), desk=desk)
        case "queues":
            at = typed.whole("at", 1, _DESKS)
            serves = _queues(typed, "serves", known)
            return OtherQueues(desk=at, queues=serves) if at and serves else None
    return None


def _queues(typed: Typed, name: str, known: set[str]) -> tuple[str, ...]:
    chosen = tuple(slug for slug in typed.form.getlist(name) if slug in known)
    if not chosen:
        typed.wrong(name, typed.language.gettext("Choose a queue."))
    return chosen


def _seconds(view: View, typed: Typed, name: str) -> float | None:
    """Return how many seconds after the beginning of a business day the time of this field is."""
    at = time_of(typed.text(name))
    if at is None:
        said = typed.language.gettext("“{typed}” is no time such as 9:00.")
        typed.wrong(name, said, typed=typed.text(name))
        return None
    hours = at.hour - view.branch.settings.rollover_hour
    # What is before the day begins is of its last hours.
    return timedelta(hours=hours % 24, minutes=at.minute).total_seconds()


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
        before, after = played.concerned.before, played.concerned.after
        if after.half_s is None:
            return filled(_("{change}, nobody would have been called."), {"change": change})  # fmt: skip
        said = _("{change}, half would have waited under {half}, 9 in 10 under {most}.")
        if minutes(before.half_s) == minutes(after.half_s) and minutes(before.most_s) == minutes(after.most_s):  # fmt: skip
            same = _("{change}, waits would have been much the same: half under {n} min, 9 in 10 under {most} min.")  # fmt: skip
            n, most = (
                self._number(minutes(each)) for each in (after.half_s, after.most_s)
            )
            return filled(same, {"change": change, "n": n, "most": most})
        return filled(
            said,
            {
                "change": change,
                "half": self._instead(before.half_s, after.half_s),
                "most": self._instead(before.most_s, after.most_s),
            },
        )

    def _instead(self, before_s: float | None, after_s: float | None) -> str:
        _ = self._language.gettext
        before, after = minutes(before_s), minutes(after_s)
        said = _("{n} min as before") if before == after else _("{n} min instead of {before}")  # fmt: skip
        return filled(said, {"n": self._number(after), "before": self._number(before)})

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
        """Return how near the play of the day as it was comes to what really was."""
        _ = self._language.gettext
        before, really = played.concerned.before, played.concerned.really
        said = _("Played again just as it was, the day comes to {half} and {most} min; really it was {really_half} and {really_most}.")  # fmt: skip
        return filled(
            said,
            {
                "half": self._number(minutes(before.half_s)),
                "most": self._number(minutes(before.most_s)),
                "really_half": self._number(minutes(really.half_s)),
                "really_most": self._number(minutes(really.most_s)),
            },
        )

    def row(self, row: Compared, concerned: Sequence[str]) -> Row:
        """Return a queue's figures, without the change and with it."""
        before, after = row.before, row.after
        return Row(
            queue=None if row.queue is None else self._queues[row.queue],
            came=self._number(after.came),
            half=self._pair(minutes(before.half_s), minutes(after.half_s)),
            most=self._pair(minutes(before.most_s), minutes(after.most_s)),
            in_time=self._pair(of_100(before), of_100(after)),
            left=self._pair(before.left, after.left),
            is_concerned=row.queue in concerned,
        )

    def _pair(self, before: int | None, after: int | None) -> Pair:
        return Pair(before=self._number(before), after=self._number(after))

    def _listed(self, queues: Sequence[str]) -> str:
        names = (name_of(self._queues[slug], self._language) for slug in queues)
        return self._language.listed(names)

    def _number(self, number: int | None) -> str:
        return "–" if number is None else written(number, self._language)
