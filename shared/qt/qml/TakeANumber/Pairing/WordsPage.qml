import QtQuick
import TakeANumber.Controls
import TakeANumber.PairingModel
import TakeANumber.Theme

// One thing to know, and what to do: while a server is looked for, asked or away, when it says no, and when all is well.
Item {
    id: page

    required property PairingViewModel pairing
    readonly property int shown: pairing.shown
    readonly property int across: Look.tall ? Text.AlignHCenter : Text.AlignLeft
    readonly property real foot: deeds.visible ? deeds.height + (Look.tall ? 32 * Look.px : Look.apart) : 0
    readonly property bool welcome: shown === Terms.Shown.Welcomed
    readonly property string place: PairingWords.server(pairing.server, pairing.address)
    readonly property bool mayAsk: shown === Terms.Shown.Refused || shown === Terms.Shown.Unfit || shown === Terms.Shown.Changed
    readonly property bool mayChange: pairing.mayChange && !welcome && shown !== Terms.Shown.Searching && shown !== Terms.Shown.Changed
    readonly property bool mayType: shown === Terms.Shown.Searching
    readonly property string title: {
        switch (shown) {
        case Terms.Shown.Searching:
            return qsTr("Looking for the server\u00a0…");
        case Terms.Shown.Asking:
            return pairing.away ? qsTr("The server does not answer") : qsTr("Asking the server\u00a0…");
        case Terms.Shown.Refused:
            return qsTr("A manager did not approve this screen");
        case Terms.Shown.Waiting:
            return qsTr("Many screens ask just now");
        case Terms.Shown.Unfit:
            return qsTr("The server does not pair this screen");
        case Terms.Shown.Changed:
            return qsTr("Is this still our server?");
        default:
            return qsTr("Paired");
        }
    }
    readonly property string advice: {
        switch (shown) {
        case Terms.Shown.Searching:
            return qsTr("It has to be switched on, and in the same network.");
        case Terms.Shown.Asking:
            return pairing.away ? qsTr("It is asked again by itself. Is it switched on, and in this network?") : "";
        case Terms.Shown.Refused:
            return qsTr("If that was by mistake, ask anew. It asks by itself in some minutes.");
        case Terms.Shown.Waiting:
            return qsTr("This one asks again by itself in %1.").arg(Apart.word(PairingWords.left(pairing.leftS)));
        case Terms.Shown.Unfit:
            return pairing.detail;
        case Terms.Shown.Changed:
            return qsTr("It shows another certificate than the one that this screen was paired with. Staff: if the server was set up anew, pair the screen anew. If nobody knows of that, ask who looks after the network. It goes on by itself as soon as the known one is back.");
        case Terms.Shown.Welcomed:
            return pairing.name === "" ? qsTr("It goes on by itself.") : qsTr("This is “%1”. It goes on by itself.").arg(Apart.word(pairing.name));
        default:
            return "";
        }
    }

    Accessible.name: title + ". " + advice
    Accessible.role: Accessible.AlertMessage

    Column {
        id: said

        anchors.left: parent.left
        anchors.leftMargin: Look.margin
        spacing: Look.apart * 0.8
        width: Math.min(parent.width - 2 * Look.margin, Look.desk ? 700 * Look.px : parent.width)
        y: Math.max(0, (page.height - page.foot - height) / 2)

        Item {
            height: glyph.height
            visible: !Look.small
            width: parent.width

            Icon {
                id: glyph

                anchors.left: parent.left
                anchors.leftMargin: Look.tall ? (parent.width - width) / 2 : 0
                color: page.welcome ? Theme.ok : Theme.text
                name: {
                    switch (page.shown) {
                    case Terms.Shown.Searching:
                        return "search";
                    case Terms.Shown.Asking:
                        return page.pairing.away ? "unplug" : "wifi";
                    case Terms.Shown.Waiting:
                        return "clock";
                    case Terms.Shown.Changed:
                        return "lock";
                    case Terms.Shown.Welcomed:
                        return "check";
                    default:
                        return "triangle-alert";
                    }
                }
                side: (Look.desk ? 48 : 120) * Look.px
            }
        }

        Heading {
            bold: true
            horizontalAlignment: page.across
            objectName: "title"
            size: Look.title * (page.mayAsk && !Look.small ? 0.8 : 1)
            text: page.title
            width: parent.width
        }

        Label {
            anchors.left: parent.left
            horizontalAlignment: page.across
            lineHeight: 1.15
            objectName: "words"
            secondary: true
            size: Look.words
            text: page.advice
            visible: text !== "" && (!Look.small || page.shown !== Terms.Shown.Changed)
            width: Math.min(parent.width, Look.display && !Look.tall ? 1400 * Look.px : parent.width)
        }

        Label {
            horizontalAlignment: page.across
            objectName: "place"
            size: Math.max(Look.fine, Look.address * 0.8)
            strong: true
            text: Apart.word(page.place)
            visible: page.shown === Terms.Shown.Asking || page.shown === Terms.Shown.Changed
            width: parent.width
            wrapMode: Text.Wrap
        }
    }

    Flow {
        id: deeds

        readonly property real part: Look.tall ? width : Math.min((width - spacing) / 2, (Look.desk ? 300 : 640) * Look.px)

        anchors.left: parent.left
        anchors.leftMargin: Look.margin
        spacing: Look.gap
        visible: page.mayAsk || page.mayChange || page.mayType
        width: parent.width - 2 * Look.margin
        y: Look.tall ? page.height - height - 32 * Look.px : said.y + said.height + Look.apart

        BigButton {
            id: again

            kind: Button.Primary
            objectName: "again"
            text: page.shown === Terms.Shown.Changed ? qsTr("Pair it anew") : qsTr("Ask anew")
            visible: page.mayAsk
            width: deeds.part

            onClicked: page.pairing.askedAnew()
        }

        BigButton {
            id: type

            objectName: "type"
            text: qsTr("Type its address")
            visible: page.mayType
            width: deeds.part

            onClicked: page.pairing.typingWanted()
        }

        BigButton {
            id: other

            objectName: "another"
            symbol: "search"
            text: qsTr("Another server")
            visible: page.mayChange
            width: deeds.part

            onClicked: page.pairing.anotherWanted()
        }
    }
}
