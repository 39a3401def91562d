pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Servicer.ViewModels
import TakeANumber.Controls
import TakeANumber.Theme

// A question over the desk: a reason, a place, a person. Escape closes it, arrows and Return answer it.
Rectangle {
    id: sheet

    required property DeskViewModel desk
    property int deed: Terms.Deed.Nothing
    property int asks: Terms.Asks.Nothing
    readonly property bool open: asks !== Terms.Asks.Nothing
    readonly property bool compact: width < 640
    readonly property bool wantsText: wantsOnlyText || asks === Terms.Asks.Minutes
    readonly property bool wantsOnlyText: asks === Terms.Asks.Reason || asks === Terms.Asks.Remark
    readonly property var rows: {
        switch (asks) {
        case Terms.Asks.Place:
            return sheet.desk.places;
        case Terms.Asks.Ticket:
            return sheet.desk.line;
        case Terms.Asks.Queue:
            return sheet.desk.queues;
        case Terms.Asks.Minutes:
            return [5, 15, 30, 60, 0];
        default:
            return [];
        }
    }

    function show(deed: int, asks: int) {
        sheet.deed = deed;
        sheet.asks = asks;
        words.text = asks === Terms.Asks.Remark ? sheet.desk.note : "";
        list.currentIndex = 0;
        if (sheet.wantsOnlyText)
            words.forceActiveFocus();
        else if (asks === Terms.Asks.Confirmation)
            confirm.forceActiveFocus();
        else
            list.forceActiveFocus();
    }

    function close() {
        sheet.deed = Terms.Deed.Nothing;
        sheet.asks = Terms.Asks.Nothing;
    }

    function answer(text: string, number: int) {
        const deed = sheet.deed;
        sheet.close();
        sheet.desk.asked(deed, text, number);
    }

    color: Qt.rgba(0, 0, 0, 0.5)
    visible: open

    MouseArea {
        anchors.fill: parent

        onClicked: sheet.close()
    }

    Shortcut {
        enabled: sheet.open
        sequence: "Escape"

        onActivated: sheet.close()
    }

    Card {
        anchors.centerIn: parent
        height: Math.min(parent.height - 2 * Theme.space2, body.implicitHeight + 2 * Theme.space4)
        objectName: "sheet"
        radius: sheet.compact ? Theme.radiusM : Theme.radiusL
        width: Math.min(parent.width - 2 * Theme.space2, 560 * Theme.scale)

        MouseArea {
            anchors.fill: parent
        }

        Column {
            id: body

            anchors.left: parent.left
            anchors.margins: Theme.space4
            anchors.right: parent.right
            anchors.top: parent.top
            spacing: Theme.space3

            Label {
                size: sheet.compact ? Theme.text16 : Theme.text22
                strong: true
                text: Words.question(sheet.deed, sheet.desk.label)
                width: parent.width
            }

            T.TextField {
                id: words

                color: Theme.text
                font.family: Theme.family
                font.pixelSize: Math.round(Theme.text18)
                height: Theme.space7
                leftPadding: Theme.space3
                maximumLength: 500
                objectName: "words"
                rightPadding: Theme.space3
                verticalAlignment: TextInput.AlignVCenter
                visible: sheet.wantsText
                width: parent.width

                Accessible.name: Words.question(sheet.deed, sheet.desk.label)
                Accessible.role: Accessible.EditableText

                background: Rectangle {
                    border.color: words.activeFocus ? Theme.accent : Theme.control
                    border.width: Math.max(1, 1.5 * Theme.scale)
                    color: Theme.surface
                    radius: Theme.radiusM
                }

                onAccepted: if (sheet.wantsOnlyText)
                    sheet.answer(words.text, 0)
            }

            ListView {
                id: list

                boundsBehavior: Flickable.StopAtBounds
                clip: true
                height: Math.min(contentHeight, sheet.height - 260 * Theme.scale, 8 * 56 * Theme.scale)
                keyNavigationEnabled: true
                model: sheet.rows
                spacing: Theme.space1
                visible: count > 0
                width: parent.width

                Keys.onEnterPressed: (list.currentItem as SheetRow)?.chosen()
                Keys.onReturnPressed: (list.currentItem as SheetRow)?.chosen()

                delegate: SheetRow {
                    asks: sheet.asks
                    width: ListView.view.width

                    onPicked: (text, number) => sheet.answer(sheet.asks === Terms.Asks.Minutes ? words.text : text, number)
                }
            }

            Row {
                layoutDirection: Qt.RightToLeft
                spacing: Theme.space3
                width: parent.width

                Button {
                    id: confirm

                    kind: Button.Primary
                    objectName: "confirm"
                    text: Words.deed(sheet.deed, 0)
                    visible: sheet.wantsOnlyText || sheet.asks === Terms.Asks.Confirmation

                    Keys.onEnterPressed: confirm.clicked()
                    Keys.onReturnPressed: confirm.clicked()
                    onClicked: sheet.answer(words.text, 0)
                }

                Button {
                    objectName: "back"
                    text: qsTr("Back · Esc")

                    onClicked: sheet.close()
                }
            }
        }
    }
}
