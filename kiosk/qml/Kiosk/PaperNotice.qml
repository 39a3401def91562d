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
    readonly property color ink: ticket.paper === Terms.Paper.Printed ? Theme.ok : Theme.text
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
            return qsTr("No paper. Scan this or remember %1").arg(Apart.word(ticket.label));
        case Terms.Paper.Fault:
            return qsTr("The printer does not work. Scan this or remember %1").arg(Apart.word(ticket.label));
        default:
            return "";
        }
    }

    spacing: 12 * Panel.px
    visible: text !== ""

    Icon {
        id: icon

        anchors.verticalCenter: parent.verticalCenter
        color: notice.ink
        name: "printer"
        side: 52 * Panel.px
    }

    Label {
        anchors.verticalCenter: parent.verticalCenter
        color: notice.ink
        objectName: "paper"
        size: Panel.small
        strong: true
        text: notice.text
        width: Math.min(implicitWidth, notice.most - icon.width - notice.spacing)
    }
}
