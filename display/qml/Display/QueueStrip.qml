pragma ComponentBehavior: Bound

import QtQuick
import Display.ViewModels
import TakeANumber.Controls
import TakeANumber.Theme

// Each queue by its name, or where there are too many by the number that was called last; with how many wait.
Item {
    id: strip

    required property DisplayViewModel display
    required property int columns
    required property bool believed
    readonly property int count: display.queueCount
    readonly property real gap: Theme.space2
    readonly property int lines: Math.ceil(count / Math.max(1, columns))
    readonly property real tileHeight: (height - gap * (lines - 1)) / Math.max(1, lines)
    readonly property real tileWidth: (width - gap * (columns - 1)) / columns
    // Names too small to be read say nothing; then the number that was called last says more.
    readonly property bool named: tileWidth > 200 * Theme.scale && fit.size >= 12.5 * Theme.scale
    readonly property real countRoom: Math.max(mostCount.implicitWidth, display.anyClosed ? closedCount.implicitWidth : 0)
    readonly property real badgeSide: Math.min(37 * Theme.scale, tileHeight * 0.7)

    NamesSize {
        id: fit

        most: Math.min(Theme.text18, strip.tileHeight * 0.45)
        mostOnTwoLines: Math.min(Theme.text18, strip.tileHeight * 0.265)
        names: strip.display.queueNames
        room: strip.tileWidth - strip.badgeSide - strip.countRoom - 3 * Theme.space3 - Theme.space2
    }

    // How much room a count takes at most, and that a queue is closed.
    WaitingCount {
        id: mostCount

        objectName: ""
        open: true
        visible: false
        waiting: strip.display.mostWaiting
    }

    WaitingCount {
        id: closedCount

        objectName: ""
        open: false
        visible: false
        waiting: 0
    }

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
                required property bool atOnce
                readonly property string soon: WaitWords.soon(open, waiting, lowMin, highMin, atOnce)

                border.color: Theme.line
                border.width: Theme.mode === Theme.Contrast ? 2 : Theme.mode === Theme.Light ? Math.max(1, Theme.scale / 2) : 0
                color: Theme.surface
                height: strip.tileHeight
                radius: Theme.radiusM
                width: strip.tileWidth

                Accessible.description: soon
                Accessible.name: name
                Accessible.role: Accessible.StaticText

                RingedBadge {
                    id: badge

                    anchors.left: parent.left
                    anchors.leftMargin: Theme.space3
                    anchors.verticalCenter: parent.verticalCenter
                    letter: tile.letter
                    ordinal: tile.ordinal
                    side: strip.badgeSide
                }

                Column {
                    anchors.left: badge.right
                    anchors.leftMargin: Theme.space3
                    anchors.right: parent.right
                    anchors.rightMargin: strip.countRoom + Theme.space3 + Theme.space2
                    anchors.verticalCenter: parent.verticalCenter
                    visible: strip.named

                    Label {
                        lineHeight: 0.92
                        maximumLineCount: fit.oneLine ? 1 : 2
                        objectName: "strip-name"
                        secondary: !strip.believed
                        size: fit.size
                        strong: true
                        text: tile.name
                        width: parent.width
                    }

                    Label {
                        fontSizeMode: Text.HorizontalFit
                        minimumPixelSize: 10
                        secondary: true
                        size: Math.min(Theme.text16, strip.tileHeight * 0.25)
                        text: tile.soon
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

                    readonly property bool atRight: strip.named !== strip.LayoutMirroring.enabled
                    readonly property real inset: strip.named ? Theme.space3 : badge.width + 2 * Theme.space3

                    open: tile.open
                    size: strip.named ? Theme.text28 : Theme.text18
                    waiting: tile.waiting
                    x: atRight ? parent.width - width - inset : inset
                    y: strip.named ? (parent.height - height) / 2 : parent.height * 0.58
                }
            }
        }
    }
}
