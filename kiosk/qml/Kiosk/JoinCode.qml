import QtQuick
import TakeANumber.Controls

// The code with which a phone on site takes a number, and what it is for.
Item {
    id: join

    required property string url
    // Whether there is little room for words.
    property bool brief: false

    implicitHeight: Math.max(code.height, brief ? 0 : words.implicitHeight)

    QrCode {
        id: code

        anchors.left: parent.left
        anchors.verticalCenter: parent.verticalCenter
        height: width
        objectName: "joinCode"
        text: join.url
        width: 196 * Panel.px
    }

    Label {
        id: words

        anchors.left: code.right
        anchors.leftMargin: Panel.gap
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        fontSizeMode: join.brief ? Text.Fit : Text.FixedSize
        height: join.brief ? code.height : implicitHeight
        minimumPixelSize: Math.round(size * 0.7)
        objectName: "joinCaption"
        secondary: true
        size: Panel.small
        verticalAlignment: Text.AlignVCenter
        text: join.brief ? qsTr("Or scan: number on your phone") : qsTr("Or scan this and take your number on your phone.")
    }
}
