pragma ComponentBehavior: Bound

import QtQuick
import Display.ViewModels
import TakeANumber.Controls
import TakeANumber.Theme

// Nobody is called: how long a number taken now would wait in each queue, which desks are open, and who was called last.
Item {
    id: idle

    required property DisplayViewModel display
    required property BoardPlan plan
    required property bool believed
    readonly property bool upright: height > width
    readonly property real gap: Theme.space2
    readonly property real side: upright ? width : (width - Theme.space5) / 2
    readonly property int lines: Math.ceil(display.queueCount / across)
    readonly property int across: display.queueCount > 7 ? 2 : 1
    readonly property real near: LayoutMirroring.enabled ? width - side : 0
    readonly property real far: upright || LayoutMirroring.enabled ? 0 : width - side
    readonly property real tileWidth: (side - gap * (across - 1)) / across
    readonly property real desksHeight: desks.visible ? desks.height + Theme.space4 : 0
    readonly property real tileRoom: upright ? height * (lines > 3 ? 0.38 : 0.33) : height - tiles.y - desksHeight
    // So low that only one line fits.
    readonly property bool flat: tileHeight < 46 * Theme.scale
    readonly property real badgeSide: Math.min(44 * Theme.scale, tileHeight * 0.66)
    readonly property real rangeSize: Math.min(26 * Theme.scale, tileHeight * 0.42)
    readonly property real rangeRoom: Math.max(...ranges.map(words => measure.advanceWidth(words))) / 100 * rangeSize + 1
    readonly property real nameRoom: tileWidth - badgeSide - 2 * Theme.space3 - rangeRoom - Theme.space4 - (flat ? mostCount.implicitWidth + Theme.space4 : 0) - Theme.space2
    readonly property list<string> ranges: display.closing ? [""] : display.queueRanges.split("\n").map(told)
    readonly property real tileHeight: Math.min(95 * Theme.scale, (tileRoom - gap * (lines - 1)) / Math.max(1, lines))

    objectName: "hero"

    Accessible.name: heading.text
    Accessible.role: Accessible.AlertMessage

    // How long a number taken now would wait: `open`, how many wait, and the range in minutes.
    function told(queue: string): string {
        const [open, waiting, low, high] = queue.split(" ").map(Number);
        if (!open)
            return qsTr("Closed");
        if (waiting === 0)
            return qsTr("at once");
        return high === 0 ? "" : low === high ? qsTr("%1 min").arg(high) : qsTr("%1–%2 min").arg(low).arg(high);
    }

    NamesSize {
        id: fit

        most: Math.min(20 * Theme.scale, idle.tileHeight * 0.42)
        mostOnTwoLines: Math.min(20 * Theme.scale, idle.tileHeight * (idle.flat ? 0.4 : 0.27))
        names: idle.display.queueNames
        room: idle.nameRoom
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
        waiting: idle.display.mostWaiting
    }

    Heading {
        id: heading

        bold: true
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 10
        size: 38 * Theme.scale
        text: NobodyWords.title(idle.display)
        width: idle.side
        wrapMode: Text.NoWrap
        x: idle.near
    }

    Label {
        id: under

        fontSizeMode: Text.Fit
        height: Math.min(implicitHeight, 52 * Theme.scale)
        lineHeight: 1
        minimumPixelSize: 10
        secondary: true
        size: 20 * Theme.scale
        text: idle.display.onBreak || idle.display.callCount === 0 || idle.display.closing ? NobodyWords.rest(idle.display) : qsTr("If you take a number now, you wait")
        width: idle.side
        x: idle.near
        y: heading.height
    }

    Grid {
        id: tiles

        columnSpacing: idle.gap
        columns: idle.across
        rowSpacing: idle.gap
        width: idle.side
        x: idle.near
        y: under.y + under.height + Theme.space3

        Repeater {
            model: idle.display.queues

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
                height: idle.tileHeight
                radius: Theme.radiusM
                width: idle.tileWidth

                Accessible.name: name + " · " + howLong.text
                Accessible.role: Accessible.StaticText

                RingedBadge {
                    id: badge

                    anchors.left: parent.left
                    anchors.leftMargin: Theme.space3
                    anchors.verticalCenter: parent.verticalCenter
                    letter: tile.letter
                    ordinal: tile.ordinal
                    side: idle.badgeSide
                }

                Column {
                    anchors.left: badge.right
                    anchors.leftMargin: Theme.space3
                    anchors.right: parent.right
                    anchors.rightMargin: tile.width - badge.side - 2 * Theme.space3 - idle.nameRoom
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
                        size: Math.min(Theme.text16, tile.height * 0.28)
                        text: tile.waiting === 0 ? qsTr("nobody waiting") : qsTr("%n waiting", "", tile.waiting)
                        visible: !idle.flat
                        width: parent.width
                        wrapMode: Text.NoWrap
                    }
                }

                WaitingCount {
                    id: count

                    anchors.right: parent.right
                    anchors.rightMargin: idle.rangeRoom + 2 * Theme.space4
                    anchors.verticalCenter: parent.verticalCenter
                    open: true
                    size: Theme.text16
                    visible: idle.flat
                    waiting: tile.waiting
                }

                Label {
                    id: howLong

                    anchors.right: parent.right
                    anchors.rightMargin: Theme.space4
                    anchors.verticalCenter: parent.verticalCenter
                    objectName: "range"
                    size: idle.rangeSize
                    strong: true
                    text: idle.ranges[tile.index] ?? ""
                    wrapMode: Text.NoWrap
                }
            }
        }
    }

    Row {
        id: desks

        spacing: Theme.space2
        visible: idle.display.openDesks !== ""
        width: idle.side
        x: idle.near
        y: idle.upright ? tiles.y + tiles.height + Theme.space4 : idle.height - height

        Label {
            anchors.verticalCenter: parent.verticalCenter
            secondary: true
            size: Theme.text18
            text: {
                switch (idle.display.place) {
                case "room":
                    return qsTr("Open rooms");
                case "window":
                    return qsTr("Open windows");
                case "counter":
                    return qsTr("Open counters");
                default:
                    return qsTr("Open desks");
                }
            }
            wrapMode: Text.NoWrap
        }

        Repeater {
            // More of them would be a row of numbers that nobody reads.
            model: idle.display.openDesks === "" ? [] : idle.display.openDesks.split(",").slice(0, 8)

            Rectangle {
                required property var modelData

                border.color: Theme.line
                border.width: Theme.mode === Theme.Contrast ? 2 : 0
                color: Theme.sunken
                height: 44 * Theme.scale
                objectName: "open-" + modelData
                radius: Theme.radiusS
                width: Math.max(height, number.implicitWidth + Theme.space3)

                TicketCode {
                    id: number

                    anchors.centerIn: parent
                    size: Theme.text22
                    text: parent.modelData
                }
            }
        }
    }

    Label {
        id: last

        secondary: true
        size: Theme.text18
        strong: true
        text: qsTr("Last called")
        visible: idle.display.callCount > 0
        width: idle.side
        x: idle.far
        y: idle.upright ? desks.y + idle.desksHeight : Theme.space2
    }

    CallList {
        believed: idle.believed
        display: idle.display
        height: idle.height - y
        past: true
        plan: idle.plan
        width: idle.side
        x: idle.far
        y: last.visible ? last.y + last.height + Theme.space2 : last.y
    }
}
