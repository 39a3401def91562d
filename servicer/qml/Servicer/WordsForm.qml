import QtQuick
import Servicer.ViewModels
import TakeANumber.Theme

// A reason, a note, or only whether it is meant so.
SheetForm {
    id: form

    readonly property bool writes: sheet.asks !== Terms.Asks.Confirmation

    function begin() {
        if (form.writes)
            words.begin();
        else
            confirm.forceActiveFocus(Qt.TabFocusReason);
    }

    TextLine {
        id: words

        label: form.sheet.asks === Terms.Asks.Remark ? qsTr("Note") : qsTr("Reason (may stay empty)")
        text: form.sheet.asks === Terms.Asks.Remark ? form.sheet.desk.note : ""
        visible: form.writes
        width: parent.width

        onAccepted: if (form.sheet.ready)
            form.sheet.answer(words.text, 0)
    }

    PlainButton {
        id: confirm

        enabled: form.sheet.ready
        filled: true
        height: 52 * Theme.scale
        keys: form.writes && !form.sheet.compact ? Words.printed("Return") : ""
        objectName: "confirm"
        text: Words.deed(form.sheet.deed, 0)
        textSize: Theme.text18
        width: parent.width

        onClicked: form.sheet.answer(form.writes ? words.text : "", 0)
    }
}
