pragma ComponentBehavior: Bound

import QtQuick
import Display.ViewModels
import TakeANumber.Controls
import TakeANumber.Theme

// Per queue: how many wait, and the number that was called last.
Item {
    id: strip

    required property DisplayViewModel display
    required property bool portrait
    readonly property int count: display.queueCount
    readonly property int columns: Math.min(count, portrait ? 3 : 6)
    readonly property int lines: Math.ceil(count / Math.max(1, columns))
    readonly property real gap: Theme.space2
    readonly property real tileHeight: Theme.space8 + Theme.space2
    readonly property bool named: (width - gap * (columns - 1)) / Math.max(1, columns) > 200 * Theme.scale

    height: lines * (tileHeight + gap) - gap

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
                readonly property string howMany: !open ? qsTr("Closed now") : waiting === 0 ? qsTr("Nobody waiting") : qsTr("%1 waiting").arg(waiting)

                color: Theme.sunken
                height: strip.tileHeight
                radius: Theme.radiusS
                width: (strip.width - strip.gap * (strip.columns - 1)) / strip.columns

                Accessible.name: name + ", " + howMany
                Accessible.role: Accessible.StaticText

                QueueBadge {
                    id: badge

                    anchors.left: parent.left
                    anchors.leftMargin: Theme.space2
                    anchors.verticalCenter: parent.verticalCenter
                    letter: tile.letter
                    ordinal: tile.ordinal
                    side: Theme.space7
                }

                Label {
                    id: words

                    anchors.left: badge.right
                    anchors.leftMargin: Theme.space3
                    anchors.right: strip.named ? count.left : parent.right
                    anchors.rightMargin: Theme.space2
                    anchors.top: parent.top
                    fontSizeMode: Text.Fit
                    height: strip.named ? parent.height : parent.height * 0.55
                    lineHeight: 0.95
                    minimumPixelSize: Math.round(Theme.text14)
                    size: strip.named ? Theme.text18 : Theme.text22
                    strong: true
                    text: strip.named ? tile.name : tile.lastLabel === "" ? "–" : tile.lastLabel
                    verticalAlignment: Text.AlignVCenter
                }

                Row {
                    id: count

                    anchors.left: strip.named ? undefined : words.left
                    anchors.right: strip.named ? parent.right : undefined
                    anchors.rightMargin: Theme.space3
                    spacing: Theme.space1
                    y: strip.named ? (parent.height - height) / 2 : parent.height * 0.5

                    Icon {
                        anchors.verticalCenter: parent.verticalCenter
                        color: Theme.text2
                        name: "users"
                        side: strip.named ? Theme.space5 : Theme.text18
                        visible: tile.open
                    }

                    Label {
                        secondary: !tile.open || !strip.named
                        size: tile.open && strip.named ? Theme.text28 : Theme.text18
                        strong: tile.open && strip.named
                        text: tile.open ? tile.waiting : qsTr("Closed")
                    }
                }
            }
        }
    }
}
