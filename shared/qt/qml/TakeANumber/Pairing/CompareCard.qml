import QtQuick
import TakeANumber.Controls

// A tall kiosk's picture for a phone's camera, in a card with what is typed by hand.
Card {
    id: card

    required property string link
    required property string address
    required property string found
    required property string certificate
    required property string lasts

    height: Math.max(code.height, beside.height) + 2 * Look.apart

    QrPaper {
        id: code

        anchors.left: parent.left
        anchors.leftMargin: Look.gap * 1.5
        anchors.verticalCenter: parent.verticalCenter
        height: 372 * Look.px
        text: card.link
        width: height
    }

    Column {
        id: beside

        anchors.left: code.right
        anchors.leftMargin: Look.gap * 1.5
        anchors.right: parent.right
        anchors.rightMargin: Look.gap * 1.5
        anchors.verticalCenter: parent.verticalCenter
        spacing: Look.gap * 1.5

        AddressLine {
            address: card.address
            narrow: true
            width: parent.width
        }

        Fact {
            most: parent.width
            objectName: "found"
            symbol: "wifi"
            text: card.found
            visible: text !== ""
            width: parent.width
        }

        Fact {
            most: parent.width
            objectName: "fingerprint"
            symbol: "lock"
            text: card.certificate
            visible: text !== ""
            width: parent.width
        }

        Fact {
            most: parent.width
            objectName: "left"
            symbol: "clock"
            tabular: true
            text: card.lasts
            width: parent.width
        }
    }
}
