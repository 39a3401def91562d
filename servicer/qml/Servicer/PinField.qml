pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import TakeANumber.Theme

// A PIN, a dot for each digit typed; how many there are to be is not said, since that is up to the branch. The dots go on
// where reading goes on, and the caret after them.
Item {
    id: pin

    property alias text: field.text
    property string label: ""
    property real side: 56 * Theme.scale
    // Whether the last one was not right.
    property bool wrong: false

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

    Rectangle {
        anchors.fill: parent
        border.color: field.activeFocus ? Theme.accent : pin.wrong ? Theme.danger : Theme.control
        border.width: field.activeFocus ? 3 * Theme.scale : Math.max(1, 1.5 * Theme.scale)
        color: field.enabled ? Theme.surface : Theme.sunken
        radius: Theme.radiusM
    }

    Row {
        id: dots

        readonly property real dot: 12 * Theme.scale
        // All the digits that a PIN may have fit.
        readonly property real step: Math.min(28 * Theme.scale, (pin.width - 2 * Theme.space4) / (field.maximumLength + 1))

        anchors.left: Application.layoutDirection === Qt.RightToLeft ? undefined : parent.left
        anchors.leftMargin: Theme.space4
        anchors.right: Application.layoutDirection === Qt.RightToLeft ? parent.right : undefined
        anchors.rightMargin: Theme.space4
        height: parent.height
        layoutDirection: Application.layoutDirection
        spacing: dots.step - dots.dot

        Repeater {
            model: field.text.length

            Rectangle {
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.text
                height: width
                objectName: "pinDot"
                radius: width / 2
                width: dots.dot
            }
        }

        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.accent
            height: parent.height / 2
            objectName: "pinCaret"
            visible: field.activeFocus
            width: 3 * Theme.scale
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
