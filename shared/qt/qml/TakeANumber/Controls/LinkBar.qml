import QtQuick
import TakeANumber.Server
import TakeANumber.Theme

// One line that says whether what is shown is true now; nothing to see while it is.
Rectangle {
    id: bar

    required property int link
    // The time of the last word from the server, as a person reads it; empty when there was none.
    property string asOf: ""
    property real textSize: Theme.text18
    readonly property string message: {
        if (link === Link.LinkState.Live)
            return "";
        return asOf === "" ? qsTr("Connecting …") : qsTr("Reconnecting · as of %1").arg(asOf);
    }

    color: Theme.sunken
    implicitHeight: visible ? label.implicitHeight + Theme.space3 * 2 : 0
    visible: message !== ""

    Accessible.name: message
    Accessible.role: Accessible.AlertMessage

    Row {
        anchors.centerIn: parent
        spacing: Theme.space3

        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.warn
            height: width
            radius: width / 2
            width: Theme.space3
        }

        Label {
            id: label

            color: Theme.warn
            size: bar.textSize
            strong: true
            text: bar.message
        }
    }
}
