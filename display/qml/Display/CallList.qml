pragma ComponentBehavior: Bound

import QtQuick
import Display.ViewModels
import TakeANumber.Controls
import TakeANumber.Theme

// The calls before the newest one, each with its desk; as many as can be read.
Item {
    id: list

    required property BoardPlan plan
    required property DisplayViewModel display
    required property bool believed
    readonly property real gap: Theme.space2

    Item {
        id: head

        height: list.plan.headed ? 27 * Theme.scale : 0
        visible: list.display.callCount > 0 && list.plan.headed
        width: parent.width

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
            readonly property bool amber: lit && list.believed
            readonly property color ink: amber ? Theme.callInk : over || !list.believed ? Theme.text2 : Theme.text

            border.color: amber ? Theme.call : Theme.line
            border.width: Theme.mode === Theme.Contrast ? 2 : 0
            color: amber ? Theme.call : Theme.surface
            height: list.plan.rowHeight
            objectName: "call-" + label
            radius: Theme.radiusM
            visible: index < list.plan.rows
            width: list.width
            y: head.height + list.gap + index * (list.plan.rowHeight + list.gap)

            Accessible.name: qsTr("%1, desk %2").arg(label).arg(desk)
            Accessible.role: Accessible.StaticText

            Behavior on y {
                enabled: !Theme.reducedMotion

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
                size: list.plan.digits
                text: row.label
            }

            TicketCode {
                anchors.right: parent.right
                anchors.rightMargin: Theme.space4
                anchors.verticalCenter: parent.verticalCenter
                color: row.ink
                size: list.plan.digits
                text: row.desk
            }
        }
    }

    Rectangle {
        anchors.fill: parent
        border.color: Theme.line
        border.width: Math.max(1, Theme.scale / 2)
        color: "transparent"
        radius: Theme.radiusM
        visible: list.display.callCount === 0

        Label {
            anchors.centerIn: parent
            horizontalAlignment: Text.AlignHCenter
            secondary: true
            size: Theme.text22
            text: qsTr("Earlier calls appear here.")
            width: parent.width - 2 * Theme.space5
        }
    }
}
