import QtQuick
import Servicer.ViewModels
import TakeANumber.Controls
import TakeANumber.Theme

// The head of the screen on which somebody sits down: the branch, and how it stands with the server.
Rectangle {
    id: head

    required property ConsoleViewModel status
    required property bool compact
    required property int waiting

    signal sizeToggled

    color: Theme.surface

    Rectangle {
        anchors.bottom: parent.bottom
        color: Theme.line
        height: Math.max(1, Theme.scale)
        width: parent.width
    }

    FitLabel {
        anchors.left: parent.left
        anchors.leftMargin: (head.compact ? 10 : 20) * Theme.scale
        anchors.right: marks.left
        anchors.rightMargin: Theme.space2
        anchors.verticalCenter: parent.verticalCenter
        size: head.compact ? Theme.text14 : Theme.text18
        strong: true
        text: head.status.branchName
    }

    Row {
        id: marks

        anchors.right: parent.right
        anchors.rightMargin: (head.compact ? 0 : 20) * Theme.scale
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.space2

        Label {
            anchors.verticalCenter: parent.verticalCenter
            size: Theme.text14
            text: qsTr("%n waiting", "", head.waiting)
            visible: head.compact && head.waiting > 0
            wrapMode: Text.NoWrap
        }

        LinkMark {
            anchors.verticalCenter: parent.verticalCenter
            status: head.status
            worded: !head.compact
        }

        PlainButton {
            iconName: "maximize-2"
            objectName: "larger"
            quiet: true
            visible: head.compact

            Accessible.name: qsTr("Large window")

            onClicked: head.sizeToggled()
        }
    }
}
