import QtQuick
import QtQuick.Templates as T
import TakeANumber.Controls
import TakeANumber.Theme

// A few queues behind one button.
T.AbstractButton {
    id: button

    required property int group
    required property string letters
    required property string names

    focusPolicy: Qt.StrongFocus
    objectName: "group-" + group
    padding: Theme.space4

    Accessible.description: letters
    Accessible.name: names
    Accessible.role: Accessible.Button

    background: Rectangle {
        border.color: button.visualFocus ? Theme.accent : Theme.control
        border.width: (button.visualFocus ? 3 : 1.5) * Math.max(1, Theme.scale / 2)
        color: button.down ? Theme.sunken : Theme.surface
        radius: Theme.radiusM
    }
    contentItem: Item {
        Column {
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.space1

            Label {
                color: Theme.accent
                size: Theme.text22
                strong: true
                text: button.letters
                width: parent.width
            }

            Label {
                strong: true
                text: button.names
                width: parent.width
            }
        }
    }
}
