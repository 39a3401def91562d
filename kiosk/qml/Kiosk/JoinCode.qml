import QtQuick
import TakeANumber.Controls

// The code with which a phone on site takes a number, and what it is for.
Item {
    id: join

    required property string url

    implicitHeight: code.height

    QrCode {
        id: code

        anchors.left: parent.left
        height: width
        objectName: "joinCode"
        text: join.url
        width: 196 * Panel.px
    }

    Label {
        anchors.left: code.right
        anchors.leftMargin: Panel.gap
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        objectName: "joinCaption"
        secondary: true
        size: Panel.small
        text: qsTr("Or scan this and take your number on your phone.")
    }
}
