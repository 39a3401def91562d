import QtQuick
import Display.ViewModels
import TakeANumber.Controls
import TakeANumber.Theme

// What stands in the place of the board: closed, not connected yet, or not known to the server.
Item {
    id: message

    required property DisplayViewModel display
    readonly property bool closed: display.screen === Terms.Shown.Closed
    readonly property bool refused: display.screen === Terms.Shown.Refused
    readonly property string opening: OpeningWords.told(display.opensAt, display.opensInDays, display.opensWeekday)

    Accessible.name: what.text
    Accessible.role: Accessible.AlertMessage

    Column {
        anchors.centerIn: parent
        spacing: Theme.space4
        width: Math.min(parent.width - 2 * Theme.space6, 760 * Theme.scale)

        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            color: Theme.text2
            name: message.closed ? "clock" : "unplug"
            side: Theme.space8
        }

        Heading {
            id: what

            horizontalAlignment: Text.AlignHCenter
            size: Theme.text48
            text: message.closed ? qsTr("We are closed") : message.refused ? qsTr("This display is not registered") : message.display.truth >= Terms.Truth.Old ? qsTr("No connection") : qsTr("Connecting …")
            width: parent.width
        }

        Label {
            horizontalAlignment: Text.AlignHCenter
            secondary: true
            size: Theme.text28
            text: message.closed ? message.opening : message.refused ? qsTr("Staff: please pair it again. The server does not know its token.") : qsTr("Please listen for staff. The board appears by itself.")
            width: parent.width
        }
    }
}
