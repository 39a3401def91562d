pragma ComponentBehavior: Bound

import QtQuick
import TakeANumber.Controls
import TakeANumber.Theme

// A break: why, for who wants to say it, and for how long.
SheetForm {
    id: form

    function begin() {
        rows.itemAt(0).forceActiveFocus(Qt.TabFocusReason);
    }

    TextLine {
        id: reason

        label: qsTr("Reason, for colleagues")
        width: parent.width
    }

    Label {
        size: Theme.text16
        strong: true
        text: qsTr("Back in")
        width: parent.width
    }

    Flow {
        spacing: Theme.space2
        width: parent.width

        Repeater {
            id: rows

            model: [5, 15, 30, 60, 0]

            Chip {
                id: span

                required property int modelData

                most: form.width
                objectName: "answer-" + modelData
                text: modelData === 0 ? qsTr("Until I am back") : qsTr("%1 min").arg(modelData)

                onClicked: form.sheet.answer(reason.text, span.modelData)
            }
        }
    }
}
