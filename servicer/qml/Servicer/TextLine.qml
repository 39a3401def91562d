import QtQuick
import QtQuick.Templates as T
import TakeANumber.Controls
import TakeANumber.Theme

// A field to write in, with what it is for above it or before it.
Item {
    id: line

    required property string label
    // The label stands before the field and not above it.
    property bool beside: false
    property real before: 110 * Theme.scale
    property alias text: field.text
    property string fieldName: "words"
    property bool searched: false
    // In which language one writes here, where that is known.
    property string language: ""
    // Whether it is read from the right: by its language, else by what is written, else as everything around it.
    readonly property bool fromTheRight: language !== "" ? Qt.locale(language).textDirection === Qt.RightToLeft : mirrored || Apart.fromTheRight(text)
    readonly property bool mirrored: Application.layoutDirection === Qt.RightToLeft

    signal accepted

    function begin() {
        field.forceActiveFocus();
        field.selectAll();
    }

    implicitHeight: field.y + field.height

    Label {
        id: title

        anchors.left: parent.left
        anchors.verticalCenter: line.beside ? field.verticalCenter : undefined
        objectName: "label-" + line.fieldName
        size: Theme.text16
        strong: true
        text: line.label
        width: line.beside ? line.before : parent.width

        Accessible.ignored: true
    }

    T.TextField {
        id: field

        anchors.right: parent.right
        color: Theme.text
        font.capitalization: line.searched ? Font.AllUppercase : Font.MixedCase
        font.family: Theme.family
        font.pixelSize: Math.round(Theme.text18)
        height: 48 * Theme.scale
        // Left is where lines begin, on the right in a mirrored window.
        horizontalAlignment: line.fromTheRight === line.mirrored ? TextInput.AlignLeft : TextInput.AlignRight
        leftPadding: Theme.space3
        maximumLength: line.searched ? 12 : 500
        objectName: line.fieldName
        rightPadding: Theme.space3
        selectByMouse: true
        selectedTextColor: Theme.accentInk
        selectionColor: Theme.accent
        verticalAlignment: TextInput.AlignVCenter
        width: parent.width - (line.beside ? line.before + Theme.space2 : 0)
        y: line.beside ? 0 : title.height + 6 * Theme.scale

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
