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
    readonly property bool open: deed !== Terms.Deed.Nothing
    readonly property bool compact: width < 640
    readonly property bool wantsText: deed === Terms.Deed.Hold || deed === Terms.Deed.Note || deed === Terms.Deed.Pause
    readonly property var rows: {
        switch (deed) {
        case Terms.Deed.Transfer:
            return sheet.desk.places;
        case Terms.Deed.CallTicket:
            return sheet.desk.line;
        case Terms.Deed.WalkIn:
            return sheet.desk.queues;
        case Terms.Deed.Pause:
            return [5, 15, 30, 60, 0];
        default:
            return [];
        }
    }

    function show(deed: int) {
        sheet.deed = deed;
        words.text = deed === Terms.Deed.Note ? sheet.desk.note : "";
        list.currentIndex = 0;
        if (deed === Terms.Deed.Hold || deed === Terms.Deed.Note)
            words.forceActiveFocus();
        else if (deed === Terms.Deed.Cancel)
            confirm.forceActiveFocus();
        else
            list.forceActiveFocus();
    }

    function close() {
        sheet.deed = Terms.Deed.Nothing;
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

                onAccepted: if (sheet.deed !== Terms.Deed.Pause)
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
                    deed: sheet.deed
                    width: ListView.view.width

                    onPicked: (text, number) => sheet.answer(sheet.deed === Terms.Deed.Pause ? words.text : text, number)
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
                    visible: sheet.deed === Terms.Deed.Hold || sheet.deed === Terms.Deed.Note || sheet.deed === Terms.Deed.Cancel

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
