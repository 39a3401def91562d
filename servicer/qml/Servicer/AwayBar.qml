import QtQuick
import Servicer.ViewModels
import TakeANumber.Server
import TakeANumber.Controls
import TakeANumber.Theme

// The inverse bar: the server is away, and what is shown is as old as it says.
Rectangle {
    id: bar

    required property ConsoleViewModel status
    property bool compact: false
    readonly property bool needed: status.link === Link.LinkState.Away
    readonly property string message: {
        if (bar.status.unpaired)
            return bar.compact ? qsTr("Pair this console anew") : qsTr("This console is no longer paired. Pair it anew.");
        if (bar.compact)
            return bar.status.asOf === "" ? qsTr("Server away") : qsTr("Server away · %1").arg(Apart.word(bar.status.asOf));
        return bar.status.asOf === "" ? qsTr("The server is away.") : qsTr("The server is away. What you see is from %1.").arg(Apart.word(bar.status.asOf));
    }

    color: Theme.text
    implicitHeight: 44 * Theme.scale
    objectName: "away"
    visible: needed

    Accessible.name: message
    Accessible.role: Accessible.AlertMessage

    Row {
        anchors.centerIn: parent
        spacing: Theme.space2

        Glyph {
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.bg
            name: "unplug"
            side: 20 * Theme.scale
        }

        FitLabel {
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.bg
            size: bar.compact ? Theme.text14 : Theme.text16
            strong: true
            text: bar.message
            width: Math.min(implicitWidth, bar.width - (bar.compact ? 40 : 60) * Theme.scale)

            Accessible.ignored: true
        }
    }
}
