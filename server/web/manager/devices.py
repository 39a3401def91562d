"""The screens: who waits to be let in, how each one is, and what may be asked of it."""

from datetime import datetime
from itertools import count
from typing import Any

from flask import Response, current_app, request
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import NotFound

from server.domain.branch import Device, DeviceTask
from server.domain.digits import whole
from server.domain.refusals import (
    AlreadyThere,
    NotValid,
    Refusal,
    TooManyTries,
    UnknownDesk,
    UnknownDevice,
    UnknownPairing,
)
from server.forecast.outlook import UNKNOWN
from server.live.last_seen import LastSeen
from server.present import standing
from server.present.device_standing import (
    IN_ORDER,
    DeviceStanding,
    DeviceState,
    state_of,
)
from server.store import pairings
from server.store.session import Session
from server.store.store import MAIN_BRANCH
from server.usecases.setup.devices import (
    AskDevice,
    BindDevice,
    RemoveDevice,
    RenameDevice,
    ask_device,
    bind_device,
    remove_device,
    rename_device,
)
from server.usecases.setup.pairing import (
    ApprovePairing,
    RefusePairing,
    approve_pairing,
    refuse_pairing,
)
from server.usecases.switch_kiosk import CloseKiosk, OpenKiosk, close_kiosk, open_kiosk
from server.web.languages import Language
from server.web.manager import notices
from server.web.manager.meanwhile import typed_meanwhile, written_down
from server.web.manager.notices import go_saying
from server.web.manager.pages import MANAGERS, READERS, Asked, Pages
from server.web.manager.typed import Typed
from server.web.pages import language_named
from shared.wire.messages import Role

DEVICES = "/manager/devices"
_NAMES = ("heading", "pending", "devices")
_CODE = {"code": {"type": "string"}}


def declare(pages: Pages) -> None:
    """Declare the list, its parts, each device's own pages, and what the buttons do."""
    _declare_pairing(pages)
    _declare_own_pages(pages)
    _declare_tasks(pages)

    @pages.get("/devices", who=READERS, query={"code": "What a screen shows."})
    def devices_page(asked: Asked) -> Response:
        """Show who waits to be let in, and how each device is."""
        return _page(asked)

    @pages.get("/devices/parts/<names>", who=READERS, part=True, query={"seq": "The journal row that they have to show at least.", "code": "What a screen shows."})  # fmt: skip
    def devices_parts(asked: Asked, names: str) -> Response:
        """Give parts of the page by their names, with commas between: `pending,devices`."""
        wanted = names.split(",")
        if not set(_NAMES).issuperset(wanted):
            raise NotFound
        return asked.page("manager/devices/parts.html", names=wanted, **values(asked))


def _declare_pairing(pages: Pages) -> None:
    @pages.post(
        "/devices/approve",
        who=MANAGERS,
        form={**_CODE, "name": {"type": "string"}, "desk": {"type": "string"}},
    )
    def approve_screen(asked: Asked) -> Response:
        """Let the screen in that shows this code."""
        command = ApprovePairing(
            code=asked.form.get("code", ""),
            name=asked.form.get("name", "").strip()
            or name_for(asked, asked.form.get("code", "")),
            desk=_desk_in(asked.form.get("desk", "")),
        )
        asking = asked.store.pairings
        try:
            asked.write(lambda session: approve_pairing(session, command, asking))
        except (
            UnknownPairing,
            TooManyTries,
            AlreadyThere,
            NotValid,
            UnknownDesk,
        ) as no:
            said = _of_pairing(no, asked.language)[""]
            return _page(asked, problems={_field_of(no, command.code): said})
        return go_saying(asked, DEVICES, "approved")

    @pages.post("/devices/refuse", who=MANAGERS, form=_CODE)
    def refuse_screen(asked: Asked) -> Response:
        """Do not let the screen in that shows this code."""
        command, asking = RefusePairing(code=asked.form.get("code", "")), asked.store.pairings  # fmt: skip
        try:
            asked.write(lambda session: refuse_pairing(session, command, asking))
        except (UnknownPairing, TooManyTries) as no:
            return _page(asked, problems=_of_pairing(no, asked.language))
        return go_saying(asked, DEVICES, "refused")


