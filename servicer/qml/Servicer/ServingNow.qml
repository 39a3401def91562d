pragma ComponentBehavior: Bound

import QtQuick
import Servicer.ViewModels
import TakeANumber.Controls
import TakeANumber.Theme

// Who is at the desk, largest of all, and what to do next.
Item {
    id: serving

    required property DeskViewModel desk
    readonly property bool paused: desk.phase === Terms.Phase.Paused
    readonly property bool someone: desk.phase === Terms.Phase.Called || desk.phase === Terms.Phase.Serving
    readonly property string pause: [Words.phase(desk.phase, 0), desk.reason, desk.backAt === "" ? "" : qsTr("back at %1").arg(desk.backAt)].filter(part => part !== "").join(" · ")
    readonly property bool arrival: desk.arrival !== "" && !someone && !paused
    readonly property color ink: arrival ? Theme.callInk : Theme.text

    implicitHeight: column.implicitHeight

    Card {
        anchors.fill: parent
        color: serving.arrival ? Theme.call : Theme.surface
    }

    Column {
        id: column

        anchors.left: parent.left
        anchors.leftMargin: Theme.space5
        anchors.right: parent.right
        anchors.rightMargin: Theme.space5
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.space3

        Label {
            color: serving.ink
            horizontalAlignment: Text.AlignHCenter
            size: Theme.text18
            text: serving.paused ? serving.pause : serving.someone ? Words.phase(serving.desk.phase, serving.desk.calls) : serving.desk.stored ? qsTr("The next arrival comes to you") : serving.arrival ? qsTr("Somebody has arrived · %1").arg(serving.desk.arrival) : serving.desk.waiting > 0 ? qsTr("Longest wait: %1").arg(Words.longest(serving.desk.longestMin)) : qsTr("The waiting room is empty")
            width: parent.width
        }

        TicketCode {
            anchors.horizontalCenter: parent.horizontalCenter
            objectName: "servingLabel"
            size: Theme.text48 * 2.4
            text: serving.desk.label
            visible: serving.someone
        }

        Label {
            color: Theme.ok
            horizontalAlignment: Text.AlignHCenter
            objectName: "onMyWay"
            strong: true
            text: qsTr("They are on their way")
            visible: serving.desk.phase === Terms.Phase.Called && serving.desk.onMyWay
            width: parent.width
        }

        Label {
            elide: Text.ElideRight
            horizontalAlignment: Text.AlignHCenter
            maximumLineCount: 2
            objectName: "noteShown"
            size: Theme.text16
            text: qsTr("Note: %1").arg(serving.desk.note)
            visible: serving.someone && serving.desk.note !== ""
            width: parent.width
        }

        TicketCode {
            anchors.horizontalCenter: parent.horizontalCenter
            color: serving.ink
            size: Theme.text48 * 2.4
            text: serving.desk.waiting
            visible: !serving.someone
        }

        Label {
            color: serving.ink
            horizontalAlignment: Text.AlignHCenter
            size: Theme.text18
            text: qsTr("waiting for you", "", serving.desk.waiting)
            visible: !serving.someone
            width: parent.width
        }

        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: Theme.space3
            visible: serving.someone

            QueueBadge {
                anchors.verticalCenter: parent.verticalCenter
                letter: serving.desk.queueLetter
                ordinal: serving.desk.queueOrdinal
                side: Theme.space5
            }

            Label {
                anchors.verticalCenter: parent.verticalCenter
                elide: Text.ElideRight
                maximumLineCount: 1
                size: Theme.text18
                text: serving.desk.queueName
                width: Math.min(implicitWidth, column.width * 0.6)
                wrapMode: Text.NoWrap
            }

            Label {
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.text2
                objectName: "elapsed"
                size: Theme.text18
                strong: true
                text: Words.span(serving.desk.elapsedS)
                wrapMode: Text.NoWrap
            }
        }

    }
}
