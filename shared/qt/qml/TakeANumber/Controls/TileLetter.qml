import QtQuick
import TakeANumber.Theme

// A letter, or two, in the middle of a tile. One that reaches below the line, as ع does, is centred by what is drawn of it.
Text {
    id: letter

    // How much of the tile's height its font has.
    property real share: 0.56
    readonly property real side: parent ? parent.height : 0
    readonly property rect ink: drawn.tightBoundingRect
    readonly property bool deep: ink.y + ink.height > 8
    readonly property TextMetrics drawn: TextMetrics {
        font.family: letter.font.family
        font.pixelSize: 100
        font.weight: letter.font.weight
        text: letter.text
    }

    font.family: Theme.family
    font.pixelSize: Math.max(1, Math.round(deep ? Math.min(share, 64 / Math.max(1, ink.height)) * side : share * side))
    font.weight: Font.Bold
    objectName: "tileLetter"
    textFormat: Text.PlainText
    x: parent ? (parent.width - width) / 2 : 0
    y: deep ? side / 2 - baselineOffset - (ink.y + ink.height / 2) * font.pixelSize / 100 : (side - height) / 2

    Accessible.ignored: true
}
