pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.ViewModels
import TakeANumber.Controls
import TakeANumber.Theme

// All queues, or their groups, and the ways back and to help, as large as the place allows.
Item {
    id: grid

    required property KioskViewModel kiosk
    required property bool portrait
    readonly property bool grouped: kiosk.groupCount > 0
    readonly property int count: grouped ? kiosk.groupCount : kiosk.queueCount
    readonly property bool dense: count > 4 || kiosk.lower && portrait || !portrait && count > 3 || kiosk.larger && count > (portrait ? 3 : 2)
    readonly property int shape: count === 1 ? QueueButton.Giant : !dense ? QueueButton.Row : portrait ? QueueButton.Tile : QueueButton.Slim
    readonly property int columns: dense && count > 1 && !grouped ? 2 : 1
    readonly property int lines: Math.ceil(count / columns)
    readonly property real gap: Theme.space2
    readonly property real room: (height - help.height - gap * lines) / Math.max(1, lines)
    readonly property real least: (Theme.space8 + Theme.space4) * (kiosk.larger ? 1.3 : 1)
    readonly property real most: grouped ? 200 * Theme.scale : kiosk.lower && portrait ? least * (count === 1 ? 2.5 : 1.3) : shape === QueueButton.Row ? 108 * Theme.scale * Theme.letters : dense && count > 1 ? 120 * Theme.scale * Theme.letters : height
    readonly property real used: queues.height + help.height
    readonly property real cellHeight: Math.max(least, Math.min(most, room))
    readonly property bool mayGoBack: kiosk.inGroup || kiosk.changing !== ""

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
            columnSpacing: grid.gap
            columns: grid.columns
            rowSpacing: grid.gap
            width: parent.width

            Repeater {
                model: grid.kiosk.groups

                GroupButton {
                    height: grid.cellHeight
                    width: queues.width

                    onClicked: grid.kiosk.groupTapped(group)
                }
            }

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
        height: Math.max(Theme.space6 + Theme.space1, implicitContentHeight + Theme.space2)
        objectName: grid.mayGoBack ? "back" : "help"
        text: !grid.mayGoBack ? qsTr("I don’t know, please help") : grid.kiosk.inGroup ? qsTr("Back to all queues") : qsTr("Keep %1").arg(grid.kiosk.changing)
        textSize: Theme.text22

        onClicked: {
            if (grid.mayGoBack)
                grid.kiosk.backTapped();
            else
                grid.kiosk.helpTapped();
        }
    }
}
