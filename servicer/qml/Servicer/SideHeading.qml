import QtQuick
import TakeANumber.Controls
import TakeANumber.Theme

// What a list at the side is of, and how many are in it.
Item {
    id: heading

    required property string title
    required property int count

    implicitHeight: words.implicitHeight + Theme.space4

    FitLabel {
        id: words

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: number.left
        anchors.rightMargin: Theme.space2
        secondary: true
        size: Theme.text16
        strong: true
        text: heading.title
    }

    Label {
        id: number

        anchors.bottom: parent.bottom
        anchors.right: parent.right
        secondary: true
        size: Theme.text16
        strong: true
        text: heading.count
        wrapMode: Text.NoWrap
    }
}
