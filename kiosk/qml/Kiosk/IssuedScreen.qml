import QtQuick
import Kiosk.ViewModels
import TakeANumber.Controls
import TakeANumber.Server
import TakeANumber.Theme

// The number, how many are ahead, and the way to follow it on a phone.
Item {
    id: issued

    required property KioskViewModel kiosk
    required property bool portrait
    readonly property real margin: Theme.space5

    Accessible.name: qsTr("Your number is %1").arg(kiosk.label)
    Accessible.role: Accessible.AlertMessage

    Column {
        id: number

        spacing: Theme.space2
        width: issued.portrait ? parent.width - 2 * issued.margin : parent.width * 0.5 - 1.5 * issued.margin
        x: issued.LayoutMirroring.enabled && !issued.portrait ? parent.width - width - issued.margin : issued.margin
        y: issued.portrait ? Math.max(issued.margin, (follow.y - height) / 2) : (parent.height - height) / 2

        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: Theme.space3

            QueueBadge {
                id: badge

                letter: issued.kiosk.letter
                ordinal: issued.kiosk.ordinal
                side: Theme.space6
                visible: letter !== ""
            }

            Label {
                anchors.verticalCenter: parent.verticalCenter
                secondary: true
                size: Theme.text22
                text: issued.kiosk.queueName
                width: Math.min(implicitWidth, number.width - badge.width - Theme.space3)
            }
        }

        TicketCode {
            objectName: "issuedLabel"
            fontSizeMode: Text.HorizontalFit
            size: issued.portrait ? Theme.text48 * 3.2 : Theme.text48 * 2.6
            text: issued.kiosk.label
            width: parent.width
        }

        Heading {
            horizontalAlignment: Text.AlignHCenter
            text: issued.kiosk.ahead === 0 ? qsTr("You are next") : qsTr("%1 ahead of you").arg(issued.kiosk.ahead)
            width: parent.width
        }

        Label {
            horizontalAlignment: Text.AlignHCenter
            secondary: true
            size: Theme.text28
            text: issued.kiosk.lowMin === issued.kiosk.highMin ? qsTr("about %1 min").arg(issued.kiosk.highMin) : qsTr("about %1–%2 min").arg(issued.kiosk.lowMin).arg(issued.kiosk.highMin)
            visible: issued.kiosk.highMin > 0
            width: parent.width
        }
    }

    Card {
        id: follow

        anchors.bottom: done.top
        anchors.bottomMargin: Theme.space4
        anchors.right: parent.right
        anchors.rightMargin: issued.margin
        height: issued.portrait ? 228 * Theme.scale : done.y - issued.margin - Theme.space4
        visible: issued.kiosk.ticketUrl !== ""
        width: issued.portrait ? parent.width - 2 * issued.margin : parent.width * 0.5 - 1.5 * issued.margin

        QrCode {
            id: qr

            height: width
            objectName: "qr"
            text: issued.kiosk.ticketUrl
            width: issued.portrait ? 204 * Theme.scale : Math.min(parent.width - 2 * Theme.space4, parent.height - words.height - Theme.space4 * 3)
            x: issued.portrait ? (issued.LayoutMirroring.enabled ? parent.width - width - Theme.space4 : Theme.space4) : (parent.width - width) / 2
            y: issued.portrait ? (parent.height - height) / 2 : Theme.space4
        }

        Column {
            id: words

            spacing: Theme.space2
            width: issued.portrait ? parent.width - qr.width - 3 * Theme.space4 : parent.width - 2 * Theme.space4
            x: issued.portrait ? (issued.LayoutMirroring.enabled ? Theme.space4 : qr.width + 2 * Theme.space4) : Theme.space4
            y: issued.portrait ? (parent.height - height) / 2 : parent.height - height - Theme.space4

            Label {
                horizontalAlignment: issued.portrait ? Text.AlignLeft : Text.AlignHCenter
                size: Theme.text28
                strong: true
                text: qsTr("Follow on your phone")
                width: parent.width
            }

            Label {
                horizontalAlignment: issued.portrait ? Text.AlignLeft : Text.AlignHCenter
                secondary: true
                text: qsTr("Scan this, or remember your number. It appears on the board when it is your turn.")
                width: parent.width
            }
        }
    }

    Button {
        id: done

        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.space2
        anchors.right: parent.right
        anchors.rightMargin: issued.margin
        height: Theme.space8
        kind: Button.Primary
        objectName: "done"
        text: qsTr("Done")
        textSize: Theme.text28
        width: follow.width

        onClicked: issued.kiosk.doneTapped()
    }
}
