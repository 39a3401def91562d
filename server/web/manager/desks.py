"""The desks: where people are served, and what each of them serves first."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from flask import Response
from werkzeug.datastructures import MultiDict

from server.domain.branch import Desk, DeskState, Policy, Queue
from server.domain.phrases import filled
from server.store.session import Session
from server.store.view import View
from server.usecases.setup.desks import (
    MOST_DESKS,
    MOST_WEIGHT,
    AddDesk,
    RemoveDesk,
    SetDesk,
    add_desk,
    remove_desk,
    set_desk,
)
from server.web.languages import Language
from server.web.manager import headings, notices
from server.web.manager.meanwhile import (
    check_unchanged,
    typed_meanwhile,
    written_down,
)
from server.web.manager.pages import MANAGERS, READERS, Asked, Pages
from server.web.manager.typed import NOT_SAVED, Typed
from server.web.phone.words import name_of

_LIST = "/manager/desks"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A desk in the list: its queues in the order it prefers, which of them first, and the console of who is there."""

    desk: Desk
    queues: list[Queue]
    first: str
    console: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A queue in a desk's form, in the order in which the desk prefers it."""

    queue: Queue
    name: str


def declare(pages: Pages) -> None:
    """Declare the pages of desks."""

    @pages.get("/desks", who=READERS, query=notices.QUERY)
    def desks_page(asked: Asked) -> Response:
        """Show the desks by number."""
        return _list(asked)

    @pages.get("/desks/add", who=MANAGERS)
    def add_desk_page(asked: Asked) -> Response:
        """Show the form for another desk."""
        with asked.reading() as view:
            return _form_page(asked, view, _form_of(_new_desk(view)), None)

    @pages.post("/desks/add", who=MANAGERS)
    def add_desk_now(asked: Asked) -> Response:
        """Add a desk."""
        return _add(asked)

    @pages.get("/desks/<int:number>", who=MANAGERS)
    def desk_page(asked: Asked, number: int) -> Response:
        """Show what a desk serves."""
        with asked.reading() as view:
            desk = view.desk(number)
            form = _form_of(desk)
            return _form_page(asked, view, form, desk, was=written_down(form))

    @pages.post("/desks/<int:number>", who=MANAGERS)
    def change_desk(asked: Asked, number: int) -> Response:
        """Change what a desk serves."""
        return _change(asked, number)

    @pages.post("/desks/<int:number>/remove", who=MANAGERS)
    def remove_desk_now(asked: Asked, number: int) -> Response:
        """Remove a desk that is closed."""
        typed = Typed(MultiDict(), asked.language)
        work = partial(remove_desk, command=RemoveDesk(number=number))
        gone = notices.saved(asked, typed, work, path=_LIST, done="removed", at={"number": ""}, instead={"number": typed.language.gettext("Somebody is signed in at this desk, or people wait for it. Remove it when it is free.")})  # fmt: skip
        return gone or _list(asked, typed.problems)


# --- the list -------------------------------------------------------------------------------------


def _list(asked: Asked, problems: dict[str, str] | None = None) -> Response:
    language = asked.language
    with asked.reading() as view:
        branch, desks, queues = view.branch.settings, view.desks(), view.queues()
        devices = {device.id: device.name for device in view.devices()}
    by_slug = {queue.slug: queue for queue in queues}
    rows = [
        Row(
            desk=desk,
            queues=[by_slug[slug] for slug in desk.queues if slug in by_slug],
            first=which_first(desk, by_slug, language),
            console=devices.get(desk.device, "") if desk.device is not None else "",
        )
        for desk in desks
    ]
    return asked.page(
        "manager/desks.html",
        NOT_SAVED if problems else 200,
        branch=branch,
        rows=rows,
        states=DeskState,
        heading=headings.of_desks(
            language, desks=len(rows), unserved=unserved(queues, desks, language)
        ),
        problems=problems or {},
        toast=notices.toast(asked),
    )


def unserved(queues: list[Queue], desks: list[Desk], language: Language) -> list[str]:
    """Return the names of the queues that no desk serves."""
    served = {slug for desk in desks for slug in desk.queues}
    return [name_of(each, language) for each in queues if each.slug not in served]


def which_first(desk: Desk, queues: dict[str, Queue], language: Language) -> str:
    """Return in words whom the desk calls first."""
    _ = language.gettext
    match desk.policy:
        case Policy.OLDEST:
            return _("Who has waited longest")
        case Policy.STRICT:
            return _("In this order")
        case Policy.RATIO:
            shares = [
                f"{weight} {queues[slug].letter}"
                for slug, weight in zip(desk.queues, desk.weights, strict=False)
                if slug in queues
            ]
            return filled(_("In turn: {shares}"), {"shares": language.listed(shares)})


