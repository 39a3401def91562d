import QtQuick
import Display.ViewModels
import TakeANumber.Controls
import TakeANumber.Theme

// Where one is and what time it is there; in its place, since when the board may be wrong.
Item {
    id: bar

    required property DisplayViewModel display

    height: Theme.space7 + Theme.space1

    Label {
        anchors.left: parent.left
        anchors.leftMargin: Theme.space5
        anchors.right: unsure.left
        anchors.rightMargin: Theme.space4
        anchors.verticalCenter: parent.verticalCenter
        elide: Text.ElideRight
        size: Theme.text22
        strong: true
        text: bar.display.branchName
        visible: !truth.visible
        wrapMode: Text.NoWrap
    }

    // The server's machine was told by nobody what time it is.
    Label {
        id: unsure

        anchors.right: clock.left
        anchors.rightMargin: text ? Theme.space2 : 0
        anchors.verticalCenter: parent.verticalCenter
        secondary: true
        size: Theme.text16
        text: bar.display.clockUnsure ? qsTr("Time not checked") : ""
        visible: !truth.visible
        wrapMode: Text.NoWrap
    }

    Label {
        id: clock

        anchors.right: parent.right
        anchors.rightMargin: Theme.space5
        anchors.verticalCenter: parent.verticalCenter
        size: Theme.text22
        strong: true
        text: bar.display.clock
        visible: !truth.visible
    }

    TruthBar {
        id: truth

        anchors.fill: parent
        anchors.bottomMargin: Theme.space2
        display: bar.display
    }
}
