import QtQuick
import TakeANumber.Server
import TakeANumber.Theme

// One line that says that what is shown may not be true now, in the colours the other way round; nothing to see while it is true.
Rectangle {
    id: bar

    required property int link
    // The time of the last word from the server, as a person reads it; empty when there was none.
    property string asOf: ""
    property real textSize: Theme.text18
    readonly property string message: {
        if (link === Link.LinkState.Live)
            return "";
        return asOf === "" ? qsTr("Connecting …") : qsTr("Reconnecting · as of %1").arg(Apart.word(asOf));
    }

    color: Theme.text
    implicitHeight: visible ? label.implicitHeight + Theme.space3 * 2 : 0
    visible: message !== ""

    Accessible.name: message
    Accessible.role: Accessible.AlertMessage

    Row {
        anchors.centerIn: parent
        spacing: Theme.space3

        Icon {
            id: unplugged

            anchors.verticalCenter: parent.verticalCenter
            color: Theme.bg
            name: "unplug"
            side: bar.textSize * 1.15
        }

        Label {
            id: label

            anchors.verticalCenter: parent.verticalCenter
            color: Theme.bg
            size: bar.textSize
            strong: true
            text: bar.message
            width: Math.min(implicitWidth, bar.width - unplugged.width - Theme.space3 * 3)
        }
    }
}
