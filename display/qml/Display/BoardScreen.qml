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
    // Nothing to list yet: the words have all the room.
    readonly property bool fresh: display.callCount === 0 && display.heroLabel === "" && plan.media.width === 0
    readonly property real freshHeight: plan.strip.height > 0 ? plan.strip.y - Theme.space3 : plan.rowsArea.y + plan.rowsArea.height

    // Areas begin where lines begin: on the right in Arabic.
    function side(area: rect): real {
        return LayoutMirroring.enabled ? width - area.x - area.width : area.x;
    }

    Loader {
        active: board.inColumns
        height: board.plan.hero.height
        width: board.plan.hero.width
        x: board.side(board.plan.hero)

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
        height: board.fresh ? board.freshHeight : board.plan.hero.height
        visible: !board.inColumns
        spacious: board.fresh
        wide: board.plan.wide
        width: board.fresh && !board.plan.wide ? board.plan.strip.width : board.plan.hero.width
        x: board.side(board.fresh && !board.plan.wide ? board.plan.strip : board.plan.hero)
    }

    CallList {
        believed: board.believed
        display: board.display
        height: board.plan.rowsArea.height
        plan: board.plan
        visible: !board.inColumns && !board.fresh
        width: board.plan.rowsArea.width
        x: board.side(board.plan.rowsArea)
        y: board.plan.rowsArea.y
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

    Label {
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.margins: Theme.space2
        anchors.leftMargin: Theme.space5
        anchors.right: parent.right
        anchors.rightMargin: Theme.space5
        color: board.plan.legible ? Theme.text2 : Theme.warn
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 10
        text: {
            if (board.plan.legible)
                return qsTr("Missed your number? Please ask at any desk.");
            // Whoever sits near still looks past others: below this height nothing is called legible.
            if (board.plan.reach >= board.settings.distance)
                return qsTr("Too small for a waiting room: digits of %1 mm, where 51 mm are needed.").arg(Math.floor(board.plan.capMm));
            return qsTr("Too small for %1 m: can be read from up to %2 m.").arg(Math.round(board.settings.distance)).arg(Math.floor(board.plan.reach));
        }
        wrapMode: Text.NoWrap
    }
}
