import QtQuick
import Servicer.ViewModels
import TakeANumber.Controls
import TakeANumber.Theme

// The same as ServingNow in the smallest window: one line, the number first.
Card {
    id: serving

    required property DeskViewModel desk
    readonly property bool someone: desk.phase === Terms.Phase.Called || desk.phase === Terms.Phase.Serving
    readonly property bool arrival: desk.arrival !== "" && !someone
    readonly property string said: Words.notice(desk.notice)

    color: arrival ? Theme.call : Theme.surface
    radius: Theme.radiusM

    TicketCode {
        id: code

        anchors.left: parent.left
        anchors.leftMargin: Theme.space3
        anchors.verticalCenter: parent.verticalCenter
        color: serving.arrival ? Theme.callInk : Theme.text
        objectName: "servingLabel"
        size: Theme.text36
        text: serving.someone ? serving.desk.label : serving.desk.waiting
    }

    Column {
        anchors.left: code.right
        anchors.leftMargin: Theme.space3
        anchors.right: parent.right
        anchors.rightMargin: Theme.space3
        anchors.verticalCenter: parent.verticalCenter

        Label {
            color: serving.arrival ? Theme.callInk : Theme.text
            elide: Text.ElideRight
            maximumLineCount: 1
            size: Theme.text14
            strong: true
            text: serving.someone ? qsTr("%1 · %2").arg(Words.phase(serving.desk.phase, serving.desk.calls)).arg(Words.span(serving.desk.elapsedS)) : serving.desk.phase === Terms.Phase.Paused ? Words.phase(serving.desk.phase, 0) : serving.arrival ? qsTr("Somebody has arrived") : qsTr("waiting for you", "", serving.desk.waiting)
            width: parent.width
            wrapMode: Text.NoWrap
        }

        Label {
            color: serving.arrival ? Theme.callInk : Theme.text2
            elide: Text.ElideRight
            maximumLineCount: serving.said === "" ? 1 : 2
            size: Theme.text14
            text: serving.said !== "" ? serving.said : serving.desk.phase === Terms.Phase.Called && serving.desk.onMyWay ? qsTr("They are on their way") : serving.someone && serving.desk.note !== "" ? serving.desk.note : serving.someone ? serving.desk.queueName : serving.desk.longestMin < 0 ? "" : qsTr("Longest wait: %1").arg(Words.longest(serving.desk.longestMin))
            visible: text !== ""
            width: parent.width
        }
    }
}
