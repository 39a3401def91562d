import QtQuick
import QtQuick.Templates as T
import TakeANumber.Controls
import TakeANumber.PairingModel
import TakeANumber.Theme

// Nobody was found, or another server is meant: its address is typed, by a keyboard or by the keys on the screen.
Item {
    id: page

    required property PairingViewModel pairing
    readonly property bool keyed: !Look.desk
    readonly property bool wide: keyed && !Look.tall
    readonly property real inner: width - 2 * Look.margin
    readonly property real column: wide ? inner * 0.4 : Look.desk ? Math.min(inner, 620 * Look.px) : inner
    readonly property string wrong: PairingWords.wrong(pairing.wrong)

    Component.onCompleted: field.forceActiveFocus()

    Accessible.name: title.text + ". " + words.text
    Accessible.role: Accessible.AlertMessage

    Column {
        id: said

        anchors.left: parent.left
        anchors.leftMargin: Look.margin
        spacing: Look.gap * (Look.small ? 0.6 : 1.5)
        width: page.column
        y: page.wide || Look.desk ? Math.max(0, (page.height - height) / 2) : Math.max(0, (keys.y - height) / 2)

        Heading {
            id: title

            bold: true
            horizontalAlignment: Look.tall ? Text.AlignHCenter : Text.AlignLeft
            objectName: "title"
            size: Look.title * (Look.small ? 1 : page.wide ? 0.66 : 0.8)
            text: page.pairing.serverCount > 0 ? qsTr("Type the server's address") : qsTr("No server found yet")
            width: parent.width
        }

        Label {
            id: words

            horizontalAlignment: Look.tall ? Text.AlignHCenter : Text.AlignLeft
            lineHeight: 1.1
            objectName: "words"
            secondary: true
            size: Look.words * (page.wide ? 0.9 : 1)
            text: page.pairing.serverCount > 0 ? qsTr("It is the address at which the manager's pages are opened.") : qsTr("It is still looked for. You may also type its address: the one at which the manager's pages are opened.")
            // What is wrong needs its room.
            visible: !Look.small && !(page.wide && page.wrong !== "")
            width: parent.width
        }

        T.TextField {
            id: field

            color: Theme.text
            font.family: Theme.family
            font.features: Theme.words
            font.pixelSize: Math.round(Look.small ? Look.words : Look.address)
            height: (Look.small ? 44 : Look.desk ? 56 : 128) * Look.px
            // An address is read from the left in every language.
            horizontalAlignment: page.LayoutMirroring.enabled ? TextInput.AlignRight : TextInput.AlignLeft
            inputMethodHints: Qt.ImhUrlCharactersOnly | Qt.ImhNoAutoUppercase | Qt.ImhNoPredictiveText
            leftPadding: (Look.desk ? 14 : 32) * Look.px
            maximumLength: 120
            objectName: "address"
            placeholderText: ""
            rightPadding: leftPadding
            selectByMouse: true
            selectedTextColor: Theme.accentInk
            selectionColor: Theme.accent
            text: page.pairing.typed
            verticalAlignment: TextInput.AlignVCenter
            width: parent.width

            Accessible.name: title.text
            Accessible.role: Accessible.EditableText

            background: Rectangle {
                border.color: page.wrong !== "" ? Theme.danger : field.activeFocus ? Theme.accent : Theme.control
                border.width: (field.activeFocus || page.wrong !== "" ? 3 : 2) * Look.px * (Look.desk ? 0.8 : 1.4)
                color: Theme.surface
                radius: (Look.desk ? 12 : 24) * Look.px

                Label {
                    LayoutMirroring.enabled: false
                    anchors.left: parent.left
                    anchors.leftMargin: field.leftPadding
                    anchors.verticalCenter: parent.verticalCenter
                    secondary: true
                    size: field.font.pixelSize
                    text: Apart.word("192.168.1.10:8000")
                    visible: field.text === ""
                    wrapMode: Text.NoWrap

                    Accessible.ignored: true
                }
            }

            onAccepted: page.pairing.addressGiven()
            onTextEdited: page.pairing.textTyped(text)
        }

        Label {
            color: Theme.danger
            objectName: "wrong"
            size: Look.fine
            strong: true
            text: page.wrong
            visible: text !== ""
            width: parent.width
        }

        Row {
            spacing: Look.gap
            visible: !page.keyed || page.wide
            width: parent.width

            BigButton {
                enabled: page.pairing.typed !== ""
                kind: Button.Primary
                objectName: "connect"
                text: qsTr("Connect")
                width: page.wide ? (parent.width - parent.spacing) * 0.6 : implicitWidth

                onClicked: page.pairing.addressGiven()
            }

            BigButton {
                objectName: "back"
                text: page.wide ? qsTr("Back") : qsTr("Look for it again")
                width: page.wide ? (parent.width - parent.spacing) * 0.4 : implicitWidth

                onClicked: page.pairing.searchWanted()
            }
        }
    }

    Column {
        id: keys

        anchors.right: parent.right
        anchors.rightMargin: Look.margin
        spacing: 12 * Look.px
        visible: page.keyed
        width: page.wide ? page.inner * 0.56 : page.inner
        y: page.wide ? Math.max(0, (page.height - height) / 2) : page.height - height - 32 * Look.px

        Keypad {
            width: parent.width

            onTapped: key => page.pairing.textTyped(page.pairing.typed + key)
        }

        Row {
            spacing: 12 * Look.px
            width: parent.width

            BigButton {
                height: Math.max(Look.key, Look.button)
                objectName: "erase"
                symbol: "delete"
                text: qsTr("Erase")
                width: page.wide ? parent.width : (parent.width - 2 * parent.spacing) / 3

                onClicked: page.pairing.textTyped(page.pairing.typed.slice(0, -1))
            }

            BigButton {
                height: Math.max(Look.key, Look.button)
                objectName: "back"
                text: qsTr("Back")
                visible: !page.wide
                width: (parent.width - 2 * parent.spacing) / 3

                onClicked: page.pairing.searchWanted()
            }

            BigButton {
                enabled: page.pairing.typed !== ""
                height: Math.max(Look.key, Look.button)
                kind: Button.Primary
                objectName: "connect"
                text: qsTr("Connect")
                visible: !page.wide
                width: (parent.width - 2 * parent.spacing) / 3

                onClicked: page.pairing.addressGiven()
            }
        }
    }
}
