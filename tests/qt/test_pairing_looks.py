"""Every screen of the pairing is looked at in each program's look, sizes and languages."""

import pytest
from pytestqt.qtbot import QtBot

from display import app as display
from display import gallery as display_gallery
from kiosk import app as kiosk
from kiosk import gallery as kiosk_gallery
from servicer import app as servicer
from servicer import gallery as servicer_gallery
from shared.pairing import gallery
from shared.qt.settings import Size, ThemeMode
from tests.by_night import EVERY_LANGUAGE
from tests.qt.looks import faults
from tests.qt.test_looks import least_target
from tests.qt.window import Shown

pytestmark = pytest.mark.slow

PROGRAMS = {
    "kiosk": (kiosk, kiosk_gallery),
    "display": (display, display_gallery),
    "servicer": (servicer, servicer_gallery),
}
SMALL = Size(360, 220)


@pytest.mark.parametrize("language", EVERY_LANGUAGE)
@pytest.mark.parametrize("program", PROGRAMS)
def test_nothing_is_wrong_with_any_screen(
    qtbot: QtBot, program: str, language: str
) -> None:
    app, own = PROGRAMS[program]
    found = []
    for name, state in gallery.screens(own.FACE, language).items():
        with Shown(app, state, theme=ThemeMode(own.THEME), language=language) as shown:
            for size in own.SIZES:
                # Among many servers the smallest window scrolls.
                if name == "pairing-choosing" and size == SMALL:
                    continue
                shown.resize(size)
                wrong = faults(shown.window, least_target(program, size))
                found += [f"{name} {size.width}x{size.height}: {w}" for w in wrong]
    assert not found, "\n".join(found)
