"""What a device says of itself, and what managers see and change of devices."""

from flask import current_app

from server.domain.branch import DeviceTask
from server.domain.refusals import AlreadyThere, NotValid, UnknownDesk, UnknownDevice
from server.live.hub import Hub
from server.live.last_seen import LastSeen
from server.present import devices as present
from server.store.session import Session
from server.usecases.note_report import NoteReport, note_report
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
from server.web.answers import Answer
from server.web.endpoint import ANY_DEVICE, Api, Request
from shared.wire import pairing, requests
from shared.wire.messages import Role
from shared.wire.pairing import DeviceState, OwnDevice

BY_MANAGERS = frozenset({Role.MANAGER})


def declare(api: Api) -> None:
    """Declare the endpoints."""
    _declare_own(api)
    _declare_changes(api)

    @api.get("/devices", roles=BY_MANAGERS, gives={200: list[DeviceState]})
    def every(asked: Request) -> Answer:
        """How the paired devices are: whether they are here, and what each said of itself last."""
        here = {
            device
            for branch_id, device in _hub().watching()
            if branch_id == asked.asker.branch_id
        }
        last_seen: LastSeen = current_app.extensions["last_seen"]
        heard = last_seen.heard(asked.asker.branch_id)
        with asked.reading() as view:
            states = present.states(view, here, heard, asked.now)
        return Answer(200, list(states.values()))


def _declare_own(api: Api) -> None:
    @api.get("/device", roles=ANY_DEVICE, gives={200: OwnDevice})
    def who_am_i(asked: Request) -> Answer:
        """The name of the device that asks, its role, and the desk that it is for, if it is for one."""
        with asked.reading() as view:
            (mine,) = (
                each for each in view.devices() if each.id == asked.asker.actor.device
            )
        return Answer(200, present.own(mine))

    @api.post(
        "/device/report",
        roles=ANY_DEVICE,
        takes=pairing.DeviceReport,
        gives={204: None},
        refuses=[NotValid],
    )
    def report(asked: Request) -> Answer:
        """Say how this device is: at its start, and whenever that changes."""
        body: pairing.DeviceReport = asked.body
        command = NoteReport(
            version=body.version, paper=body.paper, sound=body.sound, screen=body.screen
        )

        def work(session: Session) -> Answer:
            note_report(session, command)
            return Answer(204)

        answer = asked.once_more(work)
        _hub().tell_of_device(asked.asker.branch_id, asked.asker.actor.device or 0)
        return answer


def _declare_changes(api: Api) -> None:
    @api.post(
        "/devices/<int:device>/rename",
        roles=BY_MANAGERS,
        takes=pairing.RenameDevice,
        gives={200: OwnDevice},
        refuses=[UnknownDevice, AlreadyThere, NotValid],
    )
    def rename(asked: Request, device: int) -> Answer:
        """Give the device another name."""
        command = RenameDevice(device=device, name=asked.body.name)
        return asked.write(
            lambda session: Answer(200, present.own(rename_device(session, command)))
        )

    @api.post(
        "/devices/<int:device>/bind",
        roles=BY_MANAGERS,
        takes=pairing.BindDevice,
        gives={200: OwnDevice},
        refuses=[UnknownDevice, UnknownDesk, NotValid],
    )
    def bind(asked: Request, device: int) -> Answer:
        """Let the console be for one `desk` only, or for any without it; it counts from the next sign-in on."""
        command = BindDevice(device=device, desk=asked.body.desk)
        return asked.write(
            lambda session: Answer(200, present.own(bind_device(session, command)))
        )

    @api.post(
        "/devices/<int:device>/ask",
        roles=BY_MANAGERS,
        takes=pairing.AskDevice,
        gives={204: None},
        refuses=[UnknownDevice, NotValid],
    )
    def ask(asked: Request, device: int) -> Answer:
        """Ask the device to beep, so that it is found, or a kiosk to print a test; who is not there never hears it."""
        command = AskDevice(device=device, task=DeviceTask(asked.body.task))

        def work(session: Session) -> Answer:
            ask_device(session, command)
            return Answer(204)

        return asked.write(work)

    @api.post(
        "/devices/<int:device>/remove",
        roles=BY_MANAGERS,
        takes=requests.Nothing,
        gives={204: None},
        refuses=[UnknownDevice],
    )
    def remove(asked: Request, device: int) -> Answer:
        """Revoke the device's token: its stream ends at once, and its next word is answered with 401."""

        def work(session: Session) -> Answer:
            known = session.state.devices.get(device)
            if known is None:
                raise UnknownDevice(str(device))
            remove_device(session, RemoveDevice(name=known.name))
            return Answer(204)

        return asked.write(work)


def _hub() -> Hub:
    hub: Hub = current_app.extensions["hub"]
    return hub
