import QtQuick
import Kiosk.ViewModels
import TakeANumber.Controls
import TakeANumber.Theme

// What do you need? Tapping a queue gives the number.
Item {
    id: home

    required property KioskViewModel kiosk
    required property bool portrait
    // What of a tall screen lies above 1100 mm from the floor, where the kiosk stands as it should.
    readonly property real outOfReach: 306 * Theme.scale

    Label {
        id: branchName

        anchors.left: parent.left
        anchors.margins: Theme.space5
        anchors.top: parent.top
        secondary: true
        strong: true
        text: home.kiosk.branchName
        width: greeting.width
    }

    Column {
        id: greeting

        anchors.left: parent.left
        anchors.leftMargin: Theme.space5
        spacing: Theme.space3
        width: home.portrait ? parent.width - 2 * Theme.space5 : parent.width * 0.4 - 2 * Theme.space5
        y: {
            const top = branchName.y + branchName.height;
            const bottom = home.portrait ? queues.y + queues.height - queues.used : parent.height;
            return top + Math.max(Theme.space4, (bottom - top - height) / 2);
        }

        Heading {
            text: qsTr("Welcome. What do you need today?")
            width: parent.width
        }

        Label {
            secondary: true
            size: Theme.text22
            text: home.kiosk.queueCount === 1 ? qsTr("Tap to get your number.") : qsTr("Tap one to get your number.")
            width: parent.width
        }

        Label {
            color: Theme.warn
            strong: true
            text: qsTr("Nobody is at the desks just now. You can take a number already.")
            visible: home.kiosk.deskCount === 0
            width: parent.width
        }
    }

    QueueGrid {
        id: queues

        anchors.bottom: parent.bottom
        anchors.right: parent.right
        anchors.rightMargin: Theme.space5
        height: home.portrait ? parent.height - home.outOfReach : parent.height - Theme.space4
        kiosk: home.kiosk
        width: home.portrait ? parent.width - 2 * Theme.space5 : parent.width * 0.6 - Theme.space5
    }
}
