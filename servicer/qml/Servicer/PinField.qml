pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import TakeANumber.Theme

// A PIN, a box for each digit: four, and more as they are typed. Its digits read from left to right in every language.
Item {
    id: pin

    property alias text: field.text
    property string label: ""
    property real side: 56 * Theme.scale
    readonly property int boxes: Math.max(4, Math.min(field.maximumLength, field.text.length < 4 ? 4 : field.text.length + (field.activeFocus ? 1 : 0)))
    readonly property real gap: 12 * Theme.scale * Math.min(1, 4 / boxes)
    readonly property real box: Math.min(side, (width - (boxes - 1) * gap) / boxes)

    signal accepted

    function begin() {
        field.forceActiveFocus();
    }

    function take(digit: string) {
        if (!field.enabled)
            return;
        field.forceActiveFocus();
        field.insert(field.length, digit);
    }

    function clear() {
        field.clear();
    }

    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: false
    implicitHeight: side * 8 / 7

    Row {
        anchors.left: Application.layoutDirection === Qt.RightToLeft ? undefined : parent.left
        anchors.right: Application.layoutDirection === Qt.RightToLeft ? parent.right : undefined
        height: parent.height
        layoutDirection: Qt.LeftToRight
        spacing: pin.gap

        Repeater {
            model: pin.boxes

            Rectangle {
                id: cell

                required property int index
                readonly property bool next: field.activeFocus && index === field.text.length

                border.color: next ? Theme.accent : Theme.control
                border.width: next ? 3 * Theme.scale : Math.max(1, 1.5 * Theme.scale)
                color: field.enabled ? Theme.surface : Theme.sunken
                height: parent.height
                radius: Math.min(Theme.radiusM, width / 4)
                width: pin.box

                Rectangle {
                    anchors.centerIn: parent
                    color: Theme.text
                    height: width
                    radius: width / 2
                    visible: cell.index < field.text.length
                    width: 12 * Theme.scale
                }

                Rectangle {
                    anchors.centerIn: parent
                    color: Theme.accent
                    height: parent.height / 2
                    visible: cell.next
                    width: 3 * Theme.scale
                }
            }
        }
    }

    T.TextField {
        id: field

        anchors.fill: parent
        color: "transparent"
        cursorDelegate: Item {}
        echoMode: TextInput.Password
        font.pixelSize: 1
        inputMethodHints: Qt.ImhDigitsOnly | Qt.ImhSensitiveData
        maximumLength: 12
        objectName: "pin"
        selectedTextColor: "transparent"
        selectionColor: "transparent"
        validator: RegularExpressionValidator {
            regularExpression: /[0-9]*/
        }

        // Qt gives a password's field no name; screen readers then say the description.
        Accessible.description: pin.label
        Accessible.passwordEdit: true
        Accessible.role: Accessible.EditableText

        onAccepted: pin.accepted()
    }
}
