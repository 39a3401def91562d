import QtQuick
import Display.ViewModels
import TakeANumber.Controls
import TakeANumber.Theme

// That nobody is called, in the place of a call.
Item {
    id: nobody

    required property DisplayViewModel display

    objectName: "hero"

    Accessible.name: heading.text
    Accessible.role: Accessible.AlertMessage

    Rectangle {
        anchors.fill: parent
        border.color: Theme.line
        border.width: Math.max(1, Theme.scale / 2)
        color: Theme.surface
        radius: 16 * Theme.scale
    }

    Column {
        anchors.centerIn: parent
        spacing: Theme.space4
        width: parent.width - 2 * Theme.space6

        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            color: Theme.text2
            name: "clock"
            side: Theme.space8
        }

        Heading {
            id: heading

            bold: true
            horizontalAlignment: Text.AlignHCenter
            text: NobodyWords.title(nobody.display)
            width: parent.width
        }

        Label {
            horizontalAlignment: Text.AlignHCenter
            secondary: true
            size: Theme.text28
            text: NobodyWords.rest(nobody.display)
            width: parent.width
        }
    }
}
