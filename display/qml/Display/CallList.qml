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
    // Nobody is called: what stands here is over, and says when it was.
    property bool past: false
    property int rows: plan.rows
    readonly property real gap: Theme.space2
    readonly property real head: caption.visible ? caption.height + Theme.space2 : 0
    // A number, its arrow, a desk of two digits, and the time.
    readonly property real pastDigits: (width - 2 * Theme.space4 - Theme.space2 - Theme.text16 * 2.8) / 6.8
    readonly property real rowHeight: past ? (height - head - gap * (rows - 1)) / rows : plan.rowHeight

    // A new row comes in above the first, and the last one leaves below: nothing of that is seen beside the list.
    clip: !Theme.reducedMotion

    Label {
        id: caption

        objectName: "caption"
        secondary: true
        size: Theme.text18
        strong: true
        text: qsTr("Last called")
        visible: list.past && list.display.callCount > 0
        width: parent.width
    }

    Repeater {
        model: list.display.calls

        Rectangle {
            id: row

            required property int index
            required property string label
            required property int desk
            required property string name
            required property string at
            required property string queueName
            required property bool lit
            required property bool over
            // Its place; while it moves, between two of them.
            property real down: index
            // How far above its place a row still is that comes in.
            property real above: 0
            readonly property bool amber: lit && list.believed
            readonly property color ink: amber ? Theme.callInk : over || !list.believed ? Theme.text2 : Theme.text

            border.color: amber ? Theme.call : Theme.line
            border.width: Theme.mode === Theme.Contrast ? 2 : Theme.mode === Theme.Light ? Math.max(1, Theme.scale / 2) : 0
            color: amber ? Theme.call : Theme.surface
            height: list.rowHeight
            objectName: "call-" + label
            radius: Theme.radiusM
            visible: index < list.rows || move.running
            width: list.width
            y: list.head + down * (list.rowHeight + list.gap)

            Component.onCompleted: {
                if (index === 0 && list.display.announcing && !Theme.reducedMotion)
                    enter.start();
            }

            transform: Translate {
                y: -row.above
            }

            NumberAnimation {
                id: enter

                duration: Theme.slow
                easing.bezierCurve: Theme.easing
                easing.type: Easing.BezierSpline
                from: list.rowHeight + list.gap
                property: "above"
                target: row
                to: 0
            }

            Accessible.name: PlaceWords.numbered(list.display.place, desk) + " · " + label
            Accessible.role: Accessible.StaticText

            Behavior on down {
                enabled: !Theme.reducedMotion

                NumberAnimation {
                    id: move

                    duration: Theme.slow
                    easing.bezierCurve: Theme.easing
                    easing.type: Easing.BezierSpline
                }
            }

            CallLine {
                anchors.fill: parent
                anchors.leftMargin: Theme.space4
                aside: list.plan.wide && !list.past ? row.queueName : ""
                asides: list.display.callQueueNames
                anchors.rightMargin: Theme.space4 + (time.visible ? time.implicitWidth + Theme.space2 : 0)
                chipFill: row.amber ? Theme.callInk : Theme.sunken
                chipInk: row.amber ? Theme.call : row.ink
                desk: row.desk
                digits: Math.min(list.plan.digits, row.height * (list.display.named ? 0.5 : 0.7), list.past ? list.pastDigits : list.plan.digits)
                ink: row.ink
                label: row.label
                longest: list.display.longestLabel
                longestDesk: list.display.longestDesk
                name: row.name
                names: list.display.deskNames
                place: list.display.place
            }

            Label {
                id: time

                anchors.right: parent.right
                anchors.rightMargin: Theme.space4
                anchors.verticalCenter: parent.verticalCenter
                objectName: "at-" + row.label
                secondary: true
                size: Theme.text16
                tabular: true
                text: row.at
                visible: list.past
                wrapMode: Text.NoWrap
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
