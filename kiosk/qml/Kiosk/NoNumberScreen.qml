import QtQuick
import Kiosk.ViewModels
import TakeANumber.Controls

// The server does not answer: whoever tapped is told how it stands, and may go.
WordsAndControls {
    id: page

    required property TicketViewModel ticket

    advice: ticket.keeps === "" ? qsTr("The connection is interrupted. You have no number, and none will be called for you. Try again, or ask the staff.") : qsTr("The connection is interrupted. You keep %1. Try again, or ask the staff.").arg(ticket.keeps)
    symbol: "clock"
    title: qsTr("No number yet")

    BigButton {
        kind: Button.Primary
        least: 136 * Panel.px
        objectName: "try-again"
        symbol: "refresh-cw"
        text: qsTr("Try again")
        width: parent.width

        onClicked: page.ticket.tryAgainTapped()
    }

    BigButton {
        least: 124 * Panel.px
        objectName: "cancel"
        text: page.ticket.keeps === "" ? qsTr("Cancel") : qsTr("Keep %1").arg(Apart.word(page.ticket.keeps))
        width: parent.width

        onClicked: page.ticket.cancelTapped()
    }

    Label {
        horizontalAlignment: Text.AlignHCenter
        objectName: "countdown"
        secondary: true
        size: Panel.small
        text: qsTr("Goes back to the start in %1 s").arg(page.ticket.leftS)
        width: parent.width

        Accessible.ignored: true
    }
}
