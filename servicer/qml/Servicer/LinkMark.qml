import QtQuick
import Servicer.ViewModels
import TakeANumber.Controls
import TakeANumber.Server
import TakeANumber.Theme

// Whether what is shown is true now: a dot while it is, a plug pulled out while it is not.
Row {
    id: mark

    required property ConsoleViewModel status
    property bool worded: true
    readonly property bool live: status.link === Link.LinkState.Live

    spacing: Theme.space2

    Accessible.name: live ? qsTr("Live") : qsTr("Reconnecting")
    Accessible.role: Accessible.StaticText

    Rectangle {
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.ok
        height: width
        radius: width / 2
        visible: mark.live
        width: 10 * Theme.scale
    }

    Glyph {
        anchors.verticalCenter: parent.verticalCenter
        name: "unplug"
        side: 18 * Theme.scale
        visible: !mark.live
    }

    Label {
        anchors.verticalCenter: parent.verticalCenter
        secondary: mark.live
        size: Theme.text16
        strong: !mark.live
        text: mark.live ? qsTr("Live") : qsTr("Reconnecting")
        visible: mark.worded
        wrapMode: Text.NoWrap

        Accessible.ignored: true
    }
}
