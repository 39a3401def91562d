import QtQuick
import TakeANumber.Controls
import TakeANumber.Theme

// What do you need? Tapping a queue gives the number.
KioskPage {
    id: home

    required property bool portrait
    // What of a tall screen lies above 1100 mm from the floor, where the kiosk stands as it should.
    readonly property real outOfReach: (kiosk.larger ? 204 : kiosk.queueCount === 4 ? 270 : 306) * Theme.scale

    // How much of a wide screen the words take; two queues side by side need the room.
    readonly property real words: queues.columns > 1 ? 0.3 : 0.4

    spoken: [heading.text, what.text, kiosk.namesAloud].filter(text => text !== "").join(". ")

    Label {
        id: branchName

        anchors.left: parent.left
        anchors.margins: Theme.space5
        anchors.top: parent.top
        secondary: true
        strong: true
        text: home.kiosk.branchName
        // Large letters leave no room for it on a tall screen, nor beside two columns.
        visible: !(home.kiosk.larger && (home.portrait || queues.columns > 1))
        width: greeting.width
    }

    Column {
        id: greeting

        anchors.left: parent.left
        anchors.leftMargin: Theme.space5
        spacing: Theme.space3
        width: home.portrait ? parent.width - 2 * Theme.space5 : parent.width * home.words - 2 * Theme.space5
        y: {
            const top = branchName.visible ? branchName.y + branchName.height : Theme.space2;
            const bottom = home.portrait ? queues.y + queues.height - queues.used : parent.height;
            return top + Math.max(home.kiosk.larger ? 0 : Theme.space2, (bottom - top - height) / 2);
        }

        Heading {
            id: heading

            size: home.kiosk.larger ? Theme.text22 : nobody.visible || byPhone.visible || !home.portrait && queues.columns > 1 ? Theme.text28 : Theme.text36
            text: home.kiosk.changing !== "" ? qsTr("Which queue instead?") : qsTr("Welcome. What do you need today?")
            width: parent.width
        }

        Label {
            id: what

            secondary: true
            size: home.kiosk.larger || byPhone.visible ? Theme.text18 : Theme.text22
            text: {
                if (home.kiosk.changing !== "")
                    return qsTr("You keep %1 until you tap another.").arg(home.kiosk.changing);
                if (home.kiosk.groupCount > 0)
                    return qsTr("Tap where yours is.");
                return home.kiosk.queueCount === 1 ? qsTr("Tap to get your number.") : qsTr("Tap one to get your number.");
            }
            // Beside many queues the code needs its place.
            visible: !nobody.visible && !(byPhone.visible && !home.portrait && queues.columns > 1)
            width: parent.width
        }

        Label {
            id: nobody

            color: Theme.warn
            strong: true
            text: qsTr("Nobody is at the desks just now. You can take a number already.")
            visible: home.kiosk.deskCount === 0
            width: parent.width
        }

        // The queues on this screen are the short way; whoever likes their phone better finds it here.
        Row {
            id: byPhone

            layoutDirection: home.LayoutMirroring.enabled ? Qt.RightToLeft : Qt.LeftToRight
            spacing: Theme.space3
            visible: home.kiosk.joinUrl !== "" && home.kiosk.changing === "" && !home.kiosk.larger && !nobody.visible
            width: parent.width

            QrCode {
                id: joinCode

                height: width
                objectName: "joinCode"
                text: home.kiosk.joinUrl
                width: 84 * Theme.scale
            }

            Label {
                anchors.verticalCenter: parent.verticalCenter
                secondary: true
                size: Theme.text16
                text: qsTr("Or scan this and take your number on your phone.")
                width: parent.width - joinCode.width - byPhone.spacing
            }
        }
    }

    QueueGrid {
        id: queues

        anchors.bottom: parent.bottom
        anchors.right: parent.right
        anchors.rightMargin: Theme.space5
        height: home.portrait ? parent.height - home.outOfReach : parent.height - Theme.space4
        kiosk: home.kiosk
        portrait: home.portrait
        width: home.portrait ? parent.width - 2 * Theme.space5 : parent.width * (1 - home.words) - Theme.space5
    }
}
