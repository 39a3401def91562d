pragma ComponentBehavior: Bound

import QtQuick
import Servicer.ViewModels
import TakeANumber.Controls
import TakeANumber.Theme

// A servicer at work: who is here, what to do next, who waits.
Item {
    id: screen

    required property ConsoleViewModel status
    required property DeskViewModel desk
    required property bool compact

    TopBar {
        id: top

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        compact: screen.compact
        status: screen.status
        desk: screen.desk
    }

    Item {
        id: work

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.margins: screen.compact ? Theme.space2 : Theme.space5
        anchors.right: screen.compact ? parent.right : queues.left
        anchors.top: top.bottom

        NoticeBar {
            id: notice

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
            notice: screen.desk.notice
            visible: message !== "" && !screen.compact
        }

        Loader {
            anchors.bottom: away.top
            anchors.bottomMargin: screen.compact ? Theme.space2 : Theme.space4
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: notice.visible ? notice.bottom : parent.top
            anchors.topMargin: notice.visible ? Theme.space2 : 0
            sourceComponent: screen.compact ? small : large
        }

        Item {
            id: away

            readonly property bool needed: screen.desk.away || screen.desk.kept

            anchors.bottom: primary.top
            anchors.bottomMargin: needed ? Theme.space3 : 0
            anchors.left: parent.left
            anchors.right: parent.right
            height: needed ? words.implicitHeight : 0

            Label {
                id: words

                color: Theme.warn
                horizontalAlignment: Text.AlignHCenter
                size: screen.compact ? Theme.text14 : Theme.text16
                strong: true
                text: screen.desk.kept ? qsTr("Noted. It is sent as soon as the server is back.") : qsTr("The server is away. What you see is from %1.").arg(screen.status.asOf)
                visible: away.needed
                width: parent.width
            }
        }

        Button {
            id: primary

            readonly property bool listening: screen.desk.primaryListening

            anchors.bottom: others.top
            anchors.bottomMargin: others.height > 0 ? (screen.compact ? Theme.space2 : Theme.space3) : 0
            anchors.left: parent.left
            anchors.right: parent.right
            enabled: screen.desk.primaryEnabled
            height: visible ? (screen.compact ? Theme.space7 * 0.95 : Theme.space8 * 1.2) : 0
            kind: Button.Primary
            objectName: "primary"
            text: Words.deed(screen.desk.primaryDeed, screen.desk.waiting)
            textSize: screen.compact ? Theme.text18 : Theme.text28
            visible: screen.desk.primaryDeed !== Terms.Deed.Nothing

            Accessible.description: Words.printedKey(screen.desk.primaryDeed)

            onClicked: screen.desk.pressed(screen.desk.primaryDeed)

            Label {
                anchors.right: parent.right
                anchors.rightMargin: Theme.space4
                anchors.verticalCenter: parent.verticalCenter
                color: primary.ink
                opacity: 0.8
                size: Theme.text14
                text: Words.printedKey(screen.desk.primaryDeed)
                visible: !screen.compact && primary.enabled

                Accessible.ignored: true
            }
        }

        Row {
            id: others

            anchors.bottom: parent.bottom
            height: repeater.count > 0 ? (screen.compact ? Theme.space6 * 1.2 : Theme.space7 * 1.2) : 0
            spacing: Theme.space3
            width: parent.width

            Repeater {
                id: repeater

                model: screen.desk.others

                Button {
                    id: other

                    required property int deed
                    required property bool prominent
                    required property bool listening

                    enabled: listening
                    height: others.height
                    kind: prominent ? Button.Primary : Button.Secondary
                    objectName: Words.name(deed)
                    text: screen.compact ? Words.deed(deed, 0) : Words.deed(deed, 0) + "  ·  " + Words.printedKey(deed)
                    textSize: screen.compact ? Theme.text14 : Theme.text18
                    verticalPadding: 0
                    width: (others.width - (repeater.count - 1) * others.spacing) / repeater.count

                    onClicked: screen.desk.pressed(other.deed)

                    Shortcut {
                        enabled: other.listening
                        sequence: Words.key(other.deed)

                        onActivated: screen.desk.pressed(other.deed)
                    }
                }
            }
        }
    }

    Component {
        id: large

        ServingNow {
            desk: screen.desk
        }
    }

    Component {
        id: small

        CompactServing {
            desk: screen.desk
        }
    }

    Shortcut {
        enabled: screen.desk.primaryListening
        sequences: ["Ctrl+Return", "Ctrl+Enter"]

        onActivated: screen.desk.pressed(screen.desk.primaryDeed)
    }

    Rectangle {
        id: queues

        anchors.bottom: parent.bottom
        anchors.right: parent.right
        anchors.top: top.bottom
        color: Theme.surface
        visible: !screen.compact
        width: 340 * Theme.scale

        Rectangle {
            anchors.left: parent.left
            color: Theme.line
            height: parent.height
            width: Math.max(1, Theme.scale)
        }

        Label {
            id: title

            anchors.left: parent.left
            anchors.margins: Theme.space5
            anchors.top: parent.top
            secondary: true
            size: Theme.text16
            strong: true
            text: qsTr("Who waits")
        }

        ListView {
            anchors.bottom: parent.bottom
            anchors.left: parent.left
            anchors.margins: Theme.space5
            anchors.right: parent.right
            anchors.top: title.bottom
            anchors.topMargin: Theme.space3
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            model: screen.desk.queues

            delegate: QueueLine {
                width: ListView.view.width
            }
        }
    }
}
