pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import TakeANumber.Controls
import TakeANumber.Theme

// What is done next: the one filled button of the screen, with its keys at its end.
T.Button {
    id: button

    property list<string> keys: []
    property real textSize: Theme.text28
    // Whether there is something to press; it looks so below a sheet too, where nothing can be pressed.
    property bool offered: true
    readonly property color ink: offered ? Theme.accentInk : Theme.text2

    enabled: offered
    focusPolicy: Qt.StrongFocus
    horizontalPadding: Theme.space4

    Accessible.description: keys.join(Apart.comma)
    Accessible.name: text
    Accessible.role: Accessible.Button

    Keys.onEnterPressed: button.clicked()
    Keys.onReturnPressed: button.clicked()
    // With Ctrl it is another key, which does nothing.
    Keys.onSpacePressed: event => event.accepted = (event.modifiers & Qt.ControlModifier) !== 0

    background: Rectangle {
        border.color: Theme.control
        border.width: Theme.mode === Theme.Contrast && !button.offered ? Math.max(1, Theme.scale) : 0
        color: !button.offered ? Theme.sunken : button.down ? Qt.darker(Theme.accent, 1.25) : Theme.accent
        radius: Theme.radiusM

        Rectangle {
            anchors.fill: parent
            anchors.margins: -6 * Theme.scale
            border.color: Theme.accent
            border.width: 3 * Theme.scale
            color: "transparent"
            radius: parent.radius + 6 * Theme.scale
            visible: button.activeFocus && button.offered
        }
    }
    contentItem: Item {
        FitLabel {
            // In the middle of the button, and where the keys leave too little room for that, beside them.
            readonly property real beside: caps.visible ? caps.width + Theme.space3 : 0
            readonly property real room: parent.width - 2 * beside

            anchors.left: parent.left
            anchors.leftMargin: implicitWidth <= room ? beside : 0
            anchors.right: parent.right
            anchors.rightMargin: beside
            anchors.verticalCenter: parent.verticalCenter
            color: button.ink
            horizontalAlignment: Text.AlignHCenter
            size: button.textSize
            strong: true
            text: button.text

            Accessible.ignored: true
        }

        Row {
            id: caps

            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.space1
            visible: button.offered && button.keys.length > 0

            Repeater {
                model: button.keys

                KeyCap {
                    required property string modelData

                    ink: button.ink
                    keys: modelData
                    outlined: true
                }
            }
        }
    }
}
