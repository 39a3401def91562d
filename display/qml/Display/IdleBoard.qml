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
    readonly property real tileRoom: upright ? height * 0.3 : height - tiles.y - desksHeight
    readonly property real tileHeight: Math.min(74 * Theme.scale, (tileRoom - gap * (lines - 1)) / Math.max(1, lines))

    objectName: "hero"

    Accessible.name: heading.text
    Accessible.role: Accessible.AlertMessage

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
        height: 52 * Theme.scale
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
        y: heading.height + under.height

        Repeater {
            model: idle.display.queues

            Rectangle {
                id: tile

                required property string letter
                required property string name
                required property int ordinal
                required property bool open
                required property int waiting
                required property int lowMin
                required property int highMin
                // So low that only one line fits.
                readonly property bool flat: height < 46 * Theme.scale

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
                    side: Math.min(40 * Theme.scale, tile.height * 0.66)
                }

                Column {
                    anchors.left: badge.right
                    anchors.leftMargin: Theme.space3
                    anchors.right: count.left
                    anchors.rightMargin: Theme.space2
                    anchors.verticalCenter: parent.verticalCenter

                    Label {
                        fontSizeMode: Text.Fit
                        height: tile.height * (tile.flat ? 0.8 : 0.56)
                        lineHeight: 0.92
                        minimumPixelSize: 10
                        size: Math.min(20 * Theme.scale, tile.height * 0.42)
                        strong: true
                        text: tile.name
                        verticalAlignment: tile.flat ? Text.AlignVCenter : Text.AlignBottom
                        width: parent.width
                    }

                    Label {
                        fontSizeMode: Text.HorizontalFit
                        minimumPixelSize: 10
                        secondary: true
                        size: Math.min(Theme.text16, tile.height * 0.28)
                        text: tile.waiting === 0 ? qsTr("nobody waiting") : qsTr("%n waiting", "", tile.waiting)
                        visible: !tile.flat
                        width: parent.width
                        wrapMode: Text.NoWrap
                    }
                }

                WaitingCount {
                    id: count

                    anchors.right: howLong.left
                    anchors.rightMargin: visible ? Theme.space4 : 0
                    anchors.verticalCenter: parent.verticalCenter
                    open: true
                    size: Theme.text16
                    visible: tile.flat
                    waiting: tile.waiting
                    width: visible ? implicitWidth : 0
                }

                Label {
                    id: howLong

                    anchors.right: parent.right
                    anchors.rightMargin: Theme.space4
                    anchors.verticalCenter: parent.verticalCenter
                    objectName: "range"
                    size: Math.min(Theme.text22, tile.height * 0.42)
                    strong: true
                    text: !tile.open ? qsTr("Closed") : tile.waiting === 0 ? qsTr("at once") : tile.highMin === 0 ? "" : tile.lowMin === tile.highMin ? qsTr("%1 min").arg(tile.highMin) : qsTr("%1–%2 min").arg(tile.lowMin).arg(tile.highMin)
                    visible: !idle.display.closing
                    width: visible ? implicitWidth : 0
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
