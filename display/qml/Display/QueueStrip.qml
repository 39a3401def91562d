pragma ComponentBehavior: Bound

import QtQuick
import Display.ViewModels
import TakeANumber.Controls
import TakeANumber.Theme

// Up to three queues by name, more of them by the number that was called last; with how many wait.
Item {
    id: strip

    required property DisplayViewModel display
    required property int columns
    required property bool believed
    readonly property int count: display.queueCount
    readonly property real gap: Theme.space2
    readonly property real tileHeight: 72 * Theme.scale
    readonly property real tileWidth: (width - gap * (columns - 1)) / columns
    readonly property bool named: count <= 3 && tileWidth > 250 * Theme.scale

    Grid {
        columnSpacing: strip.gap
        columns: strip.columns
        rowSpacing: strip.gap

        Repeater {
            model: strip.display.queues

            Rectangle {
                id: tile

                required property string letter
                required property string name
                required property int ordinal
                required property bool open
                required property int waiting
                required property string lastLabel
                required property int lowMin
                required property int highMin
                readonly property string howLong: !open || waiting === 0 || highMin === 0 ? "" : lowMin === highMin ? qsTr("about %1 min").arg(highMin) : qsTr("about %1–%2 min").arg(lowMin).arg(highMin)

                border.color: Theme.line
                border.width: Theme.mode === Theme.Contrast ? 2 : 0
                color: Theme.sunken
                height: strip.tileHeight
                radius: Theme.radiusM
                width: strip.tileWidth

                Accessible.description: howLong
                Accessible.name: name
                Accessible.role: Accessible.StaticText

                QueueBadge {
                    id: badge

                    anchors.left: parent.left
                    anchors.leftMargin: Theme.space3
                    anchors.verticalCenter: parent.verticalCenter
                    letter: tile.letter
                    ordinal: tile.ordinal
                    side: strip.named ? 40 * Theme.scale : Theme.space7
                }

                Column {
                    anchors.left: badge.right
                    anchors.leftMargin: Theme.space3
                    anchors.right: strip.named ? count.left : parent.right
                    anchors.rightMargin: Theme.space2
                    anchors.verticalCenter: parent.verticalCenter
                    visible: strip.named

                    Label {
                        fontSizeMode: Text.Fit
                        height: tile.howLong === "" ? strip.tileHeight * 0.9 : strip.tileHeight * 0.6
                        lineHeight: 0.95
                        minimumPixelSize: Math.round(Theme.text14)
                        secondary: !strip.believed
                        strong: true
                        text: tile.name
                        verticalAlignment: Text.AlignVCenter
                        width: parent.width
                    }

                    Label {
                        fontSizeMode: Text.HorizontalFit
                        minimumPixelSize: 10
                        secondary: true
                        size: Theme.text16
                        text: tile.howLong
                        visible: text !== ""
                        width: parent.width
                        wrapMode: Text.NoWrap
                    }
                }

                TicketCode {
                    anchors.left: badge.right
                    anchors.leftMargin: Theme.space3
                    color: strip.believed ? Theme.text : Theme.text2
                    size: Theme.text22
                    text: tile.lastLabel === "" ? "–" : tile.lastLabel
                    visible: !strip.named
                    y: parent.height * 0.1
                }

                WaitingCount {
                    id: count

                    anchors.left: strip.named ? undefined : badge.right
                    anchors.leftMargin: Theme.space3
                    anchors.right: strip.named ? parent.right : undefined
                    anchors.rightMargin: Theme.space3
                    open: tile.open
                    size: strip.named ? Theme.text28 : Theme.text18
                    waiting: tile.waiting
                    y: strip.named ? (parent.height - height) / 2 : parent.height * 0.58
                }
            }
        }
    }
}
