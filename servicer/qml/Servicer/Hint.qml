import QtQuick
import QtQuick.Templates as T
import TakeANumber.Controls
import TakeANumber.Theme

// A sentence above what it tells of; it takes no press away.
T.Popup {
    id: hint

    required property Item owner
    required property string text

    closePolicy: T.Popup.NoAutoClose
    margins: Theme.space2
    padding: Theme.space3
    parent: owner
    visible: true
    width: 260 * Theme.scale
    x: owner.width - width
    y: -height - Theme.space2

    background: Rectangle {
        color: Theme.text
        radius: Theme.radiusS
    }
    contentItem: Label {
        color: Theme.bg
        objectName: "hint"
        size: Theme.text14
        text: hint.text
        wrapMode: Text.Wrap
    }
}
