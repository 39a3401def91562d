"""For measuring: writes down when each call's first frame was on the screen."""

import json
import time
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtQuick import QQuickWindow

from display.viewmodels.display_view_model import DisplayViewModel


class FrameLog(QObject):
    """Appends a JSON line per newly painted call to a file: `label`, `desk`, `seq`, `painted_at` (seconds since 1970)."""

    def __init__(
        self, path: Path, view_model: DisplayViewModel, window: QQuickWindow
    ) -> None:
        super().__init__(window)
        self._path = path
        self._view_model = view_model
        self._shown: dict[str, tuple[int, int]] = {}
        self._painted: dict[str, int] = {}
        view_model.shown.connect(self._note)
        # Automatic: at once where the window draws on this thread, queued where it has its own.
        window.frameSwapped.connect(self._swapped)

    @Slot()
    def _note(self) -> None:
        props = self._view_model.props
        self._shown = {row.label: (row.desk, row.seq) for row in props.calls}
        if props.hero_label:
            self._shown[props.hero_label] = (props.hero_desk, props.hero_seq)

    @Slot()
    def _swapped(self) -> None:
        painted_at = time.time()
        lines = [
            json.dumps(
                {"label": label, "desk": desk, "seq": seq, "painted_at": painted_at}
            )
            for label, (desk, seq) in self._shown.items()
            if self._painted.get(label) != seq
        ]
        self._painted |= {label: seq for label, (_, seq) in self._shown.items()}
        if lines:
            with self._path.open("a", encoding="utf-8") as file:
                file.write("\n".join(lines) + "\n")
