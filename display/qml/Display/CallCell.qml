import QtQuick
import Display.ViewModels
import TakeANumber.Controls
import TakeANumber.Theme

// One call in its queue's column: its desk below the number where it is large, beside it where it is small or the column is a lane.
Rectangle {
    id: cell

    required property string label
    required property string slug
    required property int place
    required property int desk
    required property string name
    required property bool lit
    required property bool over
    required property int seq
    required property DisplayViewModel display
    // Its place; while it moves, between two of them.
    property real down: place
    property bool believed: true
    property bool large: false
    readonly property bool newest: seq === display.heroSeq
    property real digits: Theme.text48
    readonly property bool amber: lit && believed
    readonly property color ink: amber ? Theme.callInk : over || !believed ? Theme.text2 : Theme.text
    readonly property color chipFill: amber ? Theme.callInk : Theme.sunken
    readonly property color chipInk: amber ? Theme.call : ink

    border.color: amber ? Theme.call : believed ? Theme.line : Theme.control
    border.width: Theme.mode !== Theme.Dark || !believed ? Math.max(1, Theme.scale) : 0
    color: amber ? Theme.call : Theme.surface
    objectName: "call-" + label
    // What was called before goes down behind the new call.
    z: place === 0 ? 1 : 0
    radius: place === 0 ? 16 * Theme.scale : Theme.radiusM

    // A call has its moment: its number comes in, and its ring draws the eye.
    function arrive(): void {
        const arriving = newest && amber && display.announcing;
        if (arriving)
            fade.play();
        if (arriving)
            pulse.start();
        else
            pulse.stop();
    }

    Component.onCompleted: arrive()
    onNewestChanged: arrive()
    onSeqChanged: arrive()

    Accessible.name: PlaceWords.numbered(display.place, desk) + " · " + label
    Accessible.role: Accessible.StaticText

    Behavior on down {
        enabled: !Theme.reducedMotion

        NumberAnimation {
            duration: Theme.slow
            easing.bezierCurve: Theme.easing
            easing.type: Easing.BezierSpline
        }
    }

    Item {
        id: content

        anchors.fill: parent

        Column {
            anchors.centerIn: parent
            spacing: Theme.space1
            visible: cell.large
            width: parent.width - 2 * Theme.space3

            TicketCode {
                color: cell.ink
                fontSizeMode: Text.HorizontalFit
                lineHeight: 0.92
                minimumPixelSize: 10
                size: cell.digits
                text: cell.label
                width: parent.width
            }

            Row {
                anchors.horizontalCenter: parent.horizontalCenter
                spacing: cell.digits * 0.14

                Icon {
                    id: arrow

                    anchors.verticalCenter: parent.verticalCenter
                    color: cell.ink
                    mirrors: true
                    name: "arrow-right"
                    side: cell.digits * 0.45
                }

                DeskChip {
                    desk: cell.desk
                    digits: cell.digits * (cell.display.longestColumnDesk > 2 ? 0.7 : 0.9)
                    fill: cell.chipFill
                    ink: cell.chipInk
                    longest: cell.display.longestColumnDesk
                    most: cell.width - 2 * Theme.space3 - arrow.width - parent.spacing
                    name: cell.name
                    names: cell.display.columnDeskNames
                    place: cell.display.place
                }
            }
        }

        CallLine {
            anchors.fill: parent
            anchors.leftMargin: Theme.space3
            anchors.rightMargin: Theme.space3
            chipFill: cell.chipFill
            chipInk: cell.chipInk
            desk: cell.desk
            digits: cell.digits
            ink: cell.ink
            label: cell.label
            longest: cell.display.longestColumnLabel
            longestDesk: cell.display.longestColumnDesk
            name: cell.name
            names: cell.display.columnDeskNames
            place: cell.display.place
            visible: !cell.large
        }
    }

    FadeIn {
        id: fade

        target: content
    }

    Pulse {
        id: pulse

        cardRadius: cell.radius
        held: cell.display.midPulse && cell.newest && cell.amber
    }
}
