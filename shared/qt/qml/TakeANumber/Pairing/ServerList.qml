pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import TakeANumber.Controls
import TakeANumber.PairingModel
import TakeANumber.Theme

// The servers of this network, by the names of their branches.
Column {
    id: list

    required property PairingViewModel pairing
    property real row: (Look.small ? 44 : Look.desk ? 64 : Look.display ? 132 : 150) * Look.px

    spacing: Look.gap

    Repeater {
        model: list.pairing.servers

        T.AbstractButton {
            id: server

            required property string url
            required property string name
            required property string address
            required property int index
            readonly property color ink: down ? Theme.accentInk : Theme.text
            readonly property real inset: (Look.small ? 10 : Look.desk ? 20 : 32) * Look.px

            focusPolicy: Qt.StrongFocus
            height: Math.max(list.row, words.height + 2 * Look.gap)
            objectName: "server-" + index
            text: name === "" ? qsTr("The server on this machine") : name
            width: list.width

            Accessible.description: address
            Accessible.name: text
            Accessible.role: Accessible.Button

            Keys.onEnterPressed: server.clicked()
            Keys.onReturnPressed: server.clicked()

            background: Rectangle {
                border.color: server.visualFocus ? Theme.accent : Theme.control
                border.width: (server.visualFocus ? 4 : Look.desk ? 1.5 : 3) * Look.px
                color: server.down ? Theme.accent : Theme.surface
                radius: (Look.desk ? 12 : 24) * Look.px
            }
            contentItem: Item {
                Column {
                    id: words

                    anchors.left: parent.left
                    anchors.leftMargin: server.inset
                    anchors.right: onward.left
                    anchors.rightMargin: Look.gap
                    anchors.verticalCenter: parent.verticalCenter

                    Label {
                        color: server.ink
                        size: Look.small ? Look.words : Look.words * 1.1
                        strong: true
                        text: server.text
                        width: parent.width
                        wrapMode: Text.Wrap

                        Accessible.ignored: true
                    }

                    Label {
                        color: server.down ? Theme.accentInk : Theme.text2
                        size: Look.fine
                        text: Apart.word(server.address)
                        visible: text !== ""
                        width: parent.width
                        wrapMode: Text.Wrap

                        Accessible.ignored: true
                    }
                }

                Icon {
                    id: onward

                    anchors.right: parent.right
                    anchors.rightMargin: server.inset
                    anchors.verticalCenter: parent.verticalCenter
                    color: server.ink
                    mirrors: true
                    name: "chevron-right"
                    side: Look.fine * 1.3
                }
            }

            onClicked: list.pairing.serverChosen(server.url)
        }
    }
}
