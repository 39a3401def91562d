pragma ComponentBehavior: Bound

import QtQuick
import Display.ViewModels
import TakeANumber.Controls
import TakeANumber.Theme

// Each queue with how long a number taken now would wait in it; as high as its tiles, at most `room`.
Item {
    id: waits

    required property DisplayViewModel display
    // How much height there is.
    required property real room
    // How large its tiles and what is in them become at most.
    property real unit: Theme.scale
    readonly property real gap: Theme.space2
    readonly property int lines: Math.ceil(display.queueCount / across)
    // A tile is no wider than one can follow from its name to its end.
    readonly property int across: display.queueCount > 7 || (display.queueCount > 1 && width > 700 * Theme.scale) ? 2 : 1
    readonly property real tileWidth: (width - gap * (across - 1)) / across
    // Three lines and more end where their room ends, beside what stands there; one or two would only be blown up.
    readonly property real highest: (lines > 2 ? 150 : 95) * unit
    readonly property real tileHeight: Math.min(highest, (room - gap * (lines - 1)) / Math.max(1, lines))
    // So low that only one line fits.
    readonly property bool flat: tileHeight < 46 * Theme.scale
    // On a narrow tile, badge and range leave the name its room.
    readonly property real badgeSide: Math.min(44 * unit, tileWidth * 0.1, tileHeight * 0.66)
    readonly property real rangeSize: Math.min(26 * unit, tileWidth * 0.056, tileHeight * 0.42)
    readonly property real rangeRoom: Math.max(...ranges.map(words => measure.advanceWidth(words))) / 100 * rangeSize + 1
    readonly property real nameRoom: tileWidth - badgeSide - 2 * Theme.space3 - rangeRoom - Theme.space4 - (flat ? mostCount.implicitWidth + Theme.space4 : 0) - Theme.space2
    readonly property list<string> ranges: WaitWords.ranges(display)

    height: tiles.height

    NamesSize {
        id: fit

        most: Math.min(20 * waits.unit, waits.tileHeight * 0.42)
        mostOnTwoLines: Math.min(20 * waits.unit, waits.tileHeight * (waits.flat ? 0.4 : 0.27))
        names: waits.display.queueNames
        room: waits.nameRoom
    }

    FontMetrics {
        id: measure

        font.family: Theme.family
        font.features: Theme.words
        font.pixelSize: 100
        font.weight: Font.DemiBold
    }

    // How much room a count takes at most.
    WaitingCount {
        id: mostCount

        objectName: ""
        open: true
        size: Theme.text16
        visible: false
        waiting: waits.display.mostWaiting
    }

    Grid {
        id: tiles

        columnSpacing: waits.gap
        columns: waits.across
        rowSpacing: waits.gap
        width: waits.width

        Repeater {
            model: waits.display.queues

            Rectangle {
                id: tile

                required property int index
                required property string letter
                required property string name
                required property int ordinal
                required property int waiting
                border.color: Theme.line
                border.width: Theme.mode === Theme.Dark ? 0 : Math.max(1, Theme.scale / 2)
                color: Theme.surface
                height: waits.tileHeight
                radius: Theme.radiusM
                width: waits.tileWidth

                Accessible.name: name + " · " + howLong.text
                Accessible.role: Accessible.StaticText

                RingedBadge {
                    id: badge

                    anchors.left: parent.left
                    anchors.leftMargin: Theme.space3
                    anchors.verticalCenter: parent.verticalCenter
                    letter: tile.letter
                    ordinal: tile.ordinal
                    side: waits.badgeSide
                }

                Column {
                    anchors.left: badge.right
                    anchors.leftMargin: Theme.space3
                    anchors.right: parent.right
                    anchors.rightMargin: tile.width - badge.side - 2 * Theme.space3 - waits.nameRoom
                    anchors.verticalCenter: parent.verticalCenter

                    Label {
                        lineHeight: 0.92
                        maximumLineCount: fit.oneLine ? 1 : 2
                        objectName: "idle-name"
                        size: fit.size
                        strong: true
                        text: tile.name
                        width: parent.width
                    }

                    Label {
                        fontSizeMode: Text.HorizontalFit
                        minimumPixelSize: 10
                        secondary: true
                        size: Math.min(16 * waits.unit, tile.height * 0.28)
                        text: tile.waiting === 0 ? qsTr("nobody waiting") : qsTr("%n waiting", "", tile.waiting)
                        visible: !waits.flat
                        width: parent.width
                        wrapMode: Text.NoWrap
                    }
                }

                WaitingCount {
                    id: count

                    anchors.right: parent.right
                    anchors.rightMargin: waits.rangeRoom + 2 * Theme.space4
                    anchors.verticalCenter: parent.verticalCenter
                    open: true
                    size: Theme.text16
                    visible: waits.flat
                    waiting: tile.waiting
                }

                Label {
                    id: howLong

                    anchors.right: parent.right
                    anchors.rightMargin: Theme.space4
                    anchors.verticalCenter: parent.verticalCenter
                    objectName: "range"
                    size: waits.rangeSize
                    strong: true
                    text: waits.ranges[tile.index] ?? ""
                    wrapMode: Text.NoWrap
                }
            }
        }
    }
}
