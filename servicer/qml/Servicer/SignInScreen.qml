pragma ComponentBehavior: Bound

import QtQuick
import Servicer.ViewModels
import TakeANumber.Controls
import TakeANumber.Theme

// Sitting down: which desk, who, and the PIN, one after the other; what was so last time is so again.
FocusScope {
    id: screen

    required property ConsoleViewModel status
    required property SignInViewModel signIn
    required property bool compact
    readonly property bool wantsDesk: signIn.desk === 0
    readonly property bool wantsName: !wantsDesk && signIn.servicer === ""
    readonly property bool wantsPin: !wantsDesk && !wantsName
    readonly property bool ready: wantsPin && pin.text.length >= 4 && !signIn.busy && signIn.lockedS === 0
    readonly property string greeting: signIn.hour < 12 ? qsTr("Good morning") : signIn.hour < 18 ? qsTr("Good afternoon") : qsTr("Good evening")

    readonly property bool wrong: signIn.notice.kind === Terms.Said.WrongPin || signIn.notice.kind === Terms.Said.Locked
    readonly property string said: Words.notice(signIn.notice, status.spot)

    signal sizeToggled

    function give() {
        if (screen.ready)
            screen.signIn.pinGiven(pin.text);
    }

    function begin() {
        if (screen.wantsPin)
            pin.begin();
        else
            screen.forceActiveFocus();
    }

    focus: true

    // A digit that comes before the field has the focus is the PIN's all the same.
    Keys.onPressed: event => {
        if (screen.wantsPin && /^[0-9]$/.test(event.text)) {
            pin.take(event.text);
            event.accepted = true;
        }
    }
    Component.onCompleted: screen.begin()
    onWantsPinChanged: Qt.callLater(screen.begin)

    Connections {
        function onTriesChanged() {
            pin.clear();
            screen.begin();
        }

        target: screen.signIn
    }

    Flickable {
        id: scroll

        anchors.bottom: languages.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: away.visible ? away.bottom : head.bottom
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        contentHeight: Math.max(height, card.height + (screen.compact ? 0 : 2 * Theme.space5))

        Rectangle {
            id: card

            readonly property real inside: (screen.compact ? 8 : 40) * Theme.scale

            anchors.centerIn: parent
            border.color: Theme.line
            border.width: screen.compact ? 0 : Math.max(1, Theme.scale)
            color: screen.compact ? "transparent" : Theme.surface
            height: form.implicitHeight + (screen.compact ? 12 : 76) * Theme.scale
            radius: Theme.radiusL
            width: screen.compact ? parent.width : Math.min(parent.width - 2 * Theme.space4, 520 * Theme.scale)

            Column {
                id: form

                anchors.left: parent.left
                anchors.leftMargin: card.inside
                anchors.right: parent.right
                anchors.rightMargin: card.inside
                anchors.verticalCenter: parent.verticalCenter
                spacing: (screen.compact ? 8 : 20) * Theme.scale

                Row {
                    width: parent.width

                    Column {
                        spacing: 2 * Theme.scale
                        width: parent.width - (swap.visible ? swap.width : 0)

                        FitLabel {
                            font.weight: Font.Bold
                            objectName: "greeting"
                            size: screen.compact ? Theme.text16 : Theme.text36
                            text: screen.signIn.servicer === "" ? screen.greeting : qsTr("%1, %2").arg(screen.greeting).arg(Apart.word(screen.signIn.servicer))
                            width: parent.width

                            Accessible.role: Accessible.Heading
                        }

                        FitLabel {
                            color: strong && screen.wrong ? Theme.danger : strong ? Theme.text : Theme.text2
                            fontSizeMode: strong ? Text.FixedSize : Text.HorizontalFit
                            maximumLineCount: strong ? 2 : 1
                            objectName: "below"
                            size: screen.compact ? Theme.text14 : Theme.text18
                            strong: screen.compact && screen.said !== ""
                            text: {
                                // The smallest window has no line of its own for it.
                                if (strong)
                                    return screen.said;
                                if (screen.compact && !screen.wantsDesk)
                                    return Words.line([Words.place(screen.status.spot, screen.signIn.desk), screen.signIn.deskName]);
                                const day = qsTr("It is %1, %2.").arg(Qt.locale(Qt.uiLanguage).dayName(screen.signIn.weekday)).arg(Apart.word(screen.signIn.clock));
                                return screen.compact ? day : day + " " + (screen.signIn.waiting === 0 ? qsTr("Nobody is waiting.") : qsTr("%n people are waiting.", "", screen.signIn.waiting));
                            }
                            width: parent.width
                            wrapMode: strong ? Text.WordWrap : Text.NoWrap
                        }
                    }

                    PlainButton {
                        id: swap

                        objectName: "swap"
                        quiet: true
                        text: qsTr("Change")
                        textSize: Theme.text14
                        visible: screen.compact && !screen.wantsDesk

                        onClicked: {
                            screen.signIn.servicerChosen("");
                            screen.signIn.deskChosen(0);
                        }
                    }
                }

                NoticeBar {
                    notice: screen.signIn.notice
                    spot: screen.status.spot
                    visible: message !== "" && !screen.compact && !screen.wantsPin
                    width: parent.width
                }

                // Which desk, where that is known.
                Rectangle {
                    border.color: Theme.line
                    border.width: Math.max(1, Theme.scale)
                    color: "transparent"
                    height: Math.max(66 * Theme.scale, told.implicitHeight + 20 * Theme.scale)
                    radius: Theme.radiusM
                    visible: !screen.compact && !screen.wantsDesk
                    width: parent.width

                    DeskTile {
                        id: tile

                        anchors.left: parent.left
                        anchors.leftMargin: 14 * Theme.scale
                        anchors.verticalCenter: parent.verticalCenter
                        number: screen.signIn.desk
                    }

                    Column {
                        id: told

                        anchors.left: tile.right
                        anchors.leftMargin: 14 * Theme.scale
                        anchors.right: change.visible ? change.left : parent.right
                        anchors.rightMargin: Theme.space2
                        anchors.verticalCenter: parent.verticalCenter

                        FitLabel {
                            objectName: "deskChosen"
                            size: Theme.text18
                            strong: true
                            text: Words.line([Words.place(screen.status.spot, screen.signIn.desk), screen.signIn.deskName])
                            width: parent.width
                        }

                        Label {
                            elide: Text.ElideRight
                            maximumLineCount: 3
                            secondary: true
                            size: Theme.text14
                            text: screen.signIn.deskQueues
                            visible: text !== ""
                            width: parent.width
                        }
                    }

                    PlainButton {
                        id: change

                        anchors.right: parent.right
                        anchors.rightMargin: Theme.space2
                        anchors.verticalCenter: parent.verticalCenter
                        objectName: "changeDesk"
                        quiet: true
                        text: qsTr("Change")
                        textSize: Theme.text14
                        visible: !screen.signIn.bound

                        onClicked: screen.signIn.deskChosen(0)
                    }
                }

                Label {
                    id: question

                    objectName: screen.wantsPin ? "label-pin" : "label-choice"
                    size: Theme.text16
                    strong: true
                    text: screen.wantsDesk ? Words.whichPlace(screen.status.spot) : screen.wantsName ? qsTr("Who are you?") : qsTr("Your PIN")
                    visible: !screen.compact || !screen.wantsPin
                    width: parent.width
                }

                Flow {
                    spacing: Theme.space2
                    visible: screen.wantsDesk
                    width: parent.width

                    Repeater {
                        model: screen.signIn.desks

                        Chip {
                            id: desk

                            required property int number
                            required property string name
                            required property string servicer

                            most: form.width
                            objectName: "desk-" + number
                            text: Words.line([number, name, servicer])

                            Accessible.name: Words.line([Words.place(screen.status.spot, desk.number), desk.servicer])

                            onClicked: screen.signIn.deskChosen(desk.number)
                        }
                    }
                }

                Flow {
                    spacing: Theme.space2
                    visible: screen.wantsName
                    width: parent.width

                    Repeater {
                        id: names

                        model: screen.signIn.servicers

                        Chip {
                            id: servicer

                            required property string name
                            // Where they sit, 0 for nowhere.
                            required property int desk

                            most: form.width
                            objectName: "servicer-" + name
                            text: desk === 0 ? name : Words.line([name, Words.place(screen.status.spot, desk)])

                            onClicked: screen.signIn.servicerChosen(servicer.name)
                        }
                    }
                }

                Row {
                    spacing: Theme.space2
                    visible: screen.wantsPin
                    width: parent.width

                    Label {
                        id: beside

                        anchors.verticalCenter: parent.verticalCenter
                        objectName: "label-pin"
                        size: Theme.text16
                        strong: true
                        text: qsTr("Your PIN")
                        visible: screen.compact
                        width: 64 * Theme.scale
                    }

                    PinField {
                        id: pin

                        enabled: !screen.signIn.busy && screen.signIn.lockedS === 0
                        label: qsTr("Your PIN")
                        side: (screen.compact ? 40 : 56) * Theme.scale
                        width: parent.width - (beside.visible ? beside.width + Theme.space2 : 0)
                        wrong: screen.wrong

                        onAccepted: screen.give()
                    }
                }

                // What was wrong with the PIN is said where the next one is typed.
                NoticeBar {
                    notice: screen.signIn.notice
                    spot: screen.status.spot
                    visible: message !== "" && !screen.compact && screen.wantsPin
                    width: parent.width
                }

                Row {
                    spacing: Theme.space3
                    visible: screen.wantsPin
                    width: parent.width

                    PlainButton {
                        enabled: screen.ready
                        filled: true
                        height: (screen.compact ? 48 : 60) * Theme.scale
                        keys: screen.compact ? "" : Words.printed("Return")
                        objectName: "signIn"
                        text: screen.signIn.busy ? qsTr("One moment …") : qsTr("Sign in")
                        textSize: Theme.text18
                        width: screen.compact ? parent.width : parent.width - other.width - Theme.space3

                        onClicked: screen.give()
                    }

                    PlainButton {
                        id: other

                        height: 60 * Theme.scale
                        objectName: "notMe"
                        text: qsTr("I am not %1").arg(Apart.word(screen.signIn.servicer))
                        textSize: Theme.text18
                        visible: !screen.compact
                        width: Math.min(implicitWidth, parent.width * 0.5)

                        onClicked: screen.signIn.servicerChosen("")
                    }
                }
            }
        }
    }

    LanguageLine {
        id: languages

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        height: visible ? 60 * Theme.scale : 0
        signIn: screen.signIn
        visible: !screen.compact && signIn.languagesCount > 1
    }

    AwayBar {
        id: away

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: head.bottom
        compact: screen.compact
        height: visible ? (screen.compact ? 28 : 44) * Theme.scale : 0
        status: screen.status
    }

    SignInHead {
        id: head

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        compact: screen.compact
        height: (screen.compact ? 44 : 60) * Theme.scale
        status: screen.status
        waiting: screen.signIn.waiting

        onSizeToggled: screen.sizeToggled()
    }
}