def name_for(asked: Asked, code: str) -> str | None:
    """Return what a screen is called in the branch's language that suggests no name itself; None where it does, or nobody shows this code."""
    screen = asked.store.pairings.shown_by(MAIN_BRANCH, code)
    if screen is None or screen.asking.name:
        return None
    with asked.reading() as view:
        own = language_named(view.branch.settings.languages[0])
        taken = {device.name for device in view.devices()}
    kinds = {Role.KIOSK: own.gettext("Kiosk"), Role.DISPLAY: own.gettext("Display"), Role.CONSOLE: own.gettext("Console")}  # fmt: skip
    kind = kinds.get(Role(screen.asking.role))
    if kind is None or kind not in taken:
        return kind
    return next(each for n in count(2) if (each := f"{kind} {n}") not in taken)


def _of_pairing(refused: Refusal, language: Language) -> dict[str, str]:
    """Return why a screen could not be let in, and what to do."""
    _ = language.gettext
    phrases = {
        UnknownPairing: _("No screen shows this code any more. Let it show a new one."),
        TooManyTries: _("Too many wrong codes. Wait ten minutes."),
        AlreadyThere: _("Another device has this name. Choose another one."),
        UnknownDesk: _("This desk is not there any more."),
    }
    phrase = phrases.get(type(refused), _("A name has 1 to 60 characters."))
    return {"": phrase}


def _field_of(refused: Refusal, code: str) -> str:
    """Return the field of the screen with this code that was wrong, "" where none was."""
    if isinstance(refused, (AlreadyThere, NotValid)):
        return f"name-{code}"
    return f"desk-{code}" if isinstance(refused, UnknownDesk) else ""


def _declare_own_pages(pages: Pages) -> None:
    @pages.get("/devices/<int:device>", who=READERS)
    def device_page(asked: Asked, device: int) -> Response:
        """Show a device's name, and at a console its desk, to change them."""
        return _own_page(asked, _device(asked, device))

    @pages.post(
        "/devices/<int:device>",
        who=MANAGERS,
        form={"name": {"type": "string"}, "desk": {"type": "string"}},
    )
    def save_device(asked: Asked, device: int) -> Response:
        """Give a device another name, or a console its desk."""
        known = _device(asked, device)
        typed = typed_meanwhile(asked.form, _form_of(known), asked.language)
        name, said = typed.form.get("name", ""), typed.form.get("desk")
        desk = known.desk if said is None else _desk_in(said)

        def work(session: Session) -> None:
            rename_device(session, RenameDevice(device=device, name=name))
            if known.role == Role.CONSOLE and desk != known.desk:
                bind_device(session, BindDevice(device=device, desk=desk))

        try:
            if not typed.problems:
                asked.write(work)
        except (AlreadyThere, NotValid, UnknownDesk) as no:
            field = "desk" if isinstance(no, UnknownDesk) else "name"
            typed.wrong(field, _of_pairing(no, asked.language)[""])
        if typed.problems:
            return _own_page(asked, known, typed)
        return go_saying(asked, DEVICES, "saved")

    @pages.get("/devices/<int:device>/revoke", who=MANAGERS)
    def revoke_page(asked: Asked, device: int) -> Response:
        """Say what revoking means, and offer what is milder."""
        return asked.page("manager/devices/revoke.html", device=_device(asked, device))

    @pages.post("/devices/<int:device>/revoke", who=MANAGERS)
    def revoke_device(asked: Asked, device: int) -> Response:
        """Let the device in no longer."""
        command = RemoveDevice(name=_device(asked, device).name)
        asked.write(lambda session: remove_device(session, command))
        return go_saying(asked, DEVICES, "revoked")


