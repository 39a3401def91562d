import QtQuick
import Display.ViewModels
import TakeANumber.Controls
import TakeANumber.Theme

// Nobody is called: how long a number taken now would wait in each queue, which desks are open, and who was called last.
Item {
    id: idle

    required property DisplayViewModel display
    required property BoardPlan plan
    required property bool believed
    readonly property bool upright: height > width
    readonly property real side: upright ? width : (width - Theme.space5) / 2
    readonly property real near: LayoutMirroring.enabled ? width - side : 0
    readonly property real far: upright || LayoutMirroring.enabled ? 0 : width - side
    readonly property real desksRoom: desks.height === 0 ? 0 : desks.height + Theme.space4

    objectName: "hero"

    Accessible.name: heading.text
    Accessible.role: Accessible.AlertMessage

    Heading {
        id: heading

        bold: true
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 10
        size: 38 * Theme.scale
        text: NobodyWords.title(idle.display)
        width: idle.side
        wrapMode: Text.NoWrap
        x: idle.near
    }

    Label {
        id: under

        fontSizeMode: Text.Fit
        height: Math.min(implicitHeight, 52 * Theme.scale)
        lineHeight: 1
        minimumPixelSize: 10
        secondary: true
        size: 20 * Theme.scale
        text: idle.display.onBreak || idle.display.closing ? NobodyWords.rest(idle.display) : NobodyWords.wait(idle.display)
        width: idle.side
        x: idle.near
        y: heading.height
    }

    WaitsTable {
        id: waits

        display: idle.display
        room: idle.upright ? idle.height * (lines > 3 ? 0.38 : 0.33) : idle.height - y - idle.desksRoom
        width: idle.side
        x: idle.near
        y: under.y + under.height + Theme.space3
    }

    OpenDesks {
        id: desks

        display: idle.display
        width: idle.side
        x: idle.near
        y: idle.upright ? waits.y + waits.height + Theme.space4 : idle.height - height
    }

    CallList {
        believed: idle.believed
        display: idle.display
        height: idle.height - y
        past: true
        plan: idle.plan
        // On a board for far away, too: nobody has to go where these were called.
        rows: Math.max(idle.display.named ? 3 : 4, idle.plan.rows)
        width: idle.side
        x: idle.far
        y: idle.upright ? desks.y + idle.desksRoom : Theme.space2
    }
}
