import QtQuick
import TakeANumber.Controls
import TakeANumber.Theme

// One call in its queue's column: its desk below the number where it is large, beside it where it is small or the column is a lane.
Rectangle {
    id: cell

    required property string label
    required property string slug
    required property int place
    required property int desk
    required property string name
    required property bool lit
    required property bool over
    required property int seq
    required property string placeWord
    property bool believed: true
    property bool large: false
    property bool newest: false
    property bool midPulse: false
    property real digits: Theme.text48
    readonly property bool amber: lit && believed
    readonly property color ink: amber ? Theme.callInk : over || !believed ? Theme.text2 : Theme.text
    readonly property color chipFill: amber ? Theme.callInk : Theme.sunken
    readonly property color chipInk: amber ? Theme.call : ink

    border.color: amber ? Theme.call : believed ? Theme.line : Theme.control
    border.width: Theme.mode !== Theme.Dark || !believed ? Math.max(1, Theme.scale) : 0
    color: amber ? Theme.call : Theme.surface
    objectName: "call-" + label
    radius: place === 0 ? 16 * Theme.scale : Theme.radiusM

    onNewestChanged: newest && amber && visible ? pulse.start() : pulse.stop()
    onSeqChanged: newest && amber && visible ? pulse.start() : pulse.stop()

    Accessible.name: PlaceWords.numbered(placeWord, desk) + " · " + label
    Accessible.role: Accessible.StaticText

    Column {
        anchors.centerIn: parent
        spacing: Theme.space1
        visible: cell.large
        width: parent.width - 2 * Theme.space3

        TicketCode {
            color: cell.ink
            fontSizeMode: Text.HorizontalFit
            lineHeight: 0.92
            minimumPixelSize: 10
            size: cell.digits
            text: cell.label
            width: parent.width
        }

        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: cell.digits * 0.14

            Icon {
                id: arrow

                anchors.verticalCenter: parent.verticalCenter
                color: cell.ink
                mirrors: true
                name: "arrow-right"
                side: cell.digits * 0.45
            }

            DeskChip {
                desk: cell.desk
                digits: cell.digits * (cell.desk > 99 ? 0.7 : 0.9)
                fill: cell.chipFill
                ink: cell.chipInk
                most: cell.width - 2 * Theme.space3 - arrow.width - parent.spacing
                name: cell.name
                place: cell.placeWord
            }
        }
    }

    CallLine {
        anchors.fill: parent
        anchors.leftMargin: Theme.space3
        anchors.rightMargin: Theme.space3
        chipFill: cell.chipFill
        chipInk: cell.chipInk
        desk: cell.desk
        digits: cell.digits
        ink: cell.ink
        label: cell.label
        name: cell.name
        place: cell.placeWord
        visible: !cell.large
    }

    Pulse {
        id: pulse

        cardRadius: cell.radius
        held: cell.midPulse && cell.newest && cell.amber
    }
}
