import QtQuick
import TakeANumber.Controls
import TakeANumber.PairingModel

// The code that a manager compares, and where: below one another on a tall screen, the picture beside it on a wide one.
Item {
    id: page

    required property PairingViewModel pairing
    readonly property bool revoked: pairing.why === Terms.Why.Revoked
    readonly property real inner: width - 2 * Look.margin
    readonly property int across: Look.tall || Look.small ? Text.AlignHCenter : Text.AlignLeft
    readonly property bool boxed: Look.tall && Look.kiosk
    readonly property bool withAnother: pairing.mayChange && !Look.display
    readonly property string found: pairing.server === "" ? "" : qsTr("%1, found in this network").arg(Apart.word(pairing.server))
    readonly property string pinned: pairing.fingerprint === "" ? "" : qsTr("Its own certificate: %1").arg(Apart.word(pairing.fingerprint))
    readonly property string lasts: qsTr("New code in %1").arg(Apart.word(PairingWords.left(pairing.leftS)))

    Accessible.name: title.text + ". " + words.text
    Accessible.role: Accessible.AlertMessage

    Column {
        id: said

        anchors.left: parent.left
        anchors.leftMargin: Look.margin
        spacing: Look.small ? Look.gap : 0
        width: Look.tall ? page.inner : Look.small ? page.inner : page.inner - picture.width - Look.apart
        y: Look.tall ? Math.max(0, (another.y - height - (page.boxed ? card.height : below.height) - Look.apart) / 2) : Math.max(0, (page.height - height) / 2)

        Heading {
            id: title

            bold: true
            horizontalAlignment: page.across
            objectName: "title"
            size: page.revoked && !Look.small ? Look.title * 0.72 : Look.title
            text: page.revoked ? (Look.desk ? qsTr("This console is no longer paired") : qsTr("This screen is no longer paired")) : Look.desk ? qsTr("Pair this console") : qsTr("Pair this screen")
            width: parent.width
        }

        Item {
            height: Look.apart * 0.6
            visible: !Look.small
            width: 1
        }

        Label {
            id: words

            horizontalAlignment: page.across
            lineHeight: 1.1
            objectName: "words"
            secondary: true
            size: Look.words * (page.revoked ? 0.9 : 1)
            text: (page.revoked ? qsTr("A manager took it off the list, or the server was set up anew.") + " " : "") + (Look.kiosk ? qsTr("Staff: open the address below, or scan. Approve it when both screens show the same eight characters.") : qsTr("A manager opens the address, or scans the code, and approves when both screens show the same eight characters."))
            visible: !Look.small
            width: parent.width
        }

        Item {
            height: Look.apart
            visible: !Look.small
            width: 1
        }

        CodeBoxes {
            code: page.pairing.code
            x: Look.tall || Look.small ? (parent.width - width) / 2 : page.LayoutMirroring.enabled ? parent.width - width : 0
        }

        Item {
            height: Look.apart * (Look.desk ? 0.9 : 0.8)
            visible: !Look.tall && !Look.small
            width: 1
        }

        AddressLine {
            address: page.pairing.address
            horizontalAlignment: Look.small ? Text.AlignHCenter : Text.AlignLeft
            visible: !Look.tall
            width: parent.width
        }

        Item {
            height: Look.gap
            visible: !Look.tall && !Look.small
            width: 1
        }

        Fact {
            objectName: "found"
            symbol: "wifi"
            text: page.found
            most: said.width
            visible: !Look.tall && !Look.small && text !== ""
            width: said.width
        }

        Item {
            height: Look.gap * 0.8
            visible: certificate.visible
            width: 1
        }

        Fact {
            objectName: "fingerprint"
            symbol: "lock"
            text: page.pinned
            id: certificate

            most: said.width
            visible: !Look.tall && !Look.small && text !== ""
            width: said.width
        }

        Item {
            height: Look.apart
            visible: Look.desk && !Look.small
            width: 1
        }

        Row {
            spacing: Look.gap
            visible: Look.desk
            x: Look.small ? (parent.width - width) / 2 : page.LayoutMirroring.enabled ? parent.width - width : 0

            BigButton {
                objectName: "another"
                symbol: "search"
                text: qsTr("Another server")
                visible: page.withAnother && !Look.small

                onClicked: page.pairing.anotherWanted()
            }

            Fact {
                objectName: "left"
                symbol: "clock"
                tabular: true
                text: page.lasts
                anchors.verticalCenter: parent.verticalCenter
                most: said.width * 0.6
            }
        }
    }

    // The picture of a wide screen, with what belongs to it.
    Column {
        id: picture

        anchors.right: parent.right
        anchors.rightMargin: Look.margin
        spacing: Look.gap * 1.5
        visible: !Look.tall && !Look.small
        width: (Look.desk ? 260 : Look.display ? 440 : 480) * Look.px
        y: Math.max(0, (page.height - height) / 2)

        QrPaper {
            text: page.pairing.link
            height: width
            width: parent.width
        }

        Fact {
            objectName: "left"
            symbol: "clock"
            tabular: true
            text: page.lasts
            most: parent.width
            visible: !Look.desk
            x: (parent.width - width) / 2
        }

        BigButton {
            objectName: "another"
            symbol: "search"
            text: qsTr("Another server")
            visible: page.withAnother && Look.kiosk
            width: parent.width

            onClicked: page.pairing.anotherWanted()
        }
    }

    CompareCard {
        id: card

        address: page.pairing.address
        anchors.left: parent.left
        anchors.leftMargin: Look.margin
        certificate: page.pinned
        found: page.found
        lasts: page.lasts
        link: page.pairing.link
        visible: page.boxed
        width: page.inner
        y: said.y + said.height + Look.apart
    }

    Column {
        id: below

        anchors.horizontalCenter: parent.horizontalCenter
        spacing: Look.apart
        visible: Look.tall && !page.boxed
        width: page.inner
        y: said.y + said.height + Look.apart * 1.4

        QrPaper {
            text: page.pairing.link
            anchors.horizontalCenter: parent.horizontalCenter
            height: width
            width: 440 * Look.px
        }

        AddressLine {
            address: page.pairing.address
            horizontalAlignment: Text.AlignHCenter
            width: parent.width
        }

        Fact {
            objectName: "fingerprint"
            symbol: "lock"
            text: page.pinned
            most: parent.width
            visible: text !== ""
            x: (parent.width - width) / 2
        }

        Fact {
            objectName: "left"
            symbol: "clock"
            tabular: true
            text: page.lasts
            most: parent.width
            x: (parent.width - width) / 2
        }
    }

    BigButton {
        id: another

        anchors.left: parent.left
        anchors.leftMargin: Look.margin
        objectName: "another"
        symbol: "search"
        text: qsTr("Another server, or type its address")
        visible: page.boxed && page.pairing.mayChange
        width: page.inner
        y: page.height - (page.boxed ? height + 32 * Look.px : 0)

        onClicked: page.pairing.anotherWanted()
    }
}
