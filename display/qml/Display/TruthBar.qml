import QtQuick
import Display.ViewModels
import TakeANumber.Controls
import TakeANumber.Theme

// Says since when the board may be wrong, in the colours the other way round; nothing to see while it is true.
Rectangle {
    id: bar

    required property DisplayViewModel display
    readonly property string message: display.branchName === "" || display.screen === Terms.Shown.Refused || display.truth < Terms.Truth.Old ? "" : qsTr("Reconnecting · last update %1").arg(display.asOf)

    color: Theme.text
    objectName: "truth"
    visible: message !== ""

    Accessible.name: message
    Accessible.role: Accessible.AlertMessage

    Row {
        anchors.centerIn: parent
        spacing: Theme.space3

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.bg
            name: "unplug"
            side: Theme.space5
        }

        Label {
            color: Theme.bg
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: 10
            size: 21 * Theme.scale
            strong: true
            text: bar.message
            width: Math.min(implicitWidth, bar.width - Theme.space5 * 4)
            wrapMode: Text.NoWrap
        }
    }
}
