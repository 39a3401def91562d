"""What is told of devices and is no row of the journal: to managers how each is, to a device what concerns it alone."""

from collections.abc import Callable, Mapping
from datetime import datetime

import structlog

from server.domain import events
from server.live import sse
from server.live.peer import Peer
from server.live.watcher import DeviceWatcher
from server.present import devices as present
from server.store.store import Reading
from shared.wire import pairing
from shared.wire.messages import Role

log = structlog.get_logger(__name__)

Send = Callable[[Peer, bytes], None]

_OTHERS = (events.DevicePaired, events.DeviceRevoked)
"""What makes the list another one."""


class DeviceNews:
    """Gathers what there is to tell of a branch's devices, for `settle` to tell it; `watchers` are the streams as they are."""

    def __init__(
        self,
        store: Reading,
        branch_id: int,
        clock: Callable[[], datetime],
        watchers: Mapping[Peer, DeviceWatcher],
    ) -> None:
        self._store = store
        self._branch_id = branch_id
        self._clock = clock
        self._watchers = watchers
        self._changed: set[int] = set()
        self._left: dict[int, datetime] = {}
        self._is_another_list = False

    @property
    def is_due(self) -> bool:
        """Whether there is anything to `settle`."""
        return bool(self._changed) or self._is_another_list

    def note(self, device: int) -> None:
        """Remember to tell managers how this device is now."""
        self._changed.add(device)

    def leave(self, device: int) -> None:
        """Remember until when this device followed the stream, and to tell managers."""
        self._left[device] = self._clock()
        self.note(device)

    def hear(self, event: events.Event, send: Send) -> None:
        """Tell a device what a manager did with it."""
        match event:
            case events.DeviceAsked(device=id, task=task):
                asked = pairing.DeviceAsked(device=id, task=pairing.DeviceTask(task))
                self._tell(id, sse.named(pairing.DEVICE_ASKED, asked), send)
            case events.DeviceConfigured(device=device):
                changed = sse.named(pairing.DEVICE_CHANGED, present.own(device))
                self._tell(device.id, changed, send)
                self.note(device.id)
        if isinstance(event, _OTHERS):
            self._is_another_list = True

    def welcome(self, peer: Peer, watcher: DeviceWatcher, send: Send) -> None:
        """Tell a manager who has come how all devices are, and remember to tell the others that this one is here."""
        self.note(watcher.device_id)
        if watcher.role == Role.MANAGER:
            send(peer, sse.named(pairing.DEVICES, list(self._states().values())))

    def settle(self, send: Send) -> None:
        """Tell the managers what has changed since the last time."""
        changed, self._changed = self._changed, set()
        is_another, self._is_another_list = self._is_another_list, False
        managers = [
            peer
            for peer, watcher in self._watchers.items()
            if watcher.role == Role.MANAGER
        ]
        if not managers or not (changed or is_another):
            return
        states = self._states()
        if is_another:
            told = [sse.named(pairing.DEVICES, list(states.values()))]
        else:
            there = [states[id] for id in sorted(changed & states.keys())]
            told = [sse.named(pairing.DEVICE, state) for state in there]
        for peer in managers:
            for piece in told:
                send(peer, piece)

    def _tell(self, device: int, piece: bytes, send: Send) -> None:
        for peer, watcher in list(self._watchers.items()):
            if watcher.device_id == device:
                send(peer, piece)

    def _states(self) -> dict[int, pairing.DeviceState]:
        here = {watcher.device_id for watcher in self._watchers.values()}
        with self._store.reading(self._branch_id) as view:
            return present.states(view, here, self._left, self._clock())
