pragma ComponentBehavior: Bound

import QtQuick
import Servicer.ViewModels
import TakeANumber.Theme

// Where a customer is sent: another queue, or somebody else.
SheetForm {
    id: form

    readonly property bool chosen: sheet.ticket !== 0

    function begin() {
        if (rows.count > 0)
            rows.itemAt(0).forceActiveFocus(Qt.TabFocusReason);
    }

    spacing: Theme.space2

    Repeater {
        id: rows

        model: form.chosen ? form.sheet.desk.sendPlaces : form.sheet.desk.places

        Chip {
            id: place

            required property var model

            height: (form.sheet.compact ? 44 : 52) * Theme.scale
            letter: model.letter
            most: width
            objectName: "answer-" + (model.slug !== "" ? model.slug : model.number)
            ordinal: model.ordinal
            text: model.slug !== "" ? model.name : Words.line([Words.place(form.sheet.desk.spot, model.number), model.name])
            width: form.width

            onClicked: {
                if (form.chosen)
                    form.sheet.answer(place.model.key, form.sheet.ticket);
                else
                    form.sheet.answer(place.model.slug, place.model.number);
            }
        }
    }
}
