import QtQuick
import Display.ViewModels
import TakeANumber.Controls
import TakeANumber.Theme

// Where one is and what time it is there; for a moment, that the server is not heard.
Item {
    id: bar

    required property DisplayViewModel display

    height: Theme.space7 + Theme.space1

    Item {
        id: mark

        anchors.left: parent.left
        anchors.leftMargin: Theme.space5
        anchors.verticalCenter: parent.verticalCenter
        height: 28 * Theme.scale
        visible: bar.display.branchName !== ""
        width: logo.shown ? logo.width : height

        Image {
            id: logo

            readonly property bool shown: status === Image.Ready

            fillMode: Image.PreserveAspectFit
            height: parent.height
            mipmap: true
            objectName: "logo"
            source: bar.display.logo
            visible: shown
            width: Math.min(4 * height, height * implicitWidth / Math.max(1, implicitHeight))
        }

        Rectangle {
            anchors.fill: parent
            color: Theme.accent
            radius: 6 * Theme.scale
            visible: !logo.shown

            TileLetter {
                color: Theme.accentInk
                share: Theme.text18 / parent.height
                text: bar.display.branchName.charAt(0)
            }
        }
    }

    Label {
        anchors.left: mark.right
        anchors.leftMargin: Theme.space3
        anchors.right: unsure.left
        anchors.rightMargin: Theme.space4
        anchors.verticalCenter: parent.verticalCenter
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 10
        objectName: "branch"
        size: Theme.text22
        strong: true
        text: bar.display.branchName
        wrapMode: Text.NoWrap
    }

    // The server has not been heard for some seconds.
    Label {
        id: unsure

        anchors.right: clock.left
        anchors.rightMargin: text ? Theme.space4 : 0
        anchors.verticalCenter: parent.verticalCenter
        secondary: true
        size: Theme.text16
        text: bar.display.branchName !== "" && bar.display.truth === Terms.Truth.Unsure ? qsTr("Reconnecting …") : ""
        wrapMode: Text.NoWrap
    }

    Label {
        id: clock

        anchors.right: parent.right
        anchors.rightMargin: Theme.space5
        anchors.verticalCenter: parent.verticalCenter
        objectName: "clock"
        size: 23 * Theme.scale
        strong: true
        text: bar.display.clock
    }
}
