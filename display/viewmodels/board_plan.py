"""The plan of the board as QML sees it: sizes in, places out."""

from dataclasses import fields

from PySide6.QtCore import Property, QObject, QRectF, Signal
from PySide6.QtQml import QmlElement

from display.plan import BAR, Area, plan
from display.wall import Wall

QML_IMPORT_NAME = "Display.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class BoardPlan(QObject):
    """Keeps the plan for the window as it is now; QML sets the wall, and reads the places."""

    planChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wall = Wall(1280, 720)
        self._plan = plan(self._wall)

    def _set(self, **changes: float | bool) -> None:
        known = {field.name: getattr(self._wall, field.name) for field in fields(Wall)}
        wall = Wall(**{**known, **changes})
        # A window that is not on a screen yet has no size.
        if wall == self._wall or wall.width <= 0 or wall.height <= 0:
            return
        self._wall, self._plan = wall, plan(wall)
        self.planChanged.emit()

    def _width(self) -> int:
        return self._wall.width

    def _set_width(self, value: int) -> None:
        self._set(width=value)

    def _height(self) -> int:
        return self._wall.height

    def _set_height(self, value: int) -> None:
        self._set(height=value)

    def _diagonal(self) -> float:
        return self._wall.diagonal_in

    def _set_diagonal(self, value: float) -> None:
        self._set(diagonal_in=value)

    def _distance(self) -> float:
        return self._wall.distance_m

    def _set_distance(self, value: float) -> None:
        self._set(distance_m=value)

    def _queues(self) -> int:
        return self._wall.queues

    def _set_queues(self, value: int) -> None:
        self._set(queues=value)

    def _wants_columns(self) -> bool:
        return self._wall.columns

    def _set_wants_columns(self, value: bool) -> None:
        self._set(columns=value)

    def _wants_media(self) -> bool:
        return self._wall.media

    def _set_wants_media(self, value: bool) -> None:
        self._set(media=value)

    def _message(self) -> bool:
        return self._wall.message

    def _set_message(self, value: bool) -> None:
        self._set(message=value)

    def _closing(self) -> bool:
        return self._wall.closing

    def _set_closing(self, value: bool) -> None:
        self._set(closing=value)

    def _lost(self) -> bool:
        return self._wall.lost

    def _set_lost(self, value: bool) -> None:
        self._set(lost=value)

    def _idle(self) -> bool:
        return self._wall.idle

    def _set_idle(self, value: bool) -> None:
        self._set(idle=value)

    def _earlier(self) -> int:
        return self._wall.earlier

    def _set_earlier(self, value: int) -> None:
        self._set(earlier=value)

    def _named(self) -> bool:
        return self._wall.named

    def _set_named(self, value: bool) -> None:
        self._set(named=value)

    width = Property(int, _width, _set_width, notify=planChanged)
    height = Property(int, _height, _set_height, notify=planChanged)
    diagonal = Property(float, _diagonal, _set_diagonal, notify=planChanged)
    distance = Property(float, _distance, _set_distance, notify=planChanged)
    queues = Property(int, _queues, _set_queues, notify=planChanged)
    wantsColumns = Property(
        bool, _wants_columns, _set_wants_columns, notify=planChanged
    )
    wantsMedia = Property(bool, _wants_media, _set_wants_media, notify=planChanged)

    hasMessage = Property(bool, _message, _set_message, notify=planChanged)
    isClosing = Property(bool, _closing, _set_closing, notify=planChanged)
    isLost = Property(bool, _lost, _set_lost, notify=planChanged)
    isIdle = Property(bool, _idle, _set_idle, notify=planChanged)
    earlier = Property(int, _earlier, _set_earlier, notify=planChanged)
    isNamed = Property(bool, _named, _set_named, notify=planChanged)

    @Property(float, notify=planChanged)
    def scale(self) -> float:
        return self._plan.scale

    @Property(QRectF, notify=planChanged)
    def hero(self) -> QRectF:
        return rectangle(self._plan.hero)

    @Property(QRectF, notify=planChanged)
    def rowsArea(self) -> QRectF:
        return rectangle(self._plan.rows_area)

    @Property(QRectF, notify=planChanged)
    def spare(self) -> QRectF:
        return rectangle(self._plan.spare)

    @Property(QRectF, notify=planChanged)
    def media(self) -> QRectF:
        return rectangle(self._plan.media)

    @Property(QRectF, notify=planChanged)
    def message(self) -> QRectF:
        return rectangle(self._plan.message)

    @Property(QRectF, notify=planChanged)
    def closing(self) -> QRectF:
        return rectangle(self._plan.closing)

    @Property(QRectF, notify=planChanged)
    def strip(self) -> QRectF:
        return rectangle(self._plan.strip)

    @Property(int, notify=planChanged)
    def stripColumns(self) -> int:
        return self._plan.strip_columns

    @Property(int, notify=planChanged)
    def columns(self) -> int:
        return self._plan.columns

    @Property(int, notify=planChanged)
    def rows(self) -> int:
        return self._plan.rows

    @Property(float, notify=planChanged)
    def rowHeight(self) -> float:
        return self._plan.row_height

    @Property(float, notify=planChanged)
    def firstHeight(self) -> float:
        return self._plan.first_height

    @Property(float, notify=planChanged)
    def laterHeight(self) -> float:
        return self._plan.later_height

    @Property(float, notify=planChanged)
    def barHeight(self) -> float:
        return BAR * self._plan.scale

    @Property(float, notify=planChanged)
    def capMm(self) -> float:
        return self._plan.cap_mm

    @Property(float, notify=planChanged)
    def digits(self) -> float:
        return self._plan.digits

    @Property(float, notify=planChanged)
    def heroDigits(self) -> float:
        return self._plan.hero_digits

    @Property(bool, notify=planChanged)
    def wide(self) -> bool:
        return self._plan.wide

    @Property(bool, notify=planChanged)
    def lanes(self) -> bool:
        return self._plan.lanes

    @Property(bool, notify=planChanged)
    def legible(self) -> bool:
        return self._plan.legible

    @Property(float, notify=planChanged)
    def reach(self) -> float:
        return self._plan.reach_m


def rectangle(area: Area) -> QRectF:
    """Return an area as Qt has it."""
    return QRectF(area.x, area.y, area.width, area.height)
