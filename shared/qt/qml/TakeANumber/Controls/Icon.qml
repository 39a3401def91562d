import QtQuick
import TakeANumber.Theme

// A Lucide icon, in one colour of the theme; arrows point the other way where people read from the right.
Item {
    id: icon

    required property string name
    property color color: Theme.text
    property real side: Theme.space5
    property bool mirrors: false

    implicitHeight: side
    implicitWidth: side

    Accessible.ignored: true

    Image {
        anchors.fill: parent
        mirror: icon.mirrors && icon.LayoutMirroring.enabled
        source: icon.name === "" ? "" : "image://icons/" + icon.name + "/" + icon.color.toString().slice(1)
        sourceSize: Qt.size(Math.round(icon.side), Math.round(icon.side))
    }
}
