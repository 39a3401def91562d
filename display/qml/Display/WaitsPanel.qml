import QtQuick
import Display.ViewModels
import TakeANumber.Controls
import TakeANumber.Theme

// Where nobody was called before, in the place of earlier calls: how long a number taken now would wait in each queue, and which desks are open.
Item {
    id: panel

    required property DisplayViewModel display

    Label {
        id: above

        lineHeight: 1
        secondary: true
        size: 20 * Theme.scale
        text: panel.display.closing ? "" : NobodyWords.wait(panel.display)
        width: parent.width
    }

    WaitsTable {
        id: waits

        display: panel.display
        room: parent.height - y - (desks.height === 0 ? 0 : desks.height + Theme.space4)
        unit: 1.3 * Theme.scale
        width: parent.width
        y: panel.display.closing ? 0 : above.height + Theme.space3
    }

    OpenDesks {
        id: desks

        anchors.bottom: parent.bottom
        display: panel.display
        width: parent.width
    }
}
