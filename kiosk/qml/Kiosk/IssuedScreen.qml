import QtQuick
import Kiosk.ViewModels
import TakeANumber.Controls

// The number, how many are ahead, and the way to follow it on a phone.
KioskPage {
    id: issued

    required property KioskViewModel kiosk
    required property TicketViewModel ticket
    // Larger words about the paper take the place of those about the phone, which say the same.
    // First in their own queue, and yet a desk would call somebody of another one.
    readonly property bool othersFirst: ticket.ahead === 0 && !ticket.next && !ticket.nobodyServes
    readonly property bool brief: Panel.larger && notice.missing
    // Where no paper comes, the code is the only ticket, and as large as there is room for.
    readonly property bool onlyTicket: ticket.paper === Terms.Paper.Absent || notice.missing
    readonly property real roomForCode: height - lower.height - (Panel.portrait ? header.height + number.height + 4 * Panel.gap : 3 * Panel.gap)
    readonly property real codeCard: onlyTicket ? Math.min(544 * Panel.px, roomForCode) : Math.min(376 * Panel.px, Panel.portrait ? roomForCode : 0.35 * height)
    readonly property real halfWidth: Panel.portrait ? width - 2 * Panel.margin : (width - 3 * Panel.margin) * 0.45
    readonly property real restWidth: Panel.portrait ? halfWidth : width - 3 * Panel.margin - halfWidth

    spoken: [qsTr("Your number is %1").arg(ticket.label.split("").join(" ")), ahead.text, howLong.visible ? howLong.text : "", notice.text].filter(text => text !== "").join(". ")

    Accessible.name: qsTr("Your number is %1").arg(ticket.label)
    Accessible.role: Accessible.AlertMessage

    Header {
        id: header

        anchors.left: parent.left
        anchors.top: parent.top
        kiosk: issued.kiosk
        showsTime: Panel.portrait
        width: Panel.portrait ? parent.width : issued.halfWidth
    }

    Item {
        id: place

        anchors.bottom: Panel.portrait ? follow.top : parent.bottom
        anchors.left: parent.left
        anchors.leftMargin: Panel.margin
        anchors.top: header.bottom
        width: issued.halfWidth
    }

    Column {
        id: number

        anchors.left: place.left
        anchors.verticalCenter: place.verticalCenter
        width: place.width

        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: Panel.gap

            QueueBadge {
                id: badge

                anchors.verticalCenter: parent.verticalCenter
                letter: issued.ticket.letter
                ordinal: issued.ticket.ordinal
                side: 72 * Panel.px
                visible: letter !== ""
            }

            Label {
                id: queueName

                anchors.verticalCenter: parent.verticalCenter
                secondary: true
                size: Panel.words
                text: issued.ticket.queueName
                width: Math.min(Math.ceil(natural.advanceWidth) + 4 * Panel.px, number.width - badge.width - Panel.gap)
                wrapMode: Text.Wrap

                TextMetrics {
                    id: natural

                    font: queueName.font
                    text: queueName.text
                }
            }
        }

        TicketCode {
            fontSizeMode: Text.HorizontalFit
            objectName: "issuedLabel"
            size: (Panel.portrait ? 352 : 236) * Panel.px
            text: issued.ticket.label
            width: parent.width
        }

        Heading {
            id: ahead

            fontSizeMode: Text.HorizontalFit
            horizontalAlignment: Text.AlignHCenter
            minimumPixelSize: Math.round(size * 0.6)
            objectName: "ahead"
            size: (Panel.larger ? 84 : 72) * Panel.px
            text: issued.ticket.ahead > 0 ? qsTr("%n ahead of you", "", issued.ticket.ahead) : issued.ticket.next ? qsTr("You are next") : qsTr("You are first in line")
            width: parent.width
            // One word alone in a line of its own is easily missed.
            wrapMode: Text.NoWrap
        }

        Label {
            id: howLong

            horizontalAlignment: Text.AlignHCenter
            objectName: "how-long"
            secondary: true
            size: (Panel.larger ? 68 : issued.ticket.nobodyServes || issued.othersFirst ? 48 : 60) * Panel.px
            text: issued.ticket.nobodyServes ? qsTr("Nobody is serving yet. Please wait until you are called.") : issued.othersFirst ? qsTr("Another queue may be called before you.") : issued.ticket.lowMin === issued.ticket.highMin ? qsTr("about %1 min").arg(issued.ticket.highMin) : qsTr("about %1–%2 min").arg(issued.ticket.lowMin).arg(issued.ticket.highMin)
            visible: issued.ticket.highMin > 0 || issued.ticket.nobodyServes || issued.othersFirst
            width: parent.width
        }

        Label {
            horizontalAlignment: Text.AlignHCenter
            secondary: true
            size: Panel.small
            text: qsTr("%1 was given back.").arg(Apart.word(issued.ticket.gaveBack))
            visible: issued.ticket.gaveBack !== ""
            width: parent.width
        }
    }

    Card {
        id: follow

        anchors.bottom: lower.top
        anchors.bottomMargin: Panel.gap
        anchors.right: parent.right
        anchors.rightMargin: Panel.margin
        height: Math.max(issued.codeCard, words.height + 2 * Panel.gap)
        visible: issued.ticket.ticketUrl !== ""
        width: issued.restWidth

        QrCode {
            id: qr

            anchors.left: parent.left
            anchors.leftMargin: 24 * Panel.px
            anchors.verticalCenter: parent.verticalCenter
            height: width
            objectName: "qr"
            text: issued.ticket.ticketUrl
            width: Math.min((issued.onlyTicket ? 0.52 * parent.width : 320 * Panel.px), issued.codeCard - 2 * Panel.gap)
        }

        Column {
            id: words

            anchors.left: qr.right
            anchors.leftMargin: 32 * Panel.px
            anchors.right: parent.right
            anchors.rightMargin: 24 * Panel.px
            anchors.verticalCenter: parent.verticalCenter
            spacing: 12 * Panel.px

            Label {
                size: (Panel.larger ? 60 : 54) * Panel.px
                strong: true
                text: issued.brief ? notice.text : qsTr("Follow on your phone")
                width: parent.width
            }

            Label {
                secondary: true
                size: Panel.small
                text: qsTr("Scan to see your place. It rings at your turn.")
                visible: !issued.brief
                width: parent.width
            }
        }
    }

    Column {
        id: lower

        anchors.bottom: parent.bottom
        anchors.bottomMargin: Panel.portrait ? Panel.gap : Math.max(Panel.gap, (issued.height - height - follow.height - 2 * Panel.gap) / 2)
        anchors.right: parent.right
        anchors.rightMargin: Panel.margin
        spacing: Panel.gap
        width: issued.restWidth

        PaperNotice {
            id: notice

            anchors.horizontalCenter: parent.horizontalCenter
            most: parent.width
            ticket: issued.ticket
            visible: text !== "" && !missing
        }

        NoticeCard {
            id: unprinted

            objectName: "missing"
            size: Panel.small
            strong: true
            symbol: "printer"
            text: notice.text
            visible: notice.missing && !issued.brief
            width: parent.width
        }

        Row {
            id: others

            // What is in something hidden counts as hidden itself, so that the buttons cannot be asked.
            readonly property int count: (issued.ticket.mayChange ? 1 : 0) + (notice.missing ? 1 : 0)
            readonly property real cell: (width - spacing * (count - 1)) / Math.max(1, count)

            height: Math.max(notice.missing ? again.natural : 0, issued.ticket.mayChange ? change.natural : 0)
            spacing: Panel.gap
            visible: count > 0
            width: parent.width

            BigButton {
                id: again

                readonly property real natural: Math.max(least, implicitContentHeight + 16 * Panel.px)

                height: others.height
                horizontalPadding: Panel.gap
                objectName: "reprint"
                text: qsTr("Print again")
                verticalPadding: 8 * Panel.px
                visible: notice.missing
                width: others.cell

                onClicked: issued.ticket.reprintTapped()
            }

            BigButton {
                id: change

                readonly property real natural: Math.max(least, implicitContentHeight + 16 * Panel.px)

                height: others.height
                horizontalPadding: Panel.gap
                objectName: "change"
                symbol: notice.missing && Panel.larger ? "" : "arrow-left-right"
                text: qsTr("Wrong queue? Change")
                verticalPadding: 8 * Panel.px
                visible: issued.ticket.mayChange
                width: others.cell

                onClicked: issued.ticket.changeTapped()
            }
        }

        BigButton {
            kind: Button.Primary
            least: 136 * Panel.px
            objectName: "done"
            text: qsTr("Done")
            width: parent.width

            onClicked: issued.kiosk.doneTapped()
        }
    }
}
