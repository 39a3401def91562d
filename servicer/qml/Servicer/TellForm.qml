pragma ComponentBehavior: Bound

import QtQuick
import Servicer.ViewModels
import TakeANumber.Controls
import TakeANumber.Theme

// A word to everybody who waits, in the branch's languages, and until when it is told.
SheetForm {
    id: form

    property int minutes: 30
    property var texts: ({})
    readonly property bool ready: sheet.ready && Object.values(texts).some(text => text.trim() !== "")

    function begin() {
        if (lines.count > 0)
            (lines.itemAt(0) as TextLine).begin();
    }

    function done() {
        if (!form.ready)
            return;
        const [desk, texts, minutes] = [form.sheet.desk, form.texts, form.minutes];
        form.sheet.close();
        desk.saidToAll(texts, minutes);
    }

    spacing: (sheet.compact ? 8 : 10) * Theme.scale

    Label {
        secondary: true
        size: Theme.text14
        text: qsTr("It is shown on the board, at the kiosk and on phones. One language is enough.")
        width: parent.width
    }

    Repeater {
        id: lines

        model: form.sheet.desk.languages

        TextLine {
            id: line

            required property string tag

            beside: !form.sheet.compact
            fieldName: "text-" + tag
            label: Words.language(tag)
            language: tag
            width: form.width

            onAccepted: form.done()
            onTextChanged: {
                const texts = Object.assign({}, form.texts);
                texts[line.tag] = line.text;
                form.texts = texts;
            }
        }
    }

    Label {
        size: Theme.text16
        strong: true
        text: qsTr("For how long")
        width: parent.width
    }

    Flow {
        spacing: Theme.space2
        width: parent.width

        Repeater {
            model: [15, 30, 60, 0]

            Chip {
                id: span

                required property int modelData

                chosen: form.minutes === modelData
                most: form.width
                objectName: "minutes-" + modelData
                text: modelData === 0 ? qsTr("Until taken back") : qsTr("%1 min").arg(modelData)

                onClicked: form.minutes = span.modelData
            }
        }
    }

    PlainButton {
        enabled: form.ready
        filled: true
        height: 52 * Theme.scale
        keys: form.sheet.compact ? "" : Words.printed("Return")
        objectName: "tellNow"
        text: Words.deed(Terms.Deed.SayToAll, 0)
        textSize: Theme.text18
        width: parent.width

        onClicked: form.done()
    }
}
