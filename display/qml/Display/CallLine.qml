import QtQuick
import TakeANumber.Controls
import TakeANumber.Theme

// A call on one line, close together: number, arrow, desk. Numbers of a list have one width, so that its desks stand below each other.
Item {
    id: line

    required property string label
    required property int desk
    required property string place
    property string name: ""
    property real digits: Theme.text48
    property int longest: 4
    property color ink: Theme.text
    property color chipFill: Theme.sunken
    property color chipInk: ink
    property string called: ""
    // How many times its font size a line is wide, with the smallest word that can be read.
    readonly property real ems: 0.66 * Math.max(longest, label.length) + 0.33 + 0.56 + 0.8 + 0.65 * String(desk).length
    readonly property real arrowEms: 1.1
    readonly property bool pointed: digits * (ems + arrowEms) <= width
    readonly property real size: Math.min(digits, width / ems)

    implicitHeight: chip.implicitHeight
    implicitWidth: row.width

    Row {
        id: row

        anchors.verticalCenter: parent.verticalCenter
        spacing: line.size * 0.22

        TicketCode {
            id: code

            anchors.verticalCenter: parent.verticalCenter
            color: line.ink
            horizontalAlignment: Text.AlignLeft
            lineHeight: 0.92
            objectName: line.called === "" ? "" : line.called + "-label"
            size: line.size
            text: line.label
            width: Math.max(implicitWidth, line.size * (0.66 * line.longest + 0.33))
        }

        Icon {
            id: arrow

            anchors.verticalCenter: parent.verticalCenter
            color: line.ink
            mirrors: true
            name: "arrow-right"
            side: line.size * 0.62
            visible: line.pointed
        }

        DeskChip {
            id: chip

            anchors.verticalCenter: parent.verticalCenter
            called: line.called === "" ? "desk" : line.called + "-desk"
            desk: line.desk
            digits: line.size * 0.96
            fill: line.chipFill
            ink: line.chipInk
            most: line.width - code.width - row.spacing - (line.pointed ? arrow.width + row.spacing : 0)
            name: line.name
            place: line.place
        }
    }
}
