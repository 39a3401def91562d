pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.ViewModels
import TakeANumber.Controls

// All queues, or their groups, and below them the ways to priority, help, back, and to more queues.
Item {
    id: grid

    required property AidsViewModel aids
    required property HomeViewModel home
    required property PriorityViewModel priority
    // Whether the branch's own line takes some of a wide screen's height.
    property bool tight: false
    readonly property bool grouped: home.groupCount > 0
    readonly property int count: grouped ? home.groupCount : home.queueCount
    readonly property bool low: aids.lower && !aids.larger && !grouped
    // Four are rows, too, where a tall screen has the height: across all of it a long word keeps its size.
    readonly property bool tall: Panel.portrait && count === 4 && (height - (112 + 4 * 16) * Panel.px) / count >= 168 * Panel.px
    // Rows of one, cards of two or three beside each other; lower controls have two lines at most.
    readonly property int columns: grouped || aids.larger || !low && (count < 4 || tall) || count === 1 ? 1 : count > (low ? 4 : 6) ? 3 : 2
    readonly property int shape: columns === 1 ? QueueButton.Row : columns === 2 ? QueueButton.Card : Panel.portrait ? QueueButton.Small : QueueButton.Slim
    readonly property int lines: Math.ceil(count / columns)
    readonly property real gap: Panel.gap * (columns === 3 ? 0.75 : 1)
    readonly property real room: (height - under.height - gap * lines) / Math.max(1, lines)
    readonly property real usual: {
        switch (shape) {
        case QueueButton.Row:
            return grouped ? 300 : aids.larger ? 292 : count === 1 ? 340 : Panel.portrait ? 240 : 228;
        case QueueButton.Slim:
            return 192;
        default:
            return 248;
        }
    }
    readonly property real cellHeight: Math.min(usual * Panel.px, room)
    readonly property real used: cells.height + gap + under.height
    readonly property bool mayGoBack: home.inGroup || home.changing !== "" || priority.name !== ""

    Grid {
        id: cells

        anchors.bottom: under.top
        anchors.bottomMargin: grid.gap
        anchors.left: parent.left
        anchors.right: parent.right
        columnSpacing: grid.gap
        columns: grid.columns
        rowSpacing: grid.gap

        Repeater {
            model: grid.home.groups

            GroupButton {
                height: grid.cellHeight
                width: grid.width

                onClicked: grid.home.groupTapped(group)
            }
        }

        Repeater {
            model: grid.home.queues

            QueueButton {
                height: grid.cellHeight
                shape: grid.shape
                width: (grid.width - (grid.columns - 1) * grid.gap) / grid.columns

                onClicked: grid.home.queueTapped(slug)
            }
        }
    }

    Row {
        id: under

        readonly property int count: (back.visible ? 1 : 0) + (needed.visible ? 1 : 0) + (help.visible ? 1 : 0) + (more.visible ? 1 : 0)
        readonly property bool dense: count > 2
        readonly property real cell: (width - spacing * (count - 1)) / Math.max(1, count)
        readonly property real tallest: Math.max(...[back, needed, help, more].filter(each => each.visible).map(each => each.natural))

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        height: tallest
        spacing: grid.gap

        UnderButton {
            id: back

            dense: false
            objectName: "back"
            symbol: "chevron-left"
            symbolMirrors: true
            text: grid.home.inGroup ? qsTr("Back to all queues") : grid.home.changing !== "" ? qsTr("Keep %1").arg(Apart.word(grid.home.changing)) : qsTr("Back, without priority")
            visible: grid.mayGoBack

            onClicked: grid.home.backTapped()
        }

        UnderButton {
            id: needed

            dense: under.dense
            objectName: "priority"
            symbol: "chevrons-up"
            text: dense ? qsTr("Priority") : qsTr("I need priority")
            visible: grid.priority.offered && !grid.mayGoBack

            onClicked: grid.priority.asked()
        }

        UnderButton {
            id: help

            dense: under.dense
            objectName: "help"
            symbol: "circle-question-mark"
            text: dense ? qsTr("Help") : qsTr("I don’t know, please help")
            visible: !grid.mayGoBack

            onClicked: grid.home.helpTapped()
        }

        UnderButton {
            id: more

            dense: under.dense
            objectName: "more"
            symbol: grid.home.nextPage === 0 ? "chevrons-up" : "chevron-down"
            text: grid.home.nextPage === 0 ? qsTr("The first ones") : qsTr("%n more", "", grid.home.more)
            visible: grid.home.more > 0

            onClicked: grid.home.groupTapped(grid.home.nextPage)
        }
    }

    component UnderButton: BigButton {
        property bool dense
        readonly property real natural: Math.max((dense ? 128 : grid.tight && grid.columns === 3 && !Panel.portrait ? 88 : 112) * Panel.px, implicitContentHeight + 2 * verticalPadding)

        height: under.height
        horizontalPadding: 12 * Panel.px
        symbolAbove: dense
        symbolSize: 52 * Panel.px
        textSize: dense ? Panel.aid : Panel.small
        verticalPadding: 8 * Panel.px
        width: under.cell
    }
}
