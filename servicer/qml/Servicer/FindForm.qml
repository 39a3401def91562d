pragma ComponentBehavior: Bound

import QtQuick
import Servicer.ViewModels
import TakeANumber.Controls
import TakeANumber.Theme

// Any number of today: how it stands, and what can be done with it.
SheetForm {
    id: form

    readonly property DeskViewModel desk: sheet.desk
    readonly property bool ready: desk.busy === Terms.Deed.Nothing && !desk.away

    function begin() {
        if (field.text === "")
            field.text = form.desk.search;
        field.begin();
    }

    function act(deed: int, ticket: int) {
        form.sheet.close();
        form.desk.asked(deed, "", ticket);
    }

    TextLine {
        id: field

        fieldName: "number"
        label: qsTr("Number, such as A001")
        searched: true
        width: parent.width

        onAccepted: form.desk.searched(field.text)
    }

    PlainButton {
        enabled: field.text.trim() !== ""
        filled: true
        height: 48 * Theme.scale
        iconName: "search"
        keys: form.sheet.compact ? "" : Words.printed("Return")
        objectName: "look"
        text: qsTr("Find")
        width: parent.width

        onClicked: form.desk.searched(field.text)
    }

    Label {
        size: Theme.text18
        text: form.desk.searching ? qsTr("One moment …") : qsTr("Nobody was given %1 today.").arg(Apart.word(form.desk.search))
        visible: form.desk.search !== "" && form.desk.foundCount === 0
        width: parent.width
    }

    Repeater {
        model: form.desk.found

        Rectangle {
            id: card

            required property var model

            border.color: Theme.line
            border.width: Math.max(1, Theme.scale)
            color: Theme.bg
            height: inside.implicitHeight + 2 * Theme.space3
            radius: Theme.radiusM
            width: form.width

            Column {
                id: inside

                anchors.left: parent.left
                anchors.margins: Theme.space3
                anchors.right: parent.right
                anchors.top: parent.top
                spacing: Theme.space2

                Row {
                    spacing: Theme.space3
                    width: parent.width

                    TicketCode {
                        id: code

                        objectName: "foundLabel"
                        size: Theme.text36
                        text: card.model.label
                    }

                    Column {
                        anchors.verticalCenter: parent.verticalCenter
                        width: parent.width - code.width - Theme.space3

                        FitLabel {
                            objectName: "foundStands"
                            size: Theme.text16
                            strong: true
                            text: Words.line([Words.stands(card.model.stands, card.model.clock), card.model.desk === 0 ? "" : Words.place(form.desk.spot, card.model.desk)])
                            width: parent.width
                        }

                        FitLabel {
                            objectName: "foundAbout"
                            secondary: true
                            size: Theme.text14
                            text: Words.line([card.model.servicer, card.model.queueName, card.model.note])
                            width: parent.width
                        }
                    }
                }

                Flow {
                    spacing: Theme.space2
                    visible: children.some(child => child.visible)
                    width: parent.width

                    PlainButton {
                        enabled: form.ready
                        objectName: "foundCall"
                        text: qsTr("Call")
                        visible: card.model.call !== Terms.Deed.Nothing

                        onClicked: form.act(card.model.call, card.model.id)
                    }

                    PlainButton {
                        enabled: form.ready
                        objectName: "foundBack"
                        text: Words.deed(card.model.back, 0)
                        visible: card.model.back !== Terms.Deed.Nothing

                        onClicked: form.act(card.model.back, card.model.id)
                    }

                    PlainButton {
                        enabled: form.ready
                        objectName: "foundSend"
                        text: Words.deed(Terms.Deed.Send, 0)
                        visible: card.model.send

                        onClicked: form.sheet.about(Terms.Deed.Send, Terms.Asks.Place, card.model.id, card.model.label)
                    }

                    PlainButton {
                        enabled: form.ready
                        iconName: Words.icon(Terms.Deed.GivePriority)
                        objectName: "foundRank"
                        text: Words.deed(Terms.Deed.GivePriority, 0)
                        visible: card.model.rank

                        onClicked: form.sheet.about(Terms.Deed.GivePriority, Terms.Asks.Class, card.model.id, card.model.label)
                    }
                }
            }
        }
    }
}
