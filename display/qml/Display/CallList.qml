pragma ComponentBehavior: Bound

import QtQuick
import Display.ViewModels
import TakeANumber.Controls
import TakeANumber.Theme

// The calls before the newest one, each with its desk.
Item {
    id: list

    required property DisplayViewModel display
    readonly property int places: 5
    readonly property real gap: Theme.space2
    readonly property real rowHeight: (height - head.height - gap * places) / places
    readonly property real digits: Math.min(rowHeight * 0.74, width / 6.2)

    Item {
        id: head

        anchors.left: parent.left
        anchors.right: parent.right
        height: Theme.text18 * 1.5

        Label {
            anchors.left: parent.left
            anchors.leftMargin: Theme.space4
            secondary: true
            text: qsTr("Number")
        }

        Label {
            anchors.right: parent.right
            anchors.rightMargin: Theme.space4
            secondary: true
            text: qsTr("Desk")
        }
    }

    Repeater {
        model: list.display.calls

        Rectangle {
            id: row

            required property int index
            required property string label
            required property int desk
            required property bool lit
            required property bool over
            readonly property color ink: lit ? Theme.callInk : over ? Theme.text2 : Theme.text

            color: lit ? Theme.call : Theme.surface
            height: list.rowHeight
            objectName: "call-" + label
            radius: Theme.radiusM
            width: list.width
            y: head.height + list.gap + index * (list.rowHeight + list.gap)

            Accessible.name: qsTr("%1, desk %2").arg(label).arg(desk)
            Accessible.role: Accessible.StaticText

            Behavior on y {
                NumberAnimation {
                    duration: Theme.slow
                    easing.bezierCurve: Theme.easing
                    easing.type: Easing.BezierSpline
                }
            }

            TicketCode {
                anchors.left: parent.left
                anchors.leftMargin: Theme.space4
                anchors.verticalCenter: parent.verticalCenter
                color: row.ink
                size: list.digits
                text: row.label
            }

            TicketCode {
                anchors.right: parent.right
                anchors.rightMargin: Theme.space4
                anchors.verticalCenter: parent.verticalCenter
                color: row.ink
                size: list.digits
                text: row.desk
            }
        }
    }

    Label {
        anchors.centerIn: parent
        horizontalAlignment: Text.AlignHCenter
        secondary: true
        size: Theme.text22
        text: qsTr("Earlier calls appear here.")
        visible: list.display.callCount === 0
        width: parent.width - 2 * Theme.space5
    }
}
