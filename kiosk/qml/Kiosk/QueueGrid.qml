pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.ViewModels
import TakeANumber.Controls
import TakeANumber.Theme

// All queues, or their groups, and the ways back and to help, as large as the place allows.
Item {
    id: grid

    required property AidsViewModel aids
    required property HomeViewModel home
    required property bool portrait
    readonly property bool grouped: home.groupCount > 0
    readonly property int count: grouped ? home.groupCount : home.queueCount
    readonly property bool dense: count > 4 || aids.lower && portrait || !portrait && count > 3 || aids.larger && count > (portrait ? 3 : 2)
    readonly property int shape: count === 1 ? QueueButton.Giant : !dense ? QueueButton.Row : portrait ? QueueButton.Tile : QueueButton.Slim
    readonly property int columns: dense && count > 1 && !grouped ? 2 : 1
    readonly property int lines: Math.ceil(count / columns)
    readonly property real gap: Theme.space2
    readonly property real room: (height - help.height - gap * lines) / Math.max(1, lines)
    readonly property real least: (Theme.space8 + Theme.space4) * (aids.larger ? 1.3 : 1)
    readonly property real most: grouped ? 200 * Theme.scale : aids.lower && portrait ? least * (count === 1 ? 2.5 : 1.3) : shape === QueueButton.Row ? 108 * Theme.scale * Theme.letters : dense && count > 1 ? 120 * Theme.scale * Theme.letters : height
    readonly property real used: list.height + help.height
    readonly property real cellHeight: Math.max(least, Math.min(most, room))
    readonly property bool mayGoBack: home.inGroup || home.changing !== ""

    Flickable {
        id: list

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
                model: grid.home.groups

                GroupButton {
                    height: grid.cellHeight
                    width: list.width

                    onClicked: grid.home.groupTapped(group)
                }
            }

            Repeater {
                model: grid.home.queues

                QueueButton {
                    height: grid.cellHeight
                    shape: grid.shape
                    width: (list.width - (grid.columns - 1) * grid.gap) / grid.columns

                    onClicked: grid.home.queueTapped(slug)
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
        text: !grid.mayGoBack ? qsTr("I don’t know, please help") : grid.home.inGroup ? qsTr("Back to all queues") : qsTr("Keep %1").arg(grid.home.changing)
        textSize: Theme.text22

        onClicked: {
            if (grid.mayGoBack)
                grid.home.backTapped();
            else
                grid.home.helpTapped();
        }
    }
}
