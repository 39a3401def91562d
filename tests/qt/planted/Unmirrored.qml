import QtQuick
import QtQuick.Window

// The label stays where it is when people read from the right.
Window {
    height: 200
    visible: false
    width: 400

    Item {
        LayoutMirroring.childrenInherit: true
        LayoutMirroring.enabled: Application.layoutDirection === Qt.RightToLeft
        anchors.fill: parent

        Text {
            anchors.left: parent.left
            anchors.leftMargin: 20
            text: "Mirrored"
        }

        Text {
            text: "Name"
            x: 20
            y: 100
        }
    }
}
