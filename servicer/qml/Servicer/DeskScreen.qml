pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Servicer.ViewModels
import TakeANumber.Controls
import TakeANumber.Theme

// A servicer at work: who is here, what to do next, who waits.
Item {
    id: screen

    required property ConsoleViewModel status
    required property DeskViewModel desk
    required property bool compact

    signal sizeToggled

    function press(deed: int, asks: int) {
        if (asks === Terms.Asks.Nothing)
            screen.desk.pressed(deed);
        else
            sheet.show(deed, asks);
    }

    TopBar {
        id: top

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        compact: screen.compact
        status: screen.status
        desk: screen.desk

        onSizeToggled: screen.sizeToggled()
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

        UndoBar {
            id: undo

            anchors.bottom: parent.bottom
            anchors.bottomMargin: screen.compact ? 0 : -Theme.space4
            anchors.horizontalCenter: parent.horizontalCenter
            desk: screen.desk
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
            horizontalPadding: keyShown.visible ? keyShown.width + Theme.space5 : Theme.space2
            kind: Button.Primary
            objectName: "primary"
            text: Words.deed(screen.desk.primaryDeed, screen.desk.waiting)
            textSize: screen.compact ? Theme.text18 : Theme.text28
            visible: screen.desk.primaryDeed !== Terms.Deed.Nothing

            Accessible.description: Words.printedKey(screen.desk.primaryDeed)

            onClicked: screen.desk.pressed(screen.desk.primaryDeed)

            Label {
                id: keyShown

                anchors.right: parent.right
                anchors.rightMargin: Theme.space4
                anchors.verticalCenter: parent.verticalCenter
                color: primary.ink
                opacity: 0.8
                size: Theme.text14
                text: Words.printedKey(screen.desk.primaryDeed)
                visible: !screen.compact && primary.enabled
                width: Math.min(implicitWidth, 90 * Theme.scale)

                Accessible.ignored: true
            }
        }

        RowLayout {
            id: others

            anchors.bottom: parent.bottom
            // Its place is kept free, so that nothing jumps under the hand when something can be undone.
            anchors.bottomMargin: screen.compact ? 0 : Theme.space6
            height: repeater.count > 0 || screen.compact && undo.visible ? (screen.compact ? 44 * Theme.scale : Theme.space7 * 1.2) : 0
            spacing: screen.compact ? Theme.space1 : Theme.space3
            visible: !(screen.compact && undo.visible)
            width: parent.width

            Repeater {
                id: repeater

                model: screen.desk.others

                Button {
                    id: other

                    required property int index
                    required property int deed
                    required property string name
                    required property int asks
                    required property bool prominent
                    required property bool listening

                    enabled: listening
                    Layout.fillHeight: true
                    kind: prominent ? Button.Primary : Button.Secondary
                    objectName: name
                    horizontalPadding: screen.compact ? 0 : Theme.space1
                    text: Words.deed(deed, 0)
                    textSize: screen.compact ? Theme.text14 : Theme.text16
                    bottomPadding: screen.compact ? 0 : Theme.space4
                    topPadding: 0

                    Layout.fillWidth: true
                    // All alike, but in the small window as wide as their words.
                    Layout.minimumWidth: screen.compact ? 44 : 0
                    Layout.preferredWidth: screen.compact ? implicitWidth : 1

                    Accessible.description: Words.printedKey(deed)

                    onClicked: screen.press(other.deed, other.asks)

                    Label {
                        anchors.bottom: parent.bottom
                        anchors.bottomMargin: Theme.space1
                        anchors.horizontalCenter: parent.horizontalCenter
                        color: other.ink
                        opacity: 0.8
                        size: Theme.text14 * 0.85
                        text: qsTr("%1 or %2").arg(Words.printedKey(other.deed)).arg(other.index + 1)
                        visible: !screen.compact

                        Accessible.ignored: true
                    }

                    Shortcut {
                        enabled: other.listening && !sheet.open
                        // The number in the row too, so that one hand reaches every one of them.
                        sequences: [Words.key(other.deed), "Ctrl+" + (other.index + 1)]

                        onActivated: screen.press(other.deed, other.asks)
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
        enabled: !screen.desk.away
        sequence: Words.key(Terms.Deed.Help)

        onActivated: screen.desk.pressed(Terms.Deed.Help)
    }

    Shortcut {
        enabled: !sheet.open
        sequence: Words.key(Terms.Deed.SignOut)

        onActivated: screen.desk.pressed(Terms.Deed.SignOut)
    }

    Shortcut {
        enabled: screen.desk.primaryListening && !sheet.open
        sequences: ["Ctrl+Return", "Ctrl+Enter", "Ctrl+Space"]

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

        Column {
            id: aside

            anchors.bottom: parent.bottom
            anchors.left: parent.left
            anchors.margins: Theme.space5
            anchors.right: parent.right
            spacing: Theme.space2

            Label {
                secondary: true
                size: Theme.text16
                strong: true
                text: qsTr("On hold")
                visible: screen.desk.heldCount > 0
                width: parent.width
            }

            Repeater {
                model: screen.desk.held

                HeldRow {
                    required property var model
                    required property int index

                    first: index === 0
                    quiet: sheet.open
                    desk: screen.desk
                    label: model.label
                    remark: model.remark
                    ticket: model.id
                    width: aside.width
                }
            }

            Label {
                color: Theme.warn
                size: Theme.text16
                strong: true
                text: qsTr("No desk serves them (%1)").arg(screen.desk.strandedCount)
                visible: screen.desk.strandedCount > 0
                width: parent.width
            }

            Repeater {
                model: screen.desk.stranded

                StrandedRow {
                    required property var model

                    desk: screen.desk
                    label: model.label
                    queueName: model.queueName
                    ticket: model.id
                    width: aside.width
                }
            }

            Label {
                color: Theme.warn
                size: Theme.text16
                strong: true
                text: qsTr("No paper: %1. Reprint at the kiosk.").arg(screen.desk.unprinted)
                visible: screen.desk.unprinted !== ""
                width: parent.width
            }

            Label {
                color: Theme.warn
                objectName: "helpDesks"
                size: Theme.text16
                strong: true
                text: qsTr("Desk %1 calls for help").arg(screen.desk.helpDesks)
                visible: screen.desk.helpDesks !== ""
                width: parent.width
            }

            Button {
                checked: screen.desk.help
                enabled: !screen.desk.away
                objectName: "help"
                text: qsTr("%1 · %2").arg(screen.desk.help ? qsTr("Stop calling for help") : Words.deed(Terms.Deed.Help, 0)).arg(Words.printedKey(Terms.Deed.Help))
                textSize: Theme.text16
                width: parent.width

                onClicked: screen.desk.pressed(Terms.Deed.Help)
            }
        }

        ListView {
            anchors.bottom: aside.top
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

    Sheet {
        id: sheet

        anchors.fill: parent
        desk: screen.desk
    }
}