# --- the form -------------------------------------------------------------------------------------


def _new_desk(view: View) -> Desk:
    numbers = [desk.number for desk in view.desks()]
    queues = tuple(queue.slug for queue in view.queues())
    return Desk(number=max(numbers, default=0) + 1, queues=queues)


def _form_of(desk: Desk) -> MultiDict[str, str]:
    form = MultiDict({"number": str(desk.number), "policy": desk.policy.value})
    for tag, name in desk.names.items():
        form[f"name-{tag}"] = name
    for place, slug in enumerate(desk.queues):
        form[f"serves-{slug}"] = "on"
        form[f"place-{slug}"] = str(place + 1)
        form[f"share-{slug}"] = str(desk.weights[place]) if desk.weights else "1"
    return form


def _form_page(
    asked: Asked,
    view: View,
    form: MultiDict[str, str],
    desk: Desk | None,
    problems: dict[str, str] | None = None,
    was: str = "",
) -> Response:
    language, preferred = asked.language, () if desk is None else desk.queues
    queues = sorted(
        view.queues(),
        key=lambda queue: preferred.index(queue.slug) if queue.slug in preferred else len(preferred),
    )  # fmt: skip
    return asked.page(
        "manager/desk.html",
        NOT_SAVED if problems else 200,
        branch=view.branch.settings,
        desk=desk,
        form=form,
        was=was,
        choices=[Choice(queue=each, name=name_of(each, language)) for each in queues],
        is_busy=desk is not None and desk.state is not DeskState.CLOSED,
        problems=problems or {},
    )


def _read(typed: Typed, view: View) -> tuple[tuple[str, ...], Policy, tuple[int, ...]]:
    """Return the queues in the order that was typed, the policy, and the shares where it goes by them."""
    _ = typed.language.gettext
    ticked = [each.slug for each in view.queues() if typed.is_ticked(f"serves-{each.slug}")]  # fmt: skip
    places = {slug: _place(typed, f"place-{slug}", len(ticked)) for slug in ticked}
    queues = tuple(sorted(ticked, key=lambda slug: places[slug]))
    if not queues:
        typed.wrong("serves", _("Tick what the desk serves: one queue at least."))
    policy = typed.text("policy")
    if policy not in list(Policy):
        typed.wrong("policy", _("Choose one of these."))
        return queues, Policy.OLDEST, ()
    if policy != Policy.RATIO:
        return queues, Policy(policy), ()
    shares = [typed.whole(f"share-{slug}", 1, MOST_WEIGHT) for slug in queues]
    return queues, Policy.RATIO, tuple(share or 1 for share in shares)


def _place(typed: Typed, field: str, last: int) -> int:
    """Return the place that was typed; those without one come last, as on screens."""
    if not typed.text(field):
        return last + 1
    return typed.whole(field, 1, MOST_DESKS) or last + 1


def _add(asked: Asked) -> Response:
    typed = Typed(asked.form, asked.language)
    with asked.reading() as view:
        queues, policy, weights = _read(typed, view)
        names = typed.by_language("name", view.branch.settings.languages)
        number = typed.whole("number", 1, MOST_DESKS)
        if number in [desk.number for desk in view.desks()]:
            _ = typed.language.gettext
            typed.wrong("number", _("There is a desk {number} already."), number=str(number))  # fmt: skip

    def work(session: Session) -> Desk:
        command = AddDesk(number=number or 0, queues=queues, policy=policy, weights=weights, names=names)  # fmt: skip
        return add_desk(session, command)

    return _saved(asked, typed, work, None, "added")


def _change(asked: Asked, number: int) -> Response:
    with asked.reading() as view:
        desk = view.desk(number)
        was = _form_of(desk)
        typed = typed_meanwhile(asked.form, was, asked.language)
        queues, policy, weights = _read(typed, view)
        names = typed.by_language("name", view.branch.settings.languages)

    def work(session: Session) -> Desk:
        check_unchanged(was, _form_of(session.state.desk(number)), typed.language)
        command = SetDesk(number=number, queues=queues, policy=policy, weights=weights, names=names)  # fmt: skip
        return set_desk(session, command)

    return _saved(asked, typed, work, desk, "saved")


def _saved(
    asked: Asked,
    typed: Typed,
    work: Callable[[Session], Desk],
    desk: Desk | None,
    done: str,
) -> Response:
    gone = notices.saved(asked, typed, work, path=_LIST, done=done, at={"queues": "serves"}, instead={"names": typed.language.gettext("Take letters that every screen can show.")})  # fmt: skip
    if gone is not None:
        return gone
    with asked.reading() as view:
        return _form_page(asked, view, typed.form, desk, typed.problems, typed.was)
