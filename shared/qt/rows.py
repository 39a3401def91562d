"""A list for QML whose delegates live on while their rows change."""

from collections.abc import Sequence
from dataclasses import fields
from enum import Enum
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from shared.qt.props import camel

Index = QModelIndex | QPersistentModelIndex


class Rows(QAbstractListModel):
    """Frozen dataclasses of one type as a list model: one role per field, in camelCase; enums as numbers.

    `key` names the field that tells rows apart; a row with the same key keeps its delegate.
    """

    def __init__(self, kind: type, key: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fields = [field.name for field in fields(kind)]
        self._key = key
        self._rows: list[Any] = []

    def show(self, rows: Sequence[Any]) -> None:
        """Become these rows, telling QML only what was removed, moved, inserted or changed."""
        if list(rows) == self._rows:
            return
        wanted = {getattr(row, self._key) for row in rows}
        for place in reversed(range(len(self._rows))):
            if self._key_at(place) not in wanted:
                self.beginRemoveRows(QModelIndex(), place, place)
                del self._rows[place]
                self.endRemoveRows()
        for place, row in enumerate(rows):
            self._place(place, row)

    def _place(self, place: int, row: Any) -> None:
        key = getattr(row, self._key)
        old = next(
            (n for n in range(place, len(self._rows)) if self._key_at(n) == key), None
        )
        if old is None:
            self.beginInsertRows(QModelIndex(), place, place)
            self._rows.insert(place, row)
            self.endInsertRows()
            return
        if old != place:
            self.beginMoveRows(QModelIndex(), old, old, QModelIndex(), place)
            self._rows.insert(place, self._rows.pop(old))
            self.endMoveRows()
        if self._rows[place] != row:
            self._rows[place] = row
            index = self.index(place, 0)
            self.dataChanged.emit(index, index)

    def _key_at(self, place: int) -> object:
        return getattr(self._rows[place], self._key)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = 0) -> Any:
        place = role - Qt.ItemDataRole.UserRole
        if not index.isValid() or not 0 <= place < len(self._fields):
            return None
        value = getattr(self._rows[index.row()], self._fields[place])
        return value.value if isinstance(value, Enum) else value

    def roleNames(self) -> dict[int, QByteArray]:
        first = int(Qt.ItemDataRole.UserRole)
        return {
            first + n: QByteArray(camel(name).encode())
            for n, name in enumerate(self._fields)
        }
