import QtQuick
import TakeANumber.Controls

// An icon; one that points along the line of reading `turns` with it.
Icon {
    id: glyph

    property bool turns: false

    transform: Scale {
        origin.x: glyph.width / 2
        xScale: glyph.turns && Application.layoutDirection === Qt.RightToLeft ? -1 : 1
    }
}
