import QtQuick
import TakeANumber.Controls
import TakeANumber.Theme

// One call in its queue's column: number above desk where it is large, beside it where it is small.
Rectangle {
    id: cell

    required property string label
    required property string slug
    required property int place
    required property int desk
    required property bool lit
    required property bool over
    required property int seq
    property bool believed: true
    property bool large: false
    property bool newest: false
    property real digits: Theme.text48
    readonly property bool amber: lit && believed
    readonly property color ink: amber ? Theme.callInk : over || !believed ? Theme.text2 : Theme.text

    border.color: amber ? Theme.call : Theme.line
    border.width: Theme.mode === Theme.Contrast ? 2 : 0
    color: amber ? Theme.call : Theme.surface
    objectName: "call-" + label
    radius: Theme.radiusM

    onNewestChanged: newest && amber && visible ? pulse.start() : pulse.stop()
    onSeqChanged: newest && amber && visible ? pulse.start() : pulse.stop()

    Accessible.name: qsTr("%1, desk %2").arg(label).arg(desk)
    Accessible.role: Accessible.StaticText

    Column {
        anchors.centerIn: parent
        spacing: Theme.space2
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
            spacing: Theme.space3

            Label {
                anchors.baseline: desk.baseline
                color: cell.ink
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: 10
                size: cell.digits * 0.36
                strong: true
                text: qsTr("Desk")
                width: Math.min(implicitWidth, cell.width - 2 * Theme.space3 - desk.implicitWidth - parent.spacing)
                wrapMode: Text.NoWrap
            }

            TicketCode {
                id: desk

                color: cell.ink
                lineHeight: 0.92
                size: cell.digits
                text: cell.desk
            }
        }
    }

    TicketCode {
        anchors.left: parent.left
        anchors.leftMargin: Theme.space4
        anchors.verticalCenter: parent.verticalCenter
        color: cell.ink
        size: cell.digits
        text: cell.label
        visible: !cell.large
    }

    TicketCode {
        anchors.right: parent.right
        anchors.rightMargin: Theme.space4
        anchors.verticalCenter: parent.verticalCenter
        color: cell.ink
        size: cell.digits
        text: cell.desk
        visible: !cell.large
    }

    Pulse {
        id: pulse

        anchors.fill: parent
        radius: cell.radius
    }
}