def _declare_tasks(pages: Pages) -> None:
    @pages.post("/devices/<int:device>/ask", who=MANAGERS, form={"task": {"enum": [*DeviceTask]}})  # fmt: skip
    def ask_a_device(asked: Asked, device: int) -> Response:
        """Let the device beep, or a kiosk print a test."""
        task = DeviceTask.TEST_PRINT if asked.form.get("task") == DeviceTask.TEST_PRINT else DeviceTask.BEEP  # fmt: skip
        if task is DeviceTask.TEST_PRINT and _has_no_printer(asked, device):
            return go_saying(asked, DEVICES, "no-printer")
        asked.write(lambda session: ask_device(session, AskDevice(device=device, task=task)))  # fmt: skip
        return go_saying(asked, DEVICES, task.value)

    @pages.post("/devices/<int:device>/close", who=MANAGERS)
    def close_a_kiosk(asked: Asked, device: int) -> Response:
        """Let the kiosk give no numbers for now."""
        asked.write(lambda session: close_kiosk(session, CloseKiosk(device=device)))
        return go_saying(asked, DEVICES, "kiosk-closed")

    @pages.post("/devices/<int:device>/open", who=MANAGERS)
    def open_a_kiosk(asked: Asked, device: int) -> Response:
        """Let the kiosk give numbers again."""
        asked.write(lambda session: open_kiosk(session, OpenKiosk(device=device)))
        return go_saying(asked, DEVICES, "kiosk-open")


def _device(asked: Asked, id: int) -> Device:
    with asked.reading() as view:
        for device in view.devices():
            if device.id == id:
                return device
    raise UnknownDevice(str(id))


_NO_DESK = 0
"""No desk has this number."""


def _desk_in(said: str) -> int | None:
    """Return the number of the desk that was chosen, None for any; of what is no number, one that no desk has."""
    if not said:
        return None
    number = whole(said)
    return _NO_DESK if number is None else number


def _form_of(device: Device) -> MultiDict[str, str]:
    form = MultiDict({"name": device.name})
    if device.role == Role.CONSOLE:
        form["desk"] = "" if device.desk is None else str(device.desk)
    return form


def _own_page(asked: Asked, device: Device, typed: Typed | None = None) -> Response:
    with asked.reading() as view:
        desks = view.desks()
    return asked.page(
        "manager/devices/device.html",
        200 if typed is None else 422,
        device=device,
        form=_form_of(device) if typed is None else typed.form,
        was=written_down(_form_of(device)),
        numbers=[desk.number for desk in desks],
        problems={} if typed is None else typed.problems,
    )


def _page(asked: Asked, problems: dict[str, str] | None = None) -> Response:
    return asked.page(
        "manager/devices.html",
        422 if problems else 200,
        problems=problems or {},
        toast=notices.toast(asked),
        **values(asked),
    )


def values(asked: Asked) -> dict[str, Any]:
    """Return what the page and its parts are drawn from."""
    last_seen: LastSeen = current_app.extensions["last_seen"]
    with asked.reading() as view:
        heard = last_seen.heard(MAIN_BRANCH)
        stands = standing.read(view, asked.now, heard, UNKNOWN)
        bound = {device.id: device.desk for device in view.devices()}
        desks = view.desks()
    asking = asked.store.pairings
    code = pairings.typed(request.args.get("code", ""))[: pairings.CODE_LENGTH]
    waiting, found = asking.waiting(MAIN_BRANCH), asking.shown_by(MAIN_BRANCH, code)
    if found is not None:
        waiting = [found, *(each for each in waiting if each != found)]
    return {
        "branch": stands.settings,
        "now": asked.now,
        "devices": stands.devices,
        "bound": bound,
        "desks": desks,
        "numbers": [desk.number for desk in desks],
        "waiting": len(waiting),
        "pending": waiting[: pairings.MOST_SHOWN],
        "code": code,
        "troubled": _troubled(stands.devices, asked.now),
        "unheard": sum(_is_new(device, asked.now) for device in stands.devices),
        "may_act": asked.account.role in MANAGERS,
    }


def _has_no_printer(asked: Asked, device: int) -> bool:
    with asked.reading() as view:
        report = view.reports().get(device)
    return report is not None and report.paper is None


def _is_new(device: DeviceStanding, now: datetime) -> bool:
    """Return whether a screen that was just let in is still to be heard of."""
    is_console = device.role is Role.CONSOLE
    return not is_console and state_of(device, now) is DeviceState.NEW


def _troubled(devices: tuple[DeviceStanding, ...], now: datetime) -> int:
    """Return how many screens need somebody; a console that is off is none."""
    return sum(
        device.role is not Role.CONSOLE
        and not _is_new(device, now)
        and state_of(device, now) not in IN_ORDER
        for device in devices
    )
