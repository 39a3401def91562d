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
    readonly property color ink: down ? Theme.accentInk : Theme.text

    focusPolicy: Qt.StrongFocus
    objectName: "group-" + group
    padding: 28 * Panel.px
    verticalPadding: 16 * Panel.px

    Accessible.description: letters
    Accessible.name: names
    Accessible.role: Accessible.Button

    background: Rectangle {
        border.color: button.visualFocus ? Theme.accent : Theme.control
        border.width: (button.visualFocus ? 5 : 3) * Panel.px
        color: button.down ? Theme.accent : Theme.surface
        radius: 24 * Panel.px
    }
    contentItem: Item {
        Column {
            anchors.left: parent.left
            anchors.right: more.left
            anchors.verticalCenter: parent.verticalCenter
            spacing: 4 * Panel.px

            Label {
                id: initials

                color: button.down ? Theme.accentInk : Theme.accent
                size: 50 * Panel.px
                strong: true
                text: button.letters
                width: parent.width
            }

            Label {
                color: button.ink
                fontSizeMode: Text.Fit
                height: Math.min(implicitHeight, button.availableHeight - initials.height - parent.spacing)
                minimumPixelSize: Math.round(size * 0.6)
                size: 41 * Panel.px
                strong: true
                text: button.names
                width: parent.width
            }
        }

        Icon {
            id: more

            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            color: button.down ? Theme.accentInk : Theme.text2
            mirrors: true
            name: "chevron-right"
            side: 56 * Panel.px
        }
    }
}
