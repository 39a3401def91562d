pragma ComponentBehavior: Bound

import QtQuick
import Display.ViewModels
import TakeANumber.Controls
import TakeANumber.Theme

// A column for each queue, or a lane where the screen stands upright: its newest call large, earlier ones below where they can be read.
Item {
    id: columns

    required property BoardPlan plan
    required property DisplayViewModel display
    required property bool believed
    readonly property real gap: 14 * Theme.scale
    readonly property int across: plan.lanes ? 1 : plan.columns
    readonly property int down: plan.lanes ? plan.columns : 1
    readonly property real spread: 14 * Theme.scale
    readonly property real columnWidth: (width - spread * (across - 1)) / Math.max(1, across)
    readonly property real columnHeight: (height - spread * (down - 1)) / Math.max(1, down)

    // Above a column there is room for its name and, below that, for the ring of a new call.
    readonly property real headSide: 32 * Theme.scale
    // Where waits are known, they stand below how many wait, in a lane beside it; what is called has its room either way.
    readonly property list<string> ranges: WaitWords.ranges(display).map((range, index) => opens[index] ? range : "")
    readonly property list<bool> opens: display.queueRanges.split("\n").map(queue => queue.startsWith("1"))
    readonly property bool ranged: ranges.some(range => range !== "")
    readonly property bool below: ranged && !plan.lanes
    readonly property real countSize: below ? Theme.text18 : Theme.text28
    readonly property real rangeSize: plan.lanes ? Theme.text18 : Theme.text14
    readonly property real rangeRoom: Math.max(...ranges.map(range => measure.advanceWidth(range))) / 100 * rangeSize + 1
    readonly property real closedRoom: display.anyClosed && !display.closing ? closedCount.implicitWidth : 0
    readonly property real rangeInset: below ? 0 : Math.max(mostCount.implicitWidth, closedRoom) + Theme.space4
    readonly property real countRoom: Math.max(mostCount.implicitWidth, closedRoom, ranged ? rangeInset + rangeRoom : 0)

    NamesSize {
        id: fit

        most: Theme.text18
        mostOnTwoLines: columns.headSide * 0.48
        names: columns.display.queueNames
        room: columns.columnWidth - columns.headSide - Theme.space3 - columns.countRoom - 2 * Theme.space2
    }

    FontMetrics {
        id: measure

        font.family: Theme.family
        font.features: Theme.words
        font.pixelSize: 100
    }

    // How much room a count takes at most, and that a queue is closed.
    WaitingCount {
        id: mostCount

        objectName: ""
        open: true
        size: columns.countSize
        visible: false
        waiting: columns.display.mostWaiting
    }

    WaitingCount {
        id: closedCount

        objectName: ""
        open: false
        visible: false
        waiting: 0
    }

    Repeater {
        model: columns.display.queues

        Item {
            id: column

            required property int index
            required property string slug
            required property string letter
            required property string name
            required property int ordinal
            required property bool open
            required property int waiting
            required property string lastLabel
            readonly property string range: columns.ranges[index] ?? ""
            readonly property real headHeight: 42 * Theme.scale
            readonly property int place: columns.LayoutMirroring.enabled ? columns.plan.columns - 1 - index : index

            height: columns.columnHeight
            width: columns.columnWidth
            x: columns.plan.lanes ? 0 : place * (columns.columnWidth + columns.spread)
            y: columns.plan.lanes ? index * (columns.columnHeight + columns.spread) : 0

            RingedBadge {
                id: badge

                anchors.left: parent.left
                anchors.top: parent.top
                letter: column.letter
                ordinal: column.ordinal
                side: columns.headSide
            }

            Label {
                anchors.left: badge.right
                anchors.leftMargin: Theme.space3
                anchors.right: parent.right
                anchors.rightMargin: columns.countRoom + 2 * Theme.space2
                anchors.verticalCenter: badge.verticalCenter
                lineHeight: 0.9
                maximumLineCount: fit.oneLine ? 1 : 2
                objectName: "column-name"
                size: fit.size
                strong: true
                text: column.name
            }

            WaitingCount {
                id: count

                anchors.right: parent.right
                anchors.rightMargin: Theme.space2
                anchors.verticalCenter: badge.verticalCenter
                anchors.verticalCenterOffset: columns.below && column.range !== "" ? -0.24 * columns.headSide : 0
                // Whoever still waits counts, also when no new numbers are given.
                open: column.open || columns.display.closing
                size: columns.countSize
                waiting: column.waiting
            }

            Label {
                anchors.right: parent.right
                anchors.rightMargin: columns.rangeInset + Theme.space2
                anchors.verticalCenter: badge.verticalCenter
                anchors.verticalCenterOffset: columns.below ? 0.3 * columns.headSide : 0
                objectName: "column-range"
                secondary: true
                size: columns.rangeSize
                text: column.range
                visible: text !== ""
                wrapMode: Text.NoWrap
            }

            Rectangle {
                anchors.fill: parent
                anchors.topMargin: column.headHeight
                border.color: Theme.line
                border.width: Math.max(1, Theme.scale / 2)
                color: "transparent"
                radius: Theme.radiusM
                visible: column.lastLabel === ""

                Label {
                    anchors.centerIn: parent
                    horizontalAlignment: Text.AlignHCenter
                    secondary: true
                    size: Theme.text22
                    text: qsTr("Nobody called yet")
                    width: parent.width - 2 * Theme.space4
                }
            }

            Repeater {
                model: columns.display.columnCalls

                CallCell {
                    height: place === 0 ? columns.plan.firstHeight : columns.plan.laterHeight
                    believed: columns.believed
                    display: columns.display
                    digits: place === 0 ? columns.plan.heroDigits : columns.plan.digits
                    large: place === 0 && !columns.plan.lanes
                    visible: slug === column.slug && place < columns.plan.rows
                    width: column.width
                    y: column.headHeight + Math.min(1, down) * (columns.plan.firstHeight + columns.gap) + Math.max(0, down - 1) * (columns.plan.laterHeight + columns.gap)
                }
            }
        }
    }
}
