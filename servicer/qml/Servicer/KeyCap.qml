import QtQuick
import TakeANumber.Controls
import TakeANumber.Theme

// A key as it is printed on a keyboard; it stands alone, so that no word of another direction moves its letters.
Rectangle {
    id: cap

    required property string keys
    property color ink: Theme.text2
    // Only a line around it, for where it stands on a filled button.
    property bool outlined: false

    border.color: outlined ? ink : Theme.line
    border.width: outlined || Theme.mode === Theme.Contrast ? Math.max(1, Theme.scale) : 0
    color: outlined ? "transparent" : Theme.sunken
    implicitHeight: 22 * Theme.scale
    implicitWidth: label.implicitWidth + 14 * Theme.scale
    radius: Theme.radiusS * 0.75

    Label {
        id: label

        anchors.centerIn: parent
        color: cap.ink
        size: Theme.text14
        text: cap.keys
        wrapMode: Text.NoWrap

        Accessible.ignored: true
    }
}
