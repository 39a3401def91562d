"""A robot's hand for demos and tests: it presses real buttons of a real window, told so on standard input.

One JSON object a line: `{"press": NAME}`, `{"see": NAME}`, `{"type": TEXT}`, `{"keys": "Ctrl+Return"}`, `{"picture": PATH}`. NAME is an item's
`objectName`; it is seen once it is all there. Each is answered on standard output by `{"ok": true}` as soon as it is done, or by `{"error": ...}` when the
item did not appear in time.
"""

import json
import os
import sys
from collections.abc import Iterator
from time import monotonic
from typing import Any

from PySide6.QtCore import QObject, QPoint, QPointF, QSocketNotifier, Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

PATIENCE_S = 20.0
_LOOK_EVERY_MS = 30


class Robot(QObject):
    """Does what standard input says, one thing after the other, in this window."""

    def __init__(self, window: QQuickWindow) -> None:
        super().__init__(window)
        self._window = window
        self._unread = b""
        self._tasks: list[dict[str, str]] = []
        self._give_up_at = 0.0
        self._last_seen: QPointF | None = None
        self._looking = QTimer(self, interval=_LOOK_EVERY_MS)
        self._looking.timeout.connect(self._work)
        os.set_blocking(sys.stdin.fileno(), False)
        self._stdin = QSocketNotifier(
            sys.stdin.fileno(), QSocketNotifier.Type.Read, self
        )
        self._stdin.activated.connect(self._read)

    def _read(self) -> None:
        piece = os.read(sys.stdin.fileno(), 65536)
        if not piece:
            self._stdin.setEnabled(False)
            return
        *lines, self._unread = (self._unread + piece).split(b"\n")
        idle = not self._tasks
        self._tasks += [json.loads(line) for line in lines if line.strip()]
        if idle:
            self._begin()

    def _begin(self) -> None:
        self._give_up_at = monotonic() + PATIENCE_S
        self._looking.start()
        self._work()

    def _work(self) -> None:
        """Do the first task if its item is there; look again shortly if not."""
        if not self._tasks:
            self._looking.stop()
            return
        task = self._tasks[0]
        if self._do(task):
            self._end({"ok": True})
        elif monotonic() > self._give_up_at:
            self._end({"error": f"nothing here to {json.dumps(task)}"})

    def _end(self, answer: dict[str, Any]) -> None:
        del self._tasks[0]
        self._last_seen = None
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()
        self._give_up_at = monotonic() + PATIENCE_S

    def _do(self, task: dict[str, str]) -> bool:
        match task:
            case {"press": name}:
                return self._press(name)
            case {"see": name}:
                item = self._find(name)
                return item is not None and _is_all_there(item)
            case {"type": _} | {"keys": _} if not self._has_keyboard():
                return False
            case {"type": text}:
                for character in text:
                    QTest.keyClick(self._window, Qt.Key(ord(character.upper())))
            case {"keys": keys}:
                QTest.keySequence(self._window, QKeySequence(keys))
            case {"picture": path}:
                return self._window.grabWindow().save(path)
            case _:
                self._end({"error": f"a robot cannot {json.dumps(task)}"})
        return True

    def _has_keyboard(self) -> bool:
        """Return whether keys come to this window; ask for them where they do not, for those would be lost."""
        if not self._window.isActive():
            self._window.requestActivate()
        return self._window.isActive()

    def _press(self, name: str) -> bool:
        item = self._find(name)
        # A button may be shown and yet take a press for the second half of a double click.
        if item is None or not item.isEnabled() or item.property("listening") is False:
            return False
        middle = item.mapToScene(QPointF(item.width() / 2, item.height() / 2))
        # A screen that has just come may still be finding its places.
        stands_still, self._last_seen = middle == self._last_seen, middle
        if not stands_still:
            return False
        QTest.mouseClick(
            self._window,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            QPoint(round(middle.x()), round(middle.y())),
        )
        return True

    def _find(self, name: str) -> QQuickItem | None:
        items = items_below(self._window.contentItem())
        return next(
            (i for i in items if i.objectName() == name and i.isVisible()), None
        )


def _is_all_there(item: QQuickItem) -> bool:
    """Return whether neither the item nor what it is in is still coming in."""
    around = item.parentItem()
    return item.opacity() == 1 and (around is None or _is_all_there(around))


def items_below(item: QQuickItem) -> Iterator[QQuickItem]:
    """Yield the item and all below it, delegates of repeaters included, which `findChild` would miss."""
    yield item
    for child in item.childItems():
        yield from items_below(child)
