pragma ComponentBehavior: Bound

import QtQuick
import Servicer.ViewModels
import TakeANumber.Controls
import TakeANumber.Theme

// Everybody who waits for this desk: call one of them, or give one a priority.
SheetForm {
    id: form

    function begin() {
        if (rows.count > 0)
            rows.itemAt(0).forceActiveFocus();
    }

    spacing: Theme.space2

    Repeater {
        id: rows

        model: form.sheet.desk.line

        FocusScope {
            id: row

            required property var model

            height: (form.sheet.compact ? 44 : 52) * Theme.scale
            width: form.width

            PlainButton {
                id: one

                anchors.left: parent.left
                anchors.right: rank.visible ? rank.left : parent.right
                anchors.rightMargin: rank.visible ? Theme.space2 : 0
                focus: true
                leading: true
                height: parent.height
                objectName: "answer-" + row.model.id
                text: Words.line([row.model.label, form.sheet.compact ? "" : row.model.queueName, Words.lasting(row.model.minutes), Words.rank(row.model.priority, row.model.prioritySaid)])
                twoLines: true

                onClicked: form.sheet.answer("", row.model.id)
            }

            PlainButton {
                id: rank

                anchors.right: parent.right
                height: parent.height
                iconName: Words.icon(Terms.Deed.GivePriority)
                objectName: "rank-" + row.model.id
                text: form.sheet.compact ? "" : Words.deed(Terms.Deed.GivePriority, 0)
                visible: form.sheet.desk.classesCount > 0

                Accessible.name: qsTr("Priority for %1").arg(Apart.word(row.model.label))

                onClicked: form.sheet.about(Terms.Deed.GivePriority, Terms.Asks.Class, row.model.id, row.model.label)
            }
        }
    }
}
