import QtQuick
import Display.ViewModels
import TakeANumber.Controls
import TakeANumber.Theme

// That nobody is called, in the place of a call.
Item {
    id: nobody

    required property DisplayViewModel display
    // One line of a board for far away: no room for a picture.
    property bool wide: false

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
        spacing: nobody.wide ? Theme.space1 : Theme.space4
        width: parent.width - 2 * Theme.space6

        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            color: Theme.text2
            name: "clock"
            side: Theme.space8
            visible: !nobody.wide && nobody.height > 300 * Theme.scale
        }

        Heading {
            id: heading

            bold: true
            fontSizeMode: nobody.wide ? Text.HorizontalFit : Text.FixedSize
            horizontalAlignment: Text.AlignHCenter
            minimumPixelSize: 10
            size: nobody.wide ? 44 * Theme.scale : Math.min(38 * Theme.scale, nobody.width * 0.11)
            text: NobodyWords.title(nobody.display)
            width: parent.width
        }

        Label {
            fontSizeMode: nobody.wide ? Text.HorizontalFit : Text.FixedSize
            horizontalAlignment: Text.AlignHCenter
            minimumPixelSize: 10
            secondary: true
            size: nobody.wide ? Theme.text22 : Math.min(Theme.text28, nobody.width * 0.085)
            text: NobodyWords.rest(nobody.display)
            width: parent.width
        }
    }
}
