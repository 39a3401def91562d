import QtQuick
import TakeANumber.Controls
import TakeANumber.Theme

// How many wait in a queue, or that it is closed.
Row {
    id: count

    required property bool open
    required property int waiting
    property real size: Theme.text28

    objectName: "waiting"
    spacing: Theme.space1

    Accessible.name: open ? qsTr("%n waiting", "", waiting) : qsTr("Closed")
    Accessible.role: Accessible.StaticText

    Icon {
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.text2
        name: "users"
        side: count.size * 0.85
        visible: count.open
    }

    Label {
        secondary: !count.open
        size: count.open ? count.size : Theme.text18
        strong: count.open
        text: count.open ? count.waiting : qsTr("Closed")
        wrapMode: Text.NoWrap
    }
}
