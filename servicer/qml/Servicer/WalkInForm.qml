pragma ComponentBehavior: Bound

import QtQuick
import Servicer.ViewModels
import TakeANumber.Controls
import TakeANumber.Theme

// Somebody without a number: for what, with which priority, in which language; they are served, or given a number.
SheetForm {
    id: form

    property string queue: ""
    property string priority: ""
    property string detail: ""
    property string tongue: ""
    readonly property bool ready: queue !== "" && sheet.ready

    function begin() {
        if (queues.count === 0)
            return;
        const first = queues.itemAt(0) as Chip;
        if (form.queue === "")
            first.clicked();
        first.forceActiveFocus(Qt.TabFocusReason);
    }

    function done(serve: bool) {
        const [queue, priority, tongue, words] = [form.queue, form.priority, form.tongue, note.text];
        const desk = form.sheet.desk;
        if (!form.ready)
            return;
        form.sheet.close();
        desk.walkedIn(queue, priority, tongue, words, serve);
    }

    spacing: 8 * Theme.scale

    Label {
        size: Theme.text16
        strong: true
        text: qsTr("For what?")
        width: parent.width
    }

    Flow {
        spacing: Theme.space2
        width: parent.width

        Repeater {
            id: queues

            model: form.sheet.desk.queues

            Chip {
                id: queueChip

                required property var model

                chosen: form.queue === model.slug
                letter: model.letter
                height: 44 * Theme.scale
                most: form.width
                objectName: "answer-" + model.slug
                ordinal: model.ordinal
                text: model.name

                onClicked: form.queue = queueChip.model.slug
            }
        }
    }

    Label {
        size: Theme.text16
        strong: true
        text: qsTr("Priority")
        width: parent.width
        visible: form.sheet.desk.classesCount > 0
    }

    Flow {
        spacing: Theme.space2
        visible: form.sheet.desk.classesCount > 0
        width: parent.width

        Repeater {
            model: form.sheet.desk.classes

            Chip {
                id: rank

                required property var model

                chosen: form.priority === model.key
                height: 44 * Theme.scale
                most: form.width
                objectName: "priority-" + (model.key === "" ? "none" : model.key)
                text: model.key === "" ? qsTr("None") : Words.rank(model.name, model.said)
                ticked: true

                onClicked: {
                    form.priority = rank.model.key;
                    form.detail = Words.line([rank.model.said === "" ? "" : rank.model.name, rank.model.detail]);
                }
            }
        }
    }

    Label {
        secondary: true
        size: Theme.text14
        text: Words.line([form.detail, qsTr("The board does not show it.")])
        visible: form.priority !== ""
        width: parent.width
    }

    Label {
        size: Theme.text16
        strong: true
        text: qsTr("Speaks")
        width: parent.width
        visible: form.sheet.desk.languagesCount > 1
    }

    Flow {
        spacing: Theme.space2
        visible: form.sheet.desk.languagesCount > 1
        width: parent.width

        Repeater {
            model: form.sheet.desk.languages

            Chip {
                id: tongueChip

                required property string tag

                chosen: form.tongue === tag
                height: 44 * Theme.scale
                most: form.width
                objectName: "language-" + tag
                text: Words.language(tag)

                onClicked: form.tongue = form.tongue === tongueChip.tag ? "" : tongueChip.tag
            }
        }
    }

    TextLine {
        id: note

        before: 80 * Theme.scale
        beside: !form.sheet.compact
        label: qsTr("Note")
        width: parent.width
    }

    Item {
        height: 2 * Theme.scale
        width: 1
    }

    Row {
        spacing: 10 * Theme.scale
        width: parent.width

        PlainButton {
            enabled: form.ready
            filled: true
            height: (form.sheet.compact ? 48 : 52) * Theme.scale
            keys: form.sheet.compact ? "" : Words.printed("Ctrl+Return")
            objectName: "serveNow"
            text: qsTr("Start serving now")
            textSize: form.sheet.compact ? Theme.text14 : Theme.text18
            width: (parent.width - parent.spacing) * (form.sheet.compact ? 0.55 : 0.64)

            onClicked: form.done(true)
        }

        PlainButton {
            enabled: form.ready
            height: (form.sheet.compact ? 48 : 52) * Theme.scale
            objectName: "giveNumber"
            text: Words.deed(Terms.Deed.GiveNumber, 0)
            textSize: form.sheet.compact ? Theme.text14 : Theme.text18
            width: (parent.width - parent.spacing) * (form.sheet.compact ? 0.45 : 0.36)

            onClicked: form.done(false)
        }
    }

    Shortcut {
        enabled: !form.sheet.compact
        sequences: ["Ctrl+Return", "Ctrl+Enter"]

        onActivated: form.done(true)
    }
}
