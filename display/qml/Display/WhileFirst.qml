import QtQuick
import Display.ViewModels
import TakeANumber.Controls
import TakeANumber.Theme

// In the place of earlier calls while there are none: how long a number taken now would wait in each queue, and which desks are open.
Item {
    id: first

    required property DisplayViewModel display

    Label {
        id: above

        lineHeight: 1
        secondary: true
        size: 20 * Theme.scale
        text: first.display.closing ? "" : NobodyWords.wait()
        width: parent.width
    }

    WaitsTable {
        id: waits

        display: first.display
        room: parent.height - y - (desks.height === 0 ? 0 : desks.height + Theme.space4)
        width: parent.width
        y: first.display.closing ? 0 : above.height + Theme.space3
    }

    OpenDesks {
        id: desks

        anchors.bottom: parent.bottom
        display: first.display
        width: parent.width
    }
}
