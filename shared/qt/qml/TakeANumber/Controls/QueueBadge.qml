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

    TileLetter {
        color: Theme.queueInk
        share: badge.letter.length > 1 ? 0.42 : 0.56
        text: badge.letter
    }
}
