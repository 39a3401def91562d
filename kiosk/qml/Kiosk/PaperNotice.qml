import QtQuick
import Kiosk.ViewModels
import TakeANumber.Controls
import TakeANumber.Theme

// What became of the ticket's paper, and what to do without it; nothing where there is no printer.
Row {
    id: notice

    required property TicketViewModel ticket
    // How wide it may become.
    required property real most
    readonly property bool missing: ticket.paper === Terms.Paper.Empty || ticket.paper === Terms.Paper.Fault
    readonly property string text: {
        switch (ticket.paper) {
        case Terms.Paper.Printing:
            return qsTr("Your ticket is being printed …");
        case Terms.Paper.Printed:
            return qsTr("Take your ticket below");
        case Terms.Paper.Sent:
            return qsTr("Ticket below. If not, scan this");
        case Terms.Paper.Empty:
            return qsTr("No paper. Scan this or remember %1").arg(ticket.label);
        case Terms.Paper.Fault:
            return qsTr("The printer does not work. Scan this or remember %1").arg(ticket.label);
        default:
            return "";
        }
    }

    spacing: Theme.space3
    visible: text !== ""

    Icon {
        id: icon

        anchors.verticalCenter: parent.verticalCenter
        color: notice.missing ? Theme.warn : Theme.text2
        name: notice.missing ? "triangle-alert" : "printer"
        side: Theme.space6
    }

    Label {
        anchors.verticalCenter: parent.verticalCenter
        color: notice.missing ? Theme.warn : Theme.text
        objectName: "paper"
        size: Theme.text22 * (Theme.letters > 1 ? 0.85 : 1)
        strong: true
        text: notice.text
        width: Math.min(implicitWidth, notice.most - icon.width - notice.spacing)
    }
}
