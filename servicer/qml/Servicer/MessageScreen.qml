import QtQuick
import Servicer.ViewModels
import TakeANumber.Controls
import TakeANumber.Theme

// Before there is anything to do: starting, or not paired.
Item {
    id: message

    required property ConsoleViewModel status
    readonly property bool unpaired: status.screen === Terms.Shown.Unpaired
    readonly property bool offers: !unpaired && status.lost && status.mayFind

    Column {
        anchors.centerIn: parent
        spacing: Theme.space3
        width: Math.min(parent.width - 2 * Theme.space4, 480 * Theme.scale)

        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            color: Theme.text2
            name: "unplug"
            side: Theme.space7
            visible: message.height > 300
        }

        Heading {
            horizontalAlignment: Text.AlignHCenter
            size: message.height > 300 ? Theme.text28 : Theme.text18
            text: message.unpaired ? qsTr("Pair this console anew") : message.status.lost ? qsTr("The server does not answer") : qsTr("Connecting to the server …")
            width: parent.width
        }

        Label {
            horizontalAlignment: Text.AlignHCenter
            secondary: true
            size: message.height > 300 ? Theme.text18 : Theme.text14
            text: !message.unpaired && message.status.lost ? message.offers ? qsTr("It goes on by itself as soon as the server is back. If that has another address now, find it again.") : qsTr("It goes on by itself as soon as the server is back.") : !message.unpaired ? qsTr("This takes a moment when the server starts.") : message.status.wrongRole ? qsTr("Its token is that of another kind of device. “takeanumber device add console” makes one for a console.") : qsTr("The server does not know its token. “takeanumber device add console” makes a new one.")
            width: parent.width
        }

        Button {
            anchors.horizontalCenter: parent.horizontalCenter
            objectName: "find-server"
            symbol: "search"
            text: qsTr("Find the server again")
            visible: message.offers
            width: Math.min(parent.width, 400 * Theme.scale)

            onClicked: message.status.findWanted()
        }
    }
}
