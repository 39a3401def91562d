import QtQuick
import Kiosk.ViewModels
import TakeANumber.Controls
import TakeANumber.Theme

// The number, how many are ahead, and the way to follow it on a phone.
KioskPage {
    id: issued

    required property KioskViewModel kiosk
    required property TicketViewModel ticket
    required property bool portrait
    readonly property real margin: Theme.space5

    spoken: [qsTr("Your number is %1").arg(ticket.label.split("").join(" ")), ahead.text, howLong.visible ? howLong.text : "", notice.text].filter(text => text !== "").join(". ")

    Accessible.name: qsTr("Your number is %1").arg(ticket.label)
    Accessible.role: Accessible.AlertMessage

    Column {
        id: number

        spacing: Theme.space2
        width: issued.portrait ? parent.width - 2 * issued.margin : parent.width * 0.5 - 1.5 * issued.margin
        x: issued.LayoutMirroring.enabled && !issued.portrait ? parent.width - width - issued.margin : issued.margin
        y: issued.portrait ? Math.max(Theme.space2, (follow.y - height) / 2) : (parent.height - height) / 2

        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: Theme.space3

            QueueBadge {
                id: badge

                letter: issued.ticket.letter
                ordinal: issued.ticket.ordinal
                side: Theme.space6
                visible: letter !== ""
            }

            Label {
                anchors.verticalCenter: parent.verticalCenter
                secondary: true
                size: Theme.text22 * (Theme.letters > 1 ? 0.85 : 1)
                text: issued.ticket.queueName
                wrapMode: Text.Wrap
                width: Math.min(implicitWidth, number.width - badge.width - Theme.space3)
            }
        }

        TicketCode {
            objectName: "issuedLabel"
            fontSizeMode: Text.HorizontalFit
            size: (issued.portrait ? Theme.text48 * (issued.ticket.gaveBack === "" && Theme.letters === 1 ? 2.7 : 2.2) : Theme.text48 * (issued.ticket.gaveBack === "" ? 2 : 1.6)) / Theme.letters
            text: issued.ticket.label
            width: parent.width
        }

        Heading {
            id: ahead

            horizontalAlignment: Text.AlignHCenter
            size: Theme.text36 * (Theme.letters > 1 ? 0.85 : 1)
            text: issued.ticket.ahead === 0 ? qsTr("You are next") : qsTr("%1 ahead of you").arg(issued.ticket.ahead)
            width: parent.width
        }

        Label {
            id: howLong

            horizontalAlignment: Text.AlignHCenter
            secondary: true
            size: Theme.text28 * (Theme.letters > 1 ? 0.85 : 1)
            text: issued.ticket.lowMin === issued.ticket.highMin ? qsTr("about %1 min").arg(issued.ticket.highMin) : qsTr("about %1–%2 min").arg(issued.ticket.lowMin).arg(issued.ticket.highMin)
            visible: issued.ticket.highMin > 0
            width: parent.width
        }

        Label {
            horizontalAlignment: Text.AlignHCenter
            secondary: true
            text: qsTr("%1 was given back.").arg(issued.ticket.gaveBack)
            visible: issued.ticket.gaveBack !== ""
            width: parent.width
        }

        PaperNotice {
            id: notice

            anchors.horizontalCenter: parent.horizontalCenter
            most: number.width
            ticket: issued.ticket
            visible: text !== "" && !missing
        }
    }

    Card {
        id: follow

        anchors.bottom: buttons.top
        anchors.bottomMargin: Theme.space3
        anchors.right: parent.right
        anchors.rightMargin: issued.margin
        height: issued.portrait ? 196 * Theme.scale : buttons.y - issued.margin - Theme.space3
        visible: issued.ticket.ticketUrl !== ""
        width: issued.portrait ? parent.width - 2 * issued.margin : parent.width * 0.5 - 1.5 * issued.margin

        QrCode {
            id: qr

            height: width
            objectName: "qr"
            text: issued.ticket.ticketUrl
            width: Math.min(180 * Theme.scale, parent.height - 2 * Theme.space2, parent.width * 0.52)
            x: issued.LayoutMirroring.enabled ? parent.width - width - Theme.space3 : Theme.space3
            y: (parent.height - height) / 2
        }

        Column {
            id: words

            spacing: Theme.space2
            width: parent.width - qr.width - 3 * Theme.space3
            x: issued.LayoutMirroring.enabled ? Theme.space3 : qr.width + 2 * Theme.space3
            y: (parent.height - height) / 2

            Label {
                color: Theme.warn
                objectName: "missing"
                size: (issued.portrait ? Theme.text22 : Theme.text18) * (Theme.letters > 1 ? 0.8 : 1)
                strong: true
                text: notice.text
                visible: notice.missing
                width: parent.width
            }

            Label {
                size: Theme.letters > 1 ? Theme.text18 : Theme.text28
                strong: true
                text: qsTr("Follow on your phone")
                visible: !notice.missing
                width: parent.width
            }

            Label {
                secondary: true
                size: Theme.text18 * (Theme.letters > 1 ? 1.15 / Theme.letters : 1)
                text: qsTr("Scan this, or remember your number.")
                visible: !notice.missing
                width: parent.width
            }
        }
    }

    Column {
        id: buttons

        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.space2
        anchors.right: parent.right
        anchors.rightMargin: issued.margin
        spacing: Theme.space2
        width: follow.width

        Row {
            id: others

            readonly property int count: (change.visible ? 1 : 0) + (again.visible ? 1 : 0)
            readonly property real cell: (width - spacing * (count - 1)) / Math.max(1, count)

            spacing: Theme.space2
            visible: count > 0
            width: parent.width

            Button {
                id: again

                height: change.height
                horizontalPadding: Theme.space2
                objectName: "reprint"
                text: qsTr("Print again")
                textSize: change.textSize
                visible: notice.missing
                width: others.cell

                onClicked: issued.ticket.reprintTapped()
            }

            Button {
                id: change

                height: Math.max(Theme.space6 + Theme.space1, implicitContentHeight + Theme.space2)
                horizontalPadding: Theme.space2
                objectName: "change"
                text: qsTr("Wrong queue? Change")
                textSize: Theme.text18 * (Theme.letters > 1 ? 1.15 / Theme.letters : 1)
                visible: issued.ticket.mayChange
                width: others.cell

                onClicked: issued.ticket.changeTapped()
            }
        }

        Button {
            height: Theme.space7 + Theme.space1
            kind: Button.Primary
            objectName: "done"
            text: qsTr("Done")
            textSize: Theme.text28
            width: parent.width

            onClicked: issued.kiosk.doneTapped()
        }
    }
}
