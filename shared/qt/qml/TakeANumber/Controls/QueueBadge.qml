import QtQuick
import TakeANumber.Theme

// A queue's letter, or two, on its colour; they alone already tell queues apart.
Rectangle {
    id: badge

    required property string letter
    required property int ordinal
    property real side: Theme.space7

    border.color: Theme.mode === Theme.Contrast ? Theme.text : "transparent"
    border.width: Theme.mode === Theme.Contrast ? Math.max(1, side / 24) : 0
    color: Theme.mode === Theme.Contrast ? Theme.bg : Theme.queueColor(ordinal)
    implicitHeight: side
    implicitWidth: side
    radius: side * 0.22

    Accessible.ignored: true

    Text {
        anchors.centerIn: parent
        color: Theme.queueInk
        font.family: Theme.family
        font.pixelSize: Math.round(badge.side * (badge.letter.length > 1 ? 0.42 : 0.56))
        font.weight: Font.Bold
        text: badge.letter
        textFormat: Text.PlainText

        Accessible.ignored: true
    }
}
