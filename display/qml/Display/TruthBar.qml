import QtQuick
import Display.ViewModels
import TakeANumber.Controls
import TakeANumber.Theme

// Says since when the board may be wrong, and what to do then; nothing to see while it is true.
Rectangle {
    id: bar

    required property DisplayViewModel display
    readonly property string message: {
        if (display.branchName === "" || display.screen === Terms.Shown.Refused)
            return "";
        switch (display.truth) {
        case Terms.Truth.Unsure:
        case Terms.Truth.Old:
            return qsTr("Reconnecting · last update %1").arg(display.asOf);
        case Terms.Truth.TooOld:
            return qsTr("Please listen for staff · last update %1").arg(display.asOf);
        default:
            return "";
        }
    }
    readonly property bool serious: display.truth !== Terms.Truth.Unsure

    color: serious ? Theme.warn : Theme.sunken
    visible: message !== ""

    Accessible.name: message
    Accessible.role: Accessible.AlertMessage

    Row {
        anchors.centerIn: parent
        spacing: Theme.space3

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            color: label.color
            name: "unplug"
            side: Theme.space5
        }

        Label {
            id: label

            color: bar.serious ? Theme.bg : Theme.text
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: 10
            size: Theme.text22
            strong: true
            text: bar.message
            width: Math.min(implicitWidth, bar.width - Theme.space5 * 4)
            wrapMode: Text.NoWrap
        }
    }
}
