import QtQuick
import Kiosk.ViewModels
import TakeANumber.Controls
import TakeANumber.Theme

// What do you need? Tapping a queue gives the number.
KioskPage {
    id: page

    required property AidsViewModel aids
    required property HomeViewModel home
    required property KioskViewModel kiosk
    required property bool portrait
    // What of a tall screen lies above 1100 mm from the floor, where the kiosk stands as it should.
    readonly property real outOfReach: (aids.larger ? 204 : home.queueCount === 4 ? 270 : 306) * Theme.scale

    // How much of a wide screen the words take; two queues side by side need the room.
    readonly property real words: grid.columns > 1 ? 0.3 : 0.4

    spoken: [heading.text, what.text, home.namesAloud].filter(text => text !== "").join(". ")

    Label {
        id: branchName

        anchors.left: parent.left
        anchors.margins: Theme.space5
        anchors.top: parent.top
        secondary: true
        strong: true
        text: page.kiosk.branchName
        // Large letters leave no room for it on a tall screen, nor beside two columns.
        visible: !(page.aids.larger && (page.portrait || grid.columns > 1))
        width: greeting.width
    }

    Column {
        id: greeting

        anchors.left: parent.left
        anchors.leftMargin: Theme.space5
        spacing: Theme.space3
        width: page.portrait ? parent.width - 2 * Theme.space5 : parent.width * page.words - 2 * Theme.space5
        y: {
            const top = branchName.visible ? branchName.y + branchName.height : Theme.space2;
            const bottom = page.portrait ? grid.y + grid.height - grid.used : parent.height;
            return top + Math.max(page.aids.larger ? 0 : Theme.space2, (bottom - top - height) / 2);
        }

        Heading {
            id: heading

            size: page.aids.larger ? Theme.text22 : nobody.visible || byPhone.visible || !page.portrait && grid.columns > 1 ? Theme.text28 : Theme.text36
            text: page.home.changing !== "" ? qsTr("Which queue instead?") : qsTr("Welcome. What do you need today?")
            width: parent.width
        }

        Label {
            id: what

            secondary: true
            size: page.aids.larger || byPhone.visible ? Theme.text18 : Theme.text22
            text: {
                if (page.home.changing !== "")
                    return qsTr("You keep %1 until you tap another.").arg(page.home.changing);
                if (page.home.groupCount > 0)
                    return qsTr("Tap where yours is.");
                return page.home.queueCount === 1 ? qsTr("Tap to get your number.") : qsTr("Tap one to get your number.");
            }
            // Beside many queues the code needs its place.
            visible: !nobody.visible && !(byPhone.visible && !page.portrait && grid.columns > 1)
            width: parent.width
        }

        Label {
            id: nobody

            color: Theme.warn
            strong: true
            text: qsTr("Nobody is at the desks just now. You can take a number already.")
            visible: page.home.deskCount === 0
            width: parent.width
        }

        // The queues on this screen are the short way; whoever likes their phone better finds it here.
        Row {
            id: byPhone

            layoutDirection: page.LayoutMirroring.enabled ? Qt.RightToLeft : Qt.LeftToRight
            spacing: Theme.space3
            visible: page.home.joinUrl !== "" && page.home.changing === "" && !page.aids.larger && !nobody.visible
            width: parent.width

            QrCode {
                id: joinCode

                height: width
                objectName: "joinCode"
                text: page.home.joinUrl
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
        id: grid

        anchors.bottom: parent.bottom
        anchors.right: parent.right
        anchors.rightMargin: Theme.space5
        height: page.portrait ? parent.height - page.outOfReach : parent.height - Theme.space4
        aids: page.aids
        home: page.home
        portrait: page.portrait
        width: page.portrait ? parent.width - 2 * Theme.space5 : parent.width * (1 - page.words) - Theme.space5
    }
}
