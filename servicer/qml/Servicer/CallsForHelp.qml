pragma ComponentBehavior: Bound

import QtQuick
import Servicer.ViewModels
import TakeANumber.Theme

// Whom somebody needs now: a manager needs everybody, a kiosk or a desk anybody; and who comes to this desk.
Column {
    id: calls

    required property DeskViewModel desk
    readonly property bool needed: desk.staffCallBy !== "" || desk.helper !== "" || desk.helpCallsCount > 0

    spacing: Theme.space3
    visible: needed

    SideCard {
        iconName: "megaphone"
        objectName: "staffCall"
        title: Words.calledBy(calls.desk.staffCallBy)
        visible: calls.desk.staffCallBy !== ""
        width: calls.width
        words: Words.line([calls.desk.staffCallReason, Words.ago(calls.desk.staffCallMin)])

        PlainButton {
            anchors.left: parent.left
            enabled: calls.desk.busy === Terms.Deed.Nothing && !calls.desk.away
            objectName: "enoughStaff"
            text: Words.deed(Terms.Deed.StaffCallDone, 0)
            textSize: Theme.text14

            onClicked: calls.desk.pressed(Terms.Deed.StaffCallDone)
        }
    }

    SideCard {
        iconName: "check"
        objectName: "helper"
        title: Words.comes(calls.desk.helper)
        visible: calls.desk.helper !== ""
        width: calls.width
        words: Words.helperFrom(calls.desk.spot, calls.desk.helperDesk)
    }

    Repeater {
        model: calls.desk.helpCalls

        HelpCard {
            required property var model

            colleague: model.atDesk > 0
            desk: calls.desk
            from: model.desk
            helper: model.helper
            key: model.key
            kiosk: model.kiosk
            language: model.language
            mine: model.mine
            minutes: model.minutes
            number: model.atDesk > 0 ? model.atDesk : model.device
            width: calls.width
        }
    }
}
