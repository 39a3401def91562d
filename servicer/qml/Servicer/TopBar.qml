import QtQuick
import Servicer.ViewModels
import TakeANumber.Controls
import TakeANumber.Server
import TakeANumber.Theme

// Which desk this is and who sits at it, always in view, and whether what is shown is true now.
Rectangle {
    id: bar

    required property ConsoleViewModel status
    required property DeskViewModel desk
    required property bool compact

    signal sizeToggled

    color: Theme.surface
    implicitHeight: compact ? Theme.space6 : Theme.space8

    Rectangle {
        anchors.bottom: parent.bottom
        color: Theme.line
        height: Math.max(1, Theme.scale)
        width: parent.width
    }

    Label {
        id: who

        anchors.left: parent.left
        anchors.leftMargin: bar.compact ? Theme.space3 : Theme.space5
        anchors.right: state.left
        anchors.rightMargin: Theme.space3
        anchors.verticalCenter: parent.verticalCenter
        elide: Text.ElideRight
        maximumLineCount: 1
        objectName: "who"
        size: bar.compact ? Theme.text16 : Theme.text22
        strong: true
        text: qsTr("Desk %1 · %2").arg(bar.desk.desk).arg(bar.desk.servicer)
        wrapMode: Text.NoWrap
    }

    Row {
        id: state

        readonly property bool live: bar.status.link === Link.LinkState.Live

        anchors.right: smaller.visible ? smaller.left : parent.right
        anchors.rightMargin: bar.compact ? Theme.space3 : Theme.space4
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.space2

        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            color: state.live ? Theme.ok : Theme.warn
            height: width
            radius: width / 2
            width: Theme.space3
        }

        Label {
            anchors.verticalCenter: parent.verticalCenter
            color: state.live ? Theme.text2 : Theme.warn
            size: bar.compact ? Theme.text14 : Theme.text16
            strong: !state.live
            maximumLineCount: 2
            text: state.live ? qsTr("Live") : bar.compact || bar.status.asOf === "" ? qsTr("Reconnecting …") : qsTr("Reconnecting · as of %1").arg(bar.status.asOf)
            width: Math.min(implicitWidth, (bar.compact ? 0.35 : 0.18) * bar.width)
        }
    }

    Button {
        id: signOut

        anchors.right: parent.right
        anchors.rightMargin: Theme.space2
        anchors.verticalCenter: parent.verticalCenter
        horizontalPadding: Theme.space2
        kind: Button.Quiet
        objectName: "signOut"
        text: qsTr("%1 · %2").arg(Words.deed(Terms.Deed.SignOut, 0)).arg(Words.printedKey(Terms.Deed.SignOut))
        textSize: Theme.text14
        visible: !bar.compact

        onClicked: bar.desk.pressed(Terms.Deed.SignOut)
    }

    Button {
        id: smaller

        anchors.right: signOut.left
        anchors.verticalCenter: parent.verticalCenter
        horizontalPadding: Theme.space2
        kind: Button.Quiet
        objectName: "smaller"
        text: qsTr("%1 · %2").arg(qsTr("Small window")).arg(qsTr("Ctrl O"))
        textSize: Theme.text14
        visible: !bar.compact

        onClicked: bar.sizeToggled()
    }
}
