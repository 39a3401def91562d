pragma ComponentBehavior: Bound

import QtQuick
import Servicer.ViewModels
import TakeANumber.Controls
import TakeANumber.Theme

// A servicer at work: who is here, what to do next, who waits. What Tab comes to, in this order, is written in this order.
Item {
    id: screen

    required property ConsoleViewModel status
    required property DeskViewModel desk
    required property bool compact
    // From the top down: away's bar and the card share what is left above the buttons, which never move.
    readonly property real gap: (compact ? 6 : 12) * Theme.scale
    readonly property real edge: (compact ? 8 : 20) * Theme.scale
    readonly property bool finishes: desk.primaryDeed === Terms.Deed.Finish

    signal sizeToggled

    function press(deed: int, asks: int) {
        if (asks === Terms.Asks.Nothing)
            screen.desk.pressed(deed);
        else
            sheet.show(deed, asks);
    }

    function find() {
        sheet.about(Terms.Deed.Nothing, Terms.Asks.Search, 0, "");
    }

    // The hand begins at the primary button, and comes back to it when it has nowhere else to be.
    function rest() {
        if (sheet.open)
            return;
        if (primary.enabled)
            primary.forceActiveFocus(Qt.TabFocusReason);
    }

    Component.onCompleted: {
        if (screen.desk.asksAtOnce !== Terms.Asks.Nothing)
            sheet.about(screen.desk.deedAtOnce, screen.desk.asksAtOnce, screen.desk.ticketAtOnce, screen.desk.labelAtOnce || screen.desk.label);
        else
            screen.rest();
    }

    Connections {
        function onPrimaryChanged() {
            const item = screen.Window.activeFocusItem;
            if (!item || !item.enabled || !item.visible || item === screen.Window.contentItem)
                Qt.callLater(screen.rest);
        }

        target: screen.desk
    }

    AwayBar {
        id: away

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: top.bottom
        height: visible ? 44 * Theme.scale : 0
        status: screen.status
        visible: needed && !screen.compact
    }

    Item {
        id: main

        anchors.bottom: parent.bottom
        anchors.bottomMargin: (screen.compact ? 6 : 14) * Theme.scale
        anchors.left: parent.left
        anchors.leftMargin: screen.edge
        anchors.right: screen.compact ? parent.right : side.left
        anchors.rightMargin: screen.edge
        anchors.top: screen.compact ? top.bottom : away.visible ? away.bottom : top.bottom
        anchors.topMargin: (screen.compact ? 6 : 16) * Theme.scale
        enabled: !sheet.open

        Loader {
            anchors.bottom: primary.top
            anchors.bottomMargin: screen.gap
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
            sourceComponent: screen.compact ? small : large
        }

        PrimaryButton {
            id: primary

            // Whether a press is more than the second half of a double click.
            readonly property bool listening: screen.desk.primaryListening

            anchors.bottom: others.top
            anchors.bottomMargin: screen.gap
            anchors.left: parent.left
            anchors.right: parent.right
            height: (screen.compact ? 48 : 80) * Theme.scale
            keys: {
                if (screen.compact)
                    return [];
                const own = Words.printed(Words.key(screen.desk.primaryDeed));
                return screen.finishes && !screen.desk.away ? [Words.printed("Ctrl+Return"), own] : [own];
            }
            objectName: "primary"
            offered: screen.desk.primaryEnabled
            text: {
                if (screen.desk.primaryDeed === Terms.Deed.CallNext && screen.desk.away)
                    return qsTr("Calling needs the server");
                return screen.compact && screen.desk.primaryEnabled ? Words.shortDeed(screen.desk.primaryDeed) : Words.deed(screen.desk.primaryDeed, screen.desk.waiting);
            }
            textSize: screen.compact ? Theme.text18 : Theme.text28

            onClicked: screen.desk.pressed(screen.desk.primaryDeed)
            onEnabledChanged: Qt.callLater(screen.rest)
        }

        Item {
            id: others

            readonly property int most: screen.compact ? 3 : 9
            readonly property int shown: Math.min(repeater.count, most)
            readonly property real square: screen.compact ? 44 * Theme.scale + gap : 0
            readonly property real gap: (screen.compact ? 6 : 10) * Theme.scale

            anchors.bottom: parent.bottom
            // The line below is kept free, so that nothing jumps under the hand when something can be undone.
            anchors.bottomMargin: screen.compact ? 0 : 64 * Theme.scale
            anchors.left: parent.left
            anchors.right: parent.right
            // A caption of two lines stands over its key.
            height: (screen.compact ? 44 : 72) * Theme.scale

            Row {
                id: row

                // What one of them has no room for, none of them has: one size, and one way to say it.
                readonly property list<Item> buttons: children.filter(child => child instanceof ActionButton && child.visible)
                readonly property bool pictured: buttons.every(button => button.fitsBesideIcon >= 1)
                readonly property bool keyed: buttons.every(button => button.fitsKeys)
                readonly property real shrink: Math.min(1, ...buttons.map(button => button.fits))

                anchors.fill: parent
                anchors.rightMargin: others.square
                spacing: others.gap

                Repeater {
                    id: repeater

                    model: screen.desk.others

                    ActionButton {
                        id: other

                        required property int index
                        required property int deed
                        required property string name
                        required property int asks
                        required property bool prominent
                        required property bool on
                        required property bool listening
                        readonly property string second: "Ctrl+" + (index + 1)

                        chosen: on
                        compact: screen.compact
                        enabled: listening
                        height: row.height
                        iconName: Words.icon(deed)
                        keys: Words.printed(Words.key(deed))
                        moreKeys: Words.printed(second)
                        objectName: name
                        allKeys: row.keyed
                        pictured: row.pictured
                        text: screen.compact ? Words.shortDeed(deed) : Words.deed(deed, 0)
                        textSize: Math.floor(base * row.shrink)
                        visible: index < others.most
                        wanted: prominent
                        width: (row.width - (others.shown - 1) * others.gap) / Math.max(1, others.shown)

                        onClicked: screen.press(other.deed, other.asks)

                        Shortcut {
                            enabled: other.listening && !sheet.open
                            // The number in the row too, so that one hand reaches every one of them.
                            sequences: [Words.key(other.deed), other.second]

                            onActivated: screen.press(other.deed, other.asks)
                        }
                    }
                }
            }

            ActionButton {
                id: square

                // Whether somebody needs this desk, or it is advised something.
                readonly property bool asks: screen.desk.helpWanted !== "" || screen.desk.helpDesks !== "" || screen.desk.staffCallBy !== ""
                readonly property bool advises: screen.desk.adviceCount > 0 || screen.desk.newcomersMin > 0

                anchors.bottom: parent.bottom
                anchors.right: parent.right
                anchors.top: parent.top
                compact: true
                objectName: "rest"
                text: ""
                visible: screen.compact
                wanted: asks || advises
                width: 44 * Theme.scale

                Accessible.name: qsTr("More")

                onClicked: sheet.show(Terms.Deed.Nothing, Terms.Asks.Rest)

                Glyph {
                    anchors.centerIn: parent
                    color: square.ink
                    name: square.asks ? "bell-ring" : square.advises ? "lightbulb" : "list"
                    side: 20 * Theme.scale
                }
            }

            Row {
                anchors.left: parent.left
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                spacing: Theme.space3
                visible: screen.desk.away && screen.finishes && !screen.compact

                Glyph {
                    id: clock

                    anchors.verticalCenter: parent.verticalCenter
                    color: Theme.text2
                    name: "clock"
                    side: 22 * Theme.scale
                }

                Label {
                    objectName: "keptHint"
                    secondary: true
                    size: Theme.text16
                    text: qsTr("“Done” is kept here and sent when the server is back. Calling needs the server.")
                    width: Math.min(parent.width - clock.width - Theme.space3, 480 * Theme.scale)
                }
            }
        }

        UndoLine {
            id: undo

            anchors.bottom: parent.bottom
            anchors.left: parent.left
            anchors.right: parent.right
            compact: screen.compact
            desk: screen.desk
            height: screen.compact ? parent.height : 52 * Theme.scale
            parent: screen.compact ? top.news : main
            quiet: sheet.open
        }
    }

    SidePanel {
        id: side

        anchors.bottom: parent.bottom
        anchors.right: parent.right
        anchors.top: away.visible ? away.bottom : top.bottom
        desk: screen.desk
        enabled: !sheet.open
        status: screen.status
        visible: !screen.compact
        width: 356 * Theme.scale

        onAdviceAnswered: screen.rest()
        onTellAsked: sheet.show(Terms.Deed.SayToAll, Terms.Asks.Words)
    }

    TopBar {
        id: top

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        compact: screen.compact
        desk: screen.desk
        enabled: !sheet.open
        status: screen.status

        onFindAsked: screen.find()
        onSizeToggled: screen.sizeToggled()
    }

    Sheet {
        id: sheet

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: screen.compact ? parent.top : top.bottom
        compact: screen.compact
        desk: screen.desk
        objectName: "sheetScope"

        onClosed: screen.rest()
        onSizeToggled: screen.sizeToggled()
    }

    Component {
        id: large

        ServingNow {
            desk: screen.desk
            status: screen.status
        }
    }

    Component {
        id: small

        CompactServing {
            desk: screen.desk
        }
    }

    Shortcut {
        enabled: !screen.desk.away && !sheet.open
        sequence: Words.key(Terms.Deed.Help)

        onActivated: screen.desk.pressed(Terms.Deed.Help)
    }

    Shortcut {
        enabled: !sheet.open
        sequence: "Ctrl+O"

        onActivated: screen.sizeToggled()
    }

    Shortcut {
        enabled: !sheet.open
        sequence: "Ctrl+F"

        onActivated: screen.find()
    }

    Shortcut {
        enabled: screen.desk.primaryListening && !sheet.open && !(screen.finishes && screen.desk.away)
        sequences: ["Ctrl+Return", "Ctrl+Enter"]

        onActivated: screen.desk.pressed(screen.desk.primaryDeed)
    }

    Shortcut {
        enabled: screen.desk.primaryListening && !sheet.open && screen.finishes
        sequence: Words.key(Terms.Deed.Finish)

        onActivated: screen.desk.pressed(Terms.Deed.Finish)
    }
}
