import QtQuick
import Servicer.ViewModels
import TakeANumber.Controls
import TakeANumber.Theme

// Somebody who is not in line for this desk: call them, or let them wait in line again where `back` says how.
Item {
    id: row

    required property DeskViewModel desk
    required property int ticket
    required property string label
    required property string words
    required property string kind
    property int back: Terms.Deed.Nothing
    readonly property bool ready: desk.busy === Terms.Deed.Nothing && !desk.away

    implicitHeight: 56 * Theme.scale

    TicketCode {
        id: code

        anchors.left: parent.left
        anchors.verticalCenter: parent.verticalCenter
        fontSizeMode: Text.HorizontalFit
        horizontalAlignment: Text.AlignLeft
        minimumPixelSize: Theme.text14
        size: Theme.text22 * 0.9
        text: row.label
        width: Math.min(implicitWidth, 72 * Theme.scale)
    }

    Label {
        anchors.left: code.right
        anchors.leftMargin: Theme.space2
        anchors.right: buttons.left
        anchors.rightMargin: Theme.space2
        anchors.verticalCenter: parent.verticalCenter
        elide: Text.ElideRight
        fontSizeMode: Text.Fit
        height: 40 * Theme.scale
        lineHeight: 0.95
        maximumLineCount: 2
        minimumPixelSize: Math.round(Theme.text14 * 0.8)
        secondary: true
        size: Theme.text14
        text: row.words
        verticalAlignment: Text.AlignVCenter
    }

    Row {
        id: buttons

        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.space2

        PlainButton {
            enabled: row.ready && row.desk.phase === Terms.Phase.Free
            objectName: "call-" + row.kind + "-" + row.label
            text: qsTr("Call")
            textSize: Theme.text14
            width: Math.min(Math.max(56 * Theme.scale, implicitWidth), row.width * 0.27)

            Accessible.name: qsTr("Call %1").arg(Apart.word(row.label))

            onClicked: row.desk.asked(Terms.Deed.CallTicket, "", row.ticket)
        }

        PlainButton {
            enabled: row.ready
            objectName: (row.back === Terms.Deed.Rejoin ? "rejoin-" : "resume-") + row.label
            text: Words.deed(row.back, 0)
            textSize: Theme.text14
            visible: row.back !== Terms.Deed.Nothing
            width: Math.min(implicitWidth, row.width * 0.34)

            Accessible.name: qsTr("%1: back in line").arg(Apart.word(row.label))

            onClicked: row.desk.asked(row.back, "", row.ticket)
        }
    }

    Rectangle {
        anchors.bottom: parent.bottom
        color: Theme.line
        height: Math.max(1, Theme.scale)
        width: parent.width
    }
}
