"""The letter of a branch or a queue lies within its tile, in every script."""

from dataclasses import replace

import pytest
from msgspec.structs import replace as with_fields
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage
from PySide6.QtQuick import QQuickItem
from pytestqt.qtbot import QtBot

from display import app as board
from display import gallery as board_gallery
from display.scene import Scene
from kiosk import app as kiosk
from kiosk import gallery as kiosk_gallery
from kiosk.made_up import with_branch
from shared.qt.robot import items_below
from shared.qt.settings import ThemeMode
from tests.qt.window import Shown

NAMES = ["Amt", "Ämter", "Çarşı", "عيادة", "مركز", "جامع"]


def letter_beside(window: Shown, name: str) -> QQuickItem:
    """Return the letter on the tile beside the branch's name."""
    header = window.item(name).parentItem()
    return next(
        item for item in items_below(header) if item.objectName() == "tileLetter"
    )


def drawn_in(picture: QImage, letter: QQuickItem) -> tuple[float, float]:
    """Return how much of its tile is left free above and below what is drawn of the letter."""
    tile = letter.parentItem()
    at = tile.mapToScene(QPointF(0, 0))
    left, top = round(at.x()), round(at.y())
    width, height = round(tile.width()), round(tile.height())
    ground = QColor(picture.pixel(left + width // 2, top + 2))
    rows = [
        y
        for y in range(height)
        if any(
            far(QColor(picture.pixel(left + x, top + y)), ground)
            for x in range(width // 6, width - width // 6)
        )
    ]
    return min(rows) / height, 1 - (max(rows) + 1) / height


def far(one: QColor, other: QColor) -> bool:
    """Return whether two colours differ clearly."""
    return abs(one.lightness() - other.lightness()) > 60


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("program", ["kiosk", "display"])
def test_a_branchs_letter_lies_within_its_tile(
    qtbot: QtBot, program: str, name: str
) -> None:
    if program == "kiosk":
        state = with_branch(
            kiosk_gallery.screens("ar")["home"], name=name, names={}, logo=None
        )
        shown = Shown(kiosk, state, theme=ThemeMode.LIGHT, language="ar")
    else:
        scene = board_gallery.screens("ar")["call"]
        followed = scene.state.followed
        assert followed is not None
        branch = with_fields(followed.branch, name=name, names={}, logo=None)
        renamed = replace(scene.state, followed=followed.with_branch(branch))
        shown = Shown(board, Scene(renamed), language="ar")
    with shown as window:
        above, below = drawn_in(window.picture(), letter_beside(window, "branch"))
        assert above > 0.05
        assert below > 0.05
        assert abs(above - below) < 0.25
