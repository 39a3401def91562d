import QtQuick
import Servicer.ViewModels
import TakeANumber.Controls
import TakeANumber.Theme

// Somebody who waits where no desk serves: any desk may call them.
Row {
    id: row

    required property DeskViewModel desk
    required property int ticket
    required property string label
    required property string queueName

    spacing: Theme.space3

    TicketCode {
        id: code

        anchors.verticalCenter: parent.verticalCenter
        size: Theme.text22
        text: row.label
    }

    Label {
        anchors.verticalCenter: parent.verticalCenter
        elide: Text.ElideRight
        maximumLineCount: 2
        secondary: true
        size: Theme.text14
        text: row.queueName
        width: row.width - code.width - call.width - 2 * Theme.space3
    }

    Button {
        id: call

        anchors.verticalCenter: parent.verticalCenter
        enabled: row.desk.busy === Terms.Deed.Nothing && !row.desk.away && row.desk.phase === Terms.Phase.Free
        horizontalPadding: Theme.space1
        objectName: "call-stranded-" + row.label
        text: qsTr("Call")
        textSize: Theme.text14
        width: row.width * 0.3

        onClicked: row.desk.asked(Terms.Deed.CallTicket, "", row.ticket)
    }
}
