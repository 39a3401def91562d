import QtQuick
import TakeANumber.Theme

// The number of a desk on a dark tile.
Rectangle {
    id: tile

    required property int number
    property real side: 40 * Theme.scale

    color: Theme.text
    implicitHeight: side
    implicitWidth: Math.max(side, digits.implicitWidth + side * 0.4)
    radius: side * 0.25

    Text {
        id: digits

        anchors.centerIn: parent
        color: Theme.bg
        font.family: Theme.family
        font.features: Theme.digits
        font.pixelSize: Math.round(tile.side * 0.55)
        font.weight: Font.Bold
        text: tile.number
        textFormat: Text.PlainText

        Accessible.ignored: true
    }
}
