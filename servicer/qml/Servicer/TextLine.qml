import QtQuick
import QtQuick.Templates as T
import TakeANumber.Controls
import TakeANumber.Theme

// A field to write in, with what it is for above it.
Column {
    id: line

    required property string label
    property alias text: field.text
    property string fieldName: "words"
    property bool searched: false

    signal accepted

    function begin() {
        field.forceActiveFocus();
        field.selectAll();
    }

    spacing: 6 * Theme.scale

    Label {
        objectName: "label-" + line.fieldName
        size: Theme.text16
        strong: true
        text: line.label
        visible: text !== ""
        width: parent.width

        Accessible.ignored: true
    }

    T.TextField {
        id: field

        color: Theme.text
        font.capitalization: line.searched ? Font.AllUppercase : Font.MixedCase
        font.family: Theme.family
        font.pixelSize: Math.round(Theme.text18)
        height: 48 * Theme.scale
        horizontalAlignment: TextInput.AlignLeft
        leftPadding: Theme.space3
        maximumLength: line.searched ? 12 : 500
        objectName: line.fieldName
        rightPadding: Theme.space3
        selectByMouse: true
        selectedTextColor: Theme.accentInk
        selectionColor: Theme.accent
        verticalAlignment: TextInput.AlignVCenter
        width: parent.width

        Accessible.name: line.label
        Accessible.role: Accessible.EditableText

        background: Rectangle {
            border.color: field.activeFocus ? Theme.accent : Theme.control
            border.width: field.activeFocus ? 3 * Theme.scale : Math.max(1, 1.5 * Theme.scale)
            color: Theme.surface
            radius: Theme.radiusM
        }

        onAccepted: line.accepted()
    }
}
