import QtQuick
import TakeANumber.Controls
import TakeANumber.Theme

// A call on one line, close together: number, arrow, desk. Numbers of a list have one width, so that its desks stand below each other.
Item {
    id: line

    required property string label
    required property int desk
    required property string place
    property string name: ""
    property real digits: Theme.text48
    // The longest label and desk of a list, and the names of its desks: what stands below each other has one size.
    property int longest: 4
    property int longestDesk: 1
    property string names: name
    // What else stands at the far end where there is room for it, and what stands there in other rows of the list.
    property string aside: ""
    property string asides: aside
    property color ink: Theme.text
    property color chipFill: Theme.sunken
    property color chipInk: ink
    property string called: ""
    // How many times its font size a line is wide, with the smallest word that can be read.
    readonly property real ems: 0.66 * Math.max(longest, label.length) + 0.33 + 0.56 + 0.8 + 0.65 * deskLength
    readonly property int deskLength: Math.max(longestDesk, String(desk).length)
    readonly property real arrowEms: 1.1
    readonly property bool pointed: digits * (ems + arrowEms) <= width
    // Where a word is long, what is between gives way before the word does.
    readonly property real slack: width - size * (0.66 * Math.max(longest, label.length) + 0.33 + 0.56 + 0.62 + 0.63 * deskLength) - usual.advanceWidth
    readonly property real tight: Math.max(0.5, Math.min(1, slack / (size * 0.44)))
    readonly property TextMetrics usual: TextMetrics {
        font.family: Theme.family
        font.pixelSize: Math.max(1, Math.round(line.size * 0.4))
        font.weight: Font.DemiBold
        text: PlaceWords.word(line.place)
    }
    readonly property NamesSize fit: NamesSize {
        most: line.size * 0.26
        names: line.asides
        room: Math.max(1, line.slack - 0.8 * line.size)
    }
    readonly property real size: Math.min(digits, width / ems)

    implicitHeight: chip.implicitHeight
    implicitWidth: row.width

    Row {
        id: row

        anchors.left: parent.left
        anchors.verticalCenter: parent.verticalCenter
        spacing: line.size * 0.22 * line.tight

        TicketCode {
            id: code

            anchors.verticalCenter: parent.verticalCenter
            color: line.ink
            horizontalAlignment: Text.AlignLeft
            lineHeight: 0.92
            objectName: line.called === "" ? "" : line.called + "-label"
            size: line.size
            text: line.label
            width: Math.max(implicitWidth, line.size * (0.66 * line.longest + 0.33 * line.tight))
        }

        Icon {
            id: arrow

            anchors.verticalCenter: parent.verticalCenter
            color: line.ink
            mirrors: true
            name: "arrow-right"
            side: line.size * (line.tight < 1 ? 0.5 : 0.62)
            visible: line.pointed
        }

        DeskChip {
            id: chip

            anchors.verticalCenter: parent.verticalCenter
            called: line.called === "" ? "desk" : line.called + "-desk"
            desk: line.desk
            digits: line.size * 0.96
            fill: line.chipFill
            ink: line.chipInk
            longest: line.deskLength
            most: line.width - code.width - row.spacing - (line.pointed ? arrow.width + row.spacing : 0)
            name: line.name
            names: line.names
            place: line.place
        }
    }

    Label {
        anchors.left: row.right
        anchors.leftMargin: line.size * 0.3
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        color: line.ink
        horizontalAlignment: Text.AlignRight
        lineHeight: 0.95
        maximumLineCount: line.fit.oneLine ? 1 : 2
        objectName: line.called === "" ? "aside" : line.called + "-aside"
        size: line.fit.size
        text: line.aside
        // Smaller it would only disturb.
        visible: text !== "" && line.fit.size >= line.size * 0.15 && width >= line.fit.room
    }
}
