pragma ComponentBehavior: Bound

import QtQuick
import Servicer.ViewModels
import TakeANumber.Controls
import TakeANumber.Theme

// Who is at the desk, largest of all, and what to do next.
Item {
    id: serving

    required property DeskViewModel desk
    readonly property bool someone: desk.phase !== Terms.Phase.Free
    readonly property bool arrival: desk.arrival !== "" && !someone
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
            text: serving.someone ? Words.phase(serving.desk.phase, serving.desk.calls) : serving.arrival ? qsTr("Somebody has arrived · %1").arg(serving.desk.arrival) : serving.desk.waiting > 0 ? qsTr("Longest wait: %1").arg(Words.longest(serving.desk.longestMin)) : qsTr("The waiting room is empty")
            width: parent.width
        }

        TicketCode {
            anchors.horizontalCenter: parent.horizontalCenter
            objectName: "servingLabel"
            size: Theme.text48 * 2.4
            text: serving.desk.label
            visible: serving.someone
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
