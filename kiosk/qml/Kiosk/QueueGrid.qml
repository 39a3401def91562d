pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.ViewModels
import TakeANumber.Controls
import TakeANumber.Theme

// All queues and the way to ask for help, as large as the place allows.
Item {
    id: grid

    required property KioskViewModel kiosk
    readonly property int count: kiosk.queueCount
    readonly property int shape: count === 1 ? QueueButton.Giant : count <= 4 ? QueueButton.Row : QueueButton.Tile
    readonly property int columns: shape === QueueButton.Tile ? 2 : 1
    readonly property int lines: Math.ceil(count / columns)
    readonly property real gap: Theme.space2
    readonly property real room: (height - help.height - gap * lines) / Math.max(1, lines)
    readonly property real least: Theme.space8 + Theme.space4
    readonly property real most: shape === QueueButton.Row ? 108 * Theme.scale : shape === QueueButton.Tile ? 120 * Theme.scale : height
    readonly property real used: queues.height + help.height
    readonly property real cellHeight: Math.max(least, Math.min(most, room))

    Flickable {
        id: queues

        readonly property real wanted: grid.lines * (grid.cellHeight + grid.gap)

        anchors.bottom: help.top
        anchors.left: parent.left
        anchors.right: parent.right
        clip: contentHeight > height
        contentHeight: wanted - grid.gap
        height: Math.min(wanted, grid.height - help.height)
        interactive: contentHeight > height

        Grid {
            columns: grid.columns
            rowSpacing: grid.gap
            columnSpacing: grid.gap
            width: parent.width

            Repeater {
                model: grid.kiosk.queues

                QueueButton {
                    height: grid.cellHeight
                    shape: grid.shape
                    width: (queues.width - (grid.columns - 1) * grid.gap) / grid.columns

                    onClicked: grid.kiosk.queueTapped(slug)
                }
            }
        }
    }

    Button {
        id: help

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        height: Theme.space6 + Theme.space1
        objectName: "help"
        text: qsTr("I don’t know, please help")
        textSize: Theme.text22

        onClicked: grid.kiosk.helpTapped()
    }
}
