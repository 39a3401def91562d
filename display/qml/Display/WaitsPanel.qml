import QtQuick
import Display.ViewModels
import TakeANumber.Controls
import TakeANumber.Theme

// In the place that earlier calls leave: how long a number taken now would wait in each queue, and which desks are open.
Item {
    id: panel

    required property DisplayViewModel display
    // Where there is little room, the queues have it.
    readonly property real least: waits.lines * 46 * Theme.scale
    readonly property bool worded: !display.closing && height >= least + above.implicitHeight + Theme.space3
    readonly property bool desked: height >= least + (worded ? above.implicitHeight + Theme.space3 : 0) + desks.height + Theme.space4

    Label {
        id: above

        lineHeight: 1
        secondary: true
        size: 20 * Theme.scale
        text: NobodyWords.wait(panel.display)
        visible: panel.worded
        width: parent.width
    }

    WaitsTable {
        id: waits

        display: panel.display
        room: parent.height - y - (desks.height === 0 || !panel.desked ? 0 : desks.height + Theme.space4)
        unit: 1.3 * Theme.scale
        width: parent.width
        y: panel.worded ? above.height + Theme.space3 : 0
    }

    OpenDesks {
        id: desks

        anchors.bottom: parent.bottom
        display: panel.display
        visible: panel.desked && display.openDesks !== ""
        width: parent.width
    }
}
