"""Looks at a window as a careful reader would, and names what is wrong with it.

Sizes are in pixels. Contrast after WCAG 2.2; colour vision deficiency after Machado, Oliveira and Fernandes (2009);
colour distance is CIE76 in CIELAB.
"""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleInterface,
    QColor,
    QFontMetricsF,
    QGuiApplication,
    QImage,
)
from PySide6.QtQml import QQmlEngine, QQmlExpression
from PySide6.QtQuick import QQuickItem, QQuickWindow

from shared.qt.robot import items_below

EPSILON = 1.5
"""Less than this may come from rounding."""

MOST_ASKEW = 3.0
"""Letters are set to whole pixels, from whichever side they begin."""

LEAST_CONTRAST = 4.5
LEAST_CONTRAST_LARGE = 3.0
LARGE_PX = 32

PIXELS = QImage.Format.Format_ARGB32
"""Four bytes for each."""

Colour = tuple[float, float, float]


class Kind(Enum):
    """What can be wrong."""

    TRUNCATED = "truncated"
    OVERLAPPING = "overlapping"
    OUTSIDE = "outside"
    SMALL_TARGET = "small target"
    NAMELESS = "nameless"
    CONTRAST = "contrast"
    UNMIRRORED = "unmirrored"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong, and with which item."""

    kind: Kind
    what: str

    def __str__(self) -> str:
        return f"{self.kind.value}: {self.what}"


@dataclass(frozen=True, slots=True)
class Ink:
    """What an item paints, and where on the window."""

    item: QQuickItem
    box: QRectF
    text: str

    @property
    def is_text(self) -> bool:
        """Whether it is writing."""
        return self.text != ""


def faults(window: QQuickWindow, least_target: float = 44) -> list[Fault]:
    """Return everything that is wrong with a window as it is painted now."""
    QAccessible.setActive(True)
    seen = uncovered(
        [item for item in items_below(window.contentItem()) if is_seen(item)]
    )
    inks = [ink for item in seen if (ink := ink_of(item)) is not None]
    frame = QRectF(0, 0, window.width(), window.height())
    return [
        *truncated(inks),
        *outside(inks, frame),
        *overlapping(inks),
        *small_targets(seen, least_target),
        *nameless(seen),
        *faint(inks, window.grabWindow().convertToFormat(PIXELS)),
    ]


def unmirrored(window: QQuickWindow) -> list[Fault]:
    """Return what does not stand on the other side once the same window is for people who read from the right.

    The words stay the same, so that everything is as wide as before, and whatever stood beside something still does.
    """
    before = boxes(window)
    QGuiApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        after = boxes(window)
    finally:
        QGuiApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    found = []
    for item, box in before.items():
        now = after.get(item)
        wanted = window.width() - box.right()
        if now is None or abs(now.left() - wanted) > MOST_ASKEW:
            where = "gone" if now is None else f"at {now.left():.0f}, not {wanted:.0f}"
            found.append(Fault(Kind.UNMIRRORED, f"{label_of(item)} is {where}"))
    return found


def boxes(window: QQuickWindow) -> dict[QQuickItem, QRectF]:
    """Return where everything is that is written, painted or pressed."""
    QCoreApplication.processEvents()
    seen = [item for item in items_below(window.contentItem()) if is_seen(item)]
    for item in seen:
        item.ensurePolished()
    found = {}
    for item in seen:
        ink = ink_of(item)
        if ink is not None and not ink.box.isEmpty():
            found[item] = ink.box
        elif is_control(item):
            found[item] = item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))
    return found


def is_seen(item: QQuickItem) -> bool:
    """Return whether an item and all that it is in are to be seen."""
    if not item.isVisible():
        return False
    above: QQuickItem | None = item
    while above is not None:
        if above.opacity() < 0.05:
            return False
        above = above.parentItem()
    return True


def uncovered(seen: Sequence[QQuickItem]) -> list[QQuickItem]:
    """Return what is looked at: where something `covers` the rest for a while, that and what is in it."""
    cover = next((item for item in seen if item.property("covers") is True), None)
    if cover is None:
        return list(seen)
    return [cover, *(item for item in items_below(cover) if is_seen(item))]


def ink_of(item: QQuickItem) -> Ink | None:
    """Return what writing or picture an item paints; None for surfaces and what only holds others."""
    if item.inherits("QQuickText") and item.property("text"):
        box = item.mapRectToScene(writing_of(item))
        return Ink(item, seen_part(item, box), str(item.property("text")))
    if item.inherits("QQuickImage") and item.width() > 0 and item.height() > 0:
        box = item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))
        return Ink(item, seen_part(item, box), "")
    return None


def writing_of(item: QQuickItem) -> QRectF:
    """Return where the letters of a text item are, in the item: the lines without what is free above and below."""
    width, height = item.property("contentWidth"), item.property("contentHeight")
    across = number(item, "effectiveHorizontalAlignment")
    down = number(item, "verticalAlignment")
    x, y = 0.0, 0.0
    if across == int(Qt.AlignmentFlag.AlignHCenter.value):
        x = (item.width() - width) / 2
    elif across == int(Qt.AlignmentFlag.AlignRight.value):
        x = item.width() - width
    if down == int(Qt.AlignmentFlag.AlignVCenter.value):
        y = (item.height() - height) / 2
    elif down == int(Qt.AlignmentFlag.AlignBottom.value):
        y = item.height() - height
    metrics = QFontMetricsF(item.property("font"))
    free = max(0.0, metrics.ascent() - metrics.capHeight())
    lines = max(1, item.property("lineCount"))
    free = min(free, height / lines / 3)
    return QRectF(x, y + free, width, max(1.0, height - free - metrics.descent() * 0.5))


def number(item: QQuickItem, enum: str) -> int:
    """Return the value of a property whose type only QML knows."""
    context = QQmlEngine.contextForObject(item)
    value = QQmlExpression(context, item, f"{enum} + 0").evaluate()
    return int(value[0] if isinstance(value, tuple) else value)


def seen_part(item: QQuickItem, box: QRectF) -> QRectF:
    """Return the part of a box that no clipping ancestor hides."""
    above = item.parentItem()
    while above is not None:
        if above.clip():
            box &= above.mapRectToScene(QRectF(0, 0, above.width(), above.height()))
        above = above.parentItem()
    return box


def truncated(inks: Sequence[Ink]) -> Iterator[Fault]:
    """Yield texts that are elided or need more room than they have."""
    for ink in inks:
        item = ink.item
        if not ink.is_text:
            continue
        if item.property("truncated"):
            yield Fault(Kind.TRUNCATED, f"“{ink.text}” is cut off")
        elif item.property("contentWidth") > item.width() + EPSILON:
            yield Fault(Kind.TRUNCATED, f"“{ink.text}” is wider than its place")
        elif item.property("paintedHeight") > place_of(item).height() * 1.04 + EPSILON:
            yield Fault(Kind.TRUNCATED, f"“{ink.text}” is higher than its place")


def place_of(item: QQuickItem) -> QQuickItem:
    """Return what a text has to fit into: its control, which pads it, or itself."""
    above = item.parentItem()
    return above if above is not None and above.inherits("QQuickControl") else item


def outside(inks: Sequence[Ink], frame: QRectF) -> Iterator[Fault]:
    """Yield what leaves the window, or the surface that it stands on."""
    for ink in inks:
        if ink.box.isEmpty():
            continue
        if not grown(frame).contains(ink.box):
            yield Fault(Kind.OUTSIDE, f"{name(ink)} leaves the window")
            continue
        surface = surface_of(ink.item)
        if ink.is_text and surface is not None:
            place = surface.mapRectToScene(
                QRectF(0, 0, surface.width(), surface.height())
            )
            if not grown(place).contains(ink.box):
                yield Fault(Kind.OUTSIDE, f"{name(ink)} leaves its surface")


def surface_of(item: QQuickItem) -> QQuickItem | None:
    """Return the painted rectangle that an item is in, if there is one."""
    above = item.parentItem()
    while above is not None:
        if above.inherits("QQuickRectangle") and above.property("color").alpha() > 0:
            return above
        above = above.parentItem()
    return None


def grown(box: QRectF) -> QRectF:
    """Return a box with room for rounding."""
    return box.adjusted(-EPSILON, -EPSILON, EPSILON, EPSILON)


def overlapping(inks: Sequence[Ink]) -> Iterator[Fault]:
    """Yield pairs of which one is written or painted over the other; a text may stand on a picture that holds it."""
    for place, one in enumerate(inks):
        for other in inks[place + 1 :]:
            both = one.box & other.box
            if both.width() <= EPSILON or both.height() <= EPSILON:
                continue
            if not one.is_text and not other.is_text:
                continue
            yield Fault(Kind.OVERLAPPING, f"{name(one)} and {name(other)}")


def small_targets(seen: Sequence[QQuickItem], least: float) -> Iterator[Fault]:
    """Yield buttons that a finger misses."""
    for item in seen:
        if not is_control(item) or not item.isEnabled():
            continue
        box = item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))
        if min(box.width(), box.height()) < least - EPSILON:
            size = f"{box.width():.0f} × {box.height():.0f}, not {least:.0f}"
            yield Fault(Kind.SMALL_TARGET, f"{label_of(item)} has {size}")


def is_control(item: QQuickItem) -> bool:
    """Return whether a person presses or fills in an item."""
    kinds = (
        "QQuickAbstractButton",
        "QQuickTextField",
        "QQuickComboBox",
        "QQuickMouseArea",
    )
    return any(item.inherits(kind) for kind in kinds)


def nameless(seen: Sequence[QQuickItem]) -> Iterator[Fault]:
    """Yield controls of which a screen reader has nothing to say."""
    for item in seen:
        if not is_control(item) or item.inherits("QQuickMouseArea"):
            continue
        reader = QAccessible.queryAccessibleInterface(item)
        if reader is None or not said_of(reader):
            yield Fault(Kind.NAMELESS, label_of(item))


def said_of(reader: QAccessibleInterface) -> str:
    """Return what a screen reader says; Qt gives the field of a password no name, so its description has to do."""
    text = QAccessible.Text
    kind = text.Description if reader.state().passwordEdit else text.Name
    return reader.text(kind).strip()


def faint(inks: Sequence[Ink], picture: QImage) -> Iterator[Fault]:
    """Yield texts that are too close in lightness to what they stand on; disabled controls may be faint."""
    for ink in inks:
        if not ink.is_text or not ink.item.isEnabled() or ink.box.isEmpty():
            continue
        background = ground(picture, ink.box)
        if background is None:
            continue
        shown = blended(ink.item, background)
        font = ink.item.property("font")
        least = LEAST_CONTRAST_LARGE if font.pixelSize() >= LARGE_PX else LEAST_CONTRAST
        found = contrast(rgb(shown), rgb(background))
        if found < least:
            yield Fault(Kind.CONTRAST, f"{name(ink)} has {found:.1f} : 1, not {least}")


def ground(picture: QImage, box: QRectF) -> QColor | None:
    """Return the commonest colour of a box: what its letters stand on."""
    area = box.toAlignedRect() & picture.rect()
    if area.isEmpty():
        return None
    across = max(1, area.width() // 40)
    down = max(1, area.height() // 12)
    # Row by row and in one go each: a box has hundreds of them, and a run hundred thousands of boxes.
    pixels = memoryview(picture.constBits()).cast("I")
    found: Counter[int] = Counter()
    for y in range(area.top(), area.bottom() + 1, down):
        row = y * picture.width()
        found.update(pixels[row + area.left() : row + area.right() + 1 : across])
    return QColor(found.most_common(1)[0][0])


def blended(item: QQuickItem, background: QColor) -> QColor:
    """Return the colour that letters appear in, with the opacity of all that they are in."""
    colour: QColor = item.property("color")
    part = colour.alphaF()
    above: QQuickItem | None = item
    while above is not None:
        part *= above.opacity()
        above = above.parentItem()
    mix = [
        front * part + back * (1 - part)
        for front, back in zip(rgb(colour), rgb(background), strict=True)
    ]
    return QColor.fromRgbF(*mix)


def name(ink: Ink) -> str:
    """Return what to call it in a message."""
    return f"“{ink.text}”" if ink.is_text else f"the picture in {label_of(ink.item)}"


def label_of(item: QQuickItem) -> str:
    """Return what to call an item: its name, its text, or what it is."""
    said = item.objectName() or item.property("text")
    kind = item.metaObject().className().split("_QML")[0]
    at = item.mapToScene(QPointF(0, 0))
    return f"{said or kind} at {at.x():.0f}, {at.y():.0f}"


# --- colours ---------------------------------------------------------------------------------


def rgb(colour: QColor) -> Colour:
    """Return red, green and blue from 0 to 1."""
    return colour.redF(), colour.greenF(), colour.blueF()


def linear(colour: Colour) -> Colour:
    """Return the light that a colour gives, without sRGB's curve."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in colour
    )
    return red, green, blue


def contrast(one: Colour, other: Colour) -> float:
    """Return the contrast ratio, from 1 to 21."""
    lights = sorted(
        0.2126 * red + 0.7152 * green + 0.0722 * blue
        for red, green, blue in (linear(one), linear(other))
    )
    return (lights[1] + 0.05) / (lights[0] + 0.05)


VISIONS: dict[str, tuple[Colour, Colour, Colour]] = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def seen_with(vision: str, colour: Colour) -> Colour:
    """Return the light of a colour as an eye of this kind sees it."""
    light = linear(colour)
    red, green, blue = (
        min(1.0, max(0.0, sum(a * b for a, b in zip(row, light, strict=True))))
        for row in VISIONS[vision]
    )
    return red, green, blue


def distance(vision: str, one: Colour, other: Colour) -> float:
    """Return how different two colours look to an eye of this kind; below about 10 they are easily confused."""
    first, second = (lab(seen_with(vision, colour)) for colour in (one, other))
    return math.dist(first, second)


def lab(light: Colour) -> Colour:
    """Return CIELAB under D65 of linear sRGB."""
    red, green, blue = light
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883
    fx, fy, fz = (
        part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116
        for part in (x, y, z)
    )
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)
