pragma ComponentBehavior: Bound

import QtQuick
import TakeANumber.Theme

// Which priority somebody who waits is given.
SheetForm {
    id: form

    function begin() {
        if (rows.count > 0)
            rows.itemAt(0).forceActiveFocus(Qt.TabFocusReason);
    }

    spacing: Theme.space2

    Repeater {
        id: rows

        model: form.sheet.desk.classes

        Chip {
            id: rank

            required property var model

            height: (form.sheet.compact ? 44 : 52) * Theme.scale
            most: width
            objectName: "answer-" + (model.key === "" ? "none" : model.key)
            text: model.key === "" ? qsTr("None") : Words.line([Words.rank(model.name, model.said), form.sheet.compact ? "" : model.detail])
            width: form.width

            onClicked: form.sheet.answer(rank.model.key, form.sheet.ticket)
        }
    }
}
