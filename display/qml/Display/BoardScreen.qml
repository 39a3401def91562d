pragma ComponentBehavior: Bound

import QtQuick
import Display.ViewModels
import TakeANumber.Controls
import TakeANumber.Theme

// The newest call large, the calls before it, and how many wait; or a column for each queue.
Item {
    id: board

    required property BoardPlan plan
    required property DisplayViewModel display
    required property DisplaySettings settings
    readonly property bool believed: display.truth < Terms.Truth.Old
    readonly property bool inColumns: plan.columns > 0
    readonly property bool nobody: display.heroLabel === ""
    // Nobody is called and there is room: how long one would wait, and who was called last.
    readonly property bool idle: plan.isIdle && plan.earlier > 0 && plan.media.width === 0 && !inColumns
    // The earlier calls leave room for how long one would wait.
    readonly property bool spare: plan.spare.height > 0 && !inColumns
    readonly property bool first: spare && plan.earlier === 0
    readonly property string opening: display.opensAt === "" ? "" : OpeningWords.told(display.opensAt, display.opensInDays, display.opensWeekday)

    // Areas begin where lines begin: on the right in Arabic.
    function side(area: rect): real {
        return LayoutMirroring.enabled ? width - area.x - area.width : area.x;
    }

    Loader {
        active: board.inColumns
        height: board.plan.hero.height
        width: board.plan.hero.width
        x: board.side(board.plan.hero)
        y: board.plan.hero.y

        sourceComponent: QueueColumns {
            believed: board.believed
            display: board.display
            plan: board.plan
        }
    }

    Hero {
        believed: board.believed
        digits: board.plan.heroDigits
        display: board.display
        height: board.plan.hero.height
        visible: !board.inColumns && !board.nobody
        wide: board.plan.wide
        width: board.plan.hero.width
        x: board.side(board.plan.hero)
        y: board.plan.hero.y
    }

    Loader {
        active: board.nobody && !board.inColumns && !board.idle
        height: board.plan.hero.height
        width: board.plan.hero.width
        x: board.side(board.plan.hero)
        y: board.plan.hero.y

        sourceComponent: NobodyCalled {
            display: board.display
            wide: board.plan.wide
        }
    }

    Loader {
        active: board.idle
        height: board.plan.rowsArea.y + board.plan.rowsArea.height - board.plan.hero.y
        width: board.width - 2 * board.plan.hero.x
        x: board.plan.hero.x
        y: board.plan.hero.y

        sourceComponent: IdleBoard {
            believed: board.believed
            display: board.display
            plan: board.plan
        }
    }

    CallList {
        believed: board.believed
        display: board.display
        height: board.plan.rowsArea.height
        past: board.nobody
        plan: board.plan
        visible: !board.inColumns && !board.idle && !board.first
        width: board.plan.rowsArea.width
        x: board.side(board.plan.rowsArea)
        y: board.plan.rowsArea.y
    }

    Loader {
        active: board.spare
        height: board.plan.spare.height
        width: board.plan.spare.width
        x: board.side(board.plan.spare)
        y: board.plan.spare.y

        sourceComponent: WaitsPanel {
            display: board.display
        }
    }

    BoardNotice {
        height: board.plan.message.height
        objectName: "message"
        since: board.display.messageSince
        text: board.display.message
        visible: board.display.message !== ""
        width: board.plan.message.width
        x: board.side(board.plan.message)
        y: board.plan.message.y
    }

    BoardNotice {
        readonly property string waiting: qsTr("%n still waiting, please stay.", "", board.display.stillWaiting)
        readonly property string full: board.display.opensInDays === 0 && board.display.opensAt !== "" ? qsTr("No new numbers for now.") : qsTr("No new numbers today.")

        height: board.plan.closing.height
        more: qsTr("Everyone with a number is seen.") + (board.opening === "" ? "" : " " + board.opening)
        objectName: "closing"
        symbol: "clock"
        text: board.display.stillWaiting === 0 ? full : full + (board.width < board.height ? "\n" : " ") + waiting
        visible: board.display.closing
        width: board.plan.closing.width
        x: board.side(board.plan.closing)
        y: board.plan.closing.y
    }

    Loader {
        active: board.plan.media.width > 0 && !board.inColumns
        height: board.plan.media.height
        width: board.plan.media.width
        x: board.side(board.plan.media)
        y: board.plan.media.y

        sourceComponent: MediaSlot {
            muted: board.display.announcing
            settings: board.settings
        }
    }

    QueueStrip {
        believed: board.believed
        columns: board.plan.stripColumns
        display: board.display
        height: board.plan.strip.height
        visible: !board.inColumns && height > 0
        width: board.plan.strip.width
        x: board.side(board.plan.strip)
        y: board.plan.strip.y
    }

    Footer {
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        display: board.display
        height: 40 * Theme.scale
        plan: board.plan
        settings: board.settings
    }
}
