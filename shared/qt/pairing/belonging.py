"""Whether the server still knows this program, and is still itself; if not, the program begins anew, at its pairing."""

import logging
from collections.abc import Callable

from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer

from shared.qt.client import Answered, Away, Client, Outcome, Refused
from shared.qt.events import EventStream
from shared.qt.guardian import AGAIN
from shared.qt.launch import Stage, end
from shared.qt.pairing.kept import Paired, paired_file
from shared.wire import routes
from shared.wire.messages import Role, Snapshot
from shared.wire.pairing import OwnDevice

log = logging.getLogger(__name__)

NOT_KNOWN, NOT_ALLOWED = 401, 403

DISTRUST_MS = 20_000
"""How long a server may show what is not its certificate: a moment may be anybody's doing, and passes."""

LOOK_MS = 500

ASK_AGAIN_MS = 5_000


class Belonging(QObject):
    """Watches over a pairing; one that was given by options is nobody's to end.

    `busy` says whether a customer stands there who is to be let read, or served, first.
    """

    def __init__(
        self,
        stage: Stage,
        role: Role,
        client: Client,
        stream: EventStream,
        busy: Callable[[], bool],
        *,
        leave: Callable[[int], None] = end,
        distrust_ms: int = DISTRUST_MS,
    ) -> None:
        super().__init__(stage.network)
        self._role = role
        self._client = client
        self._stream = stream
        self._busy = busy
        self._leave = leave
        self._paired = stage.paired
        self._file = paired_file(stage.program.settings.state_dir, stage.program.name)
        self._asking = False
        self._language = ""
        self._distrust = QTimer(self, singleShot=True, interval=distrust_ms)
        self._distrust.timeout.connect(self._changed)
        self._going = QTimer(self, interval=LOOK_MS)
        self._going.timeout.connect(self._go)
        if stage.program.settings.token:
            return
        stream.began.connect(self._learn)
        stream.link_changed.connect(self._stand)
        stream.distrusted.connect(self._doubt)

    @property
    def doubts(self) -> bool:
        """Whether somebody answered in the server's place, and it was not heard since."""
        return self._distrust.isActive()

    def _learn(self, snapshot: Snapshot) -> None:
        """Whoever begins anew speaks as the branch does."""
        self._language = next(iter(snapshot.branch.languages), "")

    def _stand(self) -> None:
        link = self._stream.link
        if link.live:
            self._distrust.stop()
        refusal = link.refusal
        wary = refusal is not None and refusal.status in (NOT_KNOWN, NOT_ALLOWED)
        if wary and not self._asking:
            # A proxy may say so, too: what counts is what the server says of this device.
            self._asking = True
            self._ask()

    def _ask(self) -> None:
        self._client.get(routes.OWN_DEVICE, OwnDevice, self._told)

    def _told(self, answer: Outcome[OwnDevice]) -> None:
        if isinstance(answer, Away) and self._stream.link.refusal is not None:
            QTimer.singleShot(ASK_AGAIN_MS, self, self._ask)
            return
        self._asking = False
        match answer:
            case Refused(problem=problem) if problem.type == "unauthenticated":
                log.warning("paired no longer url=%s", self._paired.server)
            case Answered(message=OwnDevice(role=role)) if role is not self._role:
                log.warning("paired as another kind role=%s", role)
            case _:
                return
        unknown = Paired(self._paired.server, trust=self._paired.trust, revoked=True)
        self._begin_anew(unknown)

    def _doubt(self) -> None:
        if not self._distrust.isActive():
            self._distrust.start()

    def _changed(self) -> None:
        self._begin_anew(replace(self._paired, changed=True))

    def look_again(self) -> None:
        """Somebody wants the server to be found anew; what it was paired with is kept, and its token goes nowhere else."""
        self._begin_anew(replace(self._paired, lost=True))

    def _begin_anew(self, paired: Paired) -> None:
        self._file.write(replace(paired, language=self._language))
        self._going.start()
        self._go()

    def _go(self) -> None:
        if not self._busy():
            self._going.stop()
            self._leave(AGAIN)
