import QtQuick
import Servicer.ViewModels
import TakeANumber.Controls
import TakeANumber.Theme

// Somebody who was put aside at this desk: call them, or let them wait in line again.
Column {
    id: row

    required property DeskViewModel desk
    required property int ticket
    required property string label
    required property string remark
    required property bool first
    required property bool quiet
    readonly property bool ready: desk.busy === Terms.Deed.Nothing && !desk.away

    spacing: Theme.space1

    Row {
        spacing: Theme.space3
        width: parent.width

        TicketCode {
            id: code

            size: Theme.text22
            text: row.label
        }

        Label {
            anchors.verticalCenter: parent.verticalCenter
            elide: Text.ElideRight
            maximumLineCount: 2
            secondary: true
            size: Theme.text14
            text: row.remark
            width: parent.width - code.width - Theme.space3
        }
    }

    Row {
        spacing: Theme.space2
        width: parent.width

        Button {
            enabled: row.ready && row.desk.phase === Terms.Phase.Free
            objectName: "call-held-" + row.label
            text: row.first ? qsTr("%1 · %2").arg(qsTr("Call")).arg(qsTr("Ctrl J")) : qsTr("Call")
            horizontalPadding: Theme.space1
            textSize: Theme.text14
            width: (row.width - Theme.space2) * 0.4

            onClicked: row.desk.asked(Terms.Deed.CallTicket, "", row.ticket)
        }

        Button {
            enabled: row.ready
            objectName: "resume-" + row.label
            text: row.first ? qsTr("%1 · %2").arg(Words.deed(Terms.Deed.Resume, 0)).arg(Words.printedKey(Terms.Deed.Resume)) : Words.deed(Terms.Deed.Resume, 0)
            horizontalPadding: Theme.space1
            textSize: Theme.text14
            width: (row.width - Theme.space2) * 0.6

            onClicked: row.desk.asked(Terms.Deed.Resume, "", row.ticket)
        }
    }

    Shortcut {
        enabled: row.first && row.ready && !row.quiet && row.desk.phase === Terms.Phase.Free
        sequence: "Ctrl+J"

        onActivated: row.desk.asked(Terms.Deed.CallTicket, "", row.ticket)
    }

    Shortcut {
        enabled: row.first && row.ready && !row.quiet
        sequence: Words.key(Terms.Deed.Resume)

        onActivated: row.desk.asked(Terms.Deed.Resume, "", row.ticket)
    }
}
